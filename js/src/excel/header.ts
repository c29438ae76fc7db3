/** Where the header is and what each column is, by what stands there; people correct it. */
import type { Locale } from '../types.js';
import { fold } from './fold.js';
import { letterOf, type Grid, type Note, type Row } from './grid.js';
import { convert, likely } from './legacy.js';
import { WAITING, type Meanings } from './meaning.js';
import type { ColumnGuess, Role } from './types.js';
import { say } from './words.js';

/** Rows from the top among which the header is. */
const LOOK = 80;
/** Rows of a header at most. */
const DEEP = 4;
/** Rows whose cells are looked at to know a column. */
const SAMPLE = 300;

type Field = 'name' | 'number' | 'unit' | 'grade' | 'exclusion' | 'note' | 'known';

const FIELDS: readonly (readonly [RegExp, Field])[] = [
  [/^(stt|tt|so tt|so thu tu|no)$/, 'number'],
  [/^(ghi chu|luu y|note)\b/, 'note'],
  [/\b(ly do|truong hop)\b.*\b(khong|chua|mien)\b|^(khong|chua|mien)( duoc)? (xep loai|danh gia)|^ly do$|^doi tuong mien/, 'exclusion'],
  [/\b(xep loai|xep hang|danh gia|muc do hoan thanh|phan loai|ket qua (kiem diem|nam))\b|^(chat luong( dang vien)?|loai|muc|grade|rating)$/, 'grade'],
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
  return meant(title, (variant) => {
    const level = levelOf(fold(variant));
    return level === NO_LEVEL ? null : level;
  }) || NO_LEVEL;
}

/** A text, and what it would be in an old encoding: only to know headers by, nothing shown is converted. */
function variants(text: string): readonly string[] {
  const said = likely(text);
  if (said === 'either' || said === 'old') return [text, convert(text, 'tcvn3'), convert(text, 'vni')];
  return said === 'tcvn3' || said === 'vni' ? [convert(text, said)] : [text];
}

/** What the first variant that says something says. */
function meant<T>(text: string, look: (variant: string) => T | null): T | null {
  for (const variant of variants(text)) {
    const found = look(variant);
    if (found !== null) return found;
  }
  return null;
}

function fieldOf(text: string, meanings: Meanings): Field | 'tick' | null {
  return text === '' ? null : meant(text, (variant) => fieldOfWords(fold(variant), meanings));
}

function fieldOfWords(folded: string, meanings: Meanings): Field | 'tick' | null {
  if (folded === '') return null;
  if (meanings.grade(folded) !== WAITING) return 'tick';
  for (const [pattern, field] of FIELDS) if (pattern.test(folded)) return field;
  return null;
}

/** What a row shows in a column when it is part of a header: merged cells are seen in all their places. */
function seen(row: Row, column: number): string {
  return row.cells[column] || (row.spread && row.spread[column]) || '';
}

/** Positions of the header's first and last row, or null. */
export function findHeader(grid: Grid, meanings: Meanings): readonly [number, number] | null {
  const { rows } = grid;
  let [best, found]: [number, readonly [number, number] | null] = [1, null];
  const fields = rows.slice(0, LOOK + DEEP).map((row) => fieldsOf(row, grid.width, meanings));
  for (let from = 0; from < Math.min(LOOK, rows.length); from++) {
    // A title has one cell, however wide.
    if ((rows[from] as Row).cells.filter(Boolean).length < 2 || !(fields[from] as readonly unknown[]).some(Boolean)) continue;
    const columns: (Field | 'tick' | null)[] = [];
    for (let to = from; to < Math.min(from + DEEP, rows.length); to++) {
      if (to > from && ((rows[to] as Row).number !== (rows[to - 1] as Row).number + 1 || !belongs(rows, to, fields[to] as readonly unknown[]))) break;
      (fields[to] as readonly (Field | 'tick' | null)[]).forEach((field, at) => { columns[at] = field || columns[at] || null; });
      const score = scoreOf(columns);
      if (score > best + .01) [best, found] = [score, [from, to]];
    }
  }
  if (!found) return null;
  let end = found[1];
  while (end + 1 < rows.length && isCounting(rows[end + 1] as Row)) end++;
  return [found[0], end];
}

function fieldsOf(row: Row, width: number, meanings: Meanings): (Field | 'tick' | null)[] {
  const fields: (Field | 'tick' | null)[] = [];
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

/** Different fields count; a header has a name or a grade in it. */
function scoreOf(columns: readonly (Field | 'tick' | null)[]): number {
  const has = (field: string) => columns.indexOf(field as Field) >= 0;
  let score = 0;
  for (const field of ['name', 'unit', 'grade', 'number', 'note', 'exclusion']) if (has(field)) score++;
  const ticks = columns.filter((field) => field === 'tick').length;
  if (ticks > 1) score += 2;
  if (has('known')) score += .5;
  return has('name') || has('grade') || ticks > 1 ? score : 0;
}

export interface Guess {
  readonly columns: readonly ColumnGuess[];
  readonly notes: readonly Note[];
}

/** What each column is, by its header first and by what stands in it second. */
export function guessColumns(grid: Grid, header: readonly [number, number] | null, meanings: Meanings, locale: Locale): Guess {
  const first = header ? header[1] + 1 : 0;
  const body = grid.rows.slice(first, first + SAMPLE);
  const titles: string[] = [];
  const fields: (Field | 'tick' | null)[] = [];
  for (let at = 0; at < grid.width; at++) {
    const title = header ? titleOf(grid, header, at) : [];
    titles.push(title.join(' › '));
    fields.push(fieldOfTitle(title, meanings));
  }
  const shares = fields.map((_, at) => shareOfGrades(body, at, meanings));
  const ticks = fields.filter((field) => field === 'tick').length > 1;
  // A heading over columns of crosses is not a column of grades; a lone grade's name is not a column of crosses.
  for (let at = 0; at < fields.length; at++) {
    if (fields[at] === 'tick' && !ticks) fields[at] = 'grade';
    if (fields[at] === null && (shares[at] as Share).share > .6 && (shares[at] as Share).all > 1 && !ticks) fields[at] = 'grade';
  }
  const graded = fields.map((field, at) => ({ field, at, share: shares[at] as Share })).filter((one) => one.field === 'grade');
  const filled = graded.filter((one) => one.share.share > .3);
  const candidates = filled.length ? filled : graded;
  // Where several stand side by side (own proposal, branch, committee), the last one decides.
  const grade = ticks && !filled.length ? undefined : candidates[candidates.length - 1];
  const notes: Note[] = [];
  if (grade && filled.length > 1) notes.push({ code: 'grade.several', column: grade.at, params: { count: String(filled.length), column: letterOf(grade.at), title: titles[grade.at] || letterOf(grade.at) } });
  const units = fields.map((_, at) => ({ at, level: levelOfTitle(titles[at] as string) })).filter((one) => fields[one.at] === 'unit')
    .sort((a, b) => a.level - b.level || a.at - b.at).slice(0, 6);
  const tickTaken: boolean[] = [];
  const columns = fields.map((field, at): ColumnGuess => {
    const title = titles[at] as string;
    const because = (code: string, params = {}) => say(code, Object.assign({ title }, params), locale);
    let [role, reason]: [Role, string] = ['other', title ? because('why.none') : ''];
    const unit = units.findIndex((one) => one.at === at);
    if (field === 'tick' && !(grade && filled.length)) {
      const position = gradeOf(lastOf(title), meanings);
      if (!tickTaken[position]) [role, reason] = [`tick:${meanings.ids[position]}`, because('why.title')];
      tickTaken[position] = true;
    } else if (field === 'grade') {
      const share = shares[at] as Share;
      if (grade && at === grade.at) [role, reason] = ['grade', title && share.all === 0 ? because('why.title') : (title ? because('why.title') + '; ' : '') + because('why.values', { count: String(share.grades), all: String(share.all) })];
      else if (grade) reason = because('why.other-grade', { column: letterOf(grade.at) });
    } else if (unit >= 0) [role, reason] = [`unit-${(unit + 1) as 1}`, because('why.title')];
    else if (field === 'name' || field === 'number' || field === 'note' || field === 'exclusion') [role, reason] = [field, because('why.title')];
    const samples: string[] = [];
    for (let row = 0; row < body.length && samples.length < 3; row++) {
      const text = (body[row] as Row).cells[at];
      if (text) samples.push(text);
    }
    return Object.freeze({ at, letter: letterOf(at), title, role, reason, samples: Object.freeze(samples) });
  });
  return { columns: Object.freeze(columns), notes };
}

/** From top to bottom, each only once: a merged cell says the same in all its rows. */
function titleOf(grid: Grid, header: readonly [number, number], column: number): string[] {
  const title: string[] = [];
  for (let at = header[0]; at <= header[1]; at++) {
    const row = grid.rows[at] as Row;
    const text = seen(row, column);
    if (text && text !== title[title.length - 1] && !isCounting(row)) title.push(text);
  }
  return title;
}

function lastOf(title: string): string {
  return title.slice(title.lastIndexOf('›') + 1);
}

function gradeOf(title: string, meanings: Meanings): number {
  const found = meant(title, (variant) => (meanings.grade(variant) === WAITING ? null : { grade: meanings.grade(variant) }));
  return found ? found.grade : WAITING;
}

/** The lowest cell of a header says most. */
function fieldOfTitle(title: readonly string[], meanings: Meanings): Field | 'tick' | null {
  for (let at = title.length - 1; at >= 0; at--) {
    const field = fieldOf(title[at] as string, meanings);
    if (field) return field;
  }
  return null;
}

interface Share {
  readonly share: number;
  readonly grades: number;
  readonly all: number;
}

function shareOfGrades(body: readonly Row[], column: number, meanings: Meanings): Share {
  let [grades, all] = [0, 0];
  for (const row of body) {
    const text = row.cells[column];
    if (!text) continue;
    all++;
    const meaning = meant(text, (variant) => meanings.of(variant));
    if (meaning && (meaning.grade !== WAITING || meaning.exclusion)) grades++;
  }
  return { share: all ? grades / all : 0, grades, all };
}
