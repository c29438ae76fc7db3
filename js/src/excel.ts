/**
 * xeploai/excel: rosters in, roll-up tables out; loaded only when it is used. Importing does nothing, nothing leaves the page, and no
 * worker is started: long work runs in slices between which the page answers.
 */
export type * from './excel/types.js';
export { ExcelError } from './excel/error.js';
export { readRoster, readRosters } from './excel/read.js';
export { joinRosters, type JoinPart } from './excel/join.js';
export type { SummaryColumn, SummaryFormula, SummaryOptions, SummaryRow, SummaryTable } from './excel/summary.js';
export { summaryTable } from './excel/summary.js';
export { writeXlsx } from './excel/write-xlsx.js';
export { writeCsv, type CsvOptions } from './excel/write-csv.js';
export { drawTable } from './excel/draw.js';
