/** xeploai, the default entry: the engine's bytes are inside, one `await` makes an engine. Importing does nothing. */
export * from './shared.js';
export { createEngine, createEngineSync, lintRulebook } from './inline.js';
