/**
 * dist/xeploai.global.js: one classic script with everything inside, for pages without a bundler and for pages that are files.
 * Where WebAssembly is missing or refused it loads the same core as JavaScript from the file beside it.
 */
import { wasmBytes, wasmBytesSync } from './bytes.js';
import { lint, open, openSync } from './engine.js';
import type { Runner } from './instance.js';
import { loadSibling } from './sibling.js';
import type { Engine, EngineOptions, Fault, LintOptions } from './types.js';
import { compile, compileSync, refused, requireWebAssembly } from './webassembly.js';

export * from './shared.js';

export function createEngine(given: EngineOptions): Promise<Engine> {
  return open(find, given);
}

export function createEngineSync(given: EngineOptions): Engine {
  return openSync(() => compileSync(wasmBytesSync), given);
}

export function lintRulebook(source: unknown, overlay?: unknown, given?: LintOptions): Promise<readonly Fault[]> {
  return lint(find, source, overlay, given);
}

/** The smallest module there is. Tried first, because WebKit refuses a module only when it is started. */
const SMALLEST = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

async function find(): Promise<Runner> {
  try {
    requireWebAssembly();
    await WebAssembly.instantiate(SMALLEST);
    return await compile(wasmBytes);
  } catch (error) {
    return loadSibling(refused(error));
  }
}
