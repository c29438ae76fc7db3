/** src/regulations/COVERAGE.md, src/CODES.md and src/codes.json say what they say of the rulebooks, codes and cases as they are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { CODES, CODES_DATA, codes } from '../../js/tools/codes.mjs';
import { COVERAGE, coverage } from '../../js/tools/coverage.mjs';

test('COVERAGE.md is current: "npm --prefix js run coverage" writes it', async () => {
  assert.equal(readFileSync(COVERAGE, 'utf8'), await coverage());
});

test('CODES.md and codes.json are current, and have a case or a test for every code', async () => {
  const { page, data } = await codes();
  assert.equal(readFileSync(CODES, 'utf8'), page);
  assert.equal(readFileSync(CODES_DATA, 'utf8'), data);
});
