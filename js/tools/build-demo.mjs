/**
 * The step `demo`: the classic scripts beside the page, and what draws the rulebooks in it. The core as JavaScript is not among them: it is as large
 * as the rest of the demo together, so who wants it where WebAssembly is refused puts dist/xeploai.nowasm.global.js there.
 */
import path from 'node:path';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { BROWSERS, refuseWarnings } from './build-bundles.mjs';
import { integrity } from './integrity.mjs';
import { demo, dist, js } from './paths.mjs';

const GLOBALS = ['xeploai.global.js', 'xeploai.elements.global.js'];
const VENDOR = path.join(demo, 'vendor');
const LAW = path.join(VENDOR, 'law.js');
const INTEGRITY = path.join(VENDOR, 'integrity.js');
export const DEMO_OUTPUTS = [LAW, INTEGRITY, ...GLOBALS.map((file) => path.join(VENDOR, file))];

/** In the browser the pages of the law are nodes, not text. */
const asNodes = {
  name: 'nodes',
  setup({ onResolve }) {
    onResolve({ filter: /\/html\.mjs$/ }, () => ({ path: path.join(js, 'tools', 'pages', 'html-dom.mjs') }));
  },
};

export async function buildDemo() {
  await rm(VENDOR, { recursive: true, force: true });
  await mkdir(VENDOR, { recursive: true });
  for (const file of GLOBALS) await copyFile(path.join(dist, file), path.join(VENDOR, file));
  await writeFile(INTEGRITY, `window.demo.integrity = ${JSON.stringify(await fingerprints(), null, 2)};\n`);
  const { build } = await import('esbuild');
  await refuseWarnings(build, {
    absWorkingDir: js, entryPoints: ['./tools/pages/demo.mjs'], outfile: LAW, bundle: true, minify: true, format: 'iife', charset: 'utf8', target: BROWSERS,
    supported: { destructuring: true, 'template-literal': true }, plugins: [asNodes], legalComments: 'none', logLevel: 'silent',
  });
}

/** For `<script integrity>`: a page cannot read its own scripts when it is a file. */
async function fingerprints() {
  const made = {};
  for (const file of GLOBALS) made[file] = integrity(await readFile(path.join(dist, file)));
  return made;
}
