/** The engine handle: checks the call, crosses to the core once, returns plain frozen data. */
import { WasmEngine, formatNumber, lintRulebook as lintInCore, select } from '../build/wasm/xeploai.js';
import { audit } from './audit.js';
import { ballot, targets } from './ballot.js';
import { breakdown, type OwnTables } from './breakdown.js';
import { deadlines, workingDays } from './calendar.js';
import { check, closeAll, fieldsOf, rate, type OpenForms } from './check.js';
import { ROUNDINGS, answer, core } from './core.js';
import { UsageError } from './errors.js';
import { readKnown } from './known.js';
import { runsOn, turn, type Runner } from './instance.js';
import { load, loadSync } from './load.js';
import { quota } from './quota.js';
import { rollUp } from './roll-up.js';
import { schema } from './standard-schema.js';
import { tasks } from './tasks.js';
import type * as api from './types.js';
import { tokens } from './tokens.js';
import { choice, each, flag, guarded, has, object, options, text, whole } from './usage.js';
import { warmUpSoon } from './warm.js';

/** What the entries share: makes an engine once the core runs. `find` gives a core to run where none runs yet; `also`: options of the entry itself. */
export async function open(find: () => Promise<Runner>, given: api.EngineOptions, also?: string): Promise<api.Engine> {
  await load(find);
  const engine = create(given, also);
  warmUpSoon(engine);
  return engine;
}

export function openSync(find: () => Runner, given: api.EngineOptions, also?: string): api.Engine {
  loadSync(find);
  return create(given, also);
}

export async function lint(find: () => Promise<Runner>, source: unknown, overlay: unknown, given: api.LintOptions = {}, also?: string): Promise<readonly api.Fault[]> {
  const { today } = options('lintRulebook', given, also ? ['today', also] : ['today']);
  const day = today === undefined ? dayOfThePage() : text('today', today);
  await load(find);
  return answer<api.Fault[]>(() => lintInCore(tokens('source', source), tokens('overlay', overlay), day));
}

/** Today where the page is: the core has no clock. */
function dayOfThePage(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const OPTIONS = ['rulebook', 'asOf', 'family', 'overlay', 'readings', 'accept', 'locale'] as const;

function create(given: api.EngineOptions, also?: string): api.Engine {
  const known = also ? OPTIONS.concat(also as never) : OPTIONS;
  const { rulebook, asOf, family, overlay, readings, accept, locale } = options('createEngine', given, known);
  object('rulebook', rulebook);
  if (asOf === undefined) {
    throw new UsageError('usage.missing-field', '`asOf` is missing', { help: 'name the day whose law applies, as YYYY-MM-DD' });
  }
  const language = locale === undefined ? 'vi' : text('locale', locale);
  const day = text('asOf', asOf);
  const source = tokens('rulebook', inForce(rulebook, day, family === undefined ? '' : text('family', family)));
  const [local, chosen, taken] = [tokens('overlay', overlay), tokens('readings', readings), tokens('accept', accept)];
  return handle(() => core(() => WasmEngine.create(source, local, day, chosen, taken, language)), day, language as api.Locale);
}

/** Of several rulebooks the one of the family that is in force. Only what finds it crosses. */
function inForce(rulebook: unknown, day: string, family: string): unknown {
  const several = guarded('rulebook', () => (Array.isArray(rulebook) ? each(rulebook as unknown[], (one) => one as Partial<Record<string, unknown>>) : null));
  if (several === null && family === '') return rulebook;
  const sources = several || [rulebook as Partial<Record<string, unknown>>];
  const headers = guarded('rulebook', () =>
    sources.map((one) => {
      const mine = (name: string) => (has(one, name) ? (one as Record<string, unknown>)[name] : undefined);
      return one ? { id: mine('id'), effective: mine('effective'), families: mine('families'), supersedes: mine('supersedes') } : one;
    }));
  return sources[core(() => select(tokens('rulebook', headers), day, family))];
}

/** The handle. What it holds lives in a closure, so that it can be frozen and nothing inside can be reached. */
function handle(make: () => WasmEngine, asOf: api.IsoDate, locale: api.Locale): api.Engine {
  let wasm = make();
  let known = core(() => readKnown(wasm, asOf));
  let born = turn();
  const ownTables: OwnTables = [];
  const open: OpenForms = new Map();
  let disposed = false;

  function alive(): WasmEngine {
    if (disposed) throw new UsageError('usage.disposed', 'this engine was disposed', { help: 'create another with `createEngine`' });
    const now = turn();
    if (now !== born) {
      // The instance it was made in is gone, and with it all that it had made.
      letGo();
      wasm = make();
      known = core(() => readKnown(wasm, asOf));
      born = now;
    }
    return wasm;
  }

  function letGo(): void {
    for (const table of ownTables.splice(0)) table.handle.free();
    closeAll(open);
    wasm.free();
  }

  function dispose(): void {
    if (disposed) return;
    disposed = true;
    letGo();
  }

  const engine = {
    rulebook: known.rulebook,
    asOf,
    locale,
    runsOn: runsOn(),
    quota: (input: api.QuotaInput) => quota(alive(), known, input),
    rollUp: (input: api.RollUpInput) => rollUp(alive(), known, input),
    breakdown: (input: api.BreakdownInput) => core(() => breakdown(alive(), known, ownTables, input)),
    ballot: (input: api.BallotInput) => ballot(alive(), known, input),
    targets: (input: api.TargetsInput) => targets(alive(), known, input),
    tasks: (input: api.TasksInput) => core(() => tasks(alive(), known, ownTables, locale, input)),
    workingDays: (input: api.WorkingDaysInput) => workingDays(alive(), input),
    deadlines: (input?: api.DeadlinesInput) => deadlines(alive(), known, input),
    audit: (input: api.AuditInput) => audit(alive(), known, input),
    check: (input: api.CheckInput) => check(alive(), known, open, input),
    rate: (input: api.CheckInput) => rate(alive(), known, open, input),
    forms: () => core(() => (alive(), known.forms())),
    schema: (form: string, given: Pick<api.CheckInput, 'fields'> = {}) => {
      const forms = core(() => (alive(), known.forms()));
      const { sections } = forms[choice('form', form, forms.map((info) => info.id), 'usage.unknown-form')] as api.FormInfo;
      const asked = options('schema', given, ['fields'] as const) as typeof given;
      return schema(fieldsOf(sections), (answers) => check(alive(), known, open, Object.assign({}, asked, { form, answers, final: true })));
    },
    tables: () => core(() => (alive(), known.tables())),
    describe: (code: string) => answer<api.CheckInfo>(() => alive().describe(text('code', code))),
    readNumber: (typed: string, kind: api.FieldKind) =>
      answer<api.NumberReading>(() => alive().readNumber(text('text', typed), text('kind', kind))),
    formatNumber: (value: api.DecimalString | number, given?: api.FormatOptions) => (alive(), format(value, given)),
    dispose,
  };
  // Only where the symbol exists: older browsers have no `using` either.
  if (typeof Symbol.dispose === 'symbol') Object.defineProperty(engine, Symbol.dispose, { value: dispose });
  return Object.freeze(engine) as api.Engine;
}

function format(value: api.DecimalString | number, given: api.FormatOptions = {}): string {
  const o = options('formatNumber', given, ['decimals', 'rounding', 'percent', 'pad'] as const);
  const decimals = o.decimals === undefined ? -1 : whole('decimals', o.decimals, 0, 6);
  const rounding = o.rounding === undefined ? 0 : choice('rounding', o.rounding, ROUNDINGS);
  const number = typeof value === 'number' ? String(value) : text('value', value);
  return core(() => formatNumber(number, decimals, rounding, flag('percent', o.percent), flag('pad', o.pad)));
}
