/**
 * `engine.rollUp`: the columns of a roster go in piece by piece, so that a country's takes no more memory than a page's; one
 * column of numbers comes back (`src/border/roster.rs`), and each figure is a view of it.
 */
import { WasmRoster, type WasmEngine } from '../build/wasm/xeploai.js';
import { core } from './core.js';
import { UsageError } from './errors.js';
import type { Known } from './known.js';
import { quota } from './quota.js';
import type { NumberColumn, RollUp, RollUpInput, RollUpQuota, UnitRollUp } from './types.js';
import { choice, each, guarded, kind, options, whole } from './usage.js';

const INPUT = ['subject', 'parents', 'unit', 'grade', 'exclusion', 'group', 'groups', 'show'] as const;
/** Rows that cross at a time. */
const PIECE = 65_536;
const MAX_UNITS = 4_000_000;
/** In the core's columns: not rated yet. */
const WAITING = 255;

type Typed = Uint32Array | Uint8Array | Uint16Array | Int32Array;
type Make<T> = new (length: number) => T;

export function rollUp(wasm: WasmEngine, known: Known, input: RollUpInput): RollUp {
  const given = options('rollUp', input, INPUT);
  const subject = choice('subject', given.subject, known.subjects, 'usage.unknown-subject');
  const parents = columnOf('parents', given.parents);
  if (parents.length > MAX_UNITS) throw new UsageError('usage.out-of-range', `\`parents\` has ${parents.length} units, expected at most ${MAX_UNITS}`);
  const groups = given.groups === undefined ? 1 : whole('groups', given.groups, 1, 60_000);
  const unit = columnOf('unit', given.unit);
  const beside = (name: 'grade' | 'exclusion' | 'group'): NumberColumn => {
    if (given[name] === undefined && name !== 'grade') return [];
    const column = columnOf(name, given[name]);
    if (column.length !== unit.length) throw new UsageError('usage.bad-value', `\`${name}\` has ${column.length} rows, \`unit\` has ${unit.length}`);
    return column;
  };
  const [grade, exclusion, group] = [beside('grade'), beside('exclusion'), beside('group')];
  const last = parents.length * groups - 1;
  const show = given.show === undefined ? [] : each(columnOf('show', given.show), (cell) => whole('show', cell, 0, last));
  const roster = core(() => WasmRoster.open(wasm, subject, piece(Int32Array, parents, 0, parents.length, -1, 0x7fffffff), groups));
  try {
    for (let from = 0; from < unit.length; from += PIECE) {
      const to = Math.min(unit.length, from + PIECE);
      const units = piece(Uint32Array, unit, from, to, 0xffffffff, 0xffffffff);
      const grades = piece(Uint8Array, grade, from, to, WAITING, WAITING - 1);
      const reasons = piece(Uint8Array, exclusion, from, to, 0, 255);
      const own = piece(Uint16Array, group, from, to, 0, 65_535);
      core(() => roster.add(units, grades, reasons, own));
    }
    return unpack(wasm, known, subject, { rows: unit.length, units: parents.length, groups }, show, core(() => roster.rollUp(wasm)));
  } finally {
    roster.free();
  }
}

/** A typed array in place; a list copied, so that it is read once and a proxy that throws is a clear error. */
function columnOf(name: string, given: unknown): NumberColumn {
  if (ArrayBuffer.isView(given) && typeof (given as Typed).length === 'number') return given as NumberColumn;
  const list = guarded(name, () => (Array.isArray(given) ? each(given as readonly number[], (cell) => cell) : null));
  if (list) return list;
  throw new UsageError('usage.bad-type', `\`${name}\` expects a column of numbers, found ${kind(given)}`);
}

/** Some rows as the core takes them. `none` stands for a blank; `bad`, which no position reaches, for everything else. */
function piece<T extends Typed>(type: Make<T>, column: NumberColumn, from: number, to: number, none: number, bad: number): T {
  if (column instanceof type) return column.subarray(from, to) as T;
  const end = Math.min(to, column.length);
  const out = new type(Math.max(0, end - from));
  for (let at = from; at < end; at++) {
    const value = column[at];
    const isPosition = typeof value === 'number' && value >= 0 && value < bad && value % 1 === 0;
    out[at - from] = isPosition ? value : value === null || value === undefined || value === -1 || value === none ? none : bad;
  }
  return out;
}

interface Size {
  readonly rows: number;
  readonly units: number;
  readonly groups: number;
}

function unpack(wasm: WasmEngine, known: Known, subject: number, size: Size, show: readonly number[], packed: Int32Array): RollUp {
  const { rulebook } = known;
  const info = rulebook.subjects[subject] as (typeof rulebook.subjects)[number];
  const grades = info.grades.map((one) => one.id);
  const columns = Object.freeze(grades.concat('waiting', rulebook.exclusions.map((one) => one.id)));
  const cells = size.units * size.groups;
  let at = 2;
  const take = (length: number) => packed.subarray(at, at += length);
  const named = Object.freeze(each(take(packed[1] as number), (row) => row));
  const [own, all] = [take(cells * columns.length), take(cells * columns.length)];
  const quotas = (known.quotas[subject] as Known['quotas'][number]).map((quota): RollUpQuota => {
    const readings = quota.readings.map((reading) => Object.freeze({
      id: reading.id, label: reading.label, enforced: reading.id === quota.enforced, fromText: reading.fromText,
      limit: take(cells), headroom: take(cells),
    }));
    const enforced = readings.filter((reading) => reading.enforced)[0] as (typeof readings)[number];
    return Object.freeze({
      id: quota.id, label: quota.label, grade: quota.grade, percent: quota.percent, basis: quota.basis, citations: quota.citations,
      readings: Object.freeze(readings), limit: enforced.limit, headroom: enforced.headroom, binding: take(cells), below: take(cells),
      moves: take(cells),
    });
  });
  const people = (counts: Int32Array, cell: number): Record<string, number> => {
    const by: Record<string, number> = {};
    columns.forEach((id, column) => { by[id] = counts[cell * columns.length + column] as number; });
    return Object.freeze(by);
  };
  const shown = show.map((cell): UnitRollUp => {
    const below = people(all, cell);
    const tally: Record<string, number> = {};
    let members = below.waiting as number;
    for (const { id, within } of info.grades) {
      tally[id] = below[id] as number;
      if (within === null) members += below[id] as number;
    }
    const said = quota(wasm, known, { subject: info.id, tally, group: { size: members }, trace: true });
    return Object.freeze({ unit: Math.floor(cell / size.groups), group: cell % size.groups, own: people(own, cell), all: below, quota: said });
  });
  return Object.freeze({
    subject: info.id,
    rows: size.rows,
    units: size.units,
    groups: size.groups,
    unreadable: Object.freeze({ count: packed[0] as number, rows: named }),
    columns,
    own,
    all,
    quotas: Object.freeze(quotas),
    shown: Object.freeze(shown),
    provenance: known.provenance,
  });
}
