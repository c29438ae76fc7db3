/** A page whose policy forbids WebAssembly: the engine says so, in words a portal's administrator can act on. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { root } from '../../js/tools/paths.mjs';
import { serve } from '../../js/tools/serve.mjs';
import { withPage } from './page.mjs';

const POLICY = "default-src 'none'; script-src 'self'; img-src data:";

test('a policy without wasm-unsafe-eval is reported as init.csp-blocked, with the word to add', async () => {
  const server = await serve({ folder: root, port: 0, headers: { 'content-security-policy': POLICY } });
  try {
    const said = await withPage(`${server.url}tests/browser/module.html`, ({ page }) => page.evaluate(
      () => window.createEngine({ asOf: '2020-12-31' }).then(() => null, (error) => ({ name: error.name, code: error.code, help: error.help })),
    ));
    assert.deepEqual([said?.name, said?.code], ['InitError', 'init.csp-blocked']);
    assert.match(said.help, /wasm-unsafe-eval/);
  } finally {
    await server.close();
  }
});
