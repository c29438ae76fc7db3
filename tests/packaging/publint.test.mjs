/** publint: mistakes in the package's map that only some bundlers or runtimes would meet. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { js } from '../../js/tools/paths.mjs';

const entry = createRequire(path.join(js, 'package.json')).resolve('publint');
const { publint } = await import(pathToFileURL(entry).href);

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: js, strict: true, pack: false });
  assert.deepEqual(messages, []);
});
