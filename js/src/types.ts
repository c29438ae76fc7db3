/**
 * The public shapes. One meaning a word: see `src/ARCHITECTURE.md`, "Words".
 * Everything the engine returns is plain frozen data; decimals are strings.
 */

/** A civil date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** An exact decimal with a point, no grouping: `"91.82"`. */
export type DecimalString = string;
/** A grade's id, as in the rulebook: `htxsnv`, `httnv`, `htnv`, `khtnv`; before 2018 for organisations `tsvm`, `tieu-bieu`, `yeu-kem`. */
export type GradeId = string;
export type Locale = 'vi' | 'en';
/** What the core runs as: WebAssembly, or the same translated to JavaScript where WebAssembly is switched off. */
export type RunsOn = 'wasm' | 'javascript';
/** How sure an encoded fact is; `silent`: the text says nothing. */
export type Basis = 'confirmed' | 'secondary' | 'unverified' | 'silent';
export type Rounding = 'half-up' | 'half-even' | 'truncate' | 'floor' | 'ceil';
export type Severity = 'error' | 'warning' | 'info';
/** What people type: `"61.567"`, `"03"`, `"Không"`; a number; blank as `''`, `null` or left out. Blank is never zero. */
export type Count = number | string | null | undefined;
/** Counts per grade, each grade by itself: those rated *xuất sắc* are not repeated inside *tốt*. */
export type Tally = Readonly<Record<GradeId, Count>>;

/** A rulebook as JSON: a module of `xeploai/rulebooks`, or your own. Checked whole when an engine is created. */
export type RulebookSource = object;
/** A local text laid over a rulebook: an RFC 7396 merge patch. */
export type OverlaySource = object;

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

/** Where in the law. */
export interface Citation {
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  /** The day it was signed; null when it was not found. */
  readonly issued: IsoDate | null;
  readonly article?: string;
  readonly clause?: string;
  readonly point?: string;
  readonly title?: string;
  /** Where the wording was read. */
  readonly url?: string;
  /** The whole reference in words, in the engine's language. */
  readonly text: string;
}

/** A finding on what was typed; never thrown. */
export interface Diagnostic {
  /** Stable while the same problem persists. */
  readonly key: string;
  readonly code: string;
  /** `error`: cannot be · `warning`: breaks a rule that has lawful exceptions, or needs a look · `info`: worth knowing. */
  readonly severity: Severity;
  /** The field; `[]` is the whole input. */
  readonly path: readonly (string | number)[];
  /** In prose, where: UTF-16 units of the text that was passed. A fix replaces what stands there. */
  readonly span?: readonly [number, number];
  readonly message: string;
  readonly help?: string;
  readonly fix?: { readonly text: string };
  readonly params: Readonly<Record<string, string>>;
  readonly citations: readonly Citation[];
}

/** One step of how a result arose. */
export interface Step {
  readonly code: string;
  readonly text: string;
  readonly params: Readonly<Record<string, string>>;
  readonly citations: readonly Citation[];
}

/** What a result was computed with, so that a filed form can be checked again years later. */
export interface Provenance {
  readonly rulebook: string;
  readonly rulebookVersion: string;
  readonly overlay: string | null;
  readonly asOf: IsoDate;
  readonly readings: Readonly<Record<string, string>>;
  readonly engine: string;
}

export type RowKind = 'total' | 'part' | 'of-which' | 'rest';

/** A row of a table, as written by whoever defines it. */
export interface TableRowSource {
  id: string;
  label: string;
  /** `part`: adds up with its siblings to `of` · `of-which`: a subset of `of` · `rest`: a part that is what remains · `total`: a whole of its own. */
  kind: RowKind;
  /** The row this one is a part or a subset of. Required unless `total`. */
  of?: string;
  /** The row this one is a share of; `of` when left out. */
  base?: string;
}
export interface TableSource {
  rows: readonly TableRowSource[];
}

export interface TableInfo {
  readonly id: string;
  readonly label: string;
  readonly subject: string | null;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly depth: number; readonly kind: RowKind;
    readonly of: string | null; readonly base: string | null; readonly grade: GradeId | null }[];
  readonly citations: readonly Citation[];
}

export interface BreakdownInput {
  /** A table's id in the rulebook, or a table of your own. */
  table: string | TableSource;
  counts: Readonly<Record<string, Count>>;
  /** Percentages as printed in a document, to be checked against the counts: `{ khtnv: '0,53%' }`. */
  stated?: Readonly<Record<string, number | string | null | undefined>>;
  /** Decimals of a share, 0 to 6; 2 when left out. */
  decimals?: number;
  /** `half-up` when left out. */
  rounding?: Rounding;
  /** Last year's counts, for `change`; what is missing follows from the others, as in `counts`. */
  previous?: Readonly<Record<string, Count>>;
  /** Changes as printed in a document, to be checked against both years: `{ khtnv: 'giảm 32 đồng chí', httnv: 'tăng 1,25 điểm phần trăm' }`. Needs `previous`. */
  statedChanges?: Readonly<Record<string, Count>>;
  trace?: boolean;
}
export interface BreakdownRow {
  readonly id: string;
  readonly label: string;
  readonly depth: number;
  /** As understood: a part found to be counted inside another part is returned as `of-which`. */
  readonly kind: RowKind;
  readonly count: number | null;
  /** The count as a report writes it: `61.567`, `03`. */
  readonly countText: string | null;
  /** The row this share is of. */
  readonly base: string | null;
  readonly share: DecimalString | null;
  readonly shareText: string | null;
  /** True when the count was not typed but follows from the others. */
  readonly inferred: boolean;
  /** Count minus the previous one; null when either is missing. Only when `previous` was given. */
  readonly change?: number | null;
  /** The same in words: `giảm 32 đồng chí`, `không đổi`. */
  readonly changeText?: string | null;
  /** The share minus the previous one, both as printed, in percentage points; null where last year it was a share of something else. */
  readonly shareChange?: DecimalString | null;
  /** `tăng 1,25 điểm phần trăm`. */
  readonly shareChangeText?: string | null;
}
export interface Breakdown {
  readonly rows: readonly BreakdownRow[];
  /** Every row has a count and nothing contradicts. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly trace?: readonly Step[];
  readonly provenance: Provenance;
}

export interface GroupContext {
  /** The group's key, repeated in the report, so that reports of many groups can be told apart. */
  key?: string;
  /** All members of the cell, rated or not: for small-group rules. */
  size?: Count;
  /** A rate above the ordinary one that the competent level decided for an outstanding body. */
  raised?: RaisedRate;
}
/**
 * Applied only where the quota allows one, it is above the ordinary percentage and at most `QuotaInfo.raised`, and both texts
 * are there. Otherwise the ordinary percentage stands and a finding says why. A blank `percent` raises nothing.
 */
export interface RaisedRate {
  /** In percent, above 0 and at most 100, at most 4 decimals: `22.5` or as typed, `'22,5%'`. */
  percent: Count;
  /** What is outstanding. */
  reason?: string | null;
  /** Number of the decision. */
  decision?: string | null;
}
export interface QuotaInput {
  subject: string;
  tally: Tally;
  group?: GroupContext;
  /** A change to try: added to the tally, negative takes away: `{ htxsnv: 1, httnv: -1 }`. */
  propose?: Readonly<Record<GradeId, number>>;
  trace?: boolean;
}
/** `near`: at most a tenth of the places is left, or one. `unknown`: a count is missing. */
export type QuotaState = 'open' | 'near' | 'full' | 'exceeded' | 'unknown';
export interface QuotaReading {
  readonly id: string;
  readonly label: string;
  readonly enforced: boolean;
  /** Whether the wording itself can be read so; other readings are met in practice and only shown. */
  readonly fromText: boolean;
  /** How many the percentage is taken of; null while a count is missing. */
  readonly base: number | null;
  readonly limit: number | null;
  readonly headroom: number | null;
  readonly nextSlotAt: number | null;
  /** Used over base, two decimals, half-up. */
  readonly share: DecimalString | null;
  readonly shareText: string | null;
  readonly state: QuotaState;
  /** What would bring it within; only when it is exceeded. */
  readonly balance?: QuotaBalance;
  /** The arithmetic in words; only when a trace was asked for. */
  readonly arithmetic?: string;
}
/**
 * The fewest changes that bring a group within one quota under one reading. Counts, never names: who, and in which order, is for
 * people to decide. Another set may be as small: more who reach the next grade (`nextSlotAt`) make room, too.
 */
export interface QuotaBalance {
  /** How many people, or organisations. */
  readonly moves: number;
  /** What `propose` takes, to see every quota after it: `{ htxsnv: -2, httnv: 2 }`; of a title only those who lose it. */
  readonly changes: Readonly<Record<GradeId, number>>;
  /** How many there would be in the grade, of how many, and the share: two decimals, half-up. */
  readonly used: number;
  readonly base: number;
  readonly share: DecimalString | null;
  readonly shareText: string | null;
}
export interface Quota {
  readonly id: string;
  readonly label: string;
  readonly grade: GradeId;
  readonly state: QuotaState;
  readonly used: number | null;
  /** The largest number in the grade that still passes when people only move between it and the next grade. */
  readonly limit: number | null;
  /** Limit minus used; negative: how many too many. */
  readonly headroom: number | null;
  /** The smallest number at this grade or the next at which the limit grows by one. */
  readonly nextSlotAt: number | null;
  /** Some readings pass and some fail. */
  readonly disagree: boolean;
  /** The headroom in words. */
  readonly summary: string;
  /** What it takes for one more place, in words; null when it cannot be said. */
  readonly nextSlot: string | null;
  readonly readings: readonly QuotaReading[];
  /** What would bring it within under the enforced reading, in words, with the order in which the text lets people keep a place; null while nothing is exceeded. */
  readonly balance: (QuotaBalance & { readonly text: string; readonly order: string | null }) | null;
  /** The percentage in force, 0 to 100: the cap, or the raised rate when it is applied; and how sure it is. */
  readonly percent: DecimalString;
  /** The raised rate with its grounds, when it is applied; else null. */
  readonly raised: { readonly percent: DecimalString; readonly reason: string; readonly decision: string } | null;
  readonly basis: Basis;
  /** How sure the choice of the enforced reading is. */
  readonly readingBasis: Basis;
  readonly rounding: Rounding;
  readonly citations: readonly Citation[];
}
export interface QuotaReport {
  /** `group.key`, when it was given. */
  readonly group?: string;
  readonly quotas: readonly Quota[];
  /** The same without the proposal, when one was made. */
  readonly before?: readonly Quota[];
  readonly diagnostics: readonly Diagnostic[];
  readonly trace?: readonly Step[];
  readonly provenance: Provenance;
}

export type FieldKind = 'count' | 'percent' | 'score';
export type NumberReading =
  | { readonly status: 'value'; readonly value: DecimalString; readonly text: string }
  | { readonly status: 'blank' }
  /** A prefix of something valid: say nothing while the field has focus; `message` is for one that was left so. */
  | { readonly status: 'incomplete'; readonly message: string }
  | { readonly status: 'ambiguous'; readonly candidates: readonly DecimalString[]; readonly message: string }
  | { readonly status: 'wrong'; readonly reason: string; readonly message: string };

export interface FormatOptions {
  decimals?: number;
  /** Rounding when `decimals` cuts; `half-up` when left out. */
  rounding?: Rounding;
  percent?: boolean;
  /** Counts from one to nine as `03`. */
  pad?: boolean;
}

export interface SubjectInfo {
  readonly id: string;
  readonly label: string;
  /** What one is called after a number: *đồng chí*. */
  readonly noun: string;
  readonly grades: readonly { readonly id: GradeId; readonly label: string; readonly short: string; readonly within: GradeId | null }[];
}
/** A quota's rule: what does not depend on a tally. */
export interface QuotaInfo {
  readonly id: string;
  readonly label: string;
  readonly subject: string;
  readonly grade: GradeId;
  /** The cap, 0 to 100, and how sure it is. */
  readonly percent: DecimalString;
  readonly basis: Basis;
  /** The most that may be decided for an outstanding body, above `percent` and at most 100; null where the text knows no raised rate. */
  readonly raised: DecimalString | null;
  /** Who shares the quota, in words; null when the text does not say. */
  readonly group: string | null;
  /** The grade those move to who are too many; null for a title, which takes nobody out of his grade. */
  readonly to: GradeId | null;
  /** Who keeps a place when there are more candidates than places, in words; null when the text gives no order. */
  readonly overflow: string | null;
  readonly readings: readonly { readonly id: string; readonly label: string; readonly fromText: boolean }[];
  /** Id of the reading enforced in this engine. */
  readonly enforced: string;
  /** How sure the choice of the enforced reading is. */
  readonly readingBasis: Basis;
  readonly rounding: Rounding;
  /** What a reader should know about these figures. */
  readonly notes: readonly string[];
  readonly citations: readonly Citation[];
}
export interface RulebookInfo {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The lines of law it belongs to, at least one: `party`. */
  readonly families: readonly string[];
  readonly from: IsoDate;
  /** First day it no longer holds; null while in force. */
  readonly until: IsoDate | null;
  readonly overlay: string | null;
  readonly subjects: readonly SubjectInfo[];
  readonly quotas: readonly QuotaInfo[];
  readonly citations: readonly Citation[];
  /** Who is not rated; `reviewed`: still reviews himself. */
  readonly exclusions: readonly (LawItem & { readonly reviewed: boolean })[];
  /** By when: a day of the year rated (or of the year after), or so many working days before the meeting. */
  readonly deadlines: readonly (LawItem & { readonly month: number | null; readonly day: number | null; readonly yearAfter: boolean;
    readonly workingDaysBefore: number | null })[];
  /** Words of older instruments, and the grade each comes nearest to. */
  readonly terms: readonly (LawItem & { readonly subject: string; readonly grade: GradeId })[];
  /** How things are voted on. */
  readonly ballots: readonly BallotInfo[];
  /** What a plan wants. */
  readonly targets: readonly TargetInfo[];
  /** What nobody could verify: it leaves grades open, or a quota out, unless its id is in `EngineOptions.accept`. */
  readonly unverified: readonly { readonly id: string; readonly label: string; readonly accepted: boolean; readonly citations: readonly Citation[] }[];
  readonly openQuestions: readonly { readonly id: string; readonly text: string }[];
}
/** Something the law says, with how sure it is and where it stands. */
export interface LawItem {
  readonly id: string;
  readonly label: string;
  readonly basis: Basis;
  readonly note: string | null;
  readonly citations: readonly Citation[];
}

export type FormFieldKind = 'text' | 'count' | 'percent' | 'score' | 'date' | 'choice' | 'yes-no' | 'mark' | 'grade' | 'exclusion' | 'rows';
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly kind: FormFieldKind;
  /** `sometimes`: depends on other answers; the report says when. */
  readonly required: 'yes' | 'no' | 'sometimes';
  /** The field this one's points are a part of. */
  readonly of: string | null;
  /** Most points; null where the text does not say. */
  readonly max: DecimalString | null;
  readonly step: DecimalString | null;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** The columns of a grid (`kind: 'rows'`). */
  readonly columns: readonly FormField[];
}
/** A form: enough to show it. */
export interface FormInfo {
  readonly id: string;
  readonly label: string;
  /** The code printed on it: *Mẫu 2B-HD KĐ.ĐG*. */
  readonly number: string | null;
  readonly subject: string;
  readonly basis: Basis;
  readonly note: string | null;
  /** The field with the proposed grade. */
  readonly grade: string | null;
  readonly sections: readonly { readonly id: string; readonly label: string; readonly fields: readonly FormField[] }[];
  readonly standard: string | null;
  /** The least points of each grade. */
  readonly bands: readonly { readonly grade: GradeId; readonly least: DecimalString; readonly basis: Basis; readonly citations: readonly Citation[] }[];
  /** What each grade takes; `grades`: of a condition those that need it, of a trigger or a cap the best one left. */
  readonly rules: readonly (LawItem & { readonly kind: RuleKind; readonly grades: readonly GradeId[] })[];
  readonly citations: readonly Citation[];
}
export type RuleKind = 'condition' | 'trigger' | 'cap';

/** What stands in a field: a text as typed, a number, `true` or `false`, rows of a grid, or nothing. */
export type AnswerValue = Count | boolean | readonly Readonly<Record<string, Count | boolean>>[];
/** What was typed into a form, by field id; half-filled is fine. */
export type Answers = Readonly<Record<string, AnswerValue>>;
/** Those of the group who are rated already, without this person. */
export interface UnitContext {
  tally: Tally;
  group?: GroupContext;
}
export interface CheckInput {
  form: string;
  answers: Answers;
  /** With it the quota is judged, this person's proposal on top. */
  unit?: UnitContext;
  /** First and last day of what is rated; the calendar year of `asOf` when left out. */
  period?: { from: IsoDate; to: IsoDate };
  /** Handed in: what is missing is an error. While false it is only information. */
  final?: boolean;
  trace?: boolean;
}
/** `allowed`: by what has been typed, whatever is still blank · `refused` · `open`: depends on what is blank, on what nobody could verify, or on people. */
export type GradeStatus = 'allowed' | 'refused' | 'open';
/** Of a condition: it is met. Of a trigger or a cap: it applies. `waived`: left to people, by a discretion clause claimed with a reason or because nobody could verify the rule. */
export type Verdict = 'yes' | 'no' | 'open' | 'waived';
export interface RuleVerdict {
  readonly id: string;
  readonly kind: RuleKind;
  readonly label: string;
  readonly grades: readonly GradeId[];
  readonly verdict: Verdict;
  /** The values that decided: `18/20 = 90,00%`; null while there are none. */
  readonly values: string | null;
  readonly basis: Basis;
  readonly citations: readonly Citation[];
}
/** What the text says of a form: proposes, never decides. */
export interface Rating {
  readonly form: string;
  /** The points, with what blank items could still add; `most` is null where the text sets no maximum. */
  readonly points: { readonly least: DecimalString; readonly leastText: string; readonly most: DecimalString | null; readonly mostText: string | null } | null;
  /** The grade of the points alone, once they are known. */
  readonly band: GradeId | null;
  /** The best grade still possible. */
  readonly best: GradeId | null;
  /** The best grade that is certain; the worst possible one while none is. */
  readonly worst: GradeId | null;
  /** The text leaves it to the competent level. */
  readonly needsDecision: boolean;
  readonly grades: readonly { readonly id: GradeId; readonly label: string; readonly status: GradeStatus }[];
  readonly rules: readonly RuleVerdict[];
  /** The next grade up, or the best one possible while none is certain, and what it still takes: points, and rules by id. */
  readonly next: { readonly grade: GradeId; readonly points: DecimalString | null; readonly pointsText: string | null; readonly rules: readonly string[] } | null;
  readonly trace?: readonly Step[];
}
export interface Report {
  readonly form: string;
  /** In the order of the form's fields. A draft's missing answers are `info`. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null when the form rates nobody, or this person is not to be rated. */
  readonly rating: Rating | null;
  /** The unit's quotas with this person on top; null when no unit was given. */
  readonly quotas: readonly Quota[] | null;
  /** Everything required is answered and nothing is an error. */
  readonly complete: boolean;
  readonly trace?: readonly Step[];
  readonly provenance: Provenance;
}
/** Standard Schema v1, synchronous. */
export interface StandardSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { readonly value: Record<string, unknown> } |
      { readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[] };
    readonly types?: { readonly input: Record<string, unknown>; readonly output: Record<string, unknown> };
  };
}

/** `today`: the day reviews are held against; left out, the day of the page. */
export interface LintOptions {
  readonly today?: IsoDate;
}

/** A finding on a rulebook, an overlay or a wrong call. Only an `error` is refused; the others are lints. */
export interface Fault {
  readonly code: string;
  readonly severity: Severity;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly help?: string;
}

export interface CheckInfo {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
}

/** Positions, one a row; null, undefined or -1 for none. Typed arrays are read in place. */
export type NumberColumn = Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | readonly (number | null | undefined)[];

/** A roster, column by column; every column has a row for each person or organisation. At most 4.000.000 units. */
export interface RollUpInput {
  /** Id of whom the roster lists. */
  subject: string;
  /** The tree of units, in any order: for each the position of the one above it, -1 for the top. */
  parents: NumberColumn;
  /** Position of each row's unit. */
  unit: NumberColumn;
  /** Position of each row's grade among the subject's grades; 255, or none in a list: not rated yet. */
  grade: NumberColumn;
  /** Why somebody is not rated: 0 for those who are, else the position among `rulebook.exclusions` plus one. */
  exclusion?: NumberColumn;
  /** Position of each row's group of those who share a quota. */
  group?: NumberColumn;
  /** How many such groups there are, 1 to 60.000; 1 when left out. */
  groups?: number;
  /** Units and groups to say in full, as `unit * groups + group`. */
  show?: NumberColumn;
}

/** No figure: a quota that cannot be judged, or a unit with none below it. */
export type NoFigure = -2147483648;

/** One quota, in every unit and group. Columns are `[unit][group]` and stand at `unit * groups + group`; a missing figure is `NoFigure`. */
export interface RollUpQuota {
  readonly id: string;
  readonly label: string;
  readonly grade: GradeId;
  readonly percent: DecimalString;
  readonly basis: Basis;
  readonly citations: readonly Citation[];
  readonly readings: readonly {
    readonly id: string; readonly label: string; readonly enforced: boolean; readonly fromText: boolean;
    /** The most there may be, and how many more fit; negative: how many too many. */
    readonly limit: Int32Array; readonly headroom: Int32Array;
  }[];
  /** Those of the enforced reading. */
  readonly limit: Int32Array;
  readonly headroom: Int32Array;
  /** Position of the unit, among this one and those above it, with the fewest places left: the one that binds. */
  readonly binding: Int32Array;
  /** The limits of the units just below, added up. Less than `limit`: what rounding down in each of them loses, and what belongs to people in no unit below. */
  readonly below: Int32Array;
  /** The fewest people who must leave the grade so that this unit and every unit below it is within; 0 where all are. */
  readonly moves: Int32Array;
}

/** One unit and group, with everything below it. */
export interface UnitRollUp {
  readonly unit: number;
  readonly group: number;
  /** People by column: of the unit itself, and with those below. */
  readonly own: Readonly<Record<string, number>>;
  readonly all: Readonly<Record<string, number>>;
  /** The quotas in words, with the arithmetic. Its group is as large as those who are rated and those who wait. */
  readonly quota: QuotaReport;
}

/** A roster rolled up. Columns of numbers cannot be frozen and are the caller's own; everything else is. */
export interface RollUp {
  readonly subject: string;
  /** How many rows, units and groups were given. */
  readonly rows: number;
  readonly units: number;
  readonly groups: number;
  /** Rows that name a unit, grade, group or reason that is not there: how many, and the first hundred. They are counted nowhere. */
  readonly unreadable: { readonly count: number; readonly rows: readonly number[] };
  /** What is counted: the subject's grades, `waiting`, then the reasons for not being rated. */
  readonly columns: readonly string[];
  /** People of each unit itself, and with those below it: `[unit][group][column]`, at `(unit * groups + group) * columns.length + column`. */
  readonly own: Int32Array;
  readonly all: Int32Array;
  readonly quotas: readonly RollUpQuota[];
  /** Those asked for with `show`, in the same order. */
  readonly shown: readonly UnitRollUp[];
  readonly provenance: Provenance;
}

/** Days behind `from`, which is not counted itself; backwards where `to` is earlier or `add` is negative. At most 10.000 days. */
export type WorkingDaysInput = { from: IsoDate; to: IsoDate; add?: undefined } | { from: IsoDate; add: number; to?: undefined };

/**
 * Agencies work from Monday to Friday (188/1999/QĐ-TTg), so there is no option for Saturdays: those that are worked instead of
 * another day stand in the yearly notices and count.
 */
export interface WorkingDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Working days behind `from` up to and with `to`; negative backwards. */
  readonly days: number;
  readonly calendarDays: number;
  /** `Sau thứ Sáu 26/12/2025 đến hết thứ Tư 31/12/2025: 3 ngày làm việc.` */
  readonly text: string;
  /** Among them, the days of the week that are off and the days of a weekend that are worked. */
  readonly exceptions: readonly {
    readonly date: IsoDate;
    readonly works: boolean;
    /** `in-lieu`: of a holiday on a weekend · `swapped`: another day is worked instead · `worked`: instead of another. */
    readonly kind: 'holiday' | 'in-lieu' | 'swapped' | 'worked';
    readonly label: string;
    readonly provisional: boolean;
  }[];
  /** *Dự kiến*: no notice was seen for one of the days; `note` says of which. */
  readonly provisional: boolean;
  readonly note: string | null;
  readonly citations: readonly Citation[];
}

export interface DeadlinesInput {
  /** The year that is rated; the one of `asOf` when left out. The rulebook must be in force at its end. */
  year?: number;
  /** The day of the meeting that some deadlines are counted back from. */
  meeting?: IsoDate | '' | null;
}
/** A deadline as a day. It is never moved: no rulebook here moves one that falls on a day off. */
export interface DeadlineDay extends LawItem {
  /** As the text has it: the day before which, or by which, it must be done. Null without the meeting it depends on. */
  readonly date: IsoDate | null;
  /** The last working day that keeps it however its words are read: before the day, not on it; with whole days in between. */
  readonly safe: IsoDate | null;
  /** Why that day is off, when it is. */
  readonly dayOff: string | null;
  readonly text: string;
  readonly provisional: boolean;
  /** Why it is only expected: a year without a notice of its holidays. */
  readonly calendarNote: string | null;
}
export interface Deadlines {
  readonly year: number;
  readonly deadlines: readonly DeadlineDay[];
  readonly provenance: Provenance;
}

export interface AuditInput {
  /** The report, as it was typed or pasted. */
  text: string;
  /** Whose grades it gives, where the text does not say; for the quotas. */
  subject?: string;
  /** Whether to say what was worked out. */
  trace?: boolean;
}

/** A number in prose. */
export interface AuditFigure {
  readonly span: readonly [number, number];
  /** Of a fraction, the upper number; null of what counts nothing: a date, a document, a rank, money. */
  readonly value: DecimalString | null;
  readonly kind: 'count' | 'percent' | 'fraction' | 'other';
}

/**
 * `right`: rounded at the printed decimals · `coarse`: right at fewer decimals · `hedged`: right as *gần, hơn, khoảng* ·
 * `truncated`: digits cut off · `wrong` · `other-base`: right, but of another base than its list · `unresolved`: base unknown.
 */
export type AuditVerdict = 'right' | 'coarse' | 'hedged' | 'truncated' | 'wrong' | 'other-base' | 'unresolved';

/** A count, its share and what it is a share of. */
export interface AuditClaim {
  readonly span: readonly [number, number];
  /** Null where only a percentage is printed. */
  readonly count: number | null;
  readonly base: number | null;
  readonly baseFrom: 'stated' | 'inferred' | null;
  /** The printed percentage; null where none is. */
  readonly stated: DecimalString | null;
  /** The share at four decimals. */
  readonly exact: DecimalString | null;
  /** `plan`: of what was planned · `ratio`: of an earlier period. */
  readonly kind: 'share' | 'change' | 'plan' | 'ratio';
  /** Null where no percentage is printed. */
  readonly verdict: AuditVerdict | null;
}

/** Parts and their whole. */
export interface AuditRelation {
  /** `fraction`: what a fraction leaves over · `list`: names, as many as announced or not; its part is how many. */
  readonly kind: 'sum' | 'subset' | 'fraction' | 'list';
  readonly whole: number;
  readonly parts: readonly number[];
  readonly holds: boolean;
  readonly span: readonly [number, number];
}

/** The quotas of a group whose grades the text gives. */
export interface AuditQuota {
  /** Where its best grade stands. */
  readonly span: readonly [number, number];
  readonly subject: string;
  readonly quotas: readonly Quota[];
}

/** A report in prose, read. */
export interface Audit {
  readonly figures: readonly AuditFigure[];
  readonly claims: readonly AuditClaim[];
  readonly relations: readonly AuditRelation[];
  readonly quotas: readonly AuditQuota[];
  /** Figures read, claims and sums checked, findings that are more than worth knowing. */
  readonly counts: { readonly figures: number; readonly checked: number; readonly toLook: number };
  /** In the order of the text; each with its `span`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly provenance: Provenance;
  readonly trace?: readonly Step[];
}

/** Rules of one law on one date, compiled. The only handle; everything it returns is plain frozen data. */
export type BallotBase = 'summoned' | 'present' | 'issued' | 'returned' | 'valid';
export type BallotCount = BallotBase | 'invalid';
/** A ballot of the rulebook: what may be marked, what a share is of, and the majority where the text names one. */
export interface BallotInfo extends LawItem {
  /** What each ballot judges, when the instrument names it; empty when the caller names who is voted on. */
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly base: BallotBase;
  /** How sure that base is. */
  readonly baseBasis: Basis;
  /** More than this percentage, of these; null where the text names none, or it is unverified and not accepted. */
  readonly above: DecimalString | null;
  readonly majorityOf: BallotBase | null;
}
/** One group of voters, *chủ thể tham gia đánh giá*, as typed. */
export interface VoterGroup {
  readonly id?: string;
  readonly label?: string;
  readonly ballots?: { readonly [count in BallotCount]?: Count };
  /** Votes by item and option. */
  readonly votes?: { readonly [item: string]: { readonly [option: string]: Count } };
  /** Instead of votes: what stands on each paper, an option (its id or its label) for each item. `ballots.valid` is then their number, unless typed. */
  readonly sheets?: readonly { readonly [item: string]: string | null | undefined }[];
}
/** What was counted, of a ballot of `rulebook.ballots`; or of a `subject`, whose grades are voted on without a rule. */
export type BallotInput = CountedBallots & ({ readonly ballot: string; readonly subject?: undefined } | { readonly ballot?: undefined; readonly subject: string });
export interface CountedBallots {
  /** Who or what is voted on; left out where the ballot names its own items. */
  readonly items?: readonly { readonly id: string; readonly label: string }[];
  readonly groups: readonly VoterGroup[];
  /** What shares are of, instead of what the ballot says; `valid` without one. */
  readonly base?: BallotBase;
  /** Whether a valid ballot may leave an item unmarked. */
  readonly blank?: boolean;
}
export interface BallotOption {
  readonly id: string;
  readonly label: string;
  readonly votes: number | null;
  readonly share: DecimalString | null;
  readonly shareText: string | null;
  /** Votes for it or a better one; null for what is no grade or mark. */
  readonly orBetter: number | null;
  readonly orBetterShare: DecimalString | null;
  readonly orBetterShareText: string | null;
}
export interface BallotTally {
  readonly ballots: { readonly [count in BallotCount]: number | null };
  /** The one of them that was not typed and follows from the others. */
  readonly inferred: BallotCount | null;
  readonly items: readonly { readonly id: string; readonly options: readonly BallotOption[] }[];
}
export interface BallotReport {
  readonly ballot: string | null;
  /** What every share is of. */
  readonly base: BallotBase;
  /** All groups together; null where one of them lacks it. */
  readonly ballots: BallotTally['ballots'];
  readonly inferred: BallotCount | null;
  readonly items: readonly {
    readonly id: string;
    readonly label: string;
    readonly options: readonly BallotOption[];
    /** The options with the most votes, once all votes are there; two or more are a tie, which people decide. */
    readonly most: readonly string[];
    /** Where the ballot has a majority: the votes it takes, whether that is decided, and the option that has them. */
    readonly majority: { readonly needed: number | null; readonly decided: boolean; readonly option: string | null } | null;
  }[];
  readonly groups: readonly (BallotTally & { readonly id: string; readonly label: string })[];
  /** Marks on papers that are no option: positions of group and paper, and the item. */
  readonly unreadable: readonly { readonly group: number; readonly sheet: number; readonly item: string }[];
  readonly diagnostics: readonly Diagnostic[];
  readonly provenance: Provenance;
}

/** A goal of the rulebook: at least such a percentage of something. */
export interface TargetInfo extends LawItem {
  readonly of: string;
  readonly atLeast: DecimalString;
}
/** A goal of the portal's own. */
export interface TargetSource {
  readonly id: string;
  readonly label: string;
  /** In percent. */
  readonly atLeast: Count;
}
export interface TargetsInput {
  /** Ids of `rulebook.targets`, or goals of the portal's own; left out: all of the rulebook. */
  readonly targets?: readonly (string | TargetSource)[];
  /** For each how many reach it, of how many. */
  readonly counts: { readonly [target: string]: { readonly count?: Count; readonly of?: Count } | null | undefined };
}
export interface TargetStanding {
  readonly id: string;
  readonly label: string;
  readonly atLeast: DecimalString | null;
  readonly count: number | null;
  readonly of: number | null;
  readonly share: DecimalString | null;
  readonly shareText: string | null;
  /** Null while a figure is missing, and where there is nobody. */
  readonly reached: boolean | null;
  /** The fewest that reach it, and how many more that takes. */
  readonly needed: number | null;
  readonly more: number | null;
  /** The same in words, with the arithmetic. */
  readonly summary: string;
  readonly basis: Basis | null;
  readonly citations: readonly Citation[];
}
export interface TargetsReport {
  readonly targets: readonly TargetStanding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly provenance: Provenance;
}

export type TaskCount = 'assigned' | 'done' | 'on-time' | 'late' | 'exceeded' | 'undone' | 'pending';
/** An assigned task; one without `progress` is still pending. */
export interface TaskRow {
  readonly task?: string;
  readonly assignee?: string;
  readonly progress?: 'on-time' | 'late' | 'undone' | '' | null;
  readonly quality?: 'exceeded' | 'met' | 'not-met' | '' | null;
}
export type TaskCounts = { readonly [count in TaskCount]?: Count };
/** The form the answers are for; and the ledger, one row a task, or else what was counted already. */
export type TasksInput = { readonly form: string } & (
  { readonly rows: readonly TaskRow[]; readonly counts?: undefined } | { readonly rows?: undefined; readonly counts: TaskCounts });
export interface TasksReport {
  /** The counts, each as a share of what was assigned. */
  readonly rows: readonly BreakdownRow[];
  /** The same by whom the tasks were assigned to, in the order they come. */
  readonly assignees: readonly { readonly assignee: string; readonly counts: { readonly [count in TaskCount]: number } }[];
  /** Positions of rows with a word nobody knows. */
  readonly unreadable: readonly number[];
  /** For `engine.check` of the form. While tasks are pending, only how many were assigned. */
  readonly answers: { readonly [field: string]: string };
  /** The conditions, triggers and caps of the form's rating that these answers alone decide. */
  readonly rules: readonly RuleVerdict[];
  readonly diagnostics: readonly Diagnostic[];
  readonly provenance: Provenance;
}

export interface Engine {
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
  /** Reads a report in Vietnamese: its figures, what each share is of, what adds up, and what cannot be right. */
  audit(input: AuditInput): Audit;
  /** Checks a form as it is typed, rates it, and judges the quota with this person on top. */
  check(input: CheckInput): Report;
  /** The rating alone, with its trace when asked for; null when nobody is to be rated. */
  rate(input: CheckInput): Rating | null;
  forms(): readonly FormInfo[];
  /** A Standard Schema of a form: its errors are the issues, answers come back unchanged. */
  schema(form: string): StandardSchema;
  /** What a diagnostic code means. */
  describe(code: string): CheckInfo;
  readNumber(text: string, kind: FieldKind): NumberReading;
  formatNumber(value: DecimalString | number, options?: FormatOptions): string;
  dispose(): void;
  [Symbol.dispose](): void;
}

export type * from './watch/types.js';
