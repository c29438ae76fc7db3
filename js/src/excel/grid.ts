/** A sheet as rows of text, whatever it came from. */
import type { LegacyEncoding, SourceKind } from './types.js';

export interface Row {
  /** As Excel numbers it. */
  readonly number: number;
  /** Text by column; blank is ''. */
  readonly cells: string[];
  /** What merged cells carry on from the cell above, by column; not what they carry on to the right. */
  above?: string[];
  /** What merged cells carry on from the left or above: for headers. */
  spread?: string[];
  /** Font of the nineties, by column. */
  fonts?: Font[];
}
/** `TCVN3` in capitals is typed with small letters in a font that shows large ones. */
export type Font = LegacyEncoding | 'tcvn3-capitals' | undefined;

/** First and last row, first and last column, rows as Excel numbers them. */
export type Merge = readonly [number, number, number, number];

export interface Grid {
  readonly kind: SourceKind;
  readonly rows: readonly Row[];
  readonly merges: readonly Merge[];
  readonly width: number;
  readonly notes: readonly Note[];
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

/** Something to say about the sheet, before it is put into words. */
export interface Note {
  readonly code: string;
  readonly row?: number;
  readonly column?: number;
  readonly params?: Readonly<Record<string, string>>;
}

/** Columns further right are not read. */
export const MAX_COLUMNS = 256;
/** Cells that merges may be carried on to. */
const MAX_SPREAD = 2_000_000;

/** `AB` of 27. */
export function letterOf(column: number): string {
  let letters = '';
  for (let at = column + 1; at > 0; at = Math.floor((at - 1) / 26)) letters = String.fromCharCode(65 + ((at - 1) % 26)) + letters;
  return letters;
}

/** Carries the text of merged cells on into their rows. Returns whether all of them were. */
export function spreadMerges(grid: Pick<Grid, 'rows' | 'merges' | 'width'>): boolean {
  const place = new Map<number, number>();
  for (let at = 0; at < grid.rows.length; at++) place.set((grid.rows[at] as Row).number, at);
  let left = MAX_SPREAD;
  for (const [top, bottom, first, last] of grid.merges) {
    const start = place.get(top);
    const text = start === undefined ? '' : (grid.rows[start] as Row).cells[first] || '';
    if (text === '') continue;
    const end = Math.min(last, grid.width - 1);
    for (let at = start as number; at < grid.rows.length && (grid.rows[at] as Row).number <= bottom; at++) {
      const row = grid.rows[at] as Row;
      for (let column = first; column <= end; column++) {
        if (row.number === top && column === first) continue;
        if (--left < 0) return false;
        const spread = row.spread || (row.spread = []);
        spread[column] = text;
        if (row.number === top) continue;
        const above = row.above || (row.above = []);
        above[column] = text;
      }
    }
  }
  return true;
}

/** Whether a font's name belongs to an encoding of the nineties. */
export function fontOf(name: string): Font {
  const plain = name.replace(/^["'\s]+/, '').toLowerCase();
  if (plain.slice(0, 4) === 'vni-') return 'vni';
  if (plain.slice(0, 3) !== '.vn') return undefined;
  return /h["'\s]*$/.test(plain) ? 'tcvn3-capitals' : 'tcvn3';
}
