/** Where the header of a roster is, and what its words say. */
import { fold, LOOKED_AT } from './fold.js';
import type { Grid, Row } from './grid.js';
import { convert, likely } from './legacy.js';
import { WAITING, type Meanings } from './meaning.js';

/** Rows from the top among which the header is. */
const LOOK = 80;
/** Rows of a header at most. */
const DEEP = 4;

export type Field = 'name' | 'number' | 'unit' | 'grade' | 'exclusion' | 'note' | 'known' | 'tick';

const FIELDS: readonly (readonly [RegExp, Field])[] = [
  [/^(stt|tt|so tt|so thu tu|no)$/, 'number'],
  [/^(ghi chu|luu y|note)\b/, 'note'],
  [/\b(chuc vu|chuc danh|noi o|dia chi|que quan)\b|\b(don vi|co quan|noi) (dang )?cong tac\b/, 'known'],
  [/\b(ly do|truong hop)\b.*\b(khong|chua|mien)\b|^(khong|chua|mien)( duoc)? (xep loai|danh gia)|^ly do$|^(doi tuong|dien|duoc)? ?mien\b/, 'exclusion'],
  [/\b(xep loai|xep hang|danh gia|muc do hoan thanh|phan loai|ket qua (kiem diem|nam))\b|^(chat luong( dang vien)?|loai|muc|ket qua|grade|rating)$/, 'grade'],
  [/^(ho( va| )*(chu dem |dem )?ten|ho dem|ho ten|ho|ten|ten dem|full name|name)\b(?!.*\b(chi bo|don vi|dang bo)\b)|^(dang vien|dong chi)$/, 'name'],
  [/\b(chi bo|dang bo|dang uy|chi uy|don vi|to chuc dang|to chuc co so|to dang|co quan|unit|branch)\b/, 'unit'],
  [/\b(chuc vu|chuc danh|ngay|nam sinh|sinh|gioi tinh|nam nu|dan toc|ton giao|so the|the dang|que quan|trinh do|tuoi|vao dang|chinh thuc|dien thoai|diem)\b/, 'known'],
];
/** From the highest unit to the lowest; what none of them says stands between. */
const LEVELS: readonly RegExp[] = [/\btinh\b|\bthanh pho\b/, /\bhuyen\b|\bquan\b|\bcap tren\b|\bkhu\b|\bthi uy\b|\bthi xa\b/, /\bdang bo( co so)?$|\bdang uy|\bco so\b|\bxa\b|\bphuong\b/, /\bbo phan\b/, /\bchi bo\b|\bchi uy\b/, /\bto dang\b/];
const NO_LEVEL = 2.5;

/** The level a unit's name or header speaks of; lower is higher up. */
export function levelOf(folded: string): number {
  for (let at = LEVELS.length - 1; at >= 0; at--) if ((LEVELS[at] as RegExp).test(folded)) return at;
  return NO_LEVEL;
}

/** The level of a column of units. */
export function levelOfTitle(title: string): number {
  const level = meant(title, (variant) => {
    const own = levelOf(fold(variant));
    return own === NO_LEVEL ? null : own;
  });
  return level === null ? NO_LEVEL : level;
}

/** A text, and what it would be in an old encoding: only to know headers by, nothing shown is converted. */
function variants(whole: string): readonly string[] {
  const text = whole.slice(0, LOOKED_AT);
  const said = likely(text);
  if (said === 'either' || said === 'old') return [text, convert(text, 'tcvn3'), convert(text, 'vni')];
  return said === 'tcvn3' || said === 'vni' ? [convert(text, said)] : [text];
}

/** What the first variant that says something says. */
export function meant<T>(text: string, look: (variant: string) => T | null): T | null {
  for (const variant of variants(text)) {
    const found = look(variant);
    if (found !== null) return found;
  }
  return null;
}

export function fieldOf(text: string, meanings: Meanings): Field | null {
  return text === '' ? null : meant(text, (variant) => fieldOfWords(fold(variant), meanings));
}

function fieldOfWords(folded: string, meanings: Meanings): Field | null {
  if (folded === '') return null;
  if (meanings.grade(folded) !== WAITING) return 'tick';
  for (const [pattern, field] of FIELDS) if (pattern.test(folded)) return field;
  return meanings.reason(folded) ? 'exclusion' : null;
}

/** What a row shows in a column when it is part of a header: merged cells are seen in all their places. */
function seen(row: Row, column: number): string {
  return row.cells[column] || (row.spread && row.spread[column]) || '';
}

/** Positions of the header's first and last row, or null. */
export function findHeader(grid: Grid, meanings: Meanings): readonly [number, number] | null {
  const { rows } = grid;
  let [best, found]: [number, readonly [number, number] | null] = [0, null];
  const fields = rows.slice(0, LOOK + DEEP).map((row) => fieldsOf(row, grid.width, meanings));
  for (let from = 0; from < Math.min(LOOK, rows.length); from++) {
    // A title has one cell, however wide.
    if ((rows[from] as Row).cells.filter(Boolean).length < 2 || !(fields[from] as readonly unknown[]).some(Boolean)) continue;
    const columns: (Field | null)[] = [];
    for (let to = from; to < Math.min(from + DEEP, rows.length); to++) {
      if (to > from && ((rows[to] as Row).number !== (rows[to - 1] as Row).number + 1 || !belongs(rows, to, fields[to] as readonly unknown[]))) break;
      (fields[to] as readonly (Field | null)[]).forEach((field, at) => { columns[at] = field || columns[at] || null; });
      const score = scoreOf(columns);
      if (score > best + .01) [best, found] = [score, [from, to]];
    }
  }
  if (!found) return null;
  let end = found[1];
  while (end + 1 < rows.length && isCounting(rows[end + 1] as Row)) end++;
  return [found[0], end];
}

function fieldsOf(row: Row, width: number, meanings: Meanings): (Field | null)[] {
  const fields: (Field | null)[] = [];
  for (let at = 0; at < width; at++) fields.push(at < 256 ? fieldOf(seen(row, at), meanings) : null);
  return fields;
}

/** A further row of a header stands below cells that are blank, or wider than one column; below a header of its own stands somebody. */
function belongs(rows: readonly Row[], at: number, fields: readonly unknown[]): boolean {
  const [row, above] = [rows[at] as Row, rows[at - 1] as Row];
  let some = false;
  for (let column = 0; column < row.cells.length; column++) {
    if (!row.cells[column]) continue;
    if (above.cells[column] && above.cells[column + 1]) return false;
    if (/^\d+$/.test(row.cells[column] as string)) return false;
    if (fields[column]) some = true;
  }
  return some;
}

/** (1) (2) (3), or A B 1 2 3: columns counted for the reader. */
function isCounting(row: Row): boolean {
  const own = row.cells.filter((cell) => cell !== '');
  return own.length > 2 && own.every((cell) => /^\(?([a-e]|\d{1,2})\)?( ?[=+].*)?$/i.test(cell)) && own.some((cell) => /\d/.test(cell));
}

const COUNTED: readonly Field[] = ['name', 'unit', 'grade', 'number', 'note', 'exclusion'];

/** Different fields count; a header has a name or a grade in it. */
function scoreOf(columns: readonly (Field | null)[]): number {
  const has = (field: Field) => columns.indexOf(field) >= 0;
  let score = 0;
  for (const field of COUNTED) if (has(field)) score++;
  const ticks = columns.filter((field) => field === 'tick').length;
  if (ticks > 1) score += 2;
  if (has('known')) score += .5;
  return has('name') || has('grade') || ticks > 1 ? score : 0;
}

/** From top to bottom, each only once: a merged cell says the same in all its rows. */
export function titleOf(grid: Grid, header: readonly [number, number], column: number): string[] {
  const title: string[] = [];
  for (let at = header[0]; at <= header[1]; at++) {
    const row = grid.rows[at] as Row;
    const text = seen(row, column);
    if (text && text !== title[title.length - 1] && !isCounting(row)) title.push(text);
  }
  return title;
}
