/** The package among other people's code: each host a page of its own, made so before the package is loaded, and after. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { tests } from '../../js/tools/paths.mjs';
import { answers, hosts } from './host-page.mjs';

const LOCALES = { Turkish: 'tr_TR.UTF-8', Vietnamese: 'vi_VN.UTF-8', 'no language at all': 'C' };
const right = await answers('an ordinary page', 'before');

test('an ordinary page has an answer to every question, and a slip is explained', () => {
  assert.ok(right.length > 15);
  assert.deepEqual(right.at(-1).slice(0, 2), [true, 'usage.unknown-field']);
});

for (const host of hosts()) {
  for (const when of ['before', 'after']) {
    test(`${host}, ${when} the package is loaded: the same answers`, async () => assert.deepEqual(await answers(host, when), right));
  }
  test(`${host}, on the core without WebAssembly: the same answers`, async () => assert.deepEqual(await answers(host, 'before', 'xeploai.nowasm.global.js'), right));
}

async function started(flags, env = {}) {
  const program = path.join(tests, 'js', 'host-work.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program], { env: { ...process.env, ...env }, maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

for (const [language, locale] of Object.entries(LOCALES)) {
  test(`a computer in ${language}: the same answers`, async () => {
    assert.deepEqual(await started([], { LANG: locale, LC_ALL: locale, LANGUAGE: locale.slice(0, 2) }), JSON.parse(JSON.stringify(right)));
  });
}

test('a stack of a tenth of the usual size is enough', async () => {
  assert.deepEqual(await started(['--stack-size=98']), JSON.parse(JSON.stringify(right)));
});
