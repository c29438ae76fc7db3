/**
 * `engine.check` and `engine.rate`: what changed since the last call goes in as one text, what is different comes back.
 * The last form of each kind is remembered to do less work; the answer depends on the arguments of the call alone.
 */
import { WasmForm, type WasmEngine } from '../build/wasm/xeploai.js';
import { aroundOf, type Around } from './around.js';
import { core } from './core.js';
import { delta, type Told } from './delta.js';
import { steps, type CitedById, type Writable } from './findings.js';
import type { Known } from './known.js';
import { unpack as unpackQuotas, type Grounds } from './quota.js';
import { rating, unrated, type Rated } from './rating.js';
import { changes, typed, type Typed } from './typed.js';
import type { CheckInput, FormInfo, Rating, Report, Step, SubjectInfo } from './types.js';
import { choice, flag, guarded, mine, object, onlyKnown, text } from './usage.js';

/** A form as it was last seen. */
interface Open {
  readonly info: FormInfo;
  readonly handle: WasmForm;
  readonly typed: Typed;
  /** Whom the form rates: the position of the subject. */
  readonly subject: number;
  around: Around | null;
  report: Report | null;
  /** What the core may name again. */
  readonly told: Told;
  rated: Rated;
}

type Field = FormInfo['sections'][number]['fields'][number];

export type OpenForms = Map<string, Open>;

const INPUT = ['form', 'answers', 'unit', 'period', 'final', 'fields', 'trace'] as const;

export function check(wasm: WasmEngine, known: Known, forms: OpenForms, input: CheckInput): Report {
  const given = taken(input);
  const open = openForm(wasm, known, forms, text('form', given.form));
  const trace = flag('trace', given.trace);
  try {
    const news = changes(open.typed, given.answers);
    const around = aroundOf(known.grades[open.subject] as Known['grades'][number], open.typed, open.around, given);
    const report = open.report !== null && around === open.around && news === '' ? open.report : stepped(wasm, known, open, news, around);
    return trace ? Object.freeze(Object.assign({}, report, { trace: traceOf(wasm, known, open) })) : report;
  } catch (error) {
    // Whatever is remembered is not to be trusted any more, here and in the core.
    close(forms, open);
    throw error;
  }
}

function taken(input: CheckInput): { [key in (typeof INPUT)[number]]: unknown } {
  const source = object('check', input);
  return guarded('check', () => {
    onlyKnown('check', source, INPUT);
    // Written out, because this runs at every keystroke.
    return {
      form: mine(source, 'form'), answers: mine(source, 'answers'), unit: mine(source, 'unit'),
      period: mine(source, 'period'), final: mine(source, 'final'), fields: mine(source, 'fields'), trace: mine(source, 'trace'),
    };
  });
}

/** Has the core look, and puts together what it says is different. */
function stepped(wasm: WasmEngine, known: Known, open: Open, news: string, around: Around): Report {
  const same = open.report !== null && around === open.around;
  const answer = core(() => open.handle.check(wasm, news, same ? undefined : around.text));
  open.around = around;
  // The first answer is never empty.
  return answer === undefined ? open.report as Report : (open.report = next(known, open, answer, around.grounds));
}

export function rate(wasm: WasmEngine, known: Known, forms: OpenForms, input: CheckInput): Rating | null {
  const report = check(wasm, known, forms, input);
  if (report.rating === null || report.trace === undefined) return report.rating;
  return Object.freeze(Object.assign({}, report.rating, { trace: report.trace }));
}

export function closeAll(forms: OpenForms): void {
  forms.forEach((open) => close(forms, open));
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
  const open: Open = {
    info,
    handle: core(() => WasmForm.open(wasm, at)),
    typed: typed(fieldsOf(info.sections)),
    subject: known.subjects.indexOf(info.subject),
    around: null,
    report: null,
    told: { findings: [], kinds: [] },
    rated: unrated(),
  };
  forms.set(id, open);
  return open;
}

/** The fields of all sections. */
export function fieldsOf(sections: FormInfo['sections']): Field[] {
  const all: Field[] = [];
  for (const { fields } of sections) for (const field of fields) all.push(field);
  return all;
}

/** The next report out of the last one and what is different. */
function next(known: Known, open: Open, text: string, raised: Grounds): Report {
  const last = open.report;
  const { complete, diagnostics, rating: rated, quotas } = delta(text, known.citation, open.told);
  if (rated !== undefined) open.rated = rating(open.info, known.rulebook.subjects[open.subject] as SubjectInfo, open.rated, rated);
  return Object.freeze({
    form: open.info.id,
    diagnostics: diagnostics || (last as Report).diagnostics,
    rating: open.rated.rating,
    quotas: quotas === undefined ? last && last.quotas : quotas === null ? null : unpackQuotas(known.quotas[open.subject] as Known['quotas'][number], quotas, raised),
    complete,
    provenance: known.provenance,
  });
}

function traceOf(wasm: WasmEngine, known: Known, open: Open): readonly Step[] {
  return steps(known.citation, core(() => JSON.parse(open.handle.trace(wasm)) as Writable<CitedById<Step>[]>)) as readonly Step[];
}

