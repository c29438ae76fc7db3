/** The matcher of the shared cases: a matcher that lets everything through would make every case pass. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { mismatch } from './match.mjs';

const LIST = [{ id: 'a', n: 1 }, { id: 'b', n: 2, words: 'hai đồng chí' }];

const MATCHES = [
  [1, 1], ['1', '1'], [null, null], [true, true], [[], []],
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: { b: [1, { c: 2, d: 3 }] } }, { a: { b: [1, { c: 2 }] } }],
  [LIST, { $includes: [{ n: 2 }] }],
  [LIST, { $none: { n: 3 } }],
  [LIST, { $id: { b: { words: { $match: '^hai' } } } }],
  [LIST, { $length: 2, $includes: [{ id: 'a' }] }],
  ['ba', { $length: 2 }],
];
const DIFFERS = [
  [1, '1'], [undefined, null], [null, {}], [0, false], [[1], []], [[], {}],
  [{ a: 1 }, { b: 1 }], [{ a: 1 }, { a: 1, b: null }], [{ a: 1 }, [1]],
  [LIST, { $includes: [{ n: 1 }, { n: 3 }] }],
  [LIST, { $none: { n: 1 } }],
  [LIST, { $id: { c: {} } }], [LIST, { $id: { a: { n: 2 } } }],
  [LIST, { $length: 3 }],
  [LIST, { $matches: 'x' }],
  [LIST, { $includes: [], id: 1 }],
  [7, { $match: '7' }], ['sáu', { $match: '^bảy$' }], ['x', { $none: 'y' }],
];

for (const [actual, expected] of MATCHES) {
  test(`${JSON.stringify(expected)} matches ${JSON.stringify(actual)}`, () => assert.equal(mismatch(actual, expected, ''), null));
}
for (const [actual, expected] of DIFFERS) {
  test(`${JSON.stringify(expected)} does not match ${JSON.stringify(actual)}`, () => assert.equal(typeof mismatch(actual, expected, ''), 'string'));
}
