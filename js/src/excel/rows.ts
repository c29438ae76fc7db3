/** What a row is: somebody, a heading, a total, the header once more, or words beside the table. */
import { fold, LOOKED_AT } from './fold.js';
import { type Row } from './grid.js';
import { likely, convert } from './legacy.js';
import type { CellReader } from './letters.js';
import { isTick } from './totals.js';
import type { AsideKind, Mapping } from './types.js';

/** The columns of a mapping, sorted out. */
export interface Columns {
  readonly names: readonly number[];
  readonly units: readonly number[];
  readonly number: number;
  readonly grade: number;
  readonly exclusions: readonly number[];
  readonly note: number;
  readonly ticks: readonly { readonly column: number; readonly id: string }[];
}

export function columnsOf(mapping: Mapping): Columns {
  const names: number[] = [];
  const units: { column: number; level: number }[] = [];
  const ticks: { column: number; id: string }[] = [];
  const exclusions: number[] = [];
  const last = { number: -1, grade: -1, note: -1 };
  mapping.roles.forEach((role, column) => {
    if (role === 'name') names.push(column);
    else if (role.slice(0, 5) === 'unit-') units.push({ column, level: Number(role.slice(5)) });
    else if (role.slice(0, 5) === 'tick:') ticks.push({ column, id: role.slice(5) });
    else if (role === 'exclusion') exclusions.push(column);
    else if (role === 'number' || role === 'grade' || role === 'note') last[role] = column;
  });
  units.sort((a, b) => a.level - b.level || a.column - b.column);
  return Object.assign({ names, units: units.map((one) => one.column), ticks, exclusions }, last);
}

const TOTAL = new RegExp('^(tổng|cộng)(?=[\\s:.,(\\d]|$)|^(tong (cong|so|hop)|cong:)');
const UNIT = /^(([ivxlc]+|[a-z]|\d{1,3}) )?(chi bo|dang bo|dang uy|chi uy|to dang|chi doan|dang doan)\b/;
const PREFIX = /^\s*([IVXLC]+|[A-Z])\s*[.)/:\u2013-]\s*\S/;

export class Sorter {
  private readonly last: number;

  /** `understood`: whether a text in the column of grades means something. */
  constructor(
    private readonly rows: readonly Row[], private readonly mapping: Mapping, private readonly columns: Columns, private readonly text: CellReader,
    private readonly understood: (text: string) => boolean,
  ) {
    this.last = this.lastMarked();
  }

  /** `person`, or why the row is set aside. */
  kindOf(at: number): 'person' | AsideKind {
    const row = this.rows[at] as Row;
    const { mapping } = this;
    const chosen = Object.prototype.hasOwnProperty.call(mapping.rows, row.number) ? mapping.rows[row.number] : undefined;
    if (chosen) return chosen === 'person' ? 'person' : 'chosen';
    if (mapping.header && row.number < mapping.header[0]) return 'text';
    if (mapping.header && row.number <= mapping.header[1]) return 'header';
    const marked = this.isMarked(row);
    const numbered = this.isNumbered(row);
    if (numbered && this.isRated(row) && this.nameOf(row)) return 'person';
    const label = this.labelOf(row);
    if (this.isTotal(row)) return 'total';
    if (!this.gradeText(row) && this.isHeading(row, label)) return 'heading';
    if (this.repeatsHeader(row)) return 'header';
    const name = this.nameOf(row);
    if (numbered && name) return 'person';
    // Below the last of the list stand dates and signatures.
    const placed = this.columns.units.some((column) => Boolean(row.cells[column]));
    if (at > this.last && this.last >= 0) return (marked || placed) && looksLikeName(name) && !isSigned(row) ? 'person' : 'text';
    if (!name) return this.isRated(row) ? 'person' : 'text';
    if (marked || placed || this.others(row) > 1) return 'person';
    return looksLikeName(name) && !row.spread ? 'person' : 'text';
  }

  nameOf(row: Row): string {
    let name = '';
    for (const column of this.columns.names) {
      const part = this.text(row, column);
      if (part) name += (name && ' ') + part;
    }
    // A list of organisations names the unit itself.
    const { names, units } = this.columns;
    return names.length || !units.length ? name : this.text(row, units[units.length - 1] as number);
  }

  /** The words a row begins with; a numeral before them belongs to them. */
  labelOf(row: Row): string {
    const cells: string[] = [];
    for (let column = 0; column < row.cells.length && cells.length < 2; column++) {
      const text = this.text(row, column);
      if (text) cells.push(text);
      if (text.length > 4) break;
    }
    return cells.join('. ').replace(/\.{2,}/g, '.');
  }

  gradeText(row: Row): string {
    const { grade } = this.columns;
    return grade < 0 ? '' : this.text(row, grade);
  }

  private isTotal(row: Row): boolean {
    let looked = 0;
    for (let column = 0; column < row.cells.length && looked < 3; column++) {
      const text = row.cells[column] as string;
      if (!text || /^[\dIVX.]{1,4}$/.test(text)) continue;
      looked++;
      if (TOTAL.test(text.toLowerCase()) || isOldTotal(text)) return true;
    }
    return false;
  }

  /** Names a unit, or stands across the table with a numeral before it. */
  private isHeading(row: Row, label: string): boolean {
    if (!this.mapping.headings) return false;
    const { names, units } = this.columns;
    if (this.nameOf(row) && units.some((column) => Boolean(row.cells[column]) && names.indexOf(column) < 0)) return false;
    const words = row.cells.filter((cell) => cell !== '' && !/^\d+([.,]\d+)?%?$/.test(cell)).length;
    if (words > 2) return false;
    if (UNIT.test(fold(label))) return true;
    const isAcross = row.spread !== undefined && row.above === undefined && row.spread.filter(Boolean).length > 1;
    return (PREFIX.test(label) || (isAcross && words === 1)) && !this.isMarked(row);
  }

  private repeatsHeader(row: Row): boolean {
    const { header } = this.mapping;
    if (!header) return false;
    const own = row.cells.filter((cell) => cell !== '');
    if (own.length > 2 && own.every((cell) => /^\(?\d{1,2}\)?$/.test(cell)) && !this.nameOf(row)) return true;
    for (const one of this.rows) {
      if (one.number > header[1]) return false;
      if (one.number < header[0] || one === row) continue;
      let same = 0;
      for (let column = 0; column < row.cells.length; column++) if (row.cells[column] && fold(row.cells[column] as string) === fold(one.cells[column] || '')) same++;
      if (same > 1 && same === own.length) return true;
    }
    return false;
  }

  /** Something stands where the rating does. */
  private isMarked(row: Row): boolean {
    const { grade, exclusions, ticks } = this.columns;
    return Boolean(row.cells[grade]) || exclusions.some((column) => Boolean(row.cells[column])) || ticks.some((tick) => isMark(row.cells[tick.column] || ''));
  }

  /** And it is a rating. */
  private isRated(row: Row): boolean {
    const text = this.gradeText(row);
    return text ? this.understood(text) : this.columns.ticks.some((tick) => isTick(row.cells[tick.column] || '') === true);
  }

  private isNumbered(row: Row): boolean {
    return /^\d+\.?$/.test(row.cells[this.columns.number] || '');
  }

  /** Cells in columns that no role takes. */
  private others(row: Row): number {
    let count = 0;
    for (let column = 0; column < row.cells.length; column++) if (row.cells[column] && this.mapping.roles[column] === 'other') count++;
    return count;
  }

  /** The last row of somebody with a grade or a number. */
  private lastMarked(): number {
    for (let at = this.rows.length - 1; at >= 0; at--) {
      const row = this.rows[at] as Row;
      if (this.nameOf(row) && (this.isNumbered(row) || this.isRated(row))) return at;
    }
    return -1;
  }
}

/** A total in an old encoding is one too, converted or not. */
function isOldTotal(text: string): boolean {
  const said = likely(text);
  return (said === 'tcvn3' || said === 'vni') && TOTAL.test(convert(text.slice(0, LOOKED_AT), said).toLowerCase());
}

/** Two to six words, each with a large first letter, no digits. */
function looksLikeName(text: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && words.length < 7 && !/[\d:,;()/]/.test(text) && words.every((word) => word.charAt(0) !== word.charAt(0).toLowerCase());
}

/** A cross, a count, or something as short. */
function isMark(text: string): boolean {
  return text !== '' && text !== '0' && (isTick(text) !== null || text.length < 4);
}

function isSigned(row: Row): boolean {
  return row.cells.some((cell) => /^(nguoi lap|(pho )?bi thu|t m|tm|k t|thay mat|ky|ghi ro|xac nhan|noi nhan|chi uy|dang uy|thu truong|truong ban)\b|\bngay\b.*\bthang\b/.test(fold(cell)));
}
