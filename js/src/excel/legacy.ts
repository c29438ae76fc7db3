/**
 * TCVN3 (fonts .Vn…) and VNI (fonts VNI-…), from before Unicode: the letters lie where other languages have theirs. TCVN 5712:1993
 * for the first; the second writes most letters as a vowel and a mark beside it.
 */
import { LOOKED_AT } from './fold.js';
import type { Font } from './grid.js';
import { likeness } from './syllable.js';
import type { LegacyEncoding } from './types.js';

const TCVN3_FROM = '\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00b5\u00b6\u00b7\u00b8\u00b9\u00bb\u00bc\u00bd\u00be\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00ce\u00cf\u00d0\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d7\u00d8\u00dc\u00dd\u00de\u00df\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f7\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe';
const TCVN3_TO = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
/** Beside a vowel; the same letter large stands beside a large one. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323',
  â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323',
  ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323',
};
const VNI_ALONE: Readonly<Record<string, string>> = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };
// Texts, because the bundle must be ASCII, and a pattern written as one would not be.
const VNI = new RegExp('([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]', 'gi');

export function fromTcvn3(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const place = TCVN3_FROM.indexOf(text.charAt(at));
    out += place < 0 ? text.charAt(at) : TCVN3_TO.charAt(place);
  }
  return out;
}

export function fromVni(text: string): string {
  return text.replace(VNI, (all: string, base: string | undefined, mark: string | undefined) => {
    if (base === undefined || mark === undefined) return cased(VNI_ALONE[all.toLowerCase()] as string, all);
    const letter = VNI_ALONE[base.toLowerCase()];
    return (letter === undefined ? base : cased(letter, base)) + VNI_MARKS[mark.toLowerCase()];
  }).normalize('NFC');
}

function cased(letter: string, like: string): string {
  return like === like.toLowerCase() ? letter : letter.toUpperCase();
}

export function convert(text: string, encoding: LegacyEncoding, font?: Font): string {
  if (encoding === 'vni') return fromVni(text);
  const converted = fromTcvn3(text);
  return font === 'tcvn3-capitals' ? converted.toUpperCase() : converted;
}

/** `right`: Vietnamese as it stands · `either`: as it stands and converted · an encoding: only converted · `old`: in both encodings. */
export type Likely = LegacyEncoding | 'right' | 'either' | 'old' | null;

/** What the first letters of a text say. null: nothing, as they are ASCII or no Vietnamese in any reading. */
export function likely(whole: string): Likely {
  const text = whole.slice(0, LOOKED_AT);
  if (!/[\u0080-\u00ff]/.test(text)) return /[^\x00-\x7f]/.test(text) ? 'right' : null;
  // Letters that neither old encoding has.
  if (/[\u0100-\u1fff]/.test(text)) return 'right';
  const composed = text.normalize('NFC');
  const [asIs, tcvn3, vni] = [likeness(composed), likeness(fromTcvn3(text)), likeness(fromVni(text))];
  const best = Math.max(tcvn3, vni);
  if (best <= 0) return asIs > 0 ? 'right' : null;
  if (asIs >= best) return asIs > 0 ? 'either' : 'right';
  return tcvn3 === vni ? 'old' : tcvn3 > vni ? 'tcvn3' : 'vni';
}
