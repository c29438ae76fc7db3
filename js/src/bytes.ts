/** The module's bytes, out of the text they are shipped in: deflated, then base64. */
import { inflateSync } from 'fflate';
import { wasmDeflated, wasmLength } from '../build/bytes.js';

export function wasmBytes(): Uint8Array {
  const binary = atob(wasmDeflated);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return inflateSync(bytes, { out: new Uint8Array(wasmLength) });
}
