/** A rating out of its packed form (`src/border/form.rs`); what did not change is the same object as last time. */
import type { Citation, FormInfo, GradeStatus, Rating, RuleVerdict, SubjectInfo, Verdict } from './types.js';

/** Least and most points with their texts, band, best, worst, needsDecision, grades, rules, next grade, its points and text, its rules; then position and values of each rule judged otherwise. */
export type PackedRating = (number | string | boolean | null | number[])[];
const HEAD = 14;

const STATUS: Readonly<Record<string, GradeStatus>> = { a: 'allowed', r: 'refused', o: 'open' };
const VERDICT: Readonly<Record<string, Verdict>> = { y: 'yes', n: 'no', o: 'open', w: 'waived' };

/** The last rating with the letters of its grades, to see what stayed. */
export interface Rated {
  readonly rating: Rating | null;
  readonly statuses: string;
  /** Its rules in a list that is not frozen: copying a frozen one takes twenty times as long. */
  readonly rules: RuleVerdict[];
}

export const UNRATED: Rated = { rating: null, statuses: '', rules: [] };

export function rating(form: FormInfo, subject: SubjectInfo, before: Rated, packed: PackedRating | null): Rated {
  if (packed === null) return UNRATED;
  const last = before.rating;
  const list = rules(form, before.rules, packed);
  const { grades } = subject;
  const id = (at: unknown) => (at === null ? null : (grades[at as number] as SubjectInfo['grades'][number]).id);
  const statuses = packed[8] as string;
  const least = packed[0] as string | null;
  const next = packed[10] as number | null;
  const rated = Object.freeze({
    form: form.id,
    points: least === null ? null : Object.freeze({ least, leastText: packed[1] as string, most: packed[2] as string | null, mostText: packed[3] as string | null }),
    band: id(packed[4]),
    best: id(packed[5]),
    worst: id(packed[6]),
    needsDecision: packed[7] as boolean,
    grades: last && statuses === before.statuses ? last.grades : Object.freeze(grades.map((grade, at) =>
      Object.freeze({ id: grade.id, label: grade.label, status: STATUS[statuses.charAt(at)] as GradeStatus }))),
    rules: last && list === before.rules ? last.rules : Object.freeze(list.slice()),
    next: next === null ? null : Object.freeze({
      grade: id(next) as string,
      points: packed[11] as string | null,
      pointsText: packed[12] as string | null,
      rules: Object.freeze((packed[13] as number[]).map((at) => (form.rules[at] as FormInfo['rules'][number]).id)),
    }),
  });
  return { rating: rated, statuses, rules: list };
}

function rules(form: FormInfo, last: RuleVerdict[], packed: PackedRating): RuleVerdict[] {
  if (packed.length === HEAD) return last;
  const list = last.slice();
  for (let at = HEAD; at < packed.length; at += 2) {
    const place = packed[at] as number;
    const info = form.rules[place] as FormInfo['rules'][number];
    const verdict = VERDICT[(packed[9] as string).charAt(place)] as Verdict;
    list[place] = Object.freeze({
      id: info.id, kind: info.kind, label: info.label, grades: info.grades, verdict,
      values: packed[at + 1] as string | null, basis: info.basis, citations: info.citations as readonly Citation[],
    });
  }
  return list;
}
