/** One run by its number: a table written down rightly, of which nothing may be missing, or a damaged file, which is read or refused. */
import { Choices } from './choices.mjs';
import { damagedBytes, damagedParts, damagedText } from './damage.mjs';
import { bytesOf, encoded, htmlOf, textOf, workbookOf } from './files.mjs';
import { accounted, isReading, joined, readOrRefuse, sameCells, sameLetters } from './properties.mjs';
import { tableOf } from './tables.mjs';

const counted = (table) => table.map((_, at) => at + 1);

const KINDS = {
  async workbook(choose) {
    const tables = choose.times(1 + choose.below(3), () => tableOf(choose));
    const { parts, numbers } = workbookOf(choose, tables);
    const which = choose.below(tables.length);
    const input = bytesOf(choose, parts);
    const all = tables.length > 1 ? () => joined(input, tables.map((_, at) => `Trang ${at + 1}`)) : undefined;
    return { input, all, options: { sheet: `Trang ${which + 1}` }, table: tables[which], holds: (reading) => sameCells(reading, tables[which], numbers[which]) };
  },
  async html(choose) {
    const table = tableOf(choose);
    const html = htmlOf(choose, table);
    return { input: choose.rarely(2) ? { html, text: '' } : encoded(choose, html), table, holds: (reading) => sameCells(reading, table, counted(table)) };
  },
  async text(choose) {
    const table = tableOf(choose);
    const text = textOf(choose, table, choose.one(['\t', ';', ',']));
    return { input: choose.rarely(2) ? { text } : encoded(choose, text), table, holds: (reading) => sameLetters(reading, table) };
  },
  async damagedWorkbook(choose) {
    const { parts } = workbookOf(choose, choose.times(1 + choose.below(2), () => tableOf(choose)));
    return { input: bytesOf(choose, damagedParts(choose, parts)) };
  },
  async damagedZip(choose) {
    return { input: damagedBytes(choose, bytesOf(choose, workbookOf(choose, [tableOf(choose)]).parts)) };
  },
  async damagedHtml(choose) {
    const html = damagedText(choose, htmlOf(choose, tableOf(choose)));
    return { input: choose.rarely(2) ? { html, text: '' } : encoded(choose, html) };
  },
  async damagedText(choose) {
    const text = damagedText(choose, textOf(choose, tableOf(choose), choose.one(['\t', ';', ','])));
    return { input: choose.rarely(2) ? text : choose.rarely(2) ? encoded(choose, text) : damagedBytes(choose, encoded(choose, text)) };
  },
};
const NAMES = Object.keys(KINDS);

/** What a run reads. */
export async function caseOf(run) {
  const choose = new Choices(run);
  const kind = NAMES[run % NAMES.length];
  return { kind, choose, ...await KINDS[kind](choose) };
}

/** Runs it; throws what does not hold. `came(input)` is told what is read before it is. */
export async function runOne(run, came = () => {}) {
  const { choose, input, options, table, holds, all } = await caseOf(run);
  came(input);
  const read = await readOrRefuse(input, options);
  if (isReading(read)) {
    if (holds) holds(read);
    await accounted(choose, read);
    if (all) await all();
  } else if (holds && table.some((row) => row.some((cell) => cell.trim()))) throw new Error(`a right file was refused: ${read.code} ${read.message}`);
}
