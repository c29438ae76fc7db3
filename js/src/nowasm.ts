/**
 * xeploai/nowasm: the same engine translated to JavaScript, for pages where WebAssembly is switched off or not allowed. Larger
 * and several times slower, and it gives the same answers.
 */
import { lint, open, openSync } from './engine.js';
import { translated } from './translated.js';
import type { Engine, EngineOptions, Fault, LintOptions } from './types.js';

export * from './shared.js';

/** Makes an engine for the law in force on a date. */
export function createEngine(given: EngineOptions): Promise<Engine> {
  return open(async () => translated, given);
}

/** The same at once, in every browser. */
export function createEngineSync(given: EngineOptions): Engine {
  return openSync(() => translated, given);
}

/** Everything wrong with a rulebook, and with an overlay laid over it. */
export function lintRulebook(source: unknown, overlay?: unknown, given?: LintOptions): Promise<readonly Fault[]> {
  return lint(async () => translated, source, overlay, given);
}
