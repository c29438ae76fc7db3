/** Bytes and modules as something to run, and why they do not run. */
import { EngineError, InitError } from './errors.js';
import type { Runner } from './instance.js';

export async function compile(bytes: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Runner> {
  requireWebAssembly();
  return runnerOf(await WebAssembly.compile(await bytes()));
}

export function compileSync(bytes: () => Uint8Array<ArrayBuffer>): Runner {
  requireWebAssembly();
  return runnerOf(new WebAssembly.Module(bytes()));
}

export function runnerOf(module: WebAssembly.Module): Runner {
  return {
    runsOn: 'wasm',
    startSync: (imports) => new WebAssembly.Instance(module, imports).exports,
    start: async (imports) => (await WebAssembly.instantiate(module, imports)).exports,
  };
}

export function requireWebAssembly(): void {
  if (typeof WebAssembly === 'undefined') {
    const help = 'use `xeploai/nowasm`, which does without';
    throw new InitError('init.no-webassembly', 'this browser has no WebAssembly, or a policy switches it off', { help });
  }
}

/** Why the core did not start, as far as browsers say. */
export function refused(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const reason = String(error);
  if (/unsafe-eval|Content Security Policy|embedder|blocked by CSP/i.test(reason)) {
    const help = "add 'wasm-unsafe-eval' to script-src (browsers before 2022 know only 'unsafe-eval'), or use `xeploai/nowasm`";
    return new InitError('init.csp-blocked', "the page's Content Security Policy does not allow WebAssembly", { help, cause: error });
  }
  if (/4KB|main thread/i.test(reason)) {
    const help = 'use `await createEngine(…)`';
    return new InitError('init.sync-refused', 'this browser does not compile WebAssembly synchronously on a page', { help, cause: error });
  }
  return new InitError('init.failed', 'WebAssembly could not start: ' + reason, { cause: error });
}
