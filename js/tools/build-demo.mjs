/**
 * The step `demo`: the classic scripts beside the page, and what draws the rulebooks in it. The core as JavaScript is not among them: it is as large
 * as the rest of the demo together, so who wants it where WebAssembly is refused puts dist/xeploai.nowasm.global.js there.
 */
import path from 'node:path';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { BROWSERS, refuseWarnings } from './build-bundles.mjs';
import { demo, dist, js } from './paths.mjs';

const GLOBALS = ['xeploai.global.js', 'xeploai.elements.global.js'];
const VENDOR = path.join(demo, 'vendor');
const LAW = path.join(VENDOR, 'law.js');
export const DEMO_OUTPUTS = [LAW, ...GLOBALS.map((file) => path.join(VENDOR, file))];

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
  const { build } = await import('esbuild');
  await refuseWarnings(build, {
    absWorkingDir: js, entryPoints: ['./tools/pages/demo.mjs'], outfile: LAW, bundle: true, minify: true, format: 'iife', charset: 'ascii', target: BROWSERS,
    supported: { destructuring: true, 'template-literal': true }, plugins: [asNodes], legalComments: 'none', logLevel: 'silent',
  });
}
