/**
 * xeploai/forms: the default entry without the audit of prose, for pages that check forms and show quotas; three tenths less to load.
 * The build puts in the bytes of the core without it.
 */
import { createEngine as create, createEngineSync as createSync } from './inline.js';
import type { EngineOptions, FormsEngine } from './types.js';

export * from './shared.js';
export type { FormsEngine as Engine } from './types.js';
export { lintRulebook } from './inline.js';

/** Makes an engine for the law in force on a date. */
export function createEngine(given: EngineOptions): Promise<FormsEngine> {
  return create(given);
}

/** The same at once, in Node, workers and current browsers; older browsers refuse with `init.sync-refused`. */
export function createEngineSync(given: EngineOptions): FormsEngine {
  return createSync(given);
}
