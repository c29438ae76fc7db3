/** What stands in a field of a form, as a cell of the text that goes to the core (`src/border/form.rs`). */
import { cell } from './cells.js';
import { UsageError } from './errors.js';
import { CELL, ROW, clean } from './separators.js';
import { has, kind, object, ownTo, unknownField } from './usage.js';

/** No way to say that there is nothing is longer (`src/form.rs`). */
const SAYS_MORE = 60;
/** Of what stands in a grid a message may repeat the beginning. */
const ENOUGH = 200;
const MAX_ROWS = 500;

/** The rows of a grid: as the core is told, and member by member to know them again. */
export interface Rows {
  readonly text: string;
  readonly members: readonly unknown[];
}

/** After the members of a row; equal to nothing that a caller can pass. */
const END = {};
/** In place of a member that is an object. */
const OBJECT = {};

/** A single field. `true` and `false` are what a checkbox says. */
export function cellOf(id: string, value: unknown, words: boolean): string {
  if (words && typeof value === 'string') return wordsOf(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return cell('answers', id, value);
}

/** Of a text the core only asks whether there is any, and whether it says more than "không có": a long one stays here. */
function wordsOf(value: string): string {
  const text = value.trim();
  return text.length > SAYS_MORE && begins(text.charCodeAt(0)) ? '…' : clean(text.slice(0, ENOUGH));
}

/** Whether a text that begins so is one for the core, too: it has its own spaces. */
function begins(letter: number): boolean {
  return (letter > 0x20 && letter < 0x7f) || (letter >= 0xc0 && letter < 0x2000);
}

/** The rows of a grid: a list of objects, each with the grid's columns. */
export function rowsOf(id: string, value: unknown, columns: readonly string[]): Rows {
  if (value === undefined || value === null || value === '') return { text: '', members: [value] };
  if (!Array.isArray(value)) throw new UsageError('usage.bad-type', `\`answers.${id}\` expects a list of rows, found ${kind(value)}`);
  if (value.length > MAX_ROWS) throw new UsageError('usage.out-of-range', `\`answers.${id}\` has ${value.length} rows, expected at most ${MAX_ROWS}`);
  let text = '';
  const members: unknown[] = [];
  for (let at = 0; at < value.length; at++) text += (at > 0 ? ROW : '') + rowOf(id, at, value[at], columns, members);
  return { text, members };
}

/** Where a row stands is written out only for who has to be told: a grid has many. */
function rowOf(id: string, at: number, row: unknown, columns: readonly string[], members: unknown[]): string {
  const place = () => `answers.${id}.${at}`;
  const source = (row !== null && typeof row === 'object' ? row : object(place(), row)) as Record<string, unknown>;
  const cells: string[] = [];
  for (let column = 0; column < columns.length; column++) cells[column] = '';
  let likely = 0;
  const keys = Object.keys(source);
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k] as string;
    // Most rows keep the order of the columns.
    const column = key === columns[likely] ? likely++ : columns.indexOf(key);
    if (column < 0) throw unknownField(place(), key, columns);
    const value = source[key];
    cells[column] = typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? clean(value.trim().slice(0, ENOUGH)) : cell(place(), key, value);
    members[members.length] = key;
    members[members.length] = value !== null && typeof value === 'object' ? OBJECT : value;
  }
  members[members.length] = END;
  let text = cells[0] as string;
  for (let column = 1; column < cells.length; column++) text += CELL + cells[column];
  return text;
}

/** Whether a grid's rows are those of the last time. */
export function sameRows({ members }: Rows, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  let n = 0;
  for (let at = 0; at < value.length; at++) {
    const row: unknown = value[at];
    if (row === null || typeof row !== 'object') return false;
    let last: string | undefined;
    for (const key in row) {
      if (members[n] === key) {
        if (members[n + 1] !== (row as Record<string, unknown>)[key]) return false;
        last = key;
        n += 2;
      } else if (has(row, key)) return false;
    }
    if (members[n++] !== END || !ownTo(row, last)) return false;
  }
  return n === members.length;
}
