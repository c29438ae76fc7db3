/** Bytes out of base64, by the browser's own decoder: the new one, or the one that every browser has. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const { fromBase64: decoder } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (decoder) return decoder.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
