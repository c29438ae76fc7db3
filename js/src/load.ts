/**
 * Gets the WebAssembly module running, once. The bytes are inside the package, so nothing is fetched. A failure is
 * not remembered: the next call tries again. Creation is asynchronous because older browsers refuse to compile more
 * than 4 KB synchronously on a page's main thread.
 */
import initAsync, { initSync } from '../build/wasm/xeploai.js';
import { wasmBytes, wasmBytesSync } from './bytes.js';
import { InitError } from './errors.js';

let ready = false;
let pending: Promise<void> | null = null;

export function load(): Promise<void> {
  if (ready) return Promise.resolve();
  if (!pending) {
    pending = start().then(
      () => { ready = true; pending = null; },
      (error: unknown) => { pending = null; throw refused(error); },
    );
  }
  return pending;
}

async function start(): Promise<void> {
  requireWebAssembly();
  await initAsync({ module_or_path: await wasmBytes() });
}

export function loadSync(): void {
  if (ready) return;
  // Two instances would share one glue, and engines of the first would point into the second.
  if (pending) {
    throw new InitError('init.busy', 'the engine is being loaded by `createEngine`', { help: 'await that first' });
  }
  requireWebAssembly();
  try {
    initSync({ module: wasmBytesSync() });
  } catch (error) {
    throw refused(error);
  }
  ready = true;
}

function requireWebAssembly(): void {
  if (typeof WebAssembly === 'undefined') {
    throw new InitError('init.no-webassembly', 'this browser has no WebAssembly, or a policy switches it off');
  }
}

function refused(error: unknown): InitError {
  if (error instanceof InitError) return error;
  const reason = String(error);
  if (/unsafe-eval|Content Security Policy|embedder|blocked by CSP/i.test(reason)) {
    const help = "add 'wasm-unsafe-eval' to script-src; browsers before 2022 know only 'unsafe-eval'";
    return new InitError('init.csp-blocked', "the page's Content Security Policy does not allow WebAssembly", { help, cause: error });
  }
  if (/4KB|main thread/i.test(reason)) {
    const help = 'use `await createEngine(…)`';
    return new InitError('init.sync-refused', 'this browser does not compile WebAssembly synchronously on a page', { help, cause: error });
  }
  return new InitError('init.failed', 'WebAssembly could not start: ' + reason, { cause: error });
}
