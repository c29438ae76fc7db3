/** What a file is, by what it begins with; its name may say anything. */
import { Refusal } from './error.js';

export type FileKind = 'zip' | 'html' | 'text';

const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['%PDF', 'file.pdf'], ['{\\rtf', 'file.word'], ['Rar!', 'file.other'], ['7z\xbc\xaf', 'file.other'], ['\x89PNG', 'file.other'], ['\xff\xd8\xff', 'file.other'], ['GIF8', 'file.other'],
];

/** `zip` may be a workbook; everything else that is neither a table nor text is refused by its name. */
export function kindOf(bytes: Uint8Array): FileKind {
  const head = latin(bytes, 0, 4096);
  if (head.slice(0, 4) === 'PK\x03\x04') return 'zip';
  if (head.slice(0, 4) === 'PK\x05\x06') throw new Refusal('file.nothing');
  if (head.slice(0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') throw new Refusal(insideContainer(bytes));
  for (const [beginning, code] of BEGINNINGS) if (head.slice(0, beginning.length) === beginning) throw new Refusal(code);
  const wide = head.slice(0, 2) === '\xff\xfe' || head.slice(0, 2) === '\xfe\xff';
  const start = (wide ? head.replace(/\0/g, '') : head).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '').toLowerCase();
  if (/^<(!doctype html|html|table|head|body|meta|style|div)\b/.test(start) || (/^<[?!]/.test(start) && /<html\b/.test(start))) return 'html';
  if (/^<\?xml/.test(start)) throw new Refusal('file.xml');
  if (!wide && isBinary(head)) throw new Refusal('file.other');
  return 'text';
}

/** Text has no zeros, but for UTF-16, where every second byte is one. */
function isBinary(head: string): boolean {
  let [zeros, even, odd, strange] = [0, 0, 0, 0];
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code === 0) {
      zeros++;
      if (at & 1) odd++;
      else even++;
    } else if (code < 9 || (code > 13 && code < 32)) strange++;
  }
  return strange * 50 > head.length || (zeros > 0 && even > 0 && odd > 0);
}

/** The container of old Office files also holds new ones with a password; its directory names what is in it, in UTF-16. */
function insideContainer(bytes: Uint8Array): string {
  const has = (name: string) => indexOf(bytes, name) >= 0;
  if (has('EncryptedPackage')) return 'file.password';
  if (has('WordDocument')) return 'file.word';
  return has('Workbook') || has('Book') ? 'file.old-excel' : 'file.other';
}

function indexOf(bytes: Uint8Array, name: string): number {
  search: for (let at = 512; at + name.length * 2 <= bytes.length; at += 2) {
    for (let letter = 0; letter < name.length; letter++) {
      if (bytes[at + letter * 2] !== name.charCodeAt(letter) || bytes[at + letter * 2 + 1] !== 0) continue search;
    }
    return at;
  }
  return -1;
}

/** Bytes as letters of the same number. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to && at < bytes.length; at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}
