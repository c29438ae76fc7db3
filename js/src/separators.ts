/** The characters that mean something to the core between the pieces of a text (`src/border/cells.rs`, `tokens.rs`). */
export const SEPARATOR = '\u001f';
export const COLUMN = '\u001e';
/** Between the rows of a grid, or findings; and between what is inside a cell. */
export const ROW = '\u001d';
export const CELL = '\u001c';
/** Before a number that a program passed, so that its point is not read as a thousands mark. */
export const PROGRAM = '\u0001';

/** What stands between the marks. Written out, because `split` takes two to four times as long for texts this short, and `push` a third longer. */
export function pieces(text: string, mark: string): string[] {
  const list: string[] = [];
  let [from, n] = [0, 0];
  for (let to = text.indexOf(mark); to >= 0; to = text.indexOf(mark, from)) {
    list[n++] = text.slice(from, to);
    from = to + 1;
  }
  list[n] = text.slice(from);
  return list;
}

/** Texts up to here are looked at letter by letter, which takes half as long there as an expression. */
const SHORT = 48;
const RESERVED = /[\u0001\u001c-\u001f]/;
const EVERY = /[\u0001\u001c-\u001f]/g;

/** A caller's text without them, wherever somebody typed one. */
export function clean(text: string): string {
  return (text.length > SHORT || hasLow(text)) && RESERVED.test(text) ? text.replace(EVERY, ' ') : text;
}

function hasLow(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20) return true;
  return false;
}
