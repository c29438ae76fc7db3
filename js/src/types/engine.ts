/** The engine: every question it answers. */
import type { Audit, AuditInput } from './audit.js';
import type { BallotInput, BallotReport, TargetsInput, TargetsReport, TasksInput, TasksReport } from './ballot.js';
import type { Breakdown, BreakdownInput, TableInfo } from './breakdown.js';
import type { Deadlines, DeadlinesInput, WorkingDays, WorkingDaysInput } from './calendar.js';
import type { DecimalString, IsoDate, Locale, OverlaySource, RulebookSource, RunsOn } from './common.js';
import type { CheckInput, FormInfo, Rating, Report, StandardSchema } from './form.js';
import type { FieldKind, FormatOptions, NumberReading } from './number.js';
import type { QuotaInput, QuotaReport } from './quota.js';
import type { RollUp, RollUpInput } from './roster.js';
import type { CheckInfo, RulebookInfo } from './rulebook.js';

export interface EngineOptions {
  /** One rulebook, or several: the one of the family in force on `asOf` is taken; of two, the one that supersedes the other. */
  rulebook: RulebookSource | readonly RulebookSource[];
  asOf: IsoDate;
  /**
   * The line of law: `party`, the yearly rating in the Party, when left out or blank; then a single rulebook is taken whatever
   * its family is. A family that none of the rulebooks has is an error (`rulebook.unknown-family`).
   */
  family?: string;
  overlay?: OverlaySource;
  /** Reading to enforce, by quota id: `{ 'member-htxsnv': 'exclusive' }`. */
  readings?: Readonly<Record<string, string>>;
  /** Ids of `RulebookInfo.unverified` to apply all the same; the portal takes them upon itself. */
  accept?: readonly string[];
  locale?: Locale;
}

/** What every entry answers. */
export interface FormsEngine {
  readonly rulebook: RulebookInfo;
  readonly asOf: IsoDate;
  readonly locale: Locale;
  readonly runsOn: RunsOn;
  quota(input: QuotaInput): QuotaReport;
  breakdown(input: BreakdownInput): Breakdown;
  /** Counts a roster up the tree of its units and judges the quotas of every unit and group. */
  rollUp(input: RollUpInput): RollUp;
  /** Counts ballots: what must add up, shares of a named base, the majority where the text names one. */
  ballot(input: BallotInput): BallotReport;
  /** Goals, and where the counts stand. */
  targets(input: TargetsInput): TargetsReport;
  /** The ledger of assigned tasks: counts, the answers of a form, and which conditions they decide. */
  tasks(input: TasksInput): TasksReport;
  tables(): readonly TableInfo[];
  /** Working days of agencies between two days, or the day that so many lead to. */
  workingDays(input: WorkingDaysInput): WorkingDays;
  /** The rulebook's deadlines as days of a year. */
  deadlines(input?: DeadlinesInput): Deadlines;
  /** Checks a form as it is typed, rates it, and judges the quota with this person on top. */
  check(input: CheckInput): Report;
  /** The rating alone, with its trace when asked for; null when nobody is to be rated. */
  rate(input: CheckInput): Rating | null;
  forms(): readonly FormInfo[];
  /** A Standard Schema of a form, or of those `fields` that a page has of it: its errors are the issues, answers come back unchanged. */
  schema(form: string, options?: Pick<CheckInput, 'fields'>): StandardSchema;
  /** What a diagnostic code means. */
  describe(code: string): CheckInfo;
  readNumber(text: string, kind: FieldKind): NumberReading;
  formatNumber(value: DecimalString | number, options?: FormatOptions): string;
  dispose(): void;
  [Symbol.dispose](): void;
}

/** The whole engine; `xeploai/forms` has all but the audit. */
export interface Engine extends FormsEngine {
  /** Reads a report in Vietnamese: its figures, what each share is of, what adds up, and what cannot be right. */
  audit(input: AuditInput): Audit;
}
