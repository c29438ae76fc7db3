/** The package among other people's code: each host a page of its own, made so before the package is loaded, and after. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { tests } from '../../js/tools/paths.mjs';
import { answers, fromElsewhere, hosts, plain } from './host-page.mjs';
import { overlays, rulebooks, xeploai } from './package.mjs';
import { QUESTIONS } from './questions.mjs';

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

test('what a page in another frame made is read like one’s own: objects, lists, columns of bytes', async () => {
  const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2020-12-31' });
  const columns = { subject: 'member', parents: [-1, 0, 0], unit: [0, 1, 2], grade: [0, 1, 1], exclusion: [0, 0, 0] };
  const own = [...Object.values(QUESTIONS).map((ask) => ask(engine)), engine.rollUp(columns)];
  assert.deepEqual(fromElsewhere(engine), plain(own));
});

test('a rulebook and an overlay from another frame make the same engine', async () => {
  const context = createContext({});
  const theirs = (value) => runInContext(`(${JSON.stringify(value)})`, context);
  const overlay = overlays.find(({ id }) => id === 'thuong-tin-2017');
  const ask = async (book, local) => plain((await xeploai.createEngine({ rulebook: book, overlay: local, asOf: '2017-12-31' })).quota({ subject: 'member', tally: { htxsnv: 2, httnv: 3, htnv: 0, khtnv: 0 } }));
  assert.deepEqual(await ask(theirs(rulebooks), theirs(overlay)), await ask(rulebooks, overlay));
});

test('four workers at once answer like the page', async () => {
  const work = () => new Promise((done, failed) => {
    const worker = new Worker(path.join(tests, 'js', 'host-work.mjs'), { stdout: true });
    let said = '';
    worker.stdout.on('data', (text) => { said += text; });
    worker.on('error', failed);
    worker.on('exit', () => done(said));
  });
  const said = await Promise.all([work(), work(), work(), work()]);
  for (const one of said) assert.deepEqual(JSON.parse(one), JSON.parse(JSON.stringify(right)));
});
