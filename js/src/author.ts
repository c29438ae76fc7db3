/** xeploai/author, for those who write rulebooks: everything wrong with one, and what its author may have overlooked. */
export type { Fault, IsoDate, LintOptions, Severity } from './types.js';
export { lintRulebook } from './inline.js';
export { EngineError, InitError, UsageError, RulebookError, EngineFault } from './errors.js';
