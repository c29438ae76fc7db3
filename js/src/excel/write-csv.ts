/** The roll-up table as CSV: UTF-8 with its mark, so that Excel shows the letters. A cell that Excel would compute is made text. */
import { cellText, type SummaryColumn, type SummaryRow, type SummaryTable } from './summary.js';

export interface CsvOptions {
  /** Between cells; a semicolon when left out, because figures have commas. */
  delimiter?: ';' | ',' | '\t';
}

/** CSV as a text, for a Blob: it begins with the mark of UTF-8. */
export function writeCsv(table: SummaryTable, { delimiter = ';' }: CsvOptions = {}): string {
  const { columns, locale } = table;
  const rows = table.rows.concat(table.total);
  const guardedCell = (row: SummaryRow, at: number) => ((columns[at] as SummaryColumn).kind === 'name' ? guarded(cellText(table, row, at)) : cellText(table, row, at));
  const head = columns.map((column) => guarded(column.group === null ? column.label : column.group + ' – ' + column.label));
  const body = rows.map((row) => columns.map((_, at) => guardedCell(row, at)));
  // Without its level a subtotal could not be told from what it adds up.
  if (rows.some((row) => row.subtotal)) {
    head.unshift(locale === 'en' ? 'Level' : 'Cấp');
    body.forEach((cells, at) => { cells.unshift(String((rows[at] as SummaryRow).level)); });
  }
  const lines: string[][] = [[guarded(table.title)], [], head, ...body, []];
  for (const note of table.notes) lines.push([guarded(note)]);
  return '\ufeff' + lines.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter)).join('\r\n') + '\r\n';
}

/** Excel computes what begins with one of these, also after spaces, wide letters included: an apostrophe makes it text. */
function guarded(cell: string): string {
  return /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? "'" + cell : cell;
}

function quoted(cell: string, delimiter: string): string {
  return cell.indexOf(delimiter) >= 0 || /["\r\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
}
