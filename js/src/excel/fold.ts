/** Vietnamese words compared however they were typed. */

/** Nothing that is looked for is longer; a cell may be, and the time for it is not to grow. */
export const LOOKED_AT = 400;

/** Without case, marks and punctuation: `Họ, tên` → `ho ten`. Of a long text its beginning. */
export function fold(text: string): string {
  return text.slice(0, LOOKED_AT).normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[\u0111\u00f0]/g, 'd')
    .replace(/[^a-z0-9%]+/g, ' ').trim();
}

/** The same for two spellings of one name, different for two names: case and the place of a tone (hòa, hoà) do not count, marks do. */
export function keyOf(name: string): string {
  return name.normalize('NFD').toLowerCase().replace(/\u00f0/g, 'đ').replace(/\s+/g, ' ').trim().replace(/([\u0300\u0301\u0303\u0309\u0323])([^\s.,;:()/-]*)/g, '$2$1');
}

/** Words with single spaces between them, of letters that are composed: most cells. */
const CLEAN = /^[!-~\u00c0-\u02ff\u1ea0-\u1ef9]+(?: [!-~\u00c0-\u02ff\u1ea0-\u1ef9]+)*$/;

/** One line of composed letters without spaces around it: a line break in a cell is a space between words. */
export function clean(text: string): string {
  if (CLEAN.test(text)) return text;
  return text.normalize('NFC').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}
