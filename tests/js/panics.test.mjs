/** What src/SECURITY.md says of the module: what it imports, and from where it could panic. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { panicPlaces } from '../../js/tools/panics.mjs';
import { build, dist, root } from '../../js/tools/paths.mjs';

const text = readFileSync(path.join(root, 'src', 'SECURITY.md'), 'utf8');
const table = (heading) => text.split(`\n| ${heading} |`)[1].split('\n\n')[0].split('\n').slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')));

test('every import of engine.wasm is listed and explained, and no more are listed', () => {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(path.join(dist, 'engine.wasm'))));
  assert.deepEqual(new Set(imports.map(({ kind }) => kind)), new Set(['function']));
  // The glue adds a fingerprint or a number to the name.
  assert.deepEqual(imports.map(({ name }) => name.replace(/_[0-9a-f]{16}$/, '')), table('import').map(([name]) => name));
});

test('every place that could panic is listed with the reason why nothing reaches it, and no more are listed', () => {
  const found = new Map();
  for (const place of panicPlaces(path.join(build, 'wasm', 'xeploai_bg.wasm'))) {
    const file = place.split(':')[0];
    found.set(file, (found.get(file) ?? 0) + 1);
  }
  const listed = table('place').map(([file, times]) => [file, Number(times)]);
  assert.deepEqual([...found].sort(), listed.sort());
});

test('forms.wasm imports nothing that engine.wasm does not, and could panic nowhere else', () => {
  const [whole, light] = ['engine.wasm', 'forms.wasm'].map((name) => WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(path.join(dist, name)))).map(({ name }) => name));
  assert.ok(light.length > 0);
  assert.deepEqual(light.filter((name) => !whole.includes(name)), []);
  const [known, found] = ['wasm', 'forms'].map((name) => panicPlaces(path.join(build, name, 'xeploai_bg.wasm')));
  assert.ok(found.length > 0);
  assert.deepEqual(found.filter((place) => !known.includes(place)), []);
});
