/** What each column of a sheet is, by its header first and by what stands in it second; people correct it. */
import type { Locale } from '../types.js';
import { letterOf, type Grid, type Note, type Row } from './grid.js';
import { fieldOf, levelOfTitle, meant, titleOf, type Field } from './header.js';
import { WAITING, type Meanings } from './meaning.js';
import type { ColumnGuess, Role } from './types.js';
import { say } from './words.js';

/** Rows whose cells are looked at to know a column. */
const SAMPLE = 300;
const MAX_LEVELS = 6;

export interface Guess {
  readonly columns: readonly ColumnGuess[];
  readonly notes: readonly Note[];
}

/** A column before it is decided what it is. */
interface Candidate {
  readonly at: number;
  readonly title: string;
  readonly field: Field | null;
  readonly samples: readonly string[];
  /** Cells with something in them, and how many of those are grades. */
  readonly all: number;
  readonly grades: number;
}

export function guessColumns(grid: Grid, header: readonly [number, number] | null, meanings: Meanings, locale: Locale): Guess {
  const first = header ? header[1] + 1 : 0;
  const body = grid.rows.slice(first, first + SAMPLE);
  const candidates: Candidate[] = [];
  for (let at = 0; at < grid.width; at++) candidates.push(candidateOf(grid, header, body, at, meanings));
  return new Guesser(candidates, meanings, locale).guess();
}

function candidateOf(grid: Grid, header: readonly [number, number] | null, body: readonly Row[], at: number, meanings: Meanings): Candidate {
  const title = header ? titleOf(grid, header, at) : [];
  const samples: string[] = [];
  let [all, grades] = [0, 0];
  for (const row of body) {
    const text = row.cells[at];
    if (!text) continue;
    all++;
    if (samples.length < 3) samples.push(text);
    const meaning = meant(text, (variant) => meanings.of(variant));
    if (meaning && (meaning.grade !== WAITING || meaning.exclusion)) grades++;
  }
  return { at, title: title.join(' › '), field: fieldOfTitle(title, meanings), samples, all, grades };
}

/** The lowest cell of a header says most. */
function fieldOfTitle(title: readonly string[], meanings: Meanings): Field | null {
  for (let at = title.length - 1; at >= 0; at--) {
    const field = fieldOf(title[at] as string, meanings);
    if (field) return field;
  }
  return null;
}

class Guesser {
  private readonly notes: Note[] = [];
  /** Two or more columns named after grades are columns of crosses. */
  private readonly crosses: boolean;
  private readonly grade: Candidate | undefined;
  private readonly ticks: readonly (Candidate | undefined)[];
  private readonly units: readonly Candidate[];
  private readonly names: readonly Candidate[];

  constructor(private readonly all: readonly Candidate[], private readonly meanings: Meanings, private readonly locale: Locale) {
    this.crosses = this.of('tick').length > 1;
    this.grade = this.findGrade();
    this.ticks = this.grade || !this.crosses ? [] : this.findTicks();
    this.units = this.of('unit').map((one) => ({ one, level: levelOfTitle(one.title) })).sort((a, b) => a.level - b.level || a.one.at - b.one.at)
      .slice(0, MAX_LEVELS).map(({ one }) => one);
    // Family and given names stand side by side; a name further on is somebody else's.
    const names = this.of('name');
    this.names = names.filter((one, at) => one.at === (names[0] as Candidate).at + at);
  }

  guess(): Guess {
    const columns = this.all.map((one): ColumnGuess => {
      const [role, reason] = this.roleOf(one);
      return Object.freeze({ at: one.at, letter: letterOf(one.at), title: one.title, role, reason, samples: Object.freeze(one.samples) });
    });
    return { columns: Object.freeze(columns), notes: this.notes };
  }

  private of(field: Field): Candidate[] {
    return this.all.filter((one) => one.field === field);
  }

  /** The column of grades in words; none where crosses say them. */
  private findGrade(): Candidate | undefined {
    const graded = this.all.filter((one) => one.field === 'grade' || (!this.crosses && (one.field === 'tick' || (one.field === null && one.all > 1 && one.grades > one.all * .6))));
    const filled = graded.filter((one) => one.grades > one.all * .3);
    if (this.crosses && !filled.length) return undefined;
    const chosen = latest(filled.length ? filled : graded);
    if (chosen && filled.length > 1) this.several(filled.length, chosen);
    return chosen;
  }

  /** By grade. Of two sets of crosses, too, the last one decides. */
  private findTicks(): (Candidate | undefined)[] {
    const ticks: (Candidate | undefined)[] = this.meanings.ids.map(() => undefined);
    const all = this.of('tick');
    for (const one of all) ticks[this.gradeOf(one)] = one;
    const used = ticks.filter((one) => one !== undefined);
    if (used.length < all.length) this.several(all.length, used[0] as Candidate);
    return ticks;
  }

  private gradeOf(one: Candidate): number {
    const last = one.title.slice(one.title.lastIndexOf('›') + 1);
    const found = meant(last, (variant) => (this.meanings.grade(variant) === WAITING ? null : { grade: this.meanings.grade(variant) }));
    return found ? found.grade : WAITING;
  }

  private several(count: number, chosen: Candidate): void {
    const column = letterOf(chosen.at);
    this.notes.push({ code: 'grade.several', column: chosen.at, params: { count: String(count), column, title: chosen.title || column } });
  }

  private roleOf(one: Candidate): readonly [Role, string] {
    const because = (code: string, params = {}) => say(code, Object.assign({ title: one.title }, params), this.locale);
    const byTitle = because('why.title');
    if (one === this.grade) {
      const values = one.all ? because('why.values', { count: String(one.grades), all: String(one.all) }) : '';
      return ['grade', [one.title ? byTitle : '', values].filter(Boolean).join('; ')];
    }
    const tick = this.ticks.indexOf(one);
    if (tick >= 0) return [`tick:${this.meanings.ids[tick]}`, byTitle];
    const unit = this.units.indexOf(one);
    if (unit >= 0) return [`unit-${(unit + 1) as 1}`, byTitle];
    if (this.names.indexOf(one) >= 0) return ['name', byTitle];
    if (one.field === 'number' || one.field === 'note' || one.field === 'exclusion') return [one.field, byTitle];
    if (this.grade && one.field === 'grade') return ['other', because('why.other-grade', { column: letterOf(this.grade.at) })];
    return ['other', one.title ? because('why.none') : ''];
  }
}

/** Where several stand side by side, the column of the latest year decides, else (own proposal, branch, committee) the last. */
function latest(candidates: readonly Candidate[]): Candidate | undefined {
  const yearOf = (one: Candidate) => Number((/\b20\d\d\b/.exec(one.title) || ['0'])[0]);
  return candidates.slice().sort((a, b) => yearOf(a) - yearOf(b) || a.at - b.at)[candidates.length - 1];
}
