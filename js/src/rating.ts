/** A rating out of its packed form (`src/border/delta.rs`); what did not change is the same object as last time. */
import { CELL, pieces } from './separators.js';
import type { Citation, FormInfo, GradeStatus, Rating, RuleVerdict, SubjectInfo, Verdict } from './types.js';
import { each } from './usage.js';

/** The verdict (a `~`: as it was), the points (a `=`: those of the last time), those missing for the next grade, then position and values of each rule judged otherwise. */
export type PackedRating = readonly string[];
const HEAD = 3;
const SAME_VERDICT = '~';
const SAME_POINTS = '=';

const STATUS: Readonly<Record<string, GradeStatus>> = { a: 'allowed', r: 'refused', o: 'open' };
const VERDICT: Readonly<Record<string, Verdict>> = { y: 'yes', n: 'no', o: 'open', w: 'waived' };

/** So many verdicts are remembered: while somebody types, a few come and go. */
const MOST_VERDICTS = 32;

/** What a rating says beside points and values. */
interface Whole extends Pick<Rating, 'band' | 'best' | 'worst' | 'needsDecision' | 'grades' | 'next'> {
  /** A letter a rule. */
  readonly letters: string;
}

/** The last rating, to see what stayed. */
export interface Rated {
  readonly rating: Rating | null;
  readonly verdict: Whole | null;
  /** Verdicts, by the texts they were made of. */
  readonly verdicts: Map<string, Whole>;
  /** Its rules in a list that is not frozen: copying a frozen one takes twenty times as long. */
  readonly rules: RuleVerdict[];
}

export function unrated(): Rated {
  return { rating: null, verdict: null, verdicts: new Map(), rules: [] };
}

export function rating(form: FormInfo, subject: SubjectInfo, { rating: last, verdict: before, verdicts, rules }: Rated, packed: PackedRating | null): Rated {
  if (packed === null) return { rating: null, verdict: null, verdicts, rules: [] };
  const verdict = packed[0] === SAME_VERDICT ? before as Whole : verdictOf(verdicts, form, subject, packed[0] as string);
  const { band, best, worst, needsDecision, grades, letters, next } = verdict;
  for (let at = HEAD; at < packed.length; at += 2) {
    const place = Number(packed[at]);
    rules[place] = ruleOf(form.rules[place] as FormInfo['rules'][number], VERDICT[letters.charAt(place)] as Verdict, packed[at + 1] as string);
  }
  const rated = Object.freeze({
    form: form.id,
    points: packed[1] === SAME_POINTS ? (last as Rating).points : pointsOf(packed[1] as string),
    band, best, worst, needsDecision, grades,
    rules: last && packed.length === HEAD ? last.rules : Object.freeze(rules.slice()),
    next: packed[0] === SAME_VERDICT ? (last as Rating).next : next && packed[2] !== '' ? short(next, packed[2] as string) : next,
  });
  return { rating: rated, verdict, verdicts, rules };
}

/** Band, best, worst, needsDecision, grades, rules, the next grade, the rules against it. */
function verdictOf(known: Rated['verdicts'], form: FormInfo, subject: SubjectInfo, text: string): Whole {
  const there = known.get(text);
  if (there) return there;
  if (known.size === MOST_VERDICTS) known.clear();
  const cells = pieces(text, CELL);
  const [band, best, worst, needsDecision, grades, letters, next] = cells;
  const verdict = {
    band: gradeOf(subject, band as string),
    best: gradeOf(subject, best as string),
    worst: gradeOf(subject, worst as string),
    needsDecision: needsDecision === '1',
    grades: Object.freeze(each(subject.grades, (grade, at) => Object.freeze({ id: grade.id, label: grade.label, status: STATUS[(grades as string).charAt(at)] as GradeStatus }))),
    letters: letters as string,
    next: next === '' ? null : Object.freeze({
      grade: gradeOf(subject, next as string) as string,
      points: null,
      pointsText: null,
      rules: Object.freeze(cells.slice(7).map((at) => (form.rules[Number(at)] as FormInfo['rules'][number]).id)),
    }),
  };
  known.set(text, verdict);
  return verdict;
}

/** The next grade with the points missing for it. */
function short({ grade, rules }: NonNullable<Rating['next']>, packed: string): Rating['next'] {
  const [points, pointsText] = pieces(packed, CELL) as [string, string];
  return Object.freeze({ grade, points, pointsText, rules });
}

function gradeOf(subject: SubjectInfo, at: string): string | null {
  return at === '' ? null : (subject.grades[Number(at)] as SubjectInfo['grades'][number]).id;
}

/** Least and most with their texts; the most is left out when it is the least, and empty when there is none. */
function pointsOf(packed: string): Rating['points'] {
  if (packed === '') return null;
  const [least, leastText, most, mostText] = pieces(packed, CELL) as [string, string, string?, string?];
  return Object.freeze(most === undefined ? { least, leastText, most: least, mostText: leastText } : { least, leastText, most: most || null, mostText: mostText || null });
}

function ruleOf(rule: FormInfo['rules'][number], verdict: Verdict, values: string): RuleVerdict {
  return Object.freeze({
    id: rule.id, kind: rule.kind, label: rule.label, grades: rule.grades, verdict, values: values || null, basis: rule.basis, citations: rule.citations as readonly Citation[],
  });
}
