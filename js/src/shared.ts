/** What every entry has beside its own way to the core. */
export type * from './types.js';
// First, so that in a bundle they stand with the other code and not behind the engine's bytes: 2 KB less, gzipped.
export { createAnnouncer } from './watch/announce.js';
export { watchForm } from './watch/watch.js';
export { EngineError, InitError, UsageError, RulebookError, EngineFault } from './errors.js';
export const version: string = XEPLOAI_VERSION;
