/** Tables of counts and shares. */
import type { Citation, Count, DecimalString, Diagnostic, GradeId, Provenance, Rounding, Step } from './common.js';

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
