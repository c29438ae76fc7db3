/** The packed package in Next: a server component and a client component ask the same, each where it runs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root, tests } from '../../js/tools/paths.mjs';
import { answerOf, openAddress } from './pages.mjs';
import { ANSWER, copies, needs, project, runTool } from './project.mjs';
import { serving } from './serving.mjs';

const QUIET = { NEXT_TELEMETRY_DISABLED: '1' };
const sources = ['app', 'next'].map((name) => path.join(tests, 'consumers', name));

test('Next: the server answers in the page it sends, the browser in the page it shows, and neither bundle has a second copy', needs('next'), async () => {
  const setting = "serverExternalPackages: ['xeploai']";
  assert.ok(readFileSync(path.join(root, 'README.md'), 'utf8').includes(setting), `the README does not say ${setting}`);
  const folder = project('next', 'run', sources);
  runTool(folder, '.bin/next', ['build'], QUIET);
  assert.deepEqual([copies(path.join(folder, '.next', 'static')), copies(path.join(folder, '.next', 'server'))], [1, 0]);
  await serving(folder, '.bin/next', ['start', '--port', '0', '--hostname', '127.0.0.1'], QUIET, async (url) => {
    const sent = await (await fetch(url)).text();
    assert.match(sent, /<output id="server">\{[^<]*28 \+ 64 = 92/);
    await openAddress(url, async (page, { problems }) => {
      assert.deepEqual(await answerOf(page, '#client'), ANSWER);
      assert.deepEqual(await answerOf(page, '#server'), ANSWER);
      assert.deepEqual(problems, []);
    });
  });
});
