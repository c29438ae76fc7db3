/** The page for authors of rulebooks: what it shows is valid and works, and it names every member the core reads, and no other. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../../js/tools/paths.mjs';
import { blocks, documents } from './documents.mjs';
import { author, xeploai } from './package.mjs';

const page = documents.find(({ name }) => name === 'src/regulations/FORMAT.md');
const [rulebook, overlay] = blocks(page).map(({ code }) => JSON.parse(code));
const today = rulebook.reviewed;
/** A gap of the text itself is told and no fault: this one does not say who keeps a place. */
const GAPS = ['lint.gap-overflow'];
const places = async (more) => {
  const engine = await xeploai.createEngine({ rulebook, asOf: '2026-12-31', ...more });
  return engine.quota({ subject: 'member', tally: { htxsnv: 3, httnv: 17, htnv: 2 } }).quotas[0].limit;
};

test('the rulebook of the page is whole: no fault, and it judges', async () => {
  const faults = await author.lintRulebook(rulebook, undefined, { today });
  assert.deepEqual(faults.map(({ code }) => code), GAPS);
  assert.equal(await places(), 4);
});

test('the overlay of the page may be laid over it', async () => {
  assert.deepEqual((await author.lintRulebook(rulebook, overlay, { today })).map(({ code }) => code), GAPS);
  assert.equal(await places({ overlay }), 3);
  const looser = { ...overlay, quotas: { 'member-htxsnv': { percent: { value: 25, cite: 'kh7', basis: 'confirmed' } } } };
  await assert.rejects(places({ overlay: looser }), xeploai.EngineError);
});

test('a key that stands twice in a file of law is a fault with its place, and JSON that is none is one', async () => {
  const text = JSON.stringify(rulebook);
  const codes = async (...given) => (await author.lintRulebook(...given, { today })).map(({ code }) => code);
  assert.deepEqual(await codes(text, undefined), GAPS);
  const twice = text.replace('"percent":', '"percent":{"value":25,"cite":"vd.quota","basis":"confirmed"},"percent":');
  const [fault, ...others] = await author.lintRulebook(twice, undefined, { today });
  assert.deepEqual(others, []);
  assert.deepEqual({ ...fault }, { code: 'rulebook.duplicate-field', severity: 'error', path: ['quotas', 'member-htxsnv', 'percent'], message: '`percent` stands twice' });
  const inList = text.replace('"citations":{', '"citations":{"a":{"x":[{"y":"\\"}{,","z":1},{"k":1,"\\u006b":2}]},');
  const [first] = await author.lintRulebook(inList, undefined, { today });
  assert.deepEqual(first.path, ['citations', 'a', 'x', 1, 'k']);
  const local = JSON.stringify(overlay).replace('"percent":', '"percent":{"value":10,"cite":"kh7","basis":"confirmed"},"percent":');
  assert.deepEqual((await author.lintRulebook(text, local, { today })).map(({ path: at }) => at), [['quotas', 'member-htxsnv', 'percent']]);
  assert.deepEqual(await codes('{"id":', undefined), ['rulebook.not-json']);
  assert.deepEqual(await codes(text, '[1,]'), ['rulebook.not-json']);
});

test('every member the core reads is on the page, and it shows no other', () => {
  const schema = readFileSync(path.join(root, 'src', 'rulebook', 'schema.rs'), 'utf8').split('#[cfg(test)]')[0];
  const own = schema.slice(0, schema.indexOf('static OWN_TABLE')) + schema.slice(schema.indexOf('static CITED'));
  const read = new Set([...own.matchAll(/(?:must|may|open)\(\s*"(\w+)"/g)].map((match) => match[1]));
  assert.ok(read.size > 60);
  const named = new Set([...page.text.matchAll(/"([\w-]+)"\??|`([\w-]+)`|(?:quotas|grades)\.….(\w+)/g)].map((match) => match[1] ?? match[2] ?? match[3]));
  assert.deepEqual([...read].filter((name) => !named.has(name)), []);
  // In `{"label", "of"?: …}` a member stands behind a brace or a comma, and a colon, a comma or a brace behind it.
  const shapes = [...page.text.replace(/^```[^]*?^```$/gm, '').matchAll(/`(\{[^`]*\})`/g)].map((match) => match[1]);
  assert.ok(shapes.length > 25);
  for (const shape of shapes) {
    for (const [, name] of shape.replace(/\[[^\]]*\]/g, '[]').matchAll(/[{,]\s*"([\w-]+)"\??(?=\s*[:,}]| or )/g)) assert.ok(read.has(name) || EXAMPLES.has(name), `${name} in ${shape}`);
  }
});

/** Ids that stand as examples of what an author names himself. */
const EXAMPLES = new Set(['xuat-sac', 'htxsnv', 'five-targets']);
