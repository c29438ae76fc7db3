/** `engine.quota`: the tally as one text, the report as JSON. */
import type { WasmEngine } from '../build/wasm/xeploai.js';
import { cell, cells } from './cells.js';
import { core, type Static } from './engine.js';
import { cite, findings, steps, type CitedById } from './findings.js';
import type { Diagnostic, Quota, QuotaInput, QuotaReport, Step } from './types.js';
import { choice, flag, options } from './usage.js';

interface QuotaShape {
  quotas: CitedById<Quota>[];
  before?: CitedById<Quota>[];
  diagnostics: CitedById<Diagnostic>[];
  trace?: CitedById<Step>[];
}

const INPUT = ['subject', 'tally', 'group', 'propose', 'trace'] as const;

export function quota(wasm: WasmEngine, known: Static, input: QuotaInput): QuotaReport {
  const given = options('quota', input, INPUT);
  const subject = choice('subject', given.subject, known.rulebook.subjects.map((one) => one.id));
  const grades = known.grades[subject];
  if (!grades) throw new Error('unreachable: a subject has grades');
  const tally = cells('tally', given.tally, grades);
  const size = given.group === undefined ? '' : groupSize(given.group);
  const propose = given.propose === undefined ? '' : cells('propose', given.propose, grades).replace(/\u0001/g, '');
  const trace = flag('trace', given.trace);
  const shape = core(() => JSON.parse(wasm.quota(subject, tally, size, propose, trace)) as QuotaShape);
  const quotas = (list: CitedById<Quota>[]) => Object.freeze(list.map((one) => cite<Quota>(known.citation, one)));
  const report: { -readonly [K in keyof QuotaReport]: QuotaReport[K] } = {
    quotas: quotas(shape.quotas),
    diagnostics: findings(known.citation, shape.diagnostics),
    provenance: known.provenance,
  };
  if (shape.before) report.before = quotas(shape.before);
  if (shape.trace) report.trace = steps(known.citation, shape.trace) as readonly Step[];
  return Object.freeze(report);
}

function groupSize(group: unknown): string {
  const given = options('group', group, ['key', 'size'] as const);
  return cell('group', 'size', given.size);
}
