/** What a rulebook holds, and what is wrong with one. */
import type { BallotInfo, TargetInfo } from './ballot.js';
import type { Basis, Citation, DecimalString, GradeId, IsoDate, LawItem, Rounding, Severity } from './common.js';

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
  readonly roundingBasis: Basis;
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
  /** What nobody could verify, or the text does not say: it leaves grades open, nobody out, and a quota away, unless its id is in `EngineOptions.accept`. */
  readonly unverified: readonly { readonly id: string; readonly label: string; readonly accepted: boolean; readonly citations: readonly Citation[] }[];
  readonly openQuestions: readonly { readonly id: string; readonly text: string }[];
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

/** A code of a finding in the engine's language: what it is about, and why one is told. */
export interface CheckInfo {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
}

export interface BothLanguages {
  readonly vi: string;
  readonly en: string;
}

/** The same in both languages, with an example: what `xeploai/codes` lists, for help pages. */
export interface CodeInfo {
  readonly code: string;
  readonly severity: Severity;
  readonly title: BothLanguages;
  readonly why: BothLanguages;
  /** What somebody was told whose figures were wrong in this way; none where only a program can do it. */
  readonly example?: BothLanguages;
  /** The instrument and the place in it that the example rests on; none where it follows from what was typed. */
  readonly law?: string;
}
