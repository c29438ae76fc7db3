/** One sheet of a workbook: rows that hold something, as text. Formulas are not computed: what Excel stored is read. */
import { Refusal } from './error.js';
import { clean } from './fold.js';
import { letterOf, MAX_COLUMNS, spreadMerges, type Font, type Grid, type Merge, type Note, type Row } from './grid.js';
import { unescaped, type Reader, type SharedText, type SheetPlace, type Workbook } from './workbook.js';
import { whole } from './words.js';

/** More of a kind than this are told as one. */
const EACH = 3;
/** The last row there can be. */
const LAST = 1_048_576;

export async function readSheet(reader: Reader, workbook: Workbook, sheet: SheetPlace): Promise<Grid> {
  const { limits } = reader;
  const rows: Row[] = [];
  const merges: Merge[] = [];
  const lost: Note[] = [];
  const notes: Note[] = [];
  let [number, column, cells, width, filled, hiddenRows, cut] = [0, -1, [] as string[], 0, 0, 0, 0];
  let [hidden, inRow, fonts]: [boolean, boolean, Font[] | undefined] = [false, false, undefined];
  const damaged = () => new Refusal('file.damaged', { part: sheet.part.name });
  // Of the cell being read.
  let [type, style, value, formula, hasValue, inValue, inText, aside] = ['n', 0, '', false, false, false, false, false];

  /** Rows and cells come in order, each once; otherwise one would stand over another. */
  function beginRow(place: string | undefined, isHidden: boolean): void {
    const next = place === undefined ? number + 1 : Number(place);
    if (inRow || !(next > number && next <= LAST) || next % 1 !== 0) throw damaged();
    [number, column, cells, fonts, hidden, inRow] = [next, -1, [], undefined, isHidden, true];
  }
  function beginCell(place: string | undefined): void {
    const next = place === undefined ? column + 1 : columnOf(place);
    if (!inRow || next <= column) throw damaged();
    column = next;
  }

  function endCell(): void {
    const text = cellText(workbook, type, style, value);
    // A formula may well give no text; it cannot give no number.
    if (formula && (type === 'str' ? !hasValue : value === '')) lost.push({ code: 'formula.no-value', row: number, column });
    if (type === 'e') {
      notes.push({ code: 'cell.error', row: number, column, params: { cell: letterOf(column) + number, text: value } });
      return;
    }
    if (text === '') return;
    if (column >= MAX_COLUMNS) {
      cut = cut || number;
      return;
    }
    if (++filled > limits.cells) throw new Refusal('file.cells', { sheet: sheet.name, limit: whole(limits.cells) });
    while (cells.length < column) cells.push('');
    cells[column] = type === 's' ? text : reader.hold(text, sheet.part.name);
    const shown = workbook.styles[style];
    const font = (type === 's' ? textOf(workbook, value).font : undefined) || (shown ? shown.font : undefined);
    if (font) (fonts || (fonts = []))[column] = font;
  }

  function endRow(): void {
    inRow = false;
    if (!cells.length) return;
    if (rows.length >= limits.rows) throw new Refusal('file.rows', { sheet: sheet.name, limit: whole(limits.rows) });
    if (hidden) hiddenRows++;
    if (cells.length > width) width = cells.length;
    rows.push(fonts ? { number, cells, fonts } : { number, cells });
  }

  await reader.xml(sheet.part.name, {
    open(tag, attribute) {
      if (tag === 'c') {
        beginCell(attribute('r'));
        [type, style, value, formula, hasValue] = [attribute('t') || 'n', Number(attribute('s') || 0), '', false, false];
      } else if (tag === 'v') inValue = hasValue = true;
      else if (tag === 't') inText = !aside;
      else if (tag === 'f') formula = true;
      else if (tag === 'rPh') aside = true;
      else if (tag === 'row') beginRow(attribute('r'), attribute('hidden') === '1' || attribute('hidden') === 'true');
      else if (tag === 'mergeCell') addMerge(merges, attribute('ref') || '');
    },
    text(piece) {
      if (inValue || inText) value += piece;
    },
    close(tag) {
      if (tag === 'c') endCell();
      else if (tag === 'v') inValue = false;
      else if (tag === 't') inText = false;
      else if (tag === 'rPh') aside = false;
      else if (tag === 'row') endRow();
    },
  });
  if (lost.length > EACH) notes.push({ code: 'formula.no-value.many', params: { count: whole(lost.length), cell: cellName(lost[0] as Note) } });
  else for (const one of lost) notes.push({ code: one.code, row: one.row as number, column: one.column as number, params: { cell: cellName(one) } });
  if (hiddenRows) notes.push({ code: 'rows.hidden', params: { count: whole(hiddenRows) } });
  if (cut) notes.push({ code: 'columns.cut', params: { column: letterOf(MAX_COLUMNS - 1), row: String(cut) } });
  if (!spreadMerges({ rows, merges, width })) notes.push({ code: 'merged.many' });
  return { kind: 'xlsx', rows, merges, width, notes, encoding: null, delimiter: null };
}

function cellName(note: Note): string {
  return letterOf(note.column as number) + note.row;
}

function textOf(workbook: Workbook, value: string): SharedText {
  const text = /^\d+$/.test(value) ? workbook.texts[Number(value)] : undefined;
  if (!text) throw new Refusal('file.damaged', { part: 'sharedStrings' });
  return text;
}

function cellText(workbook: Workbook, type: string, style: number, value: string): string {
  if (type === 's' && value !== '') return textOf(workbook, value).text;
  if (type === 'n') return value === '' ? '' : numberText(value, Boolean((workbook.styles[style] || { date: false }).date), workbook.from1904);
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : '';
  if (type === 'd') return value.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1');
  return clean(unescaped(value));
}

function numberText(value: string, date: boolean, from1904: boolean): string {
  const number = Number(value);
  if (!isFinite(number)) return value;
  return date && number >= 0 && number < 2_958_466 ? dateText(number + (from1904 ? 1462 : 0)) : String(number);
}

/** Days since 1900, which Excel takes for a leap year. */
function dateText(serial: number): string {
  const day = Math.floor(serial);
  if (day < 1) return String(serial);
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * 86_400_000);
  const two = (value: number) => (value < 10 ? '0' : '') + value;
  return two(date.getUTCDate()) + '/' + two(date.getUTCMonth() + 1) + '/' + date.getUTCFullYear();
}

/** 27 of `AB12`. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const code = place.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function addMerge(merges: Merge[], place: string): void {
  const found = /^([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)$/.exec(place);
  if (found) merges.push([Number(found[2]), Number(found[4]), columnOf(found[1] as string), columnOf(found[3] as string)]);
}
