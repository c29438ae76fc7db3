/** src/regulations/COVERAGE.md says what it says of the rulebooks and cases as they are. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { COVERAGE, coverage } from '../../js/tools/coverage.mjs';

test('COVERAGE.md is current: "npm --prefix js run coverage" writes it', async () => {
  assert.equal(readFileSync(COVERAGE, 'utf8'), await coverage());
});
