/** The shared cases in Chromium, as ES modules over http under a strict policy: no eval, no connection. */
import { root } from '../../js/tools/paths.mjs';
import { serve } from '../../js/tools/serve.mjs';
import { casesInPage } from './run-page.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; base-uri 'none'; form-action 'none'";

const server = await serve({ folder: root, port: 0, headers: { 'content-security-policy': POLICY } });
try {
  await casesInPage(`${server.url}tests/browser/module.html`, (files) => window.runAll(files));
} finally {
  await server.close();
}
