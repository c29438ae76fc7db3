/** `engine.quota`: the tally as one text, packed quotas back, put together with what is known of them already. */
import type { WasmEngine } from '../build/wasm/xeploai.js';
import { cell, cells } from './cells.js';
import { core } from './core.js';
import { findings, steps, type CitedById, type Writable } from './findings.js';
import type { Known } from './known.js';
import { CELL, COLUMN, ROW, SEPARATOR, clean, pieces } from './separators.js';
import type { Basis, Diagnostic, Quota, QuotaBalance, QuotaInfo, QuotaInput, QuotaReading, QuotaReport, QuotaState, Step } from './types.js';
import { choice, flag, options, text } from './usage.js';

/** Of a quota: used, disagree, summary, nextSlot, raised percentage, its basis, the words of its balance; then of each reading: base, limit, headroom, nextSlotAt, share, shareText, state, balance, arithmetic (`src/border/quotas.rs`). */
const HEAD = 7;
const READING = 9;

/** A raised rate: its percentage as a cell, null when there is none, and its texts. */
export interface Grounds {
  readonly percent: string | null;
  readonly reason: string;
  readonly decision: string;
}

/** No raised rate. */
export const NO_RAISE: Grounds = { percent: null, reason: '', decision: '' };

const INPUT = ['subject', 'tally', 'group', 'propose', 'trace'] as const;
const GROUP = ['key', 'size', 'raised'] as const;
const RAISED = ['percent', 'reason', 'decision'] as const;

export function quota(wasm: WasmEngine, known: Known, input: QuotaInput): QuotaReport {
  const given = options('quota', input, INPUT);
  const subject = choice('subject', given.subject, known.subjects, 'usage.unknown-subject');
  const grades = known.grades[subject] as Known['grades'][number];
  const infos = known.quotas[subject] as Known['quotas'][number];
  const tally = cells('tally', given.tally, grades);
  const group = options('group', given.group === undefined ? {} : given.group, GROUP);
  const raised = grounds(group.raised);
  // Marked as a program's numbers, they would not be whole texts.
  const propose = given.propose === undefined ? '' : cells('propose', given.propose, grades).replace(/\u0001/g, '');
  const trace = flag('trace', given.trace);
  const packed = core(() => wasm.quota(subject, tally, context(group.size, raised), propose, trace));
  const [quotas, before, diagnostics, traced] = pieces(packed, COLUMN) as [string, string, string, string];
  const report: Writable<QuotaReport> = {
    quotas: unpack(infos, quotas, raised),
    diagnostics: findings(known.citation, JSON.parse(diagnostics) as CitedById<Diagnostic>[]),
    provenance: known.provenance,
  };
  if (group.key !== undefined) report.group = text('group.key', group.key);
  if (before) report.before = unpack(infos, before, raised);
  if (traced) report.trace = steps(known.citation, JSON.parse(traced) as CitedById<Step>[]) as readonly Step[];
  return Object.freeze(report);
}

/** A raised rate as the caller gave it. */
export function grounds(given: unknown): Grounds {
  if (given === undefined || given === null) return NO_RAISE;
  const raised = options('group.raised', given, RAISED);
  return { percent: cell('group.raised', 'percent', raised.percent), reason: ground('reason', raised.reason), decision: ground('decision', raised.decision) };
}

/** What the core is told of a group beside its tally: its size, and a raised rate. */
export function context(size: unknown, raised: Grounds): string {
  const own = cell('group', 'size', size);
  return raised.percent === null ? own : [own, raised.percent, raised.reason, raised.decision].join(SEPARATOR);
}

/** A text of a raised rate without spaces around it; a missing one is blank. */
function ground(name: string, given: unknown): string {
  return given === undefined || given === null ? '' : clean(text('group.raised.' + name, given)).trim();
}

/** Quotas out of their packed form: what the core says of each stands behind a mark. */
export function unpack(infos: readonly QuotaInfo[], packed: string, grounds: Grounds): readonly Quota[] {
  const items = pieces(packed, ROW);
  return Object.freeze(infos.map((info, at) => unpackOne(info, pieces(items[at + 1] as string, SEPARATOR), grounds)));
}

function unpackOne(info: QuotaInfo, cells: readonly string[], grounds: Grounds): Quota {
  const [used, disagree, summary, nextSlot, percent, basis, balanced] = cells as readonly string[] & { length: 7 };
  const readings = info.readings.map((reading, at) => unpackReading(info, reading, cells, HEAD + at * READING));
  const own = readings.filter((reading) => reading.enforced)[0] as QuotaReading;
  // Only then it has one: a member that is not there is not to be found on a polluted prototype.
  const balance = own.headroom !== null && own.headroom < 0 ? own.balance : null;
  return Object.freeze({
    id: info.id,
    label: info.label,
    grade: info.grade,
    state: own.state,
    used: count(used),
    limit: own.limit,
    headroom: own.headroom,
    nextSlotAt: own.nextSlotAt,
    disagree: disagree === '1',
    summary: summary as string,
    nextSlot: nextSlot || null,
    readings: Object.freeze(readings),
    balance: balance ? Object.freeze(Object.assign({}, balance, { text: balanced as string, order: info.overflow })) : null,
    percent: percent || info.percent,
    raised: percent ? Object.freeze({ percent, reason: grounds.reason, decision: grounds.decision }) : null,
    basis: percent ? basis as Basis : info.basis,
    readingBasis: info.readingBasis,
    rounding: info.rounding,
    citations: info.citations,
  });
}

function unpackReading(info: QuotaInfo, reading: QuotaInfo['readings'][number], cells: readonly string[], from: number): QuotaReading {
  const unpacked: Writable<QuotaReading> = {
    id: reading.id,
    label: reading.label,
    enforced: reading.id === info.enforced,
    fromText: reading.fromText,
    base: count(cells[from]),
    limit: count(cells[from + 1]),
    headroom: count(cells[from + 2]),
    nextSlotAt: count(cells[from + 3]),
    share: cells[from + 4] || null,
    shareText: cells[from + 5] || null,
    state: cells[from + 6] as QuotaState,
  };
  const [balance, arithmetic] = [cells[from + 7], cells[from + 8]];
  if (balance) unpacked.balance = balanceOf(info, unpacked, balance);
  if (arithmetic) unpacked.arithmetic = arithmetic;
  return Object.freeze(unpacked);
}

function count(cell: string | undefined): number | null {
  return cell ? Number(cell) : null;
}

/** The fewest changes are as many as are too many, each to the next grade; of a title, nobody moves. */
function balanceOf(info: QuotaInfo, { limit, headroom }: QuotaReading, packed: string): QuotaBalance {
  const [base, share, shareText] = pieces(packed, CELL);
  const moves = -(headroom as number);
  const changes: Record<string, number> = { [info.grade]: -moves };
  if (info.to !== null) changes[info.to] = moves;
  return Object.freeze({
    moves, changes: Object.freeze(changes), used: limit as number, base: Number(base), share: share || null, shareText: shareText || null,
  });
}
