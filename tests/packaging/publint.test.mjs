/** publint and "are the types wrong?" on the tarball: mistakes in the package's map that only some bundlers, runtimes or compilers would meet. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { attempt } from '../../js/tools/command.mjs';
import { findConsumer } from '../../js/tools/consumers.mjs';
import { js } from '../../js/tools/paths.mjs';
import { packTarball } from './install.mjs';

const entry = createRequire(path.join(js, 'package.json')).resolve('publint');
const { publint } = await import(pathToFileURL(entry).href);
const tarball = packTarball();
const attw = findConsumer('attw');
/** Files, not programs: they have no types. */
const FILES = ['engine.wasm', 'forms.wasm', 'elements.css'];
const ONE_OF_MANY = ['rulebooks/hd43-2025', 'overlays/thuong-tin-2017'];

test('publint has nothing to say', async () => {
  const bytes = readFileSync(tarball);
  const { messages } = await publint({ strict: true, pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) } });
  assert.deepEqual(messages, []);
});

test('the types are right for Node in both module systems, for bundlers, and for compilers that do not read the map', { skip: attw ? false : 'attw could not be installed' }, () => {
  const args = [tarball, '--exclude-entrypoints', ...FILES, '--include-entrypoints', ...ONE_OF_MANY, '--format', 'json'];
  const done = attempt(path.join(attw, 'node_modules', '.bin', 'attw'), args);
  assert.ok(done.ok, done.text);
  const { analysis } = JSON.parse(done.text);
  assert.deepEqual(analysis.problems, []);
  for (const name of ['.', './forms', './slim', './nowasm', './author', './elements', './excel', './rulebooks', './overlays', ...ONE_OF_MANY.map((one) => `./${one}`)]) {
    const { resolutions } = analysis.entrypoints[name];
    for (const how of ['node10', 'node16-cjs', 'node16-esm', 'bundler']) assert.ok(resolutions[how].resolution, `${name}: ${how}`);
  }
});
