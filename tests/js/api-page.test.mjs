/** dist/api.html: every name the package gives is on it, explained, and its links lead somewhere. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { declarations } from '../../js/tools/pages/api.mjs';
import { dist } from '../../js/tools/paths.mjs';
import { xeploai } from './package.mjs';

const html = readFileSync(path.join(dist, 'api.html'), 'utf8');
const all = declarations().flatMap(([, some]) => some);

test('every name that the default entry, the types, the elements and Excel export is on the page', async () => {
  const elements = await import('../../js/dist/elements.js');
  const excel = await import('../../js/dist/excel.js');
  const shapes = readdirSync(path.join(dist, 'types')).filter((name) => name.endsWith('.d.ts'));
  const declared = [...shapes.map((name) => `types/${name}`), 'excel/types.d.ts'].map((name) => readFileSync(path.join(dist, name), 'utf8')).join('');
  const types = [...declared.matchAll(/^export (?:interface|type) (\w+)/gm)].map((match) => match[1]);
  const names = [...Object.keys(xeploai), ...Object.keys(elements), ...Object.keys(excel), ...types].filter((name) => name !== 'version');
  assert.ok(names.length > 60);
  assert.deepEqual(names.filter((name) => !html.includes(`id="${name}"`)), []);
});

test('each declaration is whole: as many braces close as open', () => {
  const times = (text, letter) => text.replace(/\/\*\*[^]*?\*\/|'[^'\n]*'/g, '').split(letter).length;
  assert.deepEqual(all.filter(({ text }) => times(text, '{') !== times(text, '}') || !/[};]$/.test(text)).map(({ name }) => name), []);
  assert.match(all.find(({ name }) => name === 'Quota').text, /readonly citations: readonly Citation\[\];\n\}$/);
});

test('whatever does something, and every class, is explained', () => {
  const wanted = all.filter(({ kind, name }) => kind === 'function' || (kind === 'class' && !/^Xeploai/.test(name)));
  assert.ok(wanted.length > 8);
  assert.deepEqual(wanted.filter(({ comment }) => comment === '').map(({ name }) => name), []);
});

test('its links lead to what is on it, and no anchor stands twice', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(to), to);
});
