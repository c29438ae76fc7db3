/** Votes, goals and the ledger of tasks. */
import type { BreakdownRow } from './breakdown.js';
import type { Basis, Citation, Count, DecimalString, Diagnostic, LawItem, Provenance } from './common.js';
import type { RuleVerdict } from './form.js';

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

/** Any other text, without hiding the ids from an editor. */
type Words = string & {};
/** An assigned task; one without `progress` is still pending. By id, or in the words people see: `Đúng hạn`, `Vượt mức`. */
export interface TaskRow {
  readonly task?: string;
  readonly assignee?: string;
  readonly progress?: 'on-time' | 'late' | 'undone' | '' | Words | null;
  readonly quality?: 'exceeded' | 'met' | 'not-met' | '' | Words | null;
}

export type TaskCounts = { readonly [count in TaskCount]?: Count };

/** The form the answers are for; and the ledger, one row a task, or else what was counted already. */
export type TasksInput = { readonly form: string } & (
  { readonly rows: readonly TaskRow[]; readonly counts?: undefined } | { readonly rows?: undefined; readonly counts: TaskCounts });

export interface TasksReport {
  /** The counts, each as a share of what was assigned. */
  readonly rows: readonly BreakdownRow[];
  /** The same by whom the tasks were assigned to, in the order they come; spaces and the way of writing accents make no other person. */
  readonly assignees: readonly { readonly assignee: string; readonly counts: { readonly [count in TaskCount]: number } }[];
  /** Positions of rows with a word nobody knows, or that exceeded what was not completed. */
  readonly unreadable: readonly number[];
  /** For `engine.check` of the form. While tasks are pending, only how many were assigned. */
  readonly answers: { readonly [field: string]: string };
  /** The conditions, triggers and caps of the form's rating that these answers alone decide. */
  readonly rules: readonly RuleVerdict[];
  readonly diagnostics: readonly Diagnostic[];
  readonly provenance: Provenance;
}
