/** What a form is checked with beside what was typed, as one text for the core (`src/border/form.rs`). */
import { cells, type Columns } from './cells.js';
import { context, grounds, type Grounds } from './quota.js';
import { COLUMN, SEPARATOR } from './separators.js';
import type { Typed } from './typed.js';
import { flag, guarded, has, list, mine, object, onlyKnown, options, ownTo, text, unknownField } from './usage.js';

export interface Around {
  readonly text: string;
  readonly grounds: Grounds;
  /** What it was made of: the same pieces are the same object again. */
  readonly pieces: string;
  readonly tally: Tally | null;
}

/** A tally as a text, and what it was to know it again without writing it out. */
interface Tally {
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
  readonly text: string;
}

const PERIOD = ['from', 'to'] as const;
const UNIT = ['tally', 'group'] as const;
const GROUP = ['key', 'size', 'raised'] as const;

/** The last one when nothing about it is different. */
export function aroundOf(grades: Columns, form: Typed, last: Around | null, given: { unit?: unknown; period?: unknown; final?: unknown; fields?: unknown }): Around {
  const period = given.period === undefined ? '' + COLUMN : periodOf(given.period);
  const head = (flag('final', given.final) ? '1' : '') + COLUMN + (given.fields === undefined ? '' : askedOf(form, given.fields)) + COLUMN + period;
  let pieces = head;
  if (given.unit === undefined || given.unit === null) return last && last.pieces === pieces && last.tally === null ? last : { text: pieces, grounds: grounds(null), pieces, tally: null };
  const unit = unitOf(given.unit);
  const tally = tallyOf(grades, last && last.tally, unit.tally);
  const group = unit.group === undefined ? null : options('group', unit.group, GROUP);
  const raised = grounds(group && group.raised);
  const around = context(group ? group.size : undefined, raised);
  pieces += COLUMN + around;
  if (last && last.tally === tally && last.pieces === pieces) return last;
  return { text: head + COLUMN + tally.text + COLUMN + around, grounds: raised, pieces, tally };
}

/** The positions of the fields that are asked for. An empty list asks for none. */
function askedOf({ ids, places }: Typed, given: unknown): string {
  let positions: string = SEPARATOR;
  for (const id of list('fields', given)) {
    const at = places.get(id as string);
    if (at === undefined) throw unknownField('fields', text('fields', id), ids);
    positions += at + SEPARATOR;
  }
  return positions;
}

/** Written out, because this runs at every keystroke. */
function unitOf(given: unknown): { readonly tally: unknown; readonly group: unknown } {
  const source = object('unit', given);
  return guarded('unit', () => {
    onlyKnown('unit', source, UNIT);
    return { tally: mine(source, 'tally'), group: mine(source, 'group') };
  });
}

function periodOf(given: unknown): string {
  const { from, to } = options('period', given, PERIOD);
  return (from === undefined ? '' : text('period.from', from)) + COLUMN + (to === undefined ? '' : text('period.to', to));
}

/** The last one when its numbers are the same. */
function tallyOf(grades: Columns, last: Tally | null, given: unknown): Tally {
  const source = object('tally', given);
  return guarded('tally', () => {
    if (last && isSame(last, source)) return last;
    const keys = Object.keys(source);
    const clean: Record<string, unknown> = {};
    for (const key of keys) clean[key] = source[key];
    return { keys, values: keys.map((key) => clean[key]), text: cells('tally', clean, grades) };
  });
}

function isSame({ keys, values }: Tally, source: Record<string, unknown>): boolean {
  let n = 0;
  for (const key in source) {
    if (key === keys[n]) {
      if (source[key] !== values[n++]) return false;
    } else if (has(source, key)) return false;
  }
  return n === keys.length && ownTo(source, keys[n - 1]);
}
