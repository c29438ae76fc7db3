/**
 * The core as JavaScript is larger than everything else together, and few pages need it; so it is a file of its own, beside
 * the classic script, loaded when WebAssembly is refused. Where it lies is known only while the classic script first runs.
 */
import { InitError, type EngineError } from './errors.js';
import type { Exports, Imports } from '../build/wasm/xeploai.js';
import type { Runner } from './instance.js';

export interface Core {
  readonly stamp: string;
  readonly start: (imports: Imports) => Exports;
}
/** A script element that waits for its core: the file sees that it was asked, and makes no global of its own. */
export interface Asking extends HTMLScriptElement {
  xeploaiCore?: (core: Core) => void;
}
interface TrustedScripts {
  createScriptURL(address: string): string;
}

const FILE = 'xeploai.nowasm.global.js';
const here = typeof document === 'undefined' ? null : document.currentScript as HTMLScriptElement | null;

/** `why` WebAssembly does not run: it stays the error where there is no page to load a script into. */
export async function loadSibling(why: EngineError): Promise<Runner> {
  const address = here && addressBeside(here);
  if (!here || !address) throw why;
  const { stamp, start } = await request(here, address, why);
  if (stamp !== XEPLOAI_STAMP) {
    const help = 'take both files from the same package; after an update, see that no old copy is cached';
    throw new InitError('init.version-mismatch', `${address} is of ${stamp}, and this script is of ${XEPLOAI_STAMP}`, { help });
  }
  return { runsOn: 'javascript', startSync: start, start: async (imports) => start(imports) };
}

/** What the page says (`data-nowasm`), or the same folder with the same query, which some portals use against old copies. */
function addressBeside(script: HTMLScriptElement): string | null {
  const told = script.getAttribute('data-nowasm');
  if (told !== null) return new URL(told, document.baseURI).href;
  if (!script.src) return null;
  const { search } = new URL(script.src);
  return new URL(FILE + search, script.src).href;
}

function request(from: HTMLScriptElement, address: string, why: EngineError): Promise<Core> {
  return new Promise((found, failed) => {
    const script = document.createElement('script') as Asking;
    const fail = (cause?: unknown) => {
      script.remove();
      failed(missing(address, why, cause));
    };
    script.xeploaiCore = (core) => {
      script.remove();
      found(core);
    };
    script.onerror = () => fail();
    // Another file under that name: it ran, and handed nothing over.
    script.onload = () => fail();
    if (from.nonce) script.nonce = from.nonce;
    if (from.crossOrigin !== null) script.crossOrigin = from.crossOrigin;
    // A page that pins the one file has pinned the other.
    if (from.integrity) script.integrity = XEPLOAI_NOWASM_INTEGRITY;
    try {
      script.src = trusted(address);
    } catch (error) {
      return fail(error);
    }
    document.head.appendChild(script);
  });
}

let policy: TrustedScripts | null = null;

/** Under `require-trusted-types-for 'script'` an address has to come from a policy; ours is called `xeploai` and lets this one through. */
function trusted(address: string): string {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: TrustedScripts): TrustedScripts } };
  if (!trustedTypes) return address;
  if (!policy) {
    try {
      policy = trustedTypes.createPolicy('xeploai', { createScriptURL: (one) => one });
    } catch (error) {
      // The page allows no policy of this name, or another copy has taken it; it may not require one either.
      return address;
    }
  }
  return policy.createScriptURL(address);
}

function missing(address: string, why: EngineError, cause: unknown): InitError {
  const help = `put ${FILE} beside this script or name it in data-nowasm; the policy must allow it in script-src, and with Trusted Types \`trusted-types xeploai\`; or load that file in its place`;
  return new InitError('init.nowasm-missing', `WebAssembly does not run here (${why.code}), and ${address} could not be loaded`, { help, cause: cause || why });
}
