/**
 * `engine.tasks`: the ledger of assigned tasks counted, as the answers of a form, and the conditions of the rating that these
 * answers alone decide. The table and the rating are the engine's own.
 */
import type { WasmEngine } from '../build/wasm/xeploai.js';
import { breakdown, type OwnTables } from './breakdown.js';
import { check, closeAll, type OpenForms } from './check.js';
import { UsageError } from './errors.js';
import type { Known } from './known.js';
import type * as api from './types.js';
import { choice, guarded, has, list, object, onlyKnown, options } from './usage.js';

type Progress = 'on-time' | 'late' | 'undone';
type Quality = 'exceeded' | 'met' | 'not-met';
/** The words of the annex, by id or as its form has them, without case and marks; nothing is said of a task that is pending. */
const PROGRESS: Readonly<Record<string, Progress | undefined>> = {
  'on-time': 'on-time', 'on time': 'on-time', 'dung han': 'on-time', late: 'late', cham: 'late', undone: 'undone', 'not completed': 'undone',
  'chua hoan thanh': 'undone', pending: undefined, 'chua den han': undefined, '': undefined,
};
const QUALITY: Readonly<Record<string, Quality | undefined>> = {
  exceeded: 'exceeded', 'vuot muc': 'exceeded', met: 'met', dat: 'met', 'not-met': 'not-met', 'not met': 'not-met', 'khong dat': 'not-met', '': undefined,
};
const ROW = ['task', 'assignee', 'progress', 'quality'] as const;

/** What is counted, and what it is called where the form has no field for it. */
const COUNTS = ['assigned', 'done', 'on-time', 'late', 'exceeded', 'undone', 'pending'] as const;
const WORDS: Readonly<Record<api.Locale, readonly string[]>> = {
  vi: ['Được giao', 'Hoàn thành', 'Đúng hạn', 'Chậm', 'Vượt mức', 'Chưa hoàn thành', 'Chưa đến hạn'],
  en: ['Assigned', 'Completed', 'On time', 'Late', 'Exceeded', 'Not completed', 'Pending'],
};
const PART: Readonly<Record<string, readonly ['part' | 'of-which', api.TaskCount]>> = {
  done: ['part', 'assigned'], 'on-time': ['part', 'done'], late: ['part', 'done'], exceeded: ['of-which', 'done'],
  undone: ['part', 'assigned'], pending: ['part', 'assigned'],
};

export function tasks(wasm: WasmEngine, known: Known, tables: OwnTables, locale: api.Locale, input: api.TasksInput): api.TasksReport {
  const given = options('tasks', input, ['form', 'rows', 'counts'] as const);
  const forms = known.forms();
  const form = forms[choice('form', given.form, forms.map((info) => info.id), 'usage.unknown-form')] as api.FormInfo;
  if ((given.rows === undefined) === (given.counts === undefined)) {
    throw new UsageError('usage.missing-field', 'either `rows` or `counts` is expected', { help: 'pass the ledger, one row a task, or what was counted already' });
  }
  const ledger = given.rows === undefined ? null : read(given.rows);
  const counts = ledger ? ledger.all : object('counts', given.counts);
  const pending = ledger ? ledger.all.pending > 0 : guarded('counts', () => has(counts, 'pending'));
  const table = breakdown(wasm, known, tables, { table: tableOf(form, WORDS[locale], pending), counts: ledger && !pending ? without(ledger.all) : counts as Tally });
  const answers = answersOf(form, table, pending, ledger);
  return Object.freeze({
    rows: table.rows,
    assignees: Object.freeze(ledger ? assigned(ledger) : []),
    unreadable: Object.freeze(ledger ? ledger.unreadable : []),
    answers: Object.freeze(answers),
    rules: decided(wasm, known, form.id, answers),
    diagnostics: table.diagnostics,
    provenance: known.provenance,
  });
}

type Tally = Record<api.TaskCount, number>;
interface Ledger {
  readonly all: Tally;
  readonly by: Map<string, Tally>;
  readonly unreadable: number[];
  /** Whether each task's quality is known, and whether each is met. */
  judged: boolean;
  met: boolean;
}

function assigned(ledger: Ledger): api.TasksReport['assignees'][number][] {
  const all: api.TasksReport['assignees'][number][] = [];
  ledger.by.forEach((theirs, assignee) => all.push(Object.freeze({ assignee, counts: Object.freeze(theirs) })));
  return all;
}

/**
 * Rows counted, all of them and by whom they were assigned to. A row with a word nobody knows is named, and counted as assigned; so is
 * one that exceeded what was not completed, and counted as not completed.
 */
function read(given: unknown): Ledger {
  const rows = list('rows', given);
  const ledger: Ledger = { all: nothing(), by: new Map(), unreadable: [], judged: rows.length > 0, met: true };
  rows.forEach((one, at) => {
    const source = object(`rows.${at}`, one);
    guarded(`rows.${at}`, () => {
      onlyKnown(`rows.${at}`, source, ROW);
      const word = (name: string): unknown => (has(source, name) ? source[name] : undefined);
      const progress = among(PROGRESS, word('progress'));
      const said = among(QUALITY, word('quality'));
      const quality = progress === 'undone' && said === 'exceeded' ? null : said;
      if (progress === null || quality === null) ledger.unreadable.push(at);
      if (!quality) ledger.judged = false;
      if (quality === 'not-met') ledger.met = false;
      const name = word('assignee');
      add(ledger.all, progress, quality);
      if (typeof name !== 'string') return;
      const assignee = spaced(name).normalize('NFC');
      const theirs = ledger.by.get(assignee) || nothing();
      ledger.by.set(assignee, theirs);
      add(theirs, progress, quality);
    });
  });
  return ledger;
}

/** The word; undefined for nothing said, null for a word nobody knows. */
function among<T extends string>(known: Readonly<Record<string, T | undefined>>, given: unknown): T | undefined | null {
  if (given === undefined || given === null) return undefined;
  const word = typeof given === 'string' ? folded(given) : '?';
  return has(known, word) ? known[word] : null;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function folded(text: string): string {
  return spaced(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/\u0111/g, 'd');
}

function add(to: Tally, progress: Progress | undefined | null, quality: Quality | undefined | null): void {
  to.assigned++;
  if (!progress) to.pending++;
  else to[progress]++;
  if (progress === 'on-time' || progress === 'late') to.done++;
  if (quality === 'exceeded' && progress) to.exceeded++;
}

function nothing(): Tally {
  return { assigned: 0, done: 0, 'on-time': 0, late: 0, exceeded: 0, undone: 0, pending: 0 };
}

function without(all: Tally): Tally {
  const rest: Partial<Tally> = Object.assign({}, all);
  delete rest.pending;
  return rest as Tally;
}

/** The field a count is answered in; older forms speak of targets. */
function fieldOf(form: api.FormInfo, count: string): api.FormField | null {
  for (const section of form.sections) {
    for (const field of section.fields) if (field.id === 'tasks-' + count || field.id === 'targets-' + count) return field;
  }
  return null;
}

function tableOf(form: api.FormInfo, words: readonly string[], pending: boolean): api.TableSource {
  const rows = COUNTS.slice(0, pending ? 7 : 6).map((id, at): api.TableRowSource => {
    const field = fieldOf(form, id);
    const label = field ? field.label : words[at] as string;
    const part = PART[id];
    return part ? { id, label, kind: part[0], of: part[1], base: 'assigned' } : { id, label, kind: 'total' };
  });
  return { rows };
}

/** What the form asks of the counts. While tasks are pending only how many there are is certain. */
function answersOf(form: api.FormInfo, table: api.Breakdown, pending: boolean, ledger: Ledger | null): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const row of table.rows) {
    const field = fieldOf(form, row.id);
    if (field && row.count !== null && (!pending || row.id === 'assigned')) answers[field.id] = String(row.count);
  }
  const quality = form.sections.some((section) => section.fields.some((field) => field.id === 'quality-met'));
  if (quality && ledger && !pending && (ledger.judged || !ledger.met)) answers['quality-met'] = ledger.met ? 'yes' : 'no';
  return answers;
}

/** The conditions and triggers that nothing but these answers decides. A form of its own, so that the page's is not forgotten. */
function decided(wasm: WasmEngine, known: Known, form: string, answers: Record<string, string>): readonly api.RuleVerdict[] {
  const forms: OpenForms = new Map();
  try {
    const { rating } = check(wasm, known, forms, { form, answers });
    return Object.freeze(rating ? rating.rules.filter((rule) => rule.verdict === 'yes' || rule.verdict === 'no') : []);
  } finally {
    closeAll(forms);
  }
}
