/** xeploai/author, for those who write rulebooks: everything wrong with one, and what its author may have overlooked. */
import { lintRulebook as lint } from './inline.js';
import { read, UNREADABLE } from './law-text.js';
import type { Fault, LintOptions } from './types.js';

export type { Fault, IsoDate, LintOptions, Severity } from './types.js';
export { EngineError, InitError, UsageError, RulebookError, EngineFault } from './errors.js';

/**
 * Everything wrong with a rulebook, and with an overlay laid over it, as data or as the JSON text it is written in, where a key may stand
 * twice; when nothing is wrong, what the author may have overlooked and what the text leaves open.
 */
export async function lintRulebook(source: unknown, overlay?: unknown, given?: LintOptions): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const [book, local] = [read(source, faults), read(overlay, faults)];
  if (book === UNREADABLE || local === UNREADABLE) return Object.freeze(faults);
  const found = await lint(book, local, given);
  if (faults.length === 0) return found;
  // Lints are of what is right.
  for (const one of found) if (one.severity === 'error') faults[faults.length] = one;
  return Object.freeze(faults);
}
