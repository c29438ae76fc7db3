/**
 * What stands in the fields of a form against what stood there the last time. One walk over the caller's object, because
 * on a keystroke nearly everything is as it was. Only own members count: a polluted prototype types nothing.
 */
import { cellOf, rowsOf, sameRows, type Rows } from './answers.js';
import { COLUMN, SEPARATOR } from './separators.js';
import type { FormInfo } from './types.js';
import { guarded, object, own, unknownField } from './usage.js';

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
  order: Order;
}

/** What is different; nothing of it is remembered before the core has seen it. */
export interface Changes {
  text: string;
  readonly at: number[];
  readonly cells: string[];
  readonly raw: unknown[];
  readonly rows: (Rows | null)[];
  readonly order: Order;
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
    rows: new Array<Rows | null>(ids.length).fill(null),
    cells: new Array<string>(ids.length).fill(''),
    order: { keys: [], places: [], absent: [] },
  };
}

export function changes(last: Typed, given: unknown): Changes | null {
  const source = object('answers', given);
  return guarded('answers', () => {
    const found = inOrder(last, source, last.order);
    return found === undefined ? inOrder(last, source, orderOf(last, source)) as Changes : found;
  });
}

/** What is different in an object with just these members; null when nothing is, undefined when it has others. */
function inOrder(last: Typed, source: Record<string, unknown>, order: Order): Changes | null | undefined {
  const { keys, places, absent } = order;
  let found: Changes | null = order === last.order ? null : { text: '', at: [], cells: [], raw: [], rows: [], order };
  let k = 0;
  for (const key in source) {
    if (!own.call(source, key)) continue;
    if (key !== keys[k]) return undefined;
    const at = places[k++] as number;
    const value = source[key];
    if (value === last.raw[at]) continue;
    const columns = last.columns[at];
    if (columns) {
      const before = last.rows[at];
      if (before && sameRows(before, value)) continue;
      const rows = rowsOf(key, value, columns);
      found = put(last, order, found, at, rows.text, OBJECT, rows);
    } else {
      found = put(last, order, found, at, cellOf(key, value, last.texts[at] as boolean), value, null);
    }
  }
  if (k !== keys.length) return undefined;
  if (order !== last.order) {
    for (let i = 0; i < absent.length; i++) {
      const at = absent[i] as number;
      if (last.cells[at] !== '') found = put(last, order, found, at, '', undefined, null);
    }
  }
  return found;
}

function put(last: Typed, order: Order, found: Changes | null, at: number, cell: string, value: unknown, rows: Rows | null): Changes {
  const changes = found || { text: '', at: [], cells: [], raw: [], rows: [], order };
  changes.at.push(at);
  changes.cells.push(cell);
  changes.raw.push(value !== null && typeof value === 'object' ? OBJECT : value);
  changes.rows.push(rows);
  if (cell !== last.cells[at]) changes.text += (changes.text ? COLUMN : '') + at + SEPARATOR + cell;
  return changes;
}

function orderOf(last: Typed, source: Record<string, unknown>): Order {
  const keys = Object.keys(source);
  const places: number[] = [];
  const absent = new Set(last.places.values());
  for (const key of keys) {
    const at = last.places.get(key);
    if (at === undefined) throw unknownField('answers', key, last.ids);
    places.push(at);
    absent.delete(at);
  }
  return { keys, places, absent: Array.from(absent) };
}

/** The core has seen them. */
export function remember(last: Typed, changes: Changes): void {
  for (let i = 0; i < changes.at.length; i++) {
    const at = changes.at[i] as number;
    last.cells[at] = changes.cells[i] as string;
    last.raw[at] = changes.raw[i];
    last.rows[at] = changes.rows[i] as Rows | null;
  }
  last.order = changes.order;
}
