/** `engine.audit`: a text in, packed lists back, taken apart and frozen. */
import type { WasmEngine } from '../build/wasm/xeploai.js';
import { bare, core } from './core.js';
import { UsageError } from './errors.js';
import { findings, steps, type CitedById, type Writable } from './findings.js';
import type { Known } from './known.js';
import { NO_RAISE, unpack } from './quota.js';
import type { Audit, AuditClaim, AuditFigure, AuditInput, AuditRelation, Diagnostic, QuotaInfo, Step } from './types.js';
import { choice, flag, options, text } from './usage.js';

type Packed = (number | string | boolean | null)[];
type Span = readonly [number, number];

interface AuditShape {
  /** Four values a figure. */
  figures: Packed;
  /** Nine values a claim. */
  claims: Packed;
  /** Start, end, kind, whole, holds, then the parts. */
  relations: Packed[];
  quotas: { span: Span; subject: number; quotas: string }[];
  checked: number;
  toLook: number;
  diagnostics: CitedById<Diagnostic>[];
  trace?: CitedById<Step>[];
}

const WHERE = 'load `xeploai`, not `xeploai/forms`; `engine.wasm`, not `forms.wasm` / hãy nạp `xeploai` thay cho `xeploai/forms`, `engine.wasm` thay cho `forms.wasm`';
const INPUT = ['text', 'subject', 'trace'] as const;

export function audit(wasm: WasmEngine, known: Known, input: AuditInput): Audit {
  const given = options('audit', input, INPUT);
  const typed = text('text', given.text);
  const subject = given.subject === undefined ? -1 : choice('subject', given.subject, known.subjects, 'usage.unknown-subject');
  const trace = flag('trace', given.trace);
  const packed = core(() => wasm.audit(typed, subject, trace));
  if (packed === '') throw new UsageError('usage.no-audit', '`audit` is not in this core', { help: WHERE });
  const shape = bare<AuditShape>(packed);
  const figures = several(shape.figures, 4, figure);
  const quotas = shape.quotas.map((group) => Object.freeze({
    span: Object.freeze(group.span),
    subject: known.subjects[group.subject] as string,
    quotas: unpack(known.quotas[group.subject] as readonly QuotaInfo[], group.quotas, NO_RAISE),
  }));
  const result: Writable<Audit> = {
    figures,
    claims: several(shape.claims, 9, claim),
    relations: Object.freeze(shape.relations.map(relation)),
    quotas: Object.freeze(quotas),
    counts: Object.freeze({ figures: figures.length, checked: shape.checked, toLook: shape.toLook }),
    diagnostics: findings(known.citation, shape.diagnostics),
    provenance: known.provenance,
  };
  if (shape.trace) result.trace = steps(known.citation, shape.trace) as readonly Step[];
  return Object.freeze(result);
}

/** Every `width` values of a flat list as one thing. */
function several<T>(packed: Packed, width: number, make: (values: Packed, at: number) => T): readonly T[] {
  const all: T[] = [];
  for (let at = 0; at < packed.length; at += width) all[all.length] = make(packed, at);
  return Object.freeze(all);
}

function span(values: Packed, at: number): Span {
  return Object.freeze([values[at] as number, values[at + 1] as number] as const);
}

function figure(values: Packed, at: number): AuditFigure {
  return Object.freeze({ span: span(values, at), value: values[at + 2], kind: values[at + 3] }) as AuditFigure;
}

function claim(values: Packed, at: number): AuditClaim {
  return Object.freeze({
    span: span(values, at),
    count: values[at + 2],
    base: values[at + 3],
    baseFrom: values[at + 4],
    stated: values[at + 5],
    exact: values[at + 6],
    kind: values[at + 7],
    verdict: values[at + 8],
  }) as AuditClaim;
}

function relation(values: Packed): AuditRelation {
  const parts = Object.freeze(values.slice(5));
  return Object.freeze({ kind: values[2], whole: values[3], parts, holds: values[4], span: span(values, 0) }) as AuditRelation;
}
