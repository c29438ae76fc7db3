/** What stands in a field of a form, as a cell of the text that goes to the core (`src/border/form.rs`). */
import { cell } from './cells.js';
import { UsageError } from './errors.js';
import { clean } from './separators.js';
import { guarded, kind, object, unknownField } from './usage.js';

/** Between the rows of a grid, and between the cells of a row. */
const ROW = '\u001d';
const CELL = '\u001c';
/** Of a text the core only asks whether there is any, and whether it says more than "không có". */
const ENOUGH = 200;
const MAX_ROWS = 500;

/** A single field. `true` and `false` are what a checkbox says. */
export function cellOf(id: string, value: unknown, words: boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (words && typeof value === 'string') return clean(value.trim().slice(0, ENOUGH));
  return cell('answers', id, value);
}

/** The rows of a grid: a list of objects, each with the grid's columns. */
export function rowsOf(id: string, value: unknown, columns: readonly string[]): string {
  if (value === undefined || value === null || value === '') return '';
  return guarded('answers.' + id, () => {
    if (!Array.isArray(value)) throw new UsageError('usage.bad-type', `\`answers.${id}\` expects a list of rows, found ${kind(value)}`);
    if (value.length > MAX_ROWS) throw new UsageError('usage.out-of-range', `\`answers.${id}\` has ${value.length} rows, expected at most ${MAX_ROWS}`);
    const rows: string[] = [];
    for (let at = 0; at < value.length; at++) rows.push(rowOf(`${id}.${at}`, value[at], columns));
    return rows.join(ROW);
  });
}

function rowOf(place: string, row: unknown, columns: readonly string[]): string {
  const source = object('answers.' + place, row);
  for (const key of Object.keys(source)) if (columns.indexOf(key) < 0) throw unknownField('answers.' + place, key, columns);
  const own = (column: string) => (Object.prototype.hasOwnProperty.call(source, column) ? source[column] : undefined);
  return columns.map((column) => cellOf(`${place}.${column}`, own(column), true)).join(CELL);
}
