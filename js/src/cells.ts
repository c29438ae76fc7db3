/**
 * Cells of a keystroke's call, as one text for the core (`src/border/cells.rs`): what was typed, joined by U+001F; a
 * number that a program passed is marked by U+0001, so that its point is not read as a thousands mark.
 */
import { PROGRAM, SEPARATOR, clean } from './separators.js';
import { guarded, kind, object, unknownField } from './usage.js';
import { UsageError } from './errors.js';

/** Ids in the order the core wants their cells. */
export interface Columns {
  readonly ids: readonly string[];
  readonly known: ReadonlyMap<string, number>;
}

export function columns(ids: readonly string[]): Columns {
  return { ids, known: new Map(ids.map((id, at) => [id, at] as [string, number])) };
}

/** One text with a cell for each id; ids that were left out are blank. Only own members count: a polluted prototype types nothing. */
export function cells(what: string, given: unknown, { ids, known }: Columns): string {
  const source = object(what, given);
  return guarded(what, () => {
    const out = ids.map(() => '');
    const keys = Object.keys(source);
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k] as string;
      // Most callers keep the order; then no look-up is needed.
      const at = key === ids[k] ? k : known.get(key);
      if (at === undefined) throw unknownField(what, key, ids);
      out[at] = cell(what, key, source[key]);
    }
    return out.join(SEPARATOR);
  });
}

export function cell(what: string, id: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : PROGRAM + value;
  if (typeof value === 'string') return clean(value);
  throw new UsageError('usage.bad-type', `\`${what}.${id}\` expects a text or a number, found ${kind(value)}`);
}
