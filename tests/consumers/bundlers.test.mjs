/** The packed package through bundlers as people use them: it is built, answers right in a strict page, and its core is there once. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../../js/tools/paths.mjs';
import { answerOf, openAddress, openFolder } from './pages.mjs';
import { ANSWER, copies, html, needs, project, runTool, write } from './project.mjs';
import { serving } from './serving.mjs';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** Each builds `entry`, a script of ./app, into `out`. */
const BUNDLERS = {
  vite(folder, entry) {
    write(folder, { 'index.html': html(`/${entry}`) });
    runTool(folder, '.bin/vite', ['build', '--outDir', 'out', '--logLevel', 'warn']);
  },
  webpack,
  // Of 2018; it looks for files, and does not read the package's map.
  'webpack-4': webpack,
  rollup(folder, entry) {
    runTool(folder, '.bin/rollup', [entry, '--plugin', 'node-resolve', '--format', 'es', '--dir', 'out']);
    write(path.join(folder, 'out'), { 'index.html': html(entry) });
  },
  esbuild(folder, entry) {
    runTool(folder, '.bin/esbuild', [entry, '--bundle', '--minify', '--format=esm', '--outdir=out', ...(entry.startsWith('slim') ? ['--loader:.wasm=file'] : [])]);
    write(path.join(folder, 'out'), { 'index.html': html(entry) });
  },
  parcel(folder, entry) {
    write(folder, { 'index.html': html(entry) });
    runTool(folder, '.bin/parcel', ['build', 'index.html', '--dist-dir', 'out', '--no-cache', '--no-source-maps']);
  },
};

function webpack(folder, entry) {
  runTool(folder, '.bin/webpack', ['--mode', 'production', '--entry', `./${entry}`, '--output-path', 'out']);
  write(path.join(folder, 'out'), { 'index.html': html('main.js') });
}

/** How the README says to name the file in each; it stands so in ./app. */
const RECIPES = {
  vite: "import wasm from 'xeploai/engine.wasm?url'",
  webpack: "new URL('xeploai/engine.wasm', import.meta.url)",
  esbuild: '--loader:.wasm=file',
};

for (const [tool, build] of Object.entries(BUNDLERS)) {
  test(`${tool}: the default entry answers, with one copy of the core and no further request`, needs(tool), async () => {
    const folder = project(tool, 'inline');
    build(folder, 'inline.js');
    assert.equal(copies(path.join(folder, 'out')), 1);
    await openFolder(path.join(folder, 'out'), async (page, { problems, asked }) => {
      assert.deepEqual(await answerOf(page), ANSWER);
      assert.deepEqual(problems, []);
      assert.equal(asked.filter((address) => address.endsWith('.wasm')).length, 0);
    });
  });
}

// One reads the package's map, the other looks for files.
for (const tool of ['vite', 'webpack-4']) {
  test(`${tool}: the entry without the audit answers the same, and the whole core does not come along`, needs(tool), async () => {
    const folder = project(tool, 'forms');
    BUNDLERS[tool](folder, 'forms.js');
    assert.equal(copies(path.join(folder, 'out')), 0);
    await openFolder(path.join(folder, 'out'), async (page, { problems }) => {
      assert.deepEqual(await answerOf(page), ANSWER);
      assert.deepEqual(problems, []);
    });
  });
}

for (const [tool, recipe] of Object.entries(RECIPES)) {
  test(`${tool}: slim with the core as a file of its own, as the README writes it`, needs(tool), async () => {
    assert.ok(readme.includes(recipe), `the README does not say ${recipe}`);
    const folder = project(tool, 'slim');
    BUNDLERS[tool](folder, `slim-${tool}.js`);
    assert.equal(copies(path.join(folder, 'out')), 1);
    await openFolder(path.join(folder, 'out'), async (page, { problems, asked }) => {
      assert.deepEqual(await answerOf(page), ANSWER);
      assert.deepEqual(problems, []);
      assert.equal(asked.filter((address) => address.endsWith('.wasm')).length, 1);
    });
  });
}

for (const entry of ['inline.js', 'slim-vite.js']) {
  test(`vite: the server one develops with answers the same, ${entry}`, needs('vite'), async () => {
    const folder = project('vite', 'dev');
    write(folder, {
      'index.html': html(`/${entry}`),
      // In a project of one's own the package lies inside it; here it is one folder up.
      'vite.config.mjs': "export default { server: { fs: { allow: ['..'] } }, cacheDir: '.cache' };\n",
    });
    await serving(folder, '.bin/vite', ['--port', '0', '--host', '127.0.0.1'], {}, (url) => openAddress(url, async (page, { problems }) => {
      assert.deepEqual(await answerOf(page), ANSWER);
      assert.deepEqual(problems, []);
    }));
  });
}
