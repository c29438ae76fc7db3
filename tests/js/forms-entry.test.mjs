/** `xeploai/forms`, the engine without the audit: the shared cases but those of prose, and what a page is told that asks for one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import * as forms from '../../js/dist/forms.js';
import { dist, root } from '../../js/tools/paths.mjs';
import { caseFiles } from './case-files.mjs';
import { author, overlays, rulebooks, xeploai } from './package.mjs';
import { QUESTIONS } from './questions.mjs';
import { reportCases } from './report-cases.mjs';
import { runCases } from './run-cases.mjs';

const options = { rulebook: rulebooks, asOf: '2020-12-31' };
const bytes = (name) => readFileSync(path.join(dist, name));
const ofProse = ({ do: what, input }) => what === 'audit' || (what === 'describe' && /^audit\./.test(input.code));
const without = ({ file, content }) => ({ file, content: { ...content, cases: content.cases.filter((one) => !ofProse(one)) } });
const files = caseFiles().map(without).filter(({ content }) => content.cases.length > 0);
reportCases(await runCases({ xeploai: forms, author, rulebooks, overlays, caseFiles: files }));

test('every other method answers letter for letter as in the default entry', async () => {
  const [one, other] = [await forms.createEngine(options), await xeploai.createEngine(options)];
  for (const ask of Object.values(QUESTIONS)) assert.deepEqual(ask(one), ask(other));
});

/** Each way to the core without the audit. */
const WAYS = {
  'the entry': () => forms.createEngine(options),
  'the entry, at once': () => forms.createEngineSync(options),
  'the entry as CommonJS': () => createRequire(import.meta.url)(path.join(dist, 'forms.cjs')).createEngine(options),
  'slim with forms.wasm': async () => (await import('../../js/dist/slim.js?forms')).createEngine({ ...options, wasm: bytes('forms.wasm') }),
};
for (const [way, make] of Object.entries(WAYS)) {
  test(`whoever asks for an audit is told in both languages which entry has one, and goes on: ${way}`, async () => {
    const engine = await make();
    assert.throws(() => engine.audit({ text: 'Có 352/353 đồng chí, chiếm 99,43%.' }), (error) => {
      assert.deepEqual([error.name, error.code], ['UsageError', 'usage.no-audit']);
      assert.match(error.message, /load `xeploai`.* hãy nạp `xeploai`/);
      return true;
    });
    assert.throws(() => engine.describe('audit.share-wrong'), { code: 'usage.unknown-code' });
    assert.equal(engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit, 2);
  });
}

/** The keys of what only an audit says: its checks, its trace, and phrases that nothing else names. */
function keysOfProse() {
  const words = new Map();
  const walk = (key, value) => (typeof value === 'string' ? words.set(key, value) : Object.entries(value).forEach(([name, inside]) => walk(key === '' ? name : `${key}.${name}`, inside)));
  walk('', JSON.parse(readFileSync(path.join(root, 'src', 'message', 'vi.json'), 'utf8')));
  const prose = new Set([...words.keys()].filter((key) => /^(?:check\.audit\.|trace\.audit-)/.test(key)));
  const namers = (group) => [...words.keys()].filter((key) => words.get(key).includes(`@${group}}`));
  const only = (group) => namers(group).length > 0 && namers(group).every((key) => prose.has(key));
  // A phrase may name another.
  for (let before = -1; before < prose.size;) {
    before = prose.size;
    for (const key of words.keys()) if (only(key.split('.')[0])) prose.add(key);
  }
  return [...prose];
}

test('no word that only an audit says is in the core, and all of them in the whole one', () => {
  const keys = keysOfProse();
  assert.ok(keys.length > 100 && keys.includes('slip.swapped'));
  const inside = (core) => keys.filter((key) => core.includes(`\n${key}\n`));
  assert.deepEqual([inside(bytes('engine.wasm')), inside(bytes('forms.wasm'))], [keys, []]);
});

test('no code of the audit is in the core', () => {
  assert.deepEqual(['engine.wasm', 'forms.wasm'].map((name) => bytes(name).includes('audit.share-wrong')), [true, false]);
});
