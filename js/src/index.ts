/** xeploai, the default entry: the engine's bytes are inside, one `await` makes an engine. Importing does nothing. */
export type * from './types.js';
// First, so that in the bundle they stand with the other code and not behind the engine's bytes: 2 KB less, gzipped.
export { createAnnouncer } from './watch/announce.js';
export { watchForm } from './watch/watch.js';
export { createEngine, createEngineSync, lintRulebook } from './engine.js';
export { EngineError, InitError, UsageError, RulebookError, EngineFault } from './errors.js';
export const version: string = XEPLOAI_VERSION;
