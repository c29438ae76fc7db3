/** Texts as bytes for the core, also where the page has no `TextEncoder`: jsdom, in which people test their pages, has none. */

/** What the glue asks of the one. */
interface Decoder {
  decode(bytes?: Uint8Array): string;
}

/** What the glue asks of the other. */
interface Encoder {
  encode(text: string): Uint8Array;
}

export function newDecoder(): Decoder {
  return typeof TextDecoder === 'undefined' ? { decode } : new TextDecoder('utf-8', { ignoreBOM: true });
}

export function newEncoder(): Encoder {
  return typeof TextEncoder === 'undefined' ? { encode } : new TextEncoder();
}

function decode(bytes: Uint8Array = new Uint8Array(0)): string {
  let escaped = '';
  for (let at = 0; at < bytes.length; at++) escaped += '%' + (256 + (bytes[at] as number)).toString(16).slice(1);
  return decodeURIComponent(escaped);
}

function encode(text: string): Uint8Array {
  let whole = '';
  // Half a letter has no bytes; browsers write this one for it.
  for (const letter of text) whole += /^[\ud800-\udfff]$/.test(letter) ? '\ufffd' : letter;
  const escaped = encodeURIComponent(whole);
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at++) bytes.push(escaped.charAt(at) === '%' ? parseInt(escaped.substr((at += 2) - 1, 2), 16) : escaped.charCodeAt(at));
  return new Uint8Array(bytes);
}
