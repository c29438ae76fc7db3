/** The examples that a tool builds, as they stand in js/examples, on the packed package and under a strict policy. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { js, tests } from '../../js/tools/paths.mjs';
import { openFolder } from '../consumers/pages.mjs';
import { copies, needs, project, runTool } from '../consumers/project.mjs';
import { uses } from './person.mjs';

const VITE = ['.bin/vite', ['build', '--outDir', 'out', '--logLevel', 'error']];
const EXAMPLES = [
  ['vite', 'vite', VITE, { message: '[data-xeploai-message="total"]' }],
  ['react', 'vite', VITE],
  ['vue', 'vite', VITE],
  ['angular', 'angular', ['.bin/ng', ['build']]],
];

for (const [name, tool, [program, args], options] of EXAMPLES) {
  const source = path.join(js, 'examples', name);

  test(`the example "${name}" builds with one copy of the core, and does for people what it shows`, needs(tool), async () => {
    const folder = project(tool, name, [source]);
    runTool(folder, program, args, { NG_CLI_ANALYTICS: 'false' });
    assert.equal(copies(path.join(folder, 'out')), 1);
    await openFolder(path.join(folder, 'out'), (page, seen) => uses(page, seen, options));
  });

  test(`the example "${name}" names the versions it is tried with`, () => {
    const own = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
    const { dependencies: tried } = JSON.parse(readFileSync(path.join(tests, 'consumers', tool, 'package.json'), 'utf8'));
    const { version } = JSON.parse(readFileSync(path.join(js, 'package.json'), 'utf8'));
    for (const [dependency, wanted] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      assert.equal(wanted, dependency === 'xeploai' ? version : tried[dependency], dependency);
    }
  });
}
