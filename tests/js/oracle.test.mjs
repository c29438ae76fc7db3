/** Random tables and quotas against fractions of BigInt; `npm --prefix js run oracle` does a million of each, with other numbers every time. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { breakdowns, engines, generator, quotas } from '../oracle/compare.mjs';
import { quota, rounded, share } from '../oracle/fractions.mjs';

const SEED = 20_191_018;
const TIMES = 5_000;
const engine = engines();

test('the fractions are right where a person has computed them', () => {
  assert.deepEqual(['half-up', 'half-even', 'truncate', 'floor', 'ceil'].map((how) => rounded(5n, 2n, how)), [3n, 2n, 2n, 2n, 3n]);
  assert.equal(share(28, 5198, 2, 'half-up'), '0.54');
  const { limit, headroom, state, share: excellent } = quota({ used: 9942, next: 47_193, below: 5196 }, 2000n, 'floor', 'inclusive');
  assert.deepEqual([limit, headroom, state, excellent], [11_427, 1485, 'open', '17.40']);
});

test(`${TIMES} random quotas have the limit, the places left and the next place that counting gives`, () => {
  assert.deepEqual(quotas(engine, TIMES, generator(SEED)), null);
});

test(`${TIMES} random tables have the shares, the missing counts and the failing sums that fractions give`, () => {
  assert.deepEqual(breakdowns(engine, TIMES, generator(SEED)), null);
});
