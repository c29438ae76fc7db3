/**
 * The doors of the default entry: the bytes are inside the package, so nothing is fetched. Creation is asynchronous because
 * older browsers refuse to compile more than 4 KB synchronously on a page's main thread.
 */
import { lint, open, openSync } from './engine.js';
import type { Runner } from './instance.js';
import type { Engine, EngineOptions, Fault, LintOptions } from './types.js';
import { compile, compileSync } from './webassembly.js';
// Last, so that in the bundle the bytes stand behind all code: 2 KB less, gzipped.
import { wasmBytes, wasmBytesSync } from './bytes.js';

/** Makes an engine for the law in force on a date. */
export function createEngine(given: EngineOptions): Promise<Engine> {
  return open(find, given);
}

/** The same at once, in Node, workers and current browsers; older browsers refuse with `init.sync-refused`. */
export function createEngineSync(given: EngineOptions): Engine {
  return openSync(() => compileSync(wasmBytesSync), given);
}

/**
 * Everything wrong with a rulebook, and with an overlay laid over it. `xeploai/author` has the same function with the
 * lints: when nothing is wrong, what the author may have overlooked and what the text leaves open.
 */
export function lintRulebook(source: unknown, overlay?: unknown, given?: LintOptions): Promise<readonly Fault[]> {
  return lint(find, source, overlay, given);
}

function find(): Promise<Runner> {
  return compile(wasmBytes);
}
