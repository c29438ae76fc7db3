/** src/regulations/COVERAGE.md and src/CODES.md say what they say of the rulebooks, codes and cases as they are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { CODES, codes } from '../../js/tools/codes.mjs';
import { COVERAGE, coverage } from '../../js/tools/coverage.mjs';

test('COVERAGE.md is current: "npm --prefix js run coverage" writes it', async () => {
  assert.equal(readFileSync(COVERAGE, 'utf8'), await coverage());
});

test('CODES.md is current, and has a case or a test for every code', async () => {
  assert.equal(readFileSync(CODES, 'utf8'), await codes());
});
