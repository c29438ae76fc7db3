/** Text with separators, as Excel saves and copies it: quotation marks around cells that hold separators or line breaks. */
import { Refusal } from './error.js';
import { clean } from './fold.js';
import { MAX_COLUMNS, letterOf, type Grid, type Note, type Row } from './grid.js';
import type { Pace } from './pace.js';
import type { Limits, SourceKind } from './types.js';
import { whole } from './words.js';

const TAB = 9, LINE = 10, RETURN = 13, QUOTE = 34;
/** Letters between looks at the clock. */
const PIECE = 16_384;

export async function readCsv(given: string, kind: SourceKind, encoding: string | null, limits: Limits, pace: Pace): Promise<Grid> {
  const [text, delimiter] = withDelimiter(given);
  const separator = delimiter.charCodeAt(0);
  const rows: Row[] = [];
  const notes: Note[] = [];
  let [number, width, filled, strange, strangeRow, cut, looked, quotes] = [1, 0, 0, 0, 0, 0, 0, true];
  let cells: string[] = [];

  function endCell(cell: string): void {
    const value = clean(cell);
    if (value && ++filled > limits.cells) throw new Refusal('file.cells', { sheet: 'CSV', limit: whole(limits.cells) });
    cells.push(value);
  }
  function endRow(): void {
    while (cells.length && cells[cells.length - 1] === '') cells.pop();
    if (cells.length > MAX_COLUMNS) {
      cut = cut || number;
      cells.length = MAX_COLUMNS;
    }
    if (cells.length) {
      if (rows.length >= limits.rows) throw new Refusal('file.rows', { sheet: 'CSV', limit: whole(limits.rows) });
      if (cells.join('').indexOf('\ufffd') >= 0) {
        strange++;
        strangeRow = strangeRow || number;
      }
      if (cells.length > width) width = cells.length;
      rows.push({ number, cells });
    }
    cells = [];
    number++;
  }

  for (let at = 0; at < text.length;) {
    if (quotes && text.charCodeAt(at) === QUOTE) {
      const end = closing(text, at);
      if (end < 0) {
        notes.push({ code: 'csv.quote', row: number, params: { row: String(number) } });
        quotes = false;
        continue;
      }
      const next = nextEnd(text, end + 1, separator);
      const inside = linesIn(text.slice(at, end), delimiter);
      if (inside > 1) notes.push({ code: 'csv.lines', row: number, params: { row: String(number), count: whole(inside) } });
      endCell(text.slice(at + 1, end).replace(/""/g, '"') + text.slice(end + 1, next));
      at = next;
    } else {
      const next = nextEnd(text, at, separator);
      endCell(text.slice(at, next));
      at = next;
    }
    const code = text.charCodeAt(at);
    if (code === separator) {
      at++;
      if (at === text.length) endCell('');
    } else if (at < text.length) {
      at += code === RETURN && text.charCodeAt(at + 1) === LINE ? 2 : 1;
      endRow();
    }
    if (at - looked > PIECE) {
      looked = at;
      const rest = pace.step(at / text.length);
      if (rest) await rest;
    }
  }
  endRow();
  if (strange) notes.push({ code: 'csv.letters', params: { count: whole(strange), row: String(strangeRow) } });
  if (cut) notes.push({ code: 'columns.cut', params: { column: letterOf(MAX_COLUMNS - 1), row: String(cut) } });
  return { kind, rows, merges: [], width, notes, encoding, delimiter };
}

/** Where the cell's quotation mark closes: two of them are one that belongs to the cell. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/** Lines in a quoted cell, if they look like rows: a mark too many may have taken them for one cell. */
function linesIn(cell: string, delimiter: string): number {
  if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) return 0;
  return cell.split(/\r\n?|\n/).filter((line) => line.indexOf(delimiter) >= 0).length;
}

function nextEnd(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LINE || code === RETURN) break;
  }
  return at;
}

/** The text without a line `sep=;`, and what stands most evenly between its cells. */
function withDelimiter(text: string): readonly [string, string] {
  const said = /^sep=([^\r\n])\r?\n?/i.exec(text);
  if (said) return [text.slice(said[0].length), said[1] as string];
  const head = text.slice(0, PIECE).replace(/"[^"]*"/g, '');
  const lines = head.split(/\r\n?|\n/).slice(0, 50);
  let [best, most] = [String.fromCharCode(TAB), 0];
  for (const one of ['\t', ';', ',']) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(one).length - 1;
      if (count) counts.set(count, (counts.get(count) || 0) + 1);
    }
    let even = 0;
    counts.forEach((times, count) => { even = Math.max(even, times * Math.min(count, 20)); });
    if (even > most) [best, most] = [one, even];
  }
  return [text, best];
}
