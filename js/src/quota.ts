/** `engine.quota`: the tally as one text, packed quotas back, put together with what is known of them already. */
import type { WasmEngine } from '../build/wasm/xeploai.js';
import { cell, cells } from './cells.js';
import { bare, core } from './core.js';
import { findings, steps, type CitedById, type Writable } from './findings.js';
import type { Known } from './known.js';
import { SEPARATOR, clean } from './separators.js';
import type { Basis, Diagnostic, Quota, QuotaBalance, QuotaInfo, QuotaInput, QuotaReading, QuotaReport, QuotaState, Step } from './types.js';
import { choice, flag, options, text } from './usage.js';

/** used, disagree, summary, nextSlot, raised percentage, its basis, what would balance it; then eight values a reading: base, limit, headroom, nextSlotAt, share, shareText, state, arithmetic. */
export type PackedQuota = (number | string | boolean | null | PackedBalance)[];
/** The words of the enforced reading; then three values a reading: base, share, shareText. */
type PackedBalance = (number | string | null)[];
const HEAD = 7;
const READING = 8;

/** A raised rate: its percentage as a cell, null when there is none, and its texts. */
export interface Grounds {
  readonly percent: string | null;
  readonly reason: string;
  readonly decision: string;
}

/** No raised rate. */
export const NO_RAISE: Grounds = { percent: null, reason: '', decision: '' };

interface QuotaShape {
  quotas: PackedQuota[];
  before?: PackedQuota[];
  diagnostics: CitedById<Diagnostic>[];
  trace?: CitedById<Step>[];
}

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
  const shape = core(() => bare<QuotaShape>(wasm.quota(subject, tally, context(group.size, raised), propose, trace)));
  const report: Writable<QuotaReport> = {
    quotas: unpack(infos, shape.quotas, raised),
    diagnostics: findings(known.citation, shape.diagnostics),
    provenance: known.provenance,
  };
  if (group.key !== undefined) report.group = text('group.key', group.key);
  if (shape.before) report.before = unpack(infos, shape.before, raised);
  if (shape.trace) report.trace = steps(known.citation, shape.trace) as readonly Step[];
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

export function unpack(infos: readonly QuotaInfo[], packed: readonly PackedQuota[], grounds: Grounds): readonly Quota[] {
  return Object.freeze(packed.map((values, at) => unpackOne(infos[at] as QuotaInfo, values, grounds)));
}

function unpackOne(info: QuotaInfo, values: PackedQuota, grounds: Grounds): Quota {
  const percent = values[4] as string | null;
  const readings = info.readings.map((reading, at) => unpackReading(info, reading, values, HEAD + at * READING));
  const own = readings.filter((reading) => reading.enforced)[0] as QuotaReading;
  // Only then it has one: a member that is not there is not to be found on a polluted prototype.
  const balance = own.headroom !== null && own.headroom < 0 ? own.balance : null;
  return Object.freeze({
    id: info.id,
    label: info.label,
    grade: info.grade,
    state: own.state,
    used: values[0] as number | null,
    limit: own.limit,
    headroom: own.headroom,
    nextSlotAt: own.nextSlotAt,
    disagree: values[1] as boolean,
    summary: values[2] as string,
    nextSlot: values[3] as string | null,
    readings: Object.freeze(readings),
    balance: balance ? Object.freeze(Object.assign({}, balance, { text: (values[6] as PackedBalance)[0] as string, order: info.overflow })) : null,
    percent: percent === null ? info.percent : percent,
    raised: percent === null ? null : Object.freeze({ percent, reason: grounds.reason, decision: grounds.decision }),
    basis: percent === null ? info.basis : (values[5] as Basis),
    readingBasis: info.readingBasis,
    rounding: info.rounding,
    citations: info.citations,
  });
}

function unpackReading(info: QuotaInfo, reading: QuotaInfo['readings'][number], values: PackedQuota, from: number): QuotaReading {
  const arithmetic = values[from + 7] as string | null;
  const unpacked: Writable<QuotaReading> = {
    id: reading.id,
    label: reading.label,
    enforced: reading.id === info.enforced,
    fromText: reading.fromText,
    base: values[from] as number | null,
    limit: values[from + 1] as number | null,
    headroom: values[from + 2] as number | null,
    nextSlotAt: values[from + 3] as number | null,
    share: values[from + 4] as string | null,
    shareText: values[from + 5] as string | null,
    state: values[from + 6] as QuotaState,
  };
  if (unpacked.headroom !== null && unpacked.headroom < 0) {
    const at = 1 + ((from - HEAD) / READING) * 3;
    unpacked.balance = balanceOf(info, unpacked, (values[6] as PackedBalance).slice(at, at + 3));
  }
  if (arithmetic !== null) unpacked.arithmetic = arithmetic;
  return Object.freeze(unpacked);
}

/** The fewest changes are as many as are too many, each to the next grade; of a title, nobody moves. */
function balanceOf(info: QuotaInfo, { limit, headroom }: QuotaReading, [base, share, shareText]: PackedBalance): QuotaBalance {
  const moves = -(headroom as number);
  const changes: Record<string, number> = { [info.grade]: -moves };
  if (info.to !== null) changes[info.to] = moves;
  return Object.freeze({
    moves, changes: Object.freeze(changes), used: limit as number, base: base as number,
    share: share as string | null, shareText: shareText as string | null,
  });
}
