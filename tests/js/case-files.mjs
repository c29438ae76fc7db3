/** Reads tests/cases for the runner, in Node. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { regulations, tests } from '../../js/tools/paths.mjs';

const folder = path.join(tests, 'cases');

/** `[{ file, content }]`, by file name. A file that is not JSON throws: that is a failure of the whole run. */
export function caseFiles() {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new Error('tests/cases is empty');
  return names.map((file) => ({ file, content: parse(path.join(folder, file)) }));
}

/** The overlays of src/regulations/overlays. */
export function overlays() {
  const from = path.join(regulations, 'overlays');
  return readdirSync(from).filter((name) => name.endsWith('.json')).sort().map((file) => parse(path.join(from, file)));
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error.message}`);
  }
}
