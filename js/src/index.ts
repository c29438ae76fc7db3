/** xeploai, the default entry: the engine's bytes are inside, one `await` makes an engine. Importing does nothing. */
export type * from './types.js';
export { createEngine, createEngineSync, lintRulebook } from './inline.js';
export { EngineError, InitError, UsageError, RulebookError, EngineFault } from './errors.js';
export const version: string = XEPLOAI_VERSION;
