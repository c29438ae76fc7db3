/** Rows under a mapping → columns for `engine.rollUp`. Every row with something in it is somebody, or is set aside by name. */
import type { Locale, RulebookInfo } from '../types.js';
import { fold, keyOf } from './fold.js';
import { letterOf, type Grid, type Note, type Row } from './grid.js';
import { levelOf, levelOfTitle } from './header.js';
import type { CellReader } from './letters.js';
import { Meanings, WAITING, type Meaning } from './meaning.js';
import type { Pace } from './pace.js';
import { columnsOf, Sorter, type Columns } from './rows.js';
import { isTick, saidIn, Totals } from './totals.js';
import type { AsideKind, AsideRow, Mapping, Problem, Roster } from './types.js';
import { Units } from './units.js';
import { say, whole } from './words.js';

/** Worth knowing; everything else needs a look. */
const INFO = ['grade.old-word', 'reason.from-note', 'unit.filled', 'name.twice', 'header.no-unit', 'sheets.more', 'rows.hidden', 'grade.several'];

export function problemOf(note: Note, locale: Locale): Problem {
  const params = Object.freeze(note.params || {});
  return Object.freeze({
    code: note.code, severity: INFO.indexOf(note.code) < 0 ? 'warning' : 'info', row: note.row === undefined ? null : note.row,
    column: note.column === undefined || note.column < 0 ? null : letterOf(note.column), message: say(note.code, params, locale), params,
  });
}

export interface Asked {
  readonly rulebook: RulebookInfo;
  readonly subject: string;
  readonly locale: Locale;
}

export async function buildRoster(grid: Grid, mapping: Mapping, text: CellReader, asked: Asked, pace: Pace): Promise<Roster> {
  return new Builder(grid, mapping, text, asked).run(pace);
}

class Builder {
  private readonly notes: Note[] = [];
  private readonly columns: Columns;
  private readonly sorter: Sorter;
  private readonly meanings: Meanings;
  private readonly units: Units;
  private readonly totals: Totals;
  private readonly aside: { row: number; kind: AsideKind; text: string; said: number | null; found: number | null }[] = [];
  private readonly names: string[] = [];
  private readonly rowOf: number[] = [];
  private readonly unitOf: number[] = [];
  private readonly gradeOf: number[] = [];
  private readonly reasonOf: number[] = [];
  /** Headings above the row, from the highest; each with its place in `aside`. */
  private headings: { name: string; level: number; aside: number }[] = [];
  private before: string[] = [];
  private readonly fill: readonly boolean[];
  private readonly found = new Map<string, { row: number; text: string; count: number }>();
  private readonly unknown = new Map<string, number>();
  private readonly persons = new Map<string, Row>();

  constructor(private readonly grid: Grid, private readonly mapping: Mapping, private readonly text: CellReader, private readonly asked: Asked) {
    this.columns = columnsOf(mapping);
    this.meanings = new Meanings(asked.rulebook, asked.subject, mapping.words);
    this.sorter = new Sorter(grid.rows, mapping, this.columns, text, (word) => this.meanings.of(word) !== null);
    this.totals = new Totals();
    this.units = new Units(mapping.top, (one, other) => { this.notes.push({ code: 'unit.similar', params: { one, other } }); });
    this.fill = this.columns.units.map((column) => this.isMostlyBlank(column));
  }

  async run(pace: Pace): Promise<Roster> {
    const { rows } = this.grid;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as Row;
      const kind = this.sorter.kindOf(at);
      if (kind === 'person') this.addPerson(row);
      else this.setAside(row, kind);
      if (at % 200 === 0) {
        const rest = pace.step(at / rows.length);
        if (rest) await rest;
      }
    }
    return this.finish();
  }

  /** A list that names a unit only on its first row, against one that forgot it here and there. */
  private isMostlyBlank(column: number): boolean {
    let [blank, all] = [0, 0];
    for (let at = 0; at < this.grid.rows.length && all < 2000; at++) {
      const row = this.grid.rows[at] as Row;
      if ((this.mapping.header && row.number <= this.mapping.header[1]) || !this.sorter.nameOf(row)) continue;
      all++;
      if (!row.cells[column] && !(row.above && row.above[column])) blank++;
    }
    return blank * 2 > all;
  }

  private setAside(row: Row, kind: AsideKind): void {
    const entry = { row: row.number, kind, text: this.sorter.labelOf(row), said: null as number | null, found: null as number | null };
    if (kind === 'heading') {
      const level = levelOf(fold(entry.text));
      this.headings = this.headings.filter((one) => one.level < level);
      this.headings.push({ name: headingName(entry.text), level, aside: this.aside.length });
      this.totals.section();
    }
    if (kind === 'total') {
      const said = saidIn(row, this.columns);
      if (said !== null) {
        const found = this.totals.check(said);
        [entry.said, entry.found] = [said, found];
        if (found !== said) this.notes.push({ code: 'total.differs', row: row.number, params: { text: entry.text, said: whole(said), found: whole(found) } });
      }
      this.totals.close();
    }
    this.aside.push(entry);
  }

  private addPerson(row: Row): void {
    const name = this.sorter.nameOf(row);
    const unit = this.units.at(this.pathOf(row));
    const meaning = this.meaningOf(row);
    this.names.push(name);
    this.rowOf.push(row.number);
    this.unitOf.push(unit);
    this.gradeOf.push(meaning.grade);
    this.reasonOf.push(meaning.exclusion);
    this.units.count(unit);
    this.totals.add(meaning);
    if (!name) this.notes.push({ code: 'name.missing', row: row.number });
    else this.lookForTwin(row, name, unit);
    if (unit === 0 && (this.columns.units.length || this.headings.length)) this.notes.push({ code: 'unit.missing', row: row.number, params: { unit: this.mapping.top } });
    if (meaning.old) this.count('grade.old-word', this.sorter.gradeText(row), row.number, meaning.old);
  }

  private pathOf(row: Row): string[] {
    const path: string[] = [];
    const { units } = this.columns;
    const lowest = units.length ? Math.min(...units.map((column) => levelOfTitle(this.titleOf(column)))) : Infinity;
    for (const heading of this.headings) {
      if (heading.level >= lowest) continue;
      (this.aside[heading.aside] as { kind: AsideKind }).kind = 'heading';
      path.push(heading.name);
    }
    const values: string[] = [];
    let fresh = false;
    units.forEach((column, at) => {
      const carried = row.above && row.above[column];
      let value = this.text(row, column) || carried || '';
      const last = this.before[at] || '';
      if (!value && this.fill[at] && !fresh && last) {
        value = last;
        if (at === units.length - 1) this.count('unit.filled', last, row.number);
      }
      if (value && last && !sameName(value, last)) fresh = true;
      values.push(value);
    });
    this.before = values;
    for (const value of values) if (value && (!path.length || !sameName(path[path.length - 1] as string, value))) path.push(value);
    return path;
  }

  private titles: string[] = [];
  /** The lowest words over a column. */
  private titleOf(column: number): string {
    const known = this.titles[column];
    if (known !== undefined) return known;
    let title = '';
    const { header } = this.mapping;
    for (const row of this.grid.rows) {
      if (!header || row.number > header[1]) break;
      if (row.number >= header[0]) title = row.cells[column] || title;
    }
    return (this.titles[column] = title);
  }

  private meaningOf(row: Row): Meaning {
    const { note } = this.columns;
    const text = this.sorter.gradeText(row);
    const graded = this.columns.grade >= 0 ? this.fromWords(row, text) : this.columns.ticks.length ? this.fromTicks(row) : NOT_YET;
    const reason = this.reasonIn(row, text || (graded.grade === WAITING ? '' : this.meanings.ids[graded.grade] as string));
    if (reason) return reason;
    if (graded.grade !== WAITING || graded.exclusion || text || note < 0) return graded;
    const noted = this.text(row, note);
    const meaning = noted ? this.meanings.reason(noted) : null;
    if (!meaning) return graded;
    this.count('reason.from-note', noted, row.number);
    return meaning;
  }

  /** Why somebody is not rated, from the columns for it: in words, or a cross under words. */
  private reasonIn(row: Row, graded: string): Meaning | null {
    for (const column of this.columns.exclusions) {
      const text = this.text(row, column);
      if (text === '' || isTick(text) === false) continue;
      const meaning = isTick(text) ? this.meanings.reason(this.titleOf(column)) : this.meanings.reason(text) || this.chosenReason(text);
      if (!meaning) {
        this.notes.push({ code: 'reason.unknown', row: row.number, column, params: { text } });
        continue;
      }
      if (graded) this.notes.push({ code: 'grade.and-reason', row: row.number, params: { text: graded, reason: isTick(text) ? this.titleOf(column) : text } });
      return meaning;
    }
    return null;
  }

  private chosenReason(text: string): Meaning | null {
    const meaning = this.meanings.of(text);
    return meaning && meaning.exclusion ? meaning : null;
  }

  private fromWords(row: Row, text: string): Meaning {
    const meaning = this.meanings.of(text);
    if (meaning) return meaning;
    this.unknown.set(text, (this.unknown.get(text) || 0) + 1);
    this.notes.push({ code: 'grade.unknown', row: row.number, column: this.columns.grade, params: { text } });
    return NOT_YET;
  }

  private fromTicks(row: Row): Meaning {
    const crossed: number[] = [];
    for (let at = 0; at < this.columns.ticks.length; at++) {
      const tick = this.columns.ticks[at] as Columns['ticks'][number];
      const text = row.cells[tick.column] || '';
      if (text === '' || isTick(text) === false) continue;
      if (isTick(text) === null) {
        this.notes.push({ code: /^\d+$/.test(text) ? 'grade.tick-number' : 'grade.tick-unknown', row: row.number, column: tick.column, params: { text } });
        return NOT_YET;
      }
      crossed.push(at);
    }
    if (crossed.length > 1) {
      const columns = crossed.map((at) => letterOf((this.columns.ticks[at] as Columns['ticks'][number]).column)).join(', ');
      this.notes.push({ code: 'grade.ticks', row: row.number, params: { count: String(crossed.length), columns } });
      return NOT_YET;
    }
    const [one] = crossed;
    if (one === undefined) return NOT_YET;
    const grade = this.meanings.ids.indexOf((this.columns.ticks[one] as Columns['ticks'][number]).id);
    return grade < 0 ? NOT_YET : { grade, exclusion: 0 };
  }

  /** The same name in the same unit, unless a date or year beside it tells the two apart. */
  private lookForTwin(row: Row, name: string, unit: number): void {
    const key = unit + ' ' + name.toLowerCase();
    const other = this.persons.get(key);
    if (!other) this.persons.set(key, row);
    else if (this.datesOf(other) === this.datesOf(row)) this.notes.push({ code: 'name.twice', row: row.number, params: { name, unit: this.units.names[unit] as string, row: String(other.number), other: String(row.number) } });
  }

  private datesOf(row: Row): string {
    return row.cells.filter((cell, column) => this.mapping.roles[column] === 'other' && /\d{4}/.test(cell)).join(' ');
  }

  /** What is said once for many rows. */
  private count(code: string, text: string, row: number, more = ''): void {
    const key = code === 'grade.old-word' ? code + '\n' + text + '\n' + more : code;
    const known = this.found.get(key);
    if (known) known.count++;
    else this.found.set(key, { row, text, count: 1 });
  }

  private finish(): Roster {
    const { asked, mapping, notes } = this;
    this.found.forEach((one, key) => {
      const [code, , grade] = key.split('\n') as [string, string, string];
      notes.push({ code, row: one.row, params: { count: whole(one.count), row: String(one.row), text: one.text, grade: grade || '' } });
    });
    const { units, moved } = this.units.finish();
    if (units.length === 1 && !moved && this.names.length) notes.push({ code: 'header.no-unit', params: { unit: mapping.top } });
    if (this.columns.grade < 0 && !this.columns.ticks.length) notes.push({ code: 'header.no-grade' });
    if (!this.columns.names.length) notes.push({ code: 'header.no-name' });
    notes.sort((a, b) => (a.row || 0) - (b.row || 0));
    const headed = new Set(units.map((unit) => unit.name));
    return Object.freeze({
      columns: Object.freeze({
        subject: asked.subject,
        parents: Int32Array.from(units.map((unit) => unit.above)),
        unit: Uint32Array.from(this.unitOf, (unit) => unit - moved),
        grade: Uint8Array.from(this.gradeOf),
        exclusion: Uint8Array.from(this.reasonOf),
      }),
      units,
      names: Object.freeze(this.names),
      rows: Uint32Array.from(this.rowOf),
      setAside: Object.freeze(this.aside.map((one): AsideRow => Object.freeze(one.kind === 'heading' && !headed.has(headingName(one.text)) ? Object.assign(one, { kind: 'text' as const }) : one))),
      problems: Object.freeze(notes.map((note) => problemOf(note, asked.locale))),
      unknownWords: Object.freeze(Array.from(this.unknown, ([word, count]) => Object.freeze({ word, count }))),
    });
  }
}

const NOT_YET: Meaning = { grade: WAITING, exclusion: 0 };

function sameName(one: string, other: string): boolean {
  return one === other || keyOf(one) === keyOf(other);
}

/** Without the numeral before it, and without a count behind. */
function headingName(text: string): string {
  return text.replace(/^\s*([IVXLC]+|[A-Z]|\d{1,3})\s*[.)/:\u2013-]\s*/, '').replace(/\s*[:(]\s*\d+ .*$|\s*:$/, '') || text;
}
