/**
 * What stands in the fields of a form against what stood there the last time. One walk over the caller's object, because
 * on a keystroke nearly everything is as it was. Only own members count: a polluted prototype types nothing.
 */
import { cellOf, rowsOf, sameRows, type Rows } from './answers.js';
import { COLUMN, SEPARATOR } from './separators.js';
import type { FormInfo } from './types.js';
import { guarded, has, object, ownTo, unknownField } from './usage.js';

type Field = FormInfo['sections'][number]['fields'][number];

/** The members a caller's object has, and the position of the field each is for. */
interface Order {
  readonly keys: readonly string[];
  readonly places: readonly number[];
  /** Fields it does not name. */
  readonly absent: readonly number[];
}

/** The fields of a form as they were last seen. */
export interface Typed {
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Ids of the columns of a grid; null for a single field. */
  readonly columns: readonly (readonly string[] | null)[];
  readonly texts: readonly boolean[];
  /** What the caller passed; objects are never remembered. */
  readonly raw: unknown[];
  /** What the cells of a grid were. */
  readonly rows: (Rows | null)[];
  /** The same as the core was told. */
  readonly cells: string[];
  /** What stands before a cell that changed: its position between marks. */
  readonly marks: readonly string[];
  order: Order;
  /** What the core is to be told. */
  news: string;
}

/** In place of an object: equal to nothing that a caller can pass. */
const OBJECT = {};

export function typed(fields: readonly Field[]): Typed {
  const ids = fields.map((field) => field.id);
  return {
    ids,
    places: new Map(ids.map((one, place) => [one, place] as [string, number])),
    columns: fields.map((field) => (field.kind === 'rows' ? field.columns.map((column) => column.id) : null)),
    texts: fields.map((field) => field.kind === 'text'),
    raw: new Array<unknown>(ids.length),
    rows: ids.map(() => null),
    cells: ids.map(() => ''),
    marks: ids.map((_, at) => COLUMN + at + SEPARATOR),
    order: { keys: [], places: [], absent: [] },
    news: '',
  };
}

/** What is different, for the core. After an error nothing that is remembered can be relied on. */
export function changes(last: Typed, given: unknown): string {
  const source = object('answers', given);
  last.news = '';
  guarded('answers', () => {
    const from = walk(last, source);
    if (from === ALL) return;
    last.order = ordered(last, source, from);
    for (const at of last.order.absent) put(last, at, undefined, '', null);
  });
  return last.news;
}

/** In place of the first member that is another: all are those of the last time. */
const ALL = -1;

/** Looks at each member, up to the first that is not the one of the last time. While the last one is the object's own, all before it are. */
function walk(last: Typed, source: Record<string, unknown>): number {
  const { keys, places } = last.order;
  if (!ownTo(source, keys[keys.length - 1])) return 0;
  let k = 0;
  for (const key in source) {
    if (key !== keys[k]) {
      if (has(source, key)) return k;
      continue;
    }
    const at = places[k++] as number;
    const value = source[key];
    if (value !== last.raw[at]) take(last, at, key, value);
  }
  return k === keys.length ? ALL : k;
}

/** Looks at the members from that one on, which are others or in another order. */
function ordered(last: Typed, source: Record<string, unknown>, from: number): Order {
  const keys = Object.keys(source);
  const places = last.order.places.slice(0, from);
  const named = last.ids.map(() => false);
  for (const at of places) named[at] = true;
  for (let k = from; k < keys.length; k++) {
    const key = keys[k] as string;
    const at = last.places.get(key);
    if (at === undefined) throw unknownField('answers', key, last.ids);
    places[k] = at;
    named[at] = true;
    const value = source[key];
    if (value !== last.raw[at]) take(last, at, key, value);
  }
  const absent: number[] = [];
  for (let at = 0; at < named.length; at++) if (!named[at]) absent.push(at);
  return { keys, places, absent };
}

/** What stands in a field, which is not what stood there: but the rows of a grid may be. */
function take(last: Typed, at: number, key: string, value: unknown): void {
  const columns = last.columns[at];
  if (!columns) return put(last, at, value, cellOf(key, value, last.texts[at] as boolean), null);
  const before = last.rows[at];
  if (before && sameRows(before, value)) return;
  const rows = rowsOf(key, value, columns);
  put(last, at, OBJECT, rows.text, rows);
}

function put(last: Typed, at: number, value: unknown, cell: string, rows: Rows | null): void {
  last.raw[at] = value !== null && typeof value === 'object' ? OBJECT : value;
  last.rows[at] = rows;
  if (cell === last.cells[at]) return;
  last.cells[at] = cell;
  last.news += last.marks[at] + cell;
}
