/**
 * Misuse, a broken rulebook, or loading. Always thrown, always an `Error`; what people type is never one.
 * The wording is for developers: exact, English, with what to do apart in `help`.
 */
import type { Fault } from './types.js';

export interface ErrorDetails {
  help?: string | undefined;
  faults?: readonly Fault[] | undefined;
  cause?: unknown;
}

/** Whatever the package throws: one of the four below, with a `code` for programs and, in `help`, what to do. */
export class EngineError extends Error {
  /** `usage.unknown-field`, `rulebook.invalid` …; for ever. */
  readonly code: string;
  readonly help: string | undefined;
  /** Everything wrong at once, when a rulebook, an overlay or a table was refused. */
  readonly faults: readonly Fault[];

  constructor(code: string, message: string, given?: ErrorDetails) {
    // By itself: what is not said is not to be found on a polluted prototype.
    const details: ErrorDetails = Object.assign(Object.create(null), given);
    super(details.help === undefined ? message : message + '; ' + details.help);
    this.code = code;
    this.help = details.help;
    this.faults = Object.freeze(details.faults || []);
    if (details.cause !== undefined) Object.defineProperty(this, 'cause', { value: details.cause, enumerable: false });
  }
}
/** The engine could not be loaded. A later call tries again. */
export class InitError extends EngineError {}
/** A wrong call: an unknown option, a value of a wrong kind, an engine already disposed. */
export class UsageError extends EngineError {}
/** A rulebook or an overlay that cannot be used, or none for the date. */
export class RulebookError extends EngineError {}
/** A defect of the engine itself, which starts again: what it is asked next it answers. Please report it. */
export class EngineFault extends EngineError {}

// Set here and not read from the class, because minifiers rename classes.
EngineError.prototype.name = 'EngineError';
InitError.prototype.name = 'InitError';
UsageError.prototype.name = 'UsageError';
RulebookError.prototype.name = 'RulebookError';
EngineFault.prototype.name = 'EngineFault';

/** What the core threw, as an error of its kind. The core throws JSON; anything else is a trap. */
export function fromCore(thrown: unknown): EngineError {
  if (typeof thrown !== 'string') {
    const message = 'the engine stopped unexpectedly, and starts again by itself';
    const help = 'nothing typed is lost; please report this with the input';
    return new EngineFault('engine.trap', message, { help, cause: thrown });
  }
  const { code, message, help, faults } = JSON.parse(thrown) as { code: string; message: string; help: string | null; faults: Fault[] };
  const details = { help: help === null ? undefined : help, faults };
  return code.startsWith('usage.') ? new UsageError(code, message, details) : new RulebookError(code, message, details);
}
