/** What a word in the column of grades means: by the rulebook's own words first, then by how people shorten them. */
import type { RulebookInfo } from '../types.js';
import { fold } from './fold.js';

/** A grade by position · a reason for not being rated by position plus one · not rated yet. */
export interface Meaning {
  readonly grade: number;
  readonly exclusion: number;
  /** An old word: its grade's short name, to be said. */
  readonly old?: string;
}

/** In the core's columns: not rated yet. */
export const WAITING = 255;
const NOT_YET: Meaning = { grade: WAITING, exclusion: 0 };

const SHORT: Readonly<Record<string, readonly string[]>> = {
  htxsnv: ['hoan thanh xuat sac nhiem vu', 'hoan thanh xuat sac', 'xuat sac', 'htxs', 'ht xuat sac', 'ht xuat sac nhiem vu', 'xs'],
  httnv: ['hoan thanh tot nhiem vu', 'hoan thanh tot', 'tot', 'htt', 'ht tot', 'ht tot nhiem vu'],
  htnv: ['hoan thanh nhiem vu', 'hoan thanh', 'ht', 'ht nhiem vu'],
  khtnv: ['khong hoan thanh nhiem vu', 'khong hoan thanh', 'kht', 'khong ht', 'khong htnv', 'khong ht nhiem vu', 'chua hoan thanh nhiem vu'],
  tsvm: ['trong sach vung manh'],
  'tieu-bieu': ['trong sach vung manh tieu bieu'],
  'yeu-kem': ['yeu kem'],
};
/** Old names, where the rulebook does not list them in the language of the roster. */
const OLD: readonly (readonly [string, readonly string[]])[] = [
  ['trong sach vung manh', ['htxsnv']], ['trong sach vung manh tieu bieu', ['htxsnv']], ['yeu kem', ['khtnv']], ['vi pham tu cach', ['khtnv']],
  ['vi pham tu cach khong hoan thanh nhiem vu', ['khtnv']], ['vi pham tu cach hoac khong hoan thanh nhiem vu', ['khtnv']],
];
const REASONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bmien\b/, ['mien', 'exempt']],
  [/\bdinh chi\b/, ['dinh-chi', 'suspended']],
  [/\bmoi (ket nap|vao dang)\b|\b(chua du|duoi|chua den) 0?6 thang\b|\bdang vien moi\b/, ['moi-ket-nap', 'new', 'under-6-months']],
  [/\bmoi thanh lap\b/, ['moi-thanh-lap']],
];

export class Meanings {
  private readonly grades = new Map<string, Meaning>();
  private readonly reasons = new Map<string, Meaning>();
  private readonly seen = new Map<string, Meaning | null>();
  readonly ids: readonly string[];

  constructor(rulebook: RulebookInfo, subject: string, private readonly chosen: Readonly<Record<string, string>>) {
    const info = rulebook.subjects.filter((one) => one.id === subject)[0];
    const grades = info ? info.grades : [];
    this.ids = grades.map((one) => one.id);
    const add = (word: string, meaning: Meaning) => {
      const key = fold(word);
      if (key && !this.grades.has(key)) this.grades.set(key, meaning);
    };
    grades.forEach((one, grade) => { for (const word of [one.id, one.label, one.short].concat(Object.prototype.hasOwnProperty.call(SHORT, one.id) ? SHORT[one.id] as string[] : [])) add(word, { grade, exclusion: 0 }); });
    const old = (word: string, id: string) => {
      const grade = this.ids.indexOf(id);
      if (grade >= 0) add(word, { grade, exclusion: 0, old: (grades[grade] as (typeof grades)[number]).short });
    };
    for (const term of rulebook.terms) if (term.subject === subject) old(term.label, term.grade);
    for (const [word, ids] of OLD) for (const id of ids) old(word, id);
    rulebook.exclusions.forEach((one, at) => { this.reasons.set(fold(one.label), { grade: WAITING, exclusion: at + 1 }); });
    const reasonIds = rulebook.exclusions.map((one) => one.id);
    this.reasonOf = (folded) => {
      const exact = this.reasons.get(folded);
      if (exact) return exact;
      for (const [pattern, ids] of REASONS) {
        if (!pattern.test(folded)) continue;
        for (const id of ids) if (reasonIds.indexOf(id) >= 0) return { grade: WAITING, exclusion: reasonIds.indexOf(id) + 1 };
      }
      return null;
    };
    this.byId = (id) => {
      if (id === 'waiting') return NOT_YET;
      const [grade, reason] = [this.ids.indexOf(id), reasonIds.indexOf(id)];
      return grade >= 0 ? { grade, exclusion: 0 } : reason >= 0 ? { grade: WAITING, exclusion: reason + 1 } : null;
    };
  }

  private readonly reasonOf: (folded: string) => Meaning | null;
  private readonly byId: (id: string) => Meaning | null;

  /** Of a cell in the column of grades; null when nobody knows. */
  of(text: string): Meaning | null {
    if (text === '') return NOT_YET;
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const meaning = this.look(text);
    this.seen.set(text, meaning);
    return meaning;
  }

  /** Of a cell that says why somebody is not rated; null when it says something else. */
  reason(text: string): Meaning | null {
    return this.reasonOf(fold(text));
  }

  /** The grade that a column of crosses stands for, by its header. */
  grade(title: string): number {
    const meaning = this.lookGrade(fold(title));
    return meaning ? meaning.grade : WAITING;
  }

  private look(text: string): Meaning | null {
    if (Object.prototype.hasOwnProperty.call(this.chosen, text)) {
      const chosen = this.byId(this.chosen[text] as string);
      if (chosen) return chosen;
    }
    const folded = fold(text);
    if (folded === '' || /^(chua|cho|dang cho)( duoc)?( xep loai| danh gia)?$/.test(folded)) return NOT_YET;
    return this.lookGrade(folded) || this.reasonOf(folded);
  }

  private lookGrade(folded: string): Meaning | null {
    const bare = folded.replace(/^((dang vien|chi bo|dang bo|to chuc dang|du tu cach|duoc|xep loai|xep|dat|muc|loai|[0-9ivx]{1,3}|[a-e])\b ?)+/, '');
    return this.grades.get(folded) || this.grades.get(bare) || this.grades.get(bare.replace(/ /g, '')) || this.grades.get(folded.replace(/ /g, '')) || null;
  }
}
