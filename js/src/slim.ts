/** xeploai/slim: the same engine without its bytes. The host says where they are: `xeploai/engine.wasm`, or an address it is copied to. */
import { lint, open, openSync } from './engine.js';
import { asModule, asModuleSync } from './source.js';
import type { Engine, EngineOptions, Fault, LintOptions } from './types.js';
import { guarded } from './usage.js';

export * from './shared.js';

/** What can be had at once. */
export type WasmBytes = ArrayBuffer | ArrayBufferView | WebAssembly.Module;
/** An address, relative to the page when it is a text; an answer to a request; bytes; a module. */
export type WasmSource = string | URL | Response | WasmBytes;

/** `wasm` is where the core comes from, until one runs; after that it may be left out. */
export interface SlimOptions extends EngineOptions {
  wasm?: WasmSource | Promise<WasmSource>;
}
export interface SlimSyncOptions extends EngineOptions {
  wasm?: WasmBytes;
}
export interface SlimLintOptions extends LintOptions {
  wasm?: WasmSource | Promise<WasmSource>;
}

const OWN = 'wasm';

/** Makes an engine for the law in force on a date. */
export function createEngine(given: SlimOptions): Promise<Engine> {
  return open(() => asModule(wasmOf(given)), given, OWN);
}

/** The same at once, from bytes or a module: in Node, workers and current browsers. */
export function createEngineSync(given: SlimSyncOptions): Engine {
  return openSync(() => asModuleSync(wasmOf(given)), given, OWN);
}

/** Everything wrong with a rulebook, and with an overlay laid over it. */
export function lintRulebook(source: unknown, overlay?: unknown, given?: SlimLintOptions): Promise<readonly Fault[]> {
  return lint(() => asModule(wasmOf(given)), source, overlay, given, OWN);
}

function wasmOf(given: { wasm?: unknown } | undefined): unknown {
  return guarded('wasm', () => (given === null || given === undefined ? undefined : given.wasm));
}
