/**
 * `engine.check` and `engine.rate`: what changed since the last call goes in as one text, what is different comes back.
 * The last form of each kind is remembered to do less work; the answer depends on the arguments of the call alone.
 */
import { WasmForm, type WasmEngine } from '../build/wasm/xeploai.js';
import { cellOf, rowsOf } from './answers.js';
import { cells } from './cells.js';
import { core } from './core.js';
import { findings, steps, type CitedById, type Writable } from './findings.js';
import type { Known } from './known.js';
import { context, grounds, unpack as unpackQuotas, type Grounds, type PackedQuota } from './quota.js';
import { rating, type PackedRating, type Rated } from './rating.js';
import { COLUMN, SEPARATOR } from './separators.js';
import type { CheckInput, Diagnostic, FormInfo, Quota, Rating, Report, Step, SubjectInfo } from './types.js';
import { choice, flag, guarded, object, options, text, unknownField } from './usage.js';

/** What is different from the last time: findings (a number is a position in the last list), rating, quotas, complete. */
interface Delta {
  d?: (number | CitedById<Diagnostic>)[];
  r?: PackedRating | null;
  q?: PackedQuota[] | null;
  c: boolean;
}

/** A form as it was last seen. */
interface Open {
  readonly info: FormInfo;
  readonly at: number;
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Ids of the columns of a grid; null for a single field. */
  readonly columns: readonly (readonly string[] | null)[];
  readonly texts: readonly boolean[];
  readonly handle: WasmForm;
  /** What the caller passed, to see at a glance that it is the same; objects are never remembered. */
  readonly raw: unknown[];
  readonly cells: string[];
  readonly seen: number[];
  turn: number;
  /** The grades of whom the form rates, and their quotas. */
  readonly subject: number;
  /** The last tally and what it was as a text, to know it again without writing it out. */
  tally: { readonly keys: readonly string[]; readonly values: readonly unknown[]; readonly text: string } | null;
  around: string;
  report: Report | null;
  rated: Rated;
}

export type OpenForms = Map<string, Open>;

const INPUT = ['form', 'answers', 'unit', 'period', 'final', 'trace'] as const;
const UNIT = ['tally', 'group'] as const;
const GROUP = ['key', 'size', 'raised'] as const;
const PERIOD = ['from', 'to'] as const;

export function check(wasm: WasmEngine, known: Known, forms: OpenForms, input: CheckInput): Report {
  const given = options('check', input, INPUT);
  const open = openForm(wasm, known, forms, text('form', given.form));
  const pending = changes(open, given.answers);
  const around = aroundOf(known, open, given);
  const trace = flag('trace', given.trace);
  const same = around.text === open.around && open.report !== null;
  let delta = '';
  if (!same || pending.text !== '') {
    try {
      delta = core(() => open.handle.check(wasm, pending.text, same ? undefined : around.text));
    } catch (error) {
      // Whatever it remembers is not to be trusted any more.
      close(forms, open);
      throw error;
    }
  }
  for (let i = 0; i < pending.at.length; i++) {
    const at = pending.at[i] as number;
    open.cells[at] = pending.cells[i] as string;
    open.raw[at] = pending.raw[i];
  }
  open.around = around.text;
  if (delta !== '' || open.report === null) open.report = next(known, open, delta === '' ? null : JSON.parse(delta) as Delta, around.grounds);
  const report = open.report;
  return trace ? Object.freeze(Object.assign({}, report, { trace: traceOf(wasm, known, open) })) : report;
}

export function rate(wasm: WasmEngine, known: Known, forms: OpenForms, input: CheckInput): Rating | null {
  const report = check(wasm, known, forms, input);
  if (report.rating === null || report.trace === undefined) return report.rating;
  return Object.freeze(Object.assign({}, report.rating, { trace: report.trace }));
}

export function closeAll(forms: OpenForms): void {
  for (const open of Array.from(forms.values())) close(forms, open);
}

function close(forms: OpenForms, open: Open): void {
  forms.delete(open.info.id);
  open.handle.free();
}

function openForm(wasm: WasmEngine, known: Known, forms: OpenForms, id: string): Open {
  const there = forms.get(id);
  if (there) return there;
  const infos = known.forms();
  const at = choice('form', id, infos.map((info) => info.id), 'usage.unknown-form');
  const info = infos[at] as FormInfo;
  const fields = info.sections.reduce<FormInfo['sections'][number]['fields'][number][]>((all, section) => all.concat(section.fields), []);
  const ids = fields.map((field) => field.id);
  const open: Open = {
    info,
    at,
    ids,
    places: new Map(ids.map((one, place) => [one, place] as [string, number])),
    columns: fields.map((field) => (field.kind === 'rows' ? field.columns.map((column) => column.id) : null)),
    texts: fields.map((field) => field.kind === 'text'),
    handle: core(() => WasmForm.open(wasm, at)),
    raw: new Array<unknown>(ids.length),
    cells: new Array<string>(ids.length).fill(''),
    seen: new Array<number>(ids.length).fill(0),
    turn: 0,
    subject: known.subjects.indexOf(info.subject),
    tally: null,
    around: '',
    report: null,
    rated: { rating: null, statuses: '' },
  };
  forms.set(id, open);
  return open;
}

interface Pending {
  text: string;
  at: number[];
  cells: string[];
  raw: unknown[];
}

const NOTHING: Pending = { text: '', at: [], cells: [], raw: [] };

/** What was typed since the last time. Only own members count: a polluted prototype types nothing. */
function changes(open: Open, given: unknown): Pending {
  const source = object('answers', given);
  const { ids, raw, seen } = open;
  const turn = ++open.turn;
  let pending = NOTHING;
  const put = (at: number, cell: string, value: unknown): void => {
    if (pending === NOTHING) pending = { text: '', at: [], cells: [], raw: [] };
    pending.at.push(at);
    pending.cells.push(cell);
    pending.raw.push(value !== null && typeof value === 'object' ? NOTHING : value);
    if (cell !== open.cells[at]) pending.text += (pending.text ? COLUMN : '') + at + SEPARATOR + cell;
  };
  const keys = Object.keys(source);
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k] as string;
    // Most callers keep the order; then no look-up is needed.
    const at = key === ids[k] ? k : open.places.get(key);
    if (at === undefined) throw unknownField('answers', key, ids);
    seen[at] = turn;
    const value = source[key];
    if (value === raw[at] && value !== undefined) continue;
    const columns = open.columns[at];
    put(at, columns ? rowsOf(key, value, columns) : cellOf(key, value, open.texts[at] as boolean), value);
  }
  if (keys.length < ids.length) {
    for (let at = 0; at < ids.length; at++) if (seen[at] !== turn && open.cells[at] !== '') put(at, '', undefined);
  }
  return pending;
}

/** What a form is checked with beside what was typed, as one text. */
function aroundOf(known: Known, open: Open, given: { unit?: unknown; period?: unknown; final?: unknown }): { text: string; grounds: Grounds } {
  let around = flag('final', given.final) ? '1' : '';
  const period = given.period === undefined ? {} : options('period', given.period, PERIOD);
  for (const name of PERIOD) around += COLUMN + (period[name] === undefined ? '' : text('period.' + name, period[name]));
  if (given.unit === undefined || given.unit === null) return { text: around, grounds: grounds(null) };
  const unit = options('unit', given.unit, UNIT);
  const group = unit.group === undefined ? {} : options('group', unit.group, GROUP);
  const raised = grounds(group.raised);
  return { text: around + COLUMN + tallyOf(known, open, unit.tally) + COLUMN + context(group.size, raised), grounds: raised };
}

/** A tally as a text; the same numbers give the same text without being written out again. */
function tallyOf(known: Known, open: Open, given: unknown): string {
  const source = object('tally', given);
  return guarded('tally', () => {
    const keys = Object.keys(source);
    const values = keys.map((key) => source[key]);
    const last = open.tally;
    if (last && keys.length === last.keys.length && keys.every((key, at) => key === last.keys[at] && values[at] === last.values[at])) return last.text;
    const clean: Record<string, unknown> = {};
    for (let at = 0; at < keys.length; at++) clean[keys[at] as string] = values[at];
    const text = cells('tally', clean, known.grades[open.subject] as Known['grades'][number]);
    open.tally = { keys, values, text };
    return text;
  });
}

/** The next report out of the last one and what is different. */
function next(known: Known, open: Open, delta: Delta | null, raised: Grounds): Report {
  const last = open.report;
  const quotas = known.quotas[open.subject] as Known['quotas'][number];
  if (delta && delta.r !== undefined) open.rated = rating(open.info, known.rulebook.subjects[open.subject] as SubjectInfo, open.rated, delta.r);
  return Object.freeze({
    form: open.info.id,
    diagnostics: delta?.d ? kept(known, last, delta.d) : last ? last.diagnostics : Object.freeze([]),
    rating: open.rated.rating,
    quotas: delta && delta.q !== undefined ? (delta.q === null ? null : unpackQuotas(quotas, delta.q, raised)) as readonly Quota[] | null : last ? last.quotas : null,
    complete: delta ? delta.c : last !== null && last.complete,
    provenance: known.provenance,
  });
}

function kept(known: Known, last: Report | null, list: (number | CitedById<Diagnostic>)[]): readonly Diagnostic[] {
  const old = last ? last.diagnostics : [];
  const fresh = findings(known.citation, list.filter((one) => typeof one !== 'number') as CitedById<Diagnostic>[]);
  let taken = 0;
  return Object.freeze(list.map((one) => (typeof one === 'number' ? old[one] : fresh[taken++]) as Diagnostic));
}

function traceOf(wasm: WasmEngine, known: Known, open: Open): readonly Step[] {
  return steps(known.citation, core(() => JSON.parse(open.handle.trace(wasm)) as Writable<CitedById<Step>[]>)) as readonly Step[];
}

