/** Totals of a sheet, held against the rows they stand under; and what a cross is. */
import { LOOKED_AT } from './fold.js';
import type { Row } from './grid.js';
import { WAITING, type Meaning } from './meaning.js';
import type { Columns } from './rows.js';

const CROSSES = ['x', 'xx', 'xxx', 'v', '+', '*', '✓', '✔', '✗', '☑', '●', '•', '×', '√', '1', 'có', 'true', 'đ', 'đạt'];
const BLANKS = ['0', '-', '–', 'không', 'false', '☐'];
const PEOPLE = new RegExp('(\\d[\\d.]*)\\s*(đồng chí|đ/c|đc|người|đảng viên|đv)?\\s*\\.?$', 'i');

/** true: crossed · false: says no · null: neither. */
export function isTick(text: string): boolean | null {
  const small = text.toLowerCase();
  return CROSSES.indexOf(small) >= 0 ? true : BLANKS.indexOf(small) >= 0 ? false : null;
}

/** How many a total says: in its own words, or in the first number beside them. */
export function saidIn(row: Row, columns: Columns): number | null {
  const cells = row.cells;
  for (let column = 0; column < cells.length; column++) {
    const text = cells[column] as string;
    if (!text || text.length > LOOKED_AT || column === columns.number && /^\d+$/.test(text)) continue;
    const inWords = PEOPLE.exec(text);
    const number = inWords && /[^\d.]/.test(text) ? inWords[1] : /^\d[\d.]*$/.test(text) && columns.ticks.every((tick) => tick.column !== column) ? text : null;
    if (number) return Number(number.replace(/\./g, ''));
  }
  // Counts below the columns of crosses add up to those who are rated.
  let [sum, seen] = [0, 0];
  for (const tick of columns.ticks) {
    const text = cells[tick.column] || '';
    if (!/^\d+$/.test(text)) continue;
    sum += Number(text);
    seen++;
  }
  return seen > 1 ? sum : null;
}

interface Count {
  people: number;
  rated: number;
}

/** Which rows a total is of is not said: since the last total, since the heading, or all of them. */
export class Totals {
  private readonly all: Count = { people: 0, rated: 0 };
  private since: Count = { people: 0, rated: 0 };
  private under: Count = { people: 0, rated: 0 };

  add(meaning: Meaning): void {
    for (const one of [this.all, this.since, this.under]) {
      one.people++;
      if (meaning.grade !== WAITING) one.rated++;
    }
  }

  section(): void {
    this.under = { people: 0, rated: 0 };
  }

  close(): void {
    this.since = { people: 0, rated: 0 };
  }

  /** The count that agrees, or the nearest. */
  check(said: number): number {
    let best = this.since.people || this.all.people;
    for (const one of [this.since, this.under, this.all]) {
      for (const count of [one.people, one.rated]) if (count > 0 && Math.abs(count - said) < Math.abs(best - said)) best = count;
    }
    return best;
  }
}
