/** The shared cases through the core as JavaScript in Node, and what is particular to it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import * as nowasm from '../../js/dist/nowasm.js';
import { caseFiles } from './case-files.mjs';
import { overlays, rulebooks, xeploai } from './package.mjs';
import { QUESTIONS } from './questions.mjs';
import { reportCases } from './report-cases.mjs';
import { runCases } from './run-cases.mjs';

const options = { rulebook: rulebooks, asOf: '2020-12-31' };
// Lints are the author's, who has WebAssembly.
const files = caseFiles().filter(({ file }) => file !== 'lints.json');
reportCases(await runCases({ xeploai: nowasm, rulebooks, overlays, caseFiles: files }));

test('an engine says what it runs on', async () => {
  assert.equal((await nowasm.createEngine(options)).runsOn, 'javascript');
  assert.equal((await xeploai.createEngine(options)).runsOn, 'wasm');
});

test('every method answers letter for letter as on WebAssembly', async () => {
  const [one, other] = [await nowasm.createEngine(options), await xeploai.createEngine(options)];
  for (const ask of Object.values(QUESTIONS)) assert.deepEqual(ask(one), ask(other));
});

test('it needs no WebAssembly, not even the name, and starts at once', async () => {
  const { WebAssembly: removed } = globalThis;
  delete globalThis.WebAssembly;
  try {
    const fresh = await import('../../js/dist/nowasm.js?without');
    assert.equal(fresh.createEngineSync(options).runsOn, 'javascript');
  } finally {
    globalThis.WebAssembly = removed;
  }
});

test('it answers right after its memory has grown, in the same call and in the next', async () => {
  const engine = await nowasm.createEngine(options);
  const right = QUESTIONS.quota(engine);
  const label = 'ộ'.repeat(2_000_000);
  const table = { rows: [{ id: 'all', label, kind: 'total' }] };
  assert.equal(engine.breakdown({ table, counts: { all: 1 } }).rows[0].label, label);
  assert.deepEqual(QUESTIONS.quota(engine), right);
});
