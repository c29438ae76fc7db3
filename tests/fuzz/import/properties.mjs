/** What holds of every file, whole or damaged: it is read, every row of it accounted for, or refused in words. */
import assert from 'node:assert/strict';
import * as excel from '../../../js/dist/excel.js';
import { rulebooks, xeploai } from '../../js/package.mjs';

const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2025-12-31' });
const { rulebook } = engine;
const { grades } = rulebook.subjects.find((one) => one.id === 'member');
const ROLES = ['name', 'number', 'grade', 'exclusion', 'note', 'other', 'unit-1', 'unit-2', 'unit-6', ...grades.map(({ id }) => `tick:${id}`)];

/** The reading, or the refusal; anything else that is thrown is a failure. */
export async function readOrRefuse(input, options = {}) {
  try {
    return await excel.readRoster(input, { rulebook, ...options });
  } catch (error) {
    if (!(error instanceof excel.ExcelError)) throw error;
    for (const locale of ['vi', 'en']) assert.ok(error.saying(locale).length > 10, error.code);
    return error;
  }
}

export const isReading = (read) => !(read instanceof excel.ExcelError);

/** Guessed, and however people map the columns: rows in = people + rows set aside, each once, and all of them are rolled up. */
export async function accounted(choose, reading) {
  accountedIn(reading, await reading.roster());
  const roles = reading.columns.map(({ role }) => (choose.rarely(2) ? role : choose.one(ROLES)));
  const { header } = reading.mapping;
  const changed = { roles, headings: choose.rarely(2), header: choose.rarely(3) ? null : header, convert: choose.one([null, 'tcvn3', 'vni']), words: { x: choose.one(['waiting', grades[0].id]) }, rows: { [1 + choose.below(20)]: choose.one(['person', 'aside']) } };
  accountedIn(reading, await reading.roster(changed));
}

function accountedIn(reading, roster) {
  const rows = [...roster.rows, ...roster.setAside.map(({ row }) => row)].sort((a, b) => a - b);
  assert.equal(rows.length, reading.rows, 'rows in = people + rows set aside');
  assert.equal(new Set(rows).size, rows.length, 'no row twice');
  for (const row of rows) assert.ok(reading.cells(row).some((cell) => cell !== ''), `row ${row} holds something`);
  const { columns, units, names } = roster;
  assert.deepEqual([columns.unit, columns.grade, columns.exclusion].map(({ length }) => length), [names.length, names.length, names.length]);
  assert.equal(columns.parents.length, units.length);
  for (const { severity, message } of roster.problems.concat(reading.problems)) assert.ok(severity && message);
  const rolled = engine.rollUp(columns);
  assert.equal(rolled.all.slice(0, rolled.columns.length).reduce((sum, count) => sum + count, 0), names.length, 'the top counts everybody');
}

/** Sheets read at once and joined: nobody is lost between them. */
export async function joined(input, names) {
  const readings = await excel.readRosters(input, { rulebook, sheets: names });
  const parts = [];
  for (const reading of readings) parts.push({ sheet: reading.sheet, roster: await reading.roster() });
  const roster = excel.joinRosters(parts);
  assert.equal(roster.names.length + roster.setAside.length, readings.reduce((sum, { rows }) => sum + rows, 0), 'rows in = people + rows set aside, of all sheets');
  assert.deepEqual(Array.from(roster.sheet, (at) => names[at]), parts.flatMap(({ sheet, roster: { names: people } }) => people.map(() => sheet)));
  const rolled = engine.rollUp(roster.columns);
  assert.equal(rolled.all.slice(0, rolled.columns.length).reduce((sum, count) => sum + count, 0), roster.names.length, 'the top counts everybody');
}

const plain = (text) => text.normalize('NFC').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();

/** Every cell of the table is in the row it was written to, and there are no other rows. */
export function sameCells(reading, table, numbers) {
  let filled = 0;
  table.forEach((row, at) => {
    const wanted = row.map(plain).filter(Boolean);
    if (wanted.length) filled++;
    assert.deepEqual(reading.cells(numbers[at]).filter(Boolean), wanted, `row ${numbers[at]}`);
  });
  assert.equal(reading.rows, filled);
}

/** Of text with separators, which are guessed: no letter is gone. */
export function sameLetters(reading, table) {
  const bare = (cells) => cells.join('').normalize('NFC').replace(/[\s\u00a0\u200b\ufeff";,]/g, '');
  const filled = table.map(bare).filter(Boolean);
  const found = [];
  for (let row = 1; found.length < reading.rows && row < 10_000; row++) if (reading.cells(row).length) found.push(bare(reading.cells(row)));
  assert.deepEqual(found.filter(Boolean), filled);
}
