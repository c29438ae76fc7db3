/** The limit on a grade. */
import type { Basis, Citation, Count, DecimalString, Diagnostic, GradeId, Provenance, Rounding, Step, Tally } from './common.js';

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
  /** Empty where the rulebook has no quota for the subject. */
  readonly quotas: readonly Quota[];
  /** The same without the proposal, when one was made. */
  readonly before?: readonly Quota[];
  readonly diagnostics: readonly Diagnostic[];
  readonly trace?: readonly Step[];
  readonly provenance: Provenance;
}
