/**
 * What a host hands over as the core, made a module: an address, an answer to a request, bytes, or a module. Whatever else
 * comes (a login page, half a file, the file of another version) is told apart, because each has another remedy.
 */
import { InitError, UsageError } from './errors.js';
import type { Runner } from './instance.js';
import { kind } from './usage.js';
import { requireWebAssembly, runnerOf } from './webassembly.js';

/** The section of the .wasm that says which build it is (js/tools/engine-file.mjs). */
const SECTION = 'xeploai';
const BUNDLERS = "`import wasm from 'xeploai/engine.wasm?url'` in Vite, `new URL('xeploai/engine.wasm', import.meta.url)` in webpack, the file's bytes in Node";

export async function asModule(given: unknown): Promise<Runner> {
  requireWebAssembly();
  let source: unknown;
  try {
    source = await given;
  } catch (error) {
    throw unreachable('what was promised as `wasm`', error);
  }
  if (typeof source === 'string' || is<URL>(source, 'URL')) return runnerOf(checked(await fromResponse(await request(String(source)), String(source))));
  if (is<Response>(source, 'Response')) return runnerOf(checked(await fromResponse(source, source.url)));
  if (isModule(source)) return runnerOf(checked(source));
  return runnerOf(checked(await fromBytes(bytesOf(source), 'what was passed as `wasm`')));
}

export function asModuleSync(source: unknown): Runner {
  requireWebAssembly();
  if (isModule(source)) return runnerOf(checked(source));
  const bytes = bytesOf(source);
  const what = 'what was passed as `wasm`';
  requireMagic(bytes, what);
  try {
    return runnerOf(checked(new WebAssembly.Module(bytes)));
  } catch (error) {
    throw damaged(error, what);
  }
}

/** By its tag, because what comes out of a frame or a test runner is of another world, and no `instanceof` there holds. */
function is<T>(source: unknown, tag: string): source is T {
  return Object.prototype.toString.call(source) === '[object ' + tag + ']';
}

function isModule(source: unknown): source is WebAssembly.Module {
  return is<WebAssembly.Module>(source, 'WebAssembly.Module');
}

function bytesOf(source: unknown): Uint8Array<ArrayBuffer> {
  if (is<ArrayBuffer>(source, 'ArrayBuffer')) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength);
  if (source === undefined) {
    throw new UsageError('usage.missing-field', '`wasm` is missing: `xeploai/slim` has no bytes of its own', { help: BUNDLERS });
  }
  throw new UsageError('usage.bad-type', '`wasm` expects an address, a Response, bytes or a WebAssembly.Module, found ' + kind(source));
}

/** The only request this package ever makes: to the address the host gave, with its own cookies, because portals stand behind a login. */
async function request(address: string): Promise<Response> {
  if (typeof fetch !== 'function') {
    throw new InitError('init.fetch-failed', 'there is no `fetch` here to load ' + address, { help: 'pass the bytes themselves as `wasm`' });
  }
  try {
    return await fetch(address, { credentials: 'same-origin' });
  } catch (error) {
    throw unreachable(address, error);
  }
}

/** Compiled while it arrives, where the server says that it is WebAssembly: browsers insist on that. Otherwise once it is here. */
async function fromResponse(response: Response, address: string): Promise<WebAssembly.Module> {
  const what = address || 'the answer';
  if (!response.ok) {
    throw new InitError('init.fetch-failed', `${what} answered ${response.status}`, { help: 'see that engine.wasm is served there' });
  }
  const type = (response.headers.get('content-type') || '').trim().toLowerCase();
  if (type === 'application/wasm' && typeof WebAssembly.compileStreaming === 'function') {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (error) {
      throw damaged(error, what);
    }
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw unreachable(what, error);
  }
  return fromBytes(bytes, what);
}

async function fromBytes(bytes: Uint8Array<ArrayBuffer>, what: string): Promise<WebAssembly.Module> {
  requireMagic(bytes, what);
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw damaged(error, what);
  }
}

/** `\0asm`, or it is something else: mostly a page that was sent instead. */
function requireMagic(bytes: Uint8Array, what: string): void {
  if (bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d) return;
  throw notWasm(what, bytes.length);
}

function notWasm(what: string, length?: number, cause?: unknown): InitError {
  const found = length === 0 ? 'is empty' : 'is not WebAssembly but something else';
  const help = 'often that is a login page or a "not found" page sent in its place: open the address in the browser and look';
  return new InitError('init.not-wasm', `${what} ${found}`, { help, cause });
}

/** The browser's own errors: refusals of a policy are left to `refused`. */
function damaged(error: unknown, what: string): unknown {
  const reason = String(error);
  if (/unsafe-eval|Content Security Policy|embedder|blocked by CSP|4KB|main thread/i.test(reason)) return error;
  if (/magic|asm'/i.test(reason)) return notWasm(what, undefined, error);
  if (error instanceof TypeError) return unreachable(what, error);
  // Half a file that streams in is a CompileError, and in Firefox now and then "out of memory".
  return new InitError('init.damaged', `${what} could not be read as engine.wasm: ${reason}`, { help: 'copy the file again, as it is in the package', cause: error });
}

function unreachable(what: string, cause: unknown): InitError {
  const help = "see that the address is right, that the page's Content Security Policy has it in connect-src, and that the network is there";
  return new InitError('init.fetch-failed', `${what} could not be loaded: ${String(cause)}`, { help, cause });
}

/** A module of another build would take other arguments: it says which it is, and is asked before it is started. */
function checked(module: WebAssembly.Module): WebAssembly.Module {
  const section = WebAssembly.Module.customSections(module, SECTION)[0];
  const stamp = section ? String.fromCharCode.apply(null, new Uint8Array(section) as unknown as number[]) : '';
  if (stamp === XEPLOAI_STAMP) return module;
  const found = stamp === '' ? 'says nothing of a version' : 'is of ' + stamp;
  throw new InitError('init.version-mismatch', `the .wasm ${found}, and this script is of ${XEPLOAI_STAMP}`, {
    help: 'take both from the same package; after an update, see that no old copy is cached',
  });
}
