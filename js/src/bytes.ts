/** The module's bytes, out of the text they are shipped in. */
import { wasmBase64 } from '../build/bytes.js';

export function wasmBytes(): Uint8Array {
  const binary = atob(wasmBase64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
