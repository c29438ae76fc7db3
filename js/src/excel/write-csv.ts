/** The roll-up table as CSV: UTF-8 with its mark, so that Excel shows the letters. A cell that Excel would compute is made text. */
import { cellText, type SummaryColumn, type SummaryTable } from './summary.js';

export interface CsvOptions {
  /** Between cells; a semicolon when left out, because figures have commas. */
  delimiter?: ';' | ',' | '\t';
}

/** CSV as a text, for a Blob: it begins with the mark of UTF-8. */
export function writeCsv(table: SummaryTable, { delimiter = ';' }: CsvOptions = {}): string {
  const { columns } = table;
  const lines: string[][] = [[table.title], [], columns.map((column) => (column.group === null ? column.label : column.group + ' – ' + column.label))];
  for (const row of table.rows.concat(table.total)) lines.push(columns.map((_, at) => cellText(table, row, at)));
  lines.push([]);
  for (const note of table.notes) lines.push([note]);
  // A share left is a number, negative too; only words can be taken for a formula.
  return '\ufeff' + lines.map((cells, line) => cells.map((cell, at) => quoted(isFigure(table, line, at) ? cell : guarded(cell), delimiter)).join(delimiter)).join('\r\n') + '\r\n';
}

function isFigure(table: SummaryTable, line: number, at: number): boolean {
  return line > 2 && line < 4 + table.rows.length && (table.columns[at] as SummaryColumn).kind !== 'name';
}

/** Excel computes what begins with one of these, also after spaces, wide letters included: an apostrophe makes it text. */
function guarded(cell: string): string {
  return /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? "'" + cell : cell;
}

function quoted(cell: string, delimiter: string): string {
  return cell.indexOf(delimiter) >= 0 || /["\r\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
}
