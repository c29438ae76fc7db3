/** A rating out of its packed form (`src/border/delta.rs`); what did not change is the same object as last time. */
import { CELL } from './separators.js';
import type { Citation, FormInfo, GradeStatus, Rating, RuleVerdict, SubjectInfo, Verdict } from './types.js';
import { each } from './usage.js';

/** Least and most points with their texts (a `=` for those of the last time, or for the most when they are the least), band, best, worst, needsDecision, grades, rules, next grade, its points and text, its rules; or a `~` when all that is as it was. Then position and values of each rule judged otherwise. */
export type PackedRating = readonly string[];
const HEAD = 14;
const SAME = '~';

const STATUS: Readonly<Record<string, GradeStatus>> = { a: 'allowed', r: 'refused', o: 'open' };
const VERDICT: Readonly<Record<string, Verdict>> = { y: 'yes', n: 'no', o: 'open', w: 'waived' };

/** The last rating, to see what stayed. */
export interface Rated {
  readonly rating: Rating | null;
  /** What was said of the grades, by the letters it was made of. */
  readonly grades: Map<string, Rating['grades']>;
  /** Its rules in a list that is not frozen: copying a frozen one takes twenty times as long. */
  readonly rules: RuleVerdict[];
}

export function unrated(): Rated {
  return { rating: null, grades: new Map(), rules: [] };
}

export function rating(form: FormInfo, subject: SubjectInfo, before: Rated, packed: PackedRating | null): Rated {
  if (packed === null) return { rating: null, grades: before.grades, rules: [] };
  const last = before.rating;
  if (packed[0] === SAME) return revalued(before, last as Rating, packed);
  const list = rules(form, before.rules, packed);
  const rated = Object.freeze({
    form: form.id,
    points: points(last && last.points, packed),
    band: gradeOf(subject, packed[4] as string),
    best: gradeOf(subject, packed[5] as string),
    worst: gradeOf(subject, packed[6] as string),
    needsDecision: packed[7] === '1',
    grades: gradesOf(before.grades, subject, packed[8] as string),
    rules: last && list === before.rules ? last.rules : Object.freeze(list.slice()),
    next: next(form, subject, packed),
  });
  return { rating: rated, grades: before.grades, rules: list };
}

/** Only the values of some rules are others. */
function revalued({ grades, rules }: Rated, last: Rating, packed: PackedRating): Rated {
  const list = rules.slice();
  for (let at = 1; at < packed.length; at += 2) {
    const place = Number(packed[at]);
    const rule = list[place] as RuleVerdict;
    list[place] = verdictOf(rule, rule.verdict, packed[at + 1] as string);
  }
  const rated = Object.freeze({
    form: last.form, points: last.points, band: last.band, best: last.best, worst: last.worst, needsDecision: last.needsDecision,
    grades: last.grades, rules: Object.freeze(list.slice()), next: last.next,
  });
  return { rating: rated, grades, rules: list };
}

function gradesOf(known: Rated['grades'], subject: SubjectInfo, letters: string): Rating['grades'] {
  const there = known.get(letters);
  if (there) return there;
  const list = Object.freeze(each(subject.grades, (grade, at) => Object.freeze({ id: grade.id, label: grade.label, status: STATUS[letters.charAt(at)] as GradeStatus })));
  known.set(letters, list);
  return list;
}

function gradeOf(subject: SubjectInfo, at: string): string | null {
  return at === '' ? null : (subject.grades[Number(at)] as SubjectInfo['grades'][number]).id;
}

function points(last: Rating['points'], packed: PackedRating): Rating['points'] {
  const [least, leastText, most, mostText] = packed as readonly [string, string, string, string];
  if (least === '=') return last;
  if (least === '') return null;
  if (most === '=') return Object.freeze({ least, leastText, most: least, mostText: leastText });
  return Object.freeze({ least, leastText, most: most || null, mostText: mostText || null });
}

function next(form: FormInfo, subject: SubjectInfo, packed: PackedRating): Rating['next'] {
  const grade = gradeOf(subject, packed[10] as string);
  if (grade === null) return null;
  const missing = packed[13] as string;
  const rules = missing === '' ? [] : missing.split(CELL).map((at) => (form.rules[Number(at)] as FormInfo['rules'][number]).id);
  return Object.freeze({ grade, points: packed[11] || null, pointsText: packed[12] || null, rules: Object.freeze(rules) });
}

function rules(form: FormInfo, last: RuleVerdict[], packed: PackedRating): RuleVerdict[] {
  if (packed.length === HEAD) return last;
  const list = last.slice();
  for (let at = HEAD; at < packed.length; at += 2) {
    const place = Number(packed[at]);
    const info = form.rules[place] as FormInfo['rules'][number];
    list[place] = verdictOf(info, VERDICT[(packed[9] as string).charAt(place)] as Verdict, packed[at + 1] as string);
  }
  return list;
}

function verdictOf(rule: FormInfo['rules'][number] | RuleVerdict, verdict: Verdict, values: string): RuleVerdict {
  return Object.freeze({
    id: rule.id, kind: rule.kind, label: rule.label, grades: rule.grades, verdict, values: values || null, basis: rule.basis, citations: rule.citations as readonly Citation[],
  });
}
