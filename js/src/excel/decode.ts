/** Bytes of a text file as letters. Excel in Vietnam saves CSV in Windows-1258 unless told otherwise; old fonts come as their bytes. */
import { fromTcvn3, fromVni } from './legacy.js';
import { likeness } from './syllable.js';

const SAMPLE = 65_536;

export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const [first, second, third] = [bytes[0], bytes[1], bytes[2]];
  if (first === 0xef && second === 0xbb && third === 0xbf) return { text: decode('utf-8', bytes.subarray(3)), encoding: 'UTF-8' };
  if (first === 0xff && second === 0xfe) return { text: decode('utf-16le', bytes.subarray(2)), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: decode('utf-16be', bytes.subarray(2)), encoding: 'UTF-16' };
  if (second === 0 && bytes[3] === 0) return { text: decode('utf-16le', bytes), encoding: 'UTF-16' };
  if (first === 0 && third === 0) return { text: decode('utf-16be', bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC'), encoding: 'UTF-8' };
  } catch {
    return oneByte(bytes);
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes).normalize('NFC');
}

/** The reading under which most words are Vietnamese. Old fonts keep their bytes as letters: they are converted only when people say so. */
function oneByte(bytes: Uint8Array): { text: string; encoding: string } {
  const sample = bytes.subarray(0, SAMPLE);
  const latin = new TextDecoder('windows-1252').decode(sample);
  const [vietnamese, tcvn3, vni] = [likeness(decode('windows-1258', sample)), likeness(fromTcvn3(latin)), likeness(fromVni(latin))];
  // A file that is UTF-8 but for a few broken letters: those show as �, which is said.
  const broken = decode('utf-8', sample);
  if (likeness(broken) > Math.max(vietnamese, tcvn3, vni, 0)) return { text: decode('utf-8', bytes), encoding: 'UTF-8' };
  if (Math.max(tcvn3, vni) > vietnamese) return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  return { text: decode('windows-1258', bytes), encoding: 'windows-1258' };
}
