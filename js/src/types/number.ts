/** Numbers as people type and read them. */
import type { DecimalString, Rounding } from './common.js';

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
