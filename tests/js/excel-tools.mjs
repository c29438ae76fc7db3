/** What the tests of xeploai/excel share: the entry, an engine, and a roster told by name. */
import { rulebooks, xeploai } from './package.mjs';

export * as excel from '../../js/dist/excel.js';
import * as excel from '../../js/dist/excel.js';

export const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2025-12-31' });
export const { rulebook } = engine;
export const GRADES = rulebook.subjects.find((one) => one.id === 'member').grades.map((one) => one.id);

export const read = (input, options = {}) => excel.readRoster(input, { rulebook, ...options });

/** The code of the refusal, in both languages; fails when the file is read. */
export async function refused(input, options) {
  const error = await read(input, options).then(() => { throw new Error('the file was read'); }, (thrown) => thrown);
  if (!(error instanceof excel.ExcelError)) throw error;
  return error;
}

/** Each person: `[name, path of units, grade or reason or waiting]`. */
export function told(roster, of = rulebook) {
  const { unit, grade, exclusion } = roster.columns;
  const path = (at) => (at < 0 ? [] : [...path(roster.units[at].above), roster.units[at].name]);
  return roster.names.map((name, at) => [name, path(unit[at]).join(' > '), exclusion[at] ? of.exclusions[exclusion[at] - 1].id : grade[at] === 255 ? 'waiting' : GRADES[grade[at]]]);
}

export const codes = (list) => list.map((one) => one.code);
