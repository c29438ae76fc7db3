/** What a report says, and whether it can be right. */
import type { DecimalString, Diagnostic, Provenance, Step } from './common.js';
import type { Quota } from './quota.js';

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
 * `truncated`: digits cut off · `wrong`: of `base`, or of any number where that is null · `other-base`: right, but of another base
 * than its list · `unresolved`: base unknown.
 */
export type AuditVerdict = 'right' | 'coarse' | 'hedged' | 'truncated' | 'wrong' | 'other-base' | 'unresolved';

/** A count, its share and what it is a share of. */
export interface AuditClaim {
  readonly span: readonly [number, number];
  /** Where only a percentage is printed: the number of `base` that it is right for, or null. */
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
