/** Forms, what was typed into them, and the grade that follows. */
import type { Basis, Citation, Count, DecimalString, Diagnostic, GradeId, IsoDate, LawItem, Provenance, Step, Tally } from './common.js';
import type { GroupContext, Quota } from './quota.js';

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
  /**
   * Of a page with a part of the form: its fields, by id. No other is asked for; what was typed is judged all the same. Left out:
   * the whole form is asked for.
   */
  fields?: readonly string[];
  trace?: boolean;
}

/** `allowed`: by what has been typed, whatever is still blank · `refused` · `open`: depends on what is blank, on what nobody could verify, or on people. */
export type GradeStatus = 'allowed' | 'refused' | 'open';
/** Of a condition: it is met. Of a trigger or a cap: it applies. `waived`: left to people, by a discretion clause claimed with a reason, because nobody could verify the rule, or because it asks for a share of 0. */
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
  /** Everything that is asked for is answered and nothing is an error. */
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
