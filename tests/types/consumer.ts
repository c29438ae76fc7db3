/** A program that uses the package as its readme says; it must compile in every module system. It is never run. */
import { createAnnouncer, createEngine, createEngineSync, EngineError, InitError, lintRulebook, RulebookError, UsageError, version, watchForm } from 'xeploai';
import type { Answers, BallotReport, Breakdown, CheckInput, Deadlines, Diagnostic, Engine, EngineOptions, NumberReading, OverlaySource, QuotaReport, Rating, Report, StandardSchema, TargetsReport, TasksReport, Watcher, WatchDiff, WatchOptions, WorkingDays } from 'xeploai';
import { defineElements, XeploaiQuota } from 'xeploai/elements';
import type { TextAudit, TextFinding } from 'xeploai/elements';
import { drawTable, ExcelError, readRoster, summaryTable, writeCsv, writeXlsx } from 'xeploai/excel';
import type { Mapping, Problem, Roster, RosterReading, SummaryTable } from 'xeploai/excel';
import { overlays, thuong_tin_2017 } from 'xeploai/overlays';
import thuongTin from 'xeploai/overlays/thuong-tin-2017';
import { hd21_2019, rulebooks } from 'xeploai/rulebooks';
import book from 'xeploai/rulebooks/hd21-2019';
import * as author from 'xeploai/author';
import * as forms from 'xeploai/forms';
import type { Engine as FormsOnly } from 'xeploai/forms';
import * as nowasm from 'xeploai/nowasm';
import * as slim from 'xeploai/slim';
import type { SlimOptions, WasmSource } from 'xeploai/slim';

export async function use(): Promise<string> {
  const options: EngineOptions = { rulebook: rulebooks, asOf: '2020-12-31', family: 'party', locale: 'vi', readings: { 'member-htxsnv': 'exclusive' } };
  const engine: Engine = await createEngine(options);
  const other = createEngineSync({ rulebook: [book, hd21_2019], asOf: '2020-12-31' });
  const local: readonly OverlaySource[] = [thuongTin, thuong_tin_2017, ...overlays];
  void createEngine({ rulebook: rulebooks, asOf: '2017-12-31', overlay: local[0] as OverlaySource });

  const filled: Breakdown = engine.breakdown({ table: 'member-grades', counts: { total: '61.567', htxsnv: 2714, htnv: null } });
  const shares: readonly (string | null)[] = filled.rows.map((row) => row.share);
  const quota: QuotaReport = other.quota({ subject: 'member', tally: { htxsnv: '1', httnv: 4 }, propose: { htxsnv: 1 } });
  const raised = other.quota({ subject: 'member', tally: {}, group: { size: 20, raised: { percent: '22,5%', reason: 'x', decision: '12-QĐ/TU' } } });
  const rate: string | undefined = raised.quotas[0]?.raised?.percent ?? engine.rulebook.quotas[0]?.raised ?? engine.rulebook.families[0];
  const findings: readonly Diagnostic[] = quota.diagnostics;
  const moves: number = quota.quotas[0]?.balance?.changes['htxsnv'] ?? 0;
  const counted: WorkingDays = engine.workingDays({ from: '2025-12-31', add: 3 + moves });
  const due: Deadlines = engine.deadlines({ year: 2025, meeting: counted.to });
  // @ts-expect-error: a day and a number of days at once
  engine.workingDays({ from: '2025-12-31', to: '2026-01-05', add: due.deadlines.length });

  const votes: BallotReport = other.ballot({ subject: 'member', items: [{ id: 'a', label: 'A' }], groups: [{ ballots: { valid: '17' }, votes: { a: { httnv: 10, htnv: null } } }] });
  const lead: readonly string[] = votes.items[0]?.most ?? [votes.items[0]?.options[0]?.shareText ?? votes.base];
  const ledger: TasksReport = other.tasks({ form: 'mau-2b', rows: [{ assignee: 'A', progress: 'late', quality: 'met' }] });
  const plan: TargetsReport = other.targets({ targets: ['meetings-good', { id: 'a', label: 'A', atLeast: '80%' }], counts: { a: { count: 3, of: '4' } } });
  const reached: boolean | null = plan.targets[0]?.reached ?? lead.length > 0;
  other.check({ form: 'mau-2b', answers: { ...ledger.answers, 'confidence-vote': reached } });
  // @ts-expect-error a ballot is of a rule or of a subject, not of both
  other.ballot({ ballot: 'member-grade', subject: 'member', groups: [] });
  // @ts-expect-error a ledger is rows or counts, not both
  other.tasks({ form: 'mau-2b', rows: [], counts: {} });

  const answers: Answers = { name: 'A', 'has-earlier': true, 'targets-done': 9, earlier: [{ content: 'x', status: null }], grade: undefined };
  const asked: CheckInput = { form: 'mau-02', answers, unit: { tally: { htxsnv: 1 }, group: { size: 9 } }, period: { from: '2020-01-01', to: '2020-12-31' }, final: true };
  const report: Report = other.check(asked);
  const rating: Rating | null = other.rate({ form: 'mau-02', answers: {}, trace: true });
  const verdicts: readonly string[] = rating?.rules.map((rule) => `${rule.kind} ${rule.verdict} ${rule.values ?? ''}`) ?? [];
  const next: string = rating?.next?.pointsText ?? report.rating?.best ?? report.quotas?.[0]?.summary ?? String(report.complete);
  const fields: readonly string[] = other.forms().flatMap((form) => form.sections).flatMap((section) => section.fields.map((field) => field.kind));
  const schema: StandardSchema = other.schema('mau-02');
  const outcome = schema['~standard'].validate(answers);
  const issues: number = 'issues' in outcome ? outcome.issues.length : Object.keys(outcome.value).length;
  const unverified: readonly string[] = other.rulebook.unverified.filter((one) => !one.accepted).map((one) => one.id);
  void createEngine({ rulebook: book, asOf: '2020-12-31', accept: unverified });

  const read: NumberReading = engine.readNumber('61.567', 'count');
  const typed: string = read.status === 'value' ? read.value : read.status;
  const written: string = engine.formatNumber(typed, { percent: true, decimals: 2 });
  const faults = await lintRulebook({ id: 'mine' });
  engine.dispose();

  const sources: readonly WasmSource[] = ['/engine.wasm', new URL('https://example.vn/engine.wasm'), new ArrayBuffer(8), new Uint8Array(8)];
  const slimmer: SlimOptions = { rulebook: book, asOf: '2020-12-31', wasm: sources[0] as WasmSource };
  const everywhere: readonly Engine[] = [await slim.createEngine(slimmer), await slim.createEngine({ ...slimmer, wasm: fetch('/engine.wasm') }),
    slim.createEngineSync({ rulebook: book, asOf: '2020-12-31', wasm: new Uint8Array(8) }), nowasm.createEngineSync(options)];
  const runs: readonly ('wasm' | 'javascript')[] = everywhere.map((one) => one.runsOn);
  await slim.lintRulebook({}, undefined, { wasm: '/engine.wasm', today: '2026-01-01' });
  await nowasm.lintRulebook({});
  const lints: readonly author.Fault[] = await author.lintRulebook(book, thuongTin, { today: '2026-01-01' });
  const gap: 'error' | 'warning' | 'info' | undefined = lints[0]?.severity;
  const light: FormsOnly = await forms.createEngine(options);
  const lighter: FormsOnly = forms.createEngineSync(options);
  const either: FormsOnly = engine;
  void [light.check(asked), lighter.quota({ subject: 'member', tally: {} }), either.forms(), forms.watchForm(document, light, { form: 'mau-2b' })];
  await forms.lintRulebook({});
  // @ts-expect-error forms has no audit
  light.audit({ text: '9/10' });
  // @ts-expect-error nor is it a whole engine
  const whole: Engine = light;
  void whole;
  // @ts-expect-error an author's module makes no engine
  void author.createEngine;

  // @ts-expect-error only slim takes bytes
  void createEngine({ rulebook: book, asOf: '2020-12-31', wasm: '/engine.wasm' });
  // @ts-expect-error results are frozen
  filled.complete = true;
  // @ts-expect-error a report is frozen
  report.complete = true;
  // @ts-expect-error a form is asked for by its id
  other.check({ answers });
  // @ts-expect-error a grid's rows are objects
  other.check({ form: 'mau-02', answers: { earlier: ['x'] } });
  // @ts-expect-error an unknown option is a mistake
  engine.formatNumber(1, { decimal: 2 });
  // @ts-expect-error there is no such field kind
  engine.readNumber('1', 'money');
  // @ts-expect-error the date is required
  void createEngine({ rulebook: book });

  return [version, runs.join(), rate, shares.length, findings.length, written, faults.length, verdicts.length, next, fields.length, issues, gap].join(' ');
}

export function show(report: QuotaReport, filled: Breakdown): void {
  defineElements({ nonce: 'n' });
  const quota = document.createElement('xeploai-quota');
  quota.result = report;
  quota.tally = { htxsnv: '3' };
  const known: boolean = quota instanceof XeploaiQuota;
  const table = document.querySelector('xeploai-breakdown');
  if (table && known) table.result = filled;
  const summary = document.createElement('xeploai-findings');
  summary.findings = [...report.diagnostics, ...filled.diagnostics];
  summary.field = (finding) => document.getElementById(String(finding.path[0]));
  const text = document.createElement('xeploai-report');
  const findings: readonly TextFinding[] = [{ start: 0, end: 1, code: 'x', severity: 'info', message: 'x', fix: '1' }];
  text.audit = (written): TextAudit => ({ findings, figures: written.length });
  text.recheck();
  // @ts-expect-error a quota's result is no table
  quota.result = filled;
}

/** The elements take an engine of either kind, but for the one that reads reports. */
export function light(engine: FormsOnly): void {
  document.createElement('xeploai-quota').engine = engine;
  document.createElement('xeploai-breakdown').engine = engine;
  // @ts-expect-error there is no audit in it
  document.createElement('xeploai-report').engine = engine;
}

export function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof RulebookError || error instanceof InitError) return error.code;
  return error instanceof EngineError ? (error.help ?? error.message) : 'not ours';
}

/** On a page: every way to say where a field is, and what comes of it. */
export function watch(engine: Engine, root: HTMLFormElement, shadow: ShadowRoot): string {
  const announcer = createAnnouncer({ politeness: 'polite', pauseMs: 500, locale: 'vi', parent: shadow });
  const options: WatchOptions = {
    form: 'mau-2b',
    map: {
      total: '#total', general: root, results: root.querySelectorAll('input'), grade: () => 'htxsnv', name: (where) => where as HTMLElement,
      tasks: { rows: 'tr', columns: { task: 'input', progress: (row) => row.textContent } },
    },
    unit: () => ({ tally: { htxsnv: 1 } }), period: { from: '2025-01-01', to: '2025-12-31' }, final: () => false,
    report: announcer, messages: true, constraintValidation: true, blockSubmit: false, quietMs: 800,
    onError: (error) => void explain(error),
  };
  const watcher: Watcher = watchForm(root, engine, options);
  void watchForm(shadow, engine, { form: 'mau-2b' });
  const diff: WatchDiff | null = watcher.summary();
  const first = diff?.shown[0];
  const element: Element | null = first ? watcher.elementOf(first) : null;
  const went: boolean = watcher.focus(first) || watcher.focus();
  watcher.recheck();
  watcher.stop();
  announcer.stop();

  // @ts-expect-error a selector is no root
  void watchForm('#form', engine, options);
  // @ts-expect-error an unknown option is a mistake
  void watchForm(root, engine, { form: 'mau-2b', quiet: 800 });
  // @ts-expect-error a report is frozen
  if (diff) diff.asked = true;

  return [element?.id, went, diff?.blocked, Object.keys(watcher.answers()).length].join(' ');
}

export async function useExcel(engine: Engine, bytes: Uint8Array): Promise<readonly string[]> {
  const reading: RosterReading = await readRoster(bytes, { rulebook: engine.rulebook, subject: 'member', locale: 'en', limits: { rows: 1000 } });
  const mapping: Mapping = { ...reading.mapping, roles: ['name', 'unit-1', 'tick:htxsnv'], convert: reading.needsConversion?.encoding ?? null, rows: { 12: 'aside' } };
  const roster: Roster = await reading.roster(mapping, { onProgress: ({ phase, done }) => void [phase, done] });
  const table: SummaryTable = summaryTable({ rolled: engine.rollUp(roster.columns), units: roster.units, rulebook: engine.rulebook, unit: 0 });
  const problems: readonly Problem[] = [...reading.problems, ...roster.problems];
  const error = new ExcelError('file.empty', {}, 'vi');
  void [writeXlsx(table).length, writeCsv(table, { delimiter: ',' }).length, drawTable(table, document).tagName];
  return problems.map((one) => `${one.row ?? ''}${one.column ?? ''} ${one.message}`).concat(error.saying('en'));
}
