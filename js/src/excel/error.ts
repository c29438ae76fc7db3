/** What is thrown about files. */
import type { Locale } from '../types.js';
import { say, type Params } from './words.js';

/** A file that cannot be read. Thrown; what is wrong in a file that can be read is a `Problem`. */
export class ExcelError extends Error {
  /** `file.password`, `file.truncated` …; for ever. */
  readonly code: string;
  readonly params: Params;

  /** `locale`: of `message`, which can be shown as it is; `saying` gives the other language. */
  constructor(code: string, params: Params, locale: Locale) {
    super(say(code, params, locale));
    this.code = code;
    this.params = Object.freeze(params);
  }

  saying(locale: Locale): string {
    return say(this.code, this.params, locale);
  }
}
ExcelError.prototype.name = 'ExcelError';

/** Thrown deep inside, where the language is not known. */
export class Refusal {
  constructor(readonly code: string, readonly params: Params = {}) {}
}
