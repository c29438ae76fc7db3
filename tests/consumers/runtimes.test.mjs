/** The packed package in other runtimes than Node and browsers. Node's own two module systems: tests/packaging/tarball.test.mjs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root, tests } from '../../js/tools/paths.mjs';
import { ANSWER, needs, project, runTool } from './project.mjs';

const BUN = '@oven/bun-linux-x64/bin/bun';
const DENO = '@deno/linux-x64-glibc/deno';
const app = path.join(tests, 'consumers', 'app');

test('Bun answers', needs('bun', BUN), () => {
  assert.deepEqual(JSON.parse(runTool(project('bun', 'run'), BUN, ['print.mjs'])), ANSWER);
});

test('Deno answers, and asks for no permission', needs('deno', DENO), () => {
  const folder = project('deno', 'run');
  const said = runTool(folder, DENO, ['run', '--node-modules-dir=manual', '--no-prompt', '--no-remote', 'print.mjs'], { DENO_NO_UPDATE_CHECK: '1' });
  assert.deepEqual(JSON.parse(said), ANSWER);
});

test('workerd, which compiles nothing while it runs, answers with the core as a module of its own', needs('workerd'), () => {
  assert.match(readFileSync(path.join(root, 'README.md'), 'utf8'), /Cloudflare Workers[^.]*`import wasm from 'xeploai\/engine\.wasm'`/);
  const folder = project('workerd', 'run', [app, path.join(tests, 'consumers', 'workerd')]);
  const [line] = runTool(folder, '.bin/workerd', ['test', 'config.capnp']).split('\n');
  assert.deepEqual(JSON.parse(line), ANSWER);
});
