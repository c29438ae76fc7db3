/**
 * `engine.breakdown`: counts as one text, packed rows back. Ids, labels and depths are known here already, so only
 * figures cross, and rows are put together on this side.
 */
import { WasmTable, type WasmEngine } from '../build/wasm/xeploai.js';
import { cells, columns, type Columns } from './cells.js';
import { ROUNDINGS, bare, core } from './core.js';
import { findings, steps, type CitedById, type Writable } from './findings.js';
import type { Known } from './known.js';
import type { Breakdown, BreakdownInput, BreakdownRow, Diagnostic, RowKind, Step, TableInfo, TableRowSource, TableSource } from './types.js';
import { COLUMN } from './separators.js';
import { tokens } from './tokens.js';
import { choice, each, flag, guarded, options, whole } from './usage.js';

interface PackedBreakdown {
  counts: (number | null)[];
  /** Three texts a row, each followed by `|`: countText, share, shareText; empty where there is none. */
  texts: string;
  /** Positions of rows whose count follows from the others. */
  inferred: number[];
  /** Rows understood otherwise than the table says; four values each: position, kind, base, depth. */
  understood: (number | string | null)[];
  /** Four values a row: change, changeText, shareChange, shareChangeText. */
  changes?: (number | string | null)[];
  complete: boolean;
  diagnostics: CitedById<Diagnostic>[];
  trace?: CitedById<Step>[];
}

type RowInfo = TableInfo['rows'][number];

/** A table ready to be filled: by position in the rulebook, or a portal's own. */
interface ReadyTable {
  readonly rows: readonly RowInfo[];
  readonly columns: Columns;
  readonly fill: (wasm: WasmEngine, cells: string, decimals: number, rounding: number, trace: boolean) => string;
}

/** Tables of the portal's own, the latest first; few, because a page has few. */
export type OwnTables = { clean: TableSource; members: number[]; handle: WasmTable; ready: ReadyTable }[];
const KEPT = 8;

const INPUT = ['table', 'counts', 'stated', 'decimals', 'rounding', 'previous', 'statedChanges', 'trace'] as const;

export function breakdown(wasm: WasmEngine, known: Known, own: OwnTables, input: BreakdownInput): Breakdown {
  const given = options('breakdown', input, INPUT);
  const table = typeof given.table === 'string' ? ruled(known, given.table) : tableOf(own, given.table);
  let text = cells('counts', given.counts, table.columns);
  const column = (name: 'stated' | 'previous' | 'statedChanges') => (given[name] === undefined ? '' : cells(name, given[name], table.columns));
  const beside = COLUMN + column('stated') + COLUMN + column('previous') + COLUMN + column('statedChanges');
  if (beside.length > 3) text += beside;
  const decimals = given.decimals === undefined ? 2 : whole('decimals', given.decimals, 0, 6);
  const rounding = given.rounding === undefined ? 0 : choice('rounding', given.rounding, ROUNDINGS);
  const trace = flag('trace', given.trace);
  const packed = core(() => bare<PackedBreakdown>(table.fill(wasm, text, decimals, rounding, trace)));
  const report: Writable<Breakdown> = {
    rows: unpack(table.rows, packed),
    complete: packed.complete,
    diagnostics: findings(known.citation, packed.diagnostics),
    provenance: known.provenance,
  };
  if (packed.trace) report.trace = steps(known.citation, packed.trace) as readonly Step[];
  return Object.freeze(report);
}

function unpack(infos: readonly RowInfo[], packed: PackedBreakdown): readonly BreakdownRow[] {
  const texts = packed.texts.split('|');
  const { counts, changes } = packed;
  const rows: Writable<BreakdownRow>[] = [];
  for (let at = 0, t = 0; at < infos.length; at++, t += 3) {
    const info = infos[at] as RowInfo;
    const row = {
      id: info.id,
      label: info.label,
      depth: info.depth,
      kind: info.kind,
      count: counts[at] as number | null,
      countText: texts[t] || null,
      base: info.base,
      share: texts[t + 1] || null,
      shareText: texts[t + 2] || null,
      inferred: false,
    };
    rows.push(changes ? Object.assign(row, changeOf(changes, at * 4)) : row);
  }
  for (const at of packed.inferred) (rows[at] as Writable<BreakdownRow>).inferred = true;
  for (let u = 0; u < packed.understood.length; u += 4) {
    const [at, kind, base, depth] = packed.understood.slice(u, u + 4) as [number, RowKind, string | null, number];
    Object.assign(rows[at] as BreakdownRow, { kind, base, depth });
  }
  for (const row of rows) Object.freeze(row);
  return Object.freeze(rows);
}

function changeOf(changes: NonNullable<PackedBreakdown['changes']>, at: number) {
  return {
    change: changes[at] as number | null,
    changeText: changes[at + 1] as string | null,
    shareChange: changes[at + 2] as string | null,
    shareChangeText: changes[at + 3] as string | null,
  };
}

const ruledTables = new WeakMap<TableInfo, ReadyTable>();

function ruled(known: Known, id: string): ReadyTable {
  const tables = known.tables();
  const at = choice('table', id, tables.map((table) => table.id), 'usage.unknown-table');
  const info = tables[at] as TableInfo;
  let ready = ruledTables.get(info);
  if (!ready) {
    ready = {
      rows: info.rows,
      columns: columns(info.rows.map((row) => row.id)),
      fill: (wasm, cells, decimals, rounding, trace) => wasm.breakdown(at, cells, decimals, rounding, trace),
    };
    ruledTables.set(info, ready);
  }
  return ready;
}

/** A portal's own table, compiled once. Known again by its content, never by identity: the portal may change its object. */
function tableOf(own: OwnTables, source: unknown): ReadyTable {
  const known = guarded('table', () => {
    for (const one of own) if (sameTable(one, source)) return one;
    return null;
  });
  if (known) return known.ready;
  // Read once: a getter might not say the same again.
  const clean = guarded('table', () => snapshot(source));
  const handle = core(() => WasmTable.compile(tokens('table', clean)));
  const info = JSON.parse(handle.info()) as TableInfo;
  const ready: ReadyTable = {
    rows: info.rows,
    columns: columns(info.rows.map((row) => row.id)),
    fill: (wasm, cells, decimals, rounding, trace) => wasm.breakdownOf(handle, cells, decimals, rounding, trace),
  };
  const { rows } = clean as TableSource;
  own.unshift({ clean: clean as TableSource, members: rows.map(members), handle, ready });
  for (const old of own.splice(KEPT)) old.handle.free();
  return ready;
}

/** The same two levels deep, which is all that a table has; what is no table is left for the core to refuse. */
function snapshot(source: unknown): unknown {
  if (source === null || typeof source !== 'object' || Array.isArray(source)) return source;
  const copy = Object.assign({}, source) as { rows?: unknown };
  const one = (row: unknown) => (row !== null && typeof row === 'object' ? Object.assign({}, row) : row);
  if (Array.isArray(copy.rows)) copy.rows = each(copy.rows, one);
  return copy;
}

/** Whether a caller's table says what a compiled one said. Anything unusual is not the same, and is compiled anew. */
function sameTable(compiled: OwnTables[number], source: unknown): boolean {
  if (source === null || typeof source !== 'object' || members(source) !== 1) return false;
  const { rows } = source as TableSource;
  const known = compiled.clean.rows;
  if (!rows || rows.length !== known.length) return false;
  for (let at = 0; at < known.length; at++) {
    const row = known[at] as TableRowSource;
    const given = rows[at] as TableRowSource | null;
    if (!given || given.id !== row.id || given.label !== row.label || given.kind !== row.kind) return false;
    if (given.of !== row.of || given.base !== row.base || members(given) !== compiled.members[at]) return false;
  }
  return true;
}

function members(one: object): number {
  let count = 0;
  for (const _ in one) count++;
  return count;
}
