/** The tarball in a bare project: what is in it, and that it answers the same through `import` and `require`. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { attempt, output } from '../../js/tools/command.mjs';
import { js, root } from '../../js/tools/paths.mjs';
import { installTarball, packTarball } from './install.mjs';

const project = installTarball(packTarball());
const installed = path.join(project, 'node_modules', 'xeploai');

/** 1 of 3, to be seen as a share: small, and no rounding by luck. */
const QUESTION = `
  const engine = await createEngine({ rulebook: rulebooks, asOf: '2020-12-31' });
  const table = { rows: [{ id: 'all', label: 'all', kind: 'total' }, { id: 'some', label: 'some', kind: 'of-which', of: 'all' }] };
  const { rows } = engine.breakdown({ table, counts: { all: '61.567', some: 2714 } });
  const { names } = await (await readRoster('Họ và tên\\tXếp loại\\nNguyễn Văn An\\tHTNV', { rulebook: engine.rulebook })).roster();
  console.log(JSON.stringify({ version, share: rows[1].share, text: rows[1].shareText, names, law: engine.rulebook.id, explained: codes.some(({ code, title }) => code === 'quota.exceeded' && title.vi === engine.describe(code).title), one: book.id, local: [local.id, overlays.includes(local)],
    lints: (await lintRulebook({ ...book, reviewed: '2000-01-01' })).some(({ code }) => code === 'lint.stale-review') }));`;
const PROGRAMS = {
  'esm.mjs': `
    import { createEngine, version } from 'xeploai';
    import { rulebooks } from 'xeploai/rulebooks';
    import book from 'xeploai/rulebooks/hd21-2019';
    import { overlays } from 'xeploai/overlays';
    import local from 'xeploai/overlays/thuong-tin-2017';
    import { lintRulebook } from 'xeploai/author';
    import { codes } from 'xeploai/codes';
    import { defineElements } from 'xeploai/elements';
    import { readRoster } from 'xeploai/excel';
    defineElements();
    ${QUESTION}`,
  'cjs.cjs': `
    const { createEngine, version } = require('xeploai');
    const { rulebooks } = require('xeploai/rulebooks');
    const book = require('xeploai/rulebooks/hd21-2019');
    const { overlays } = require('xeploai/overlays');
    const local = require('xeploai/overlays/thuong-tin-2017');
    const { lintRulebook } = require('xeploai/author');
    const { codes } = require('xeploai/codes');
    require('xeploai/elements').defineElements();
    const { readRoster } = require('xeploai/excel');
    (async () => { ${QUESTION} })();`,
};
const { version } = JSON.parse(readFileSync(path.join(js, 'package.json'), 'utf8'));

for (const [name, program] of Object.entries(PROGRAMS)) {
  test(`an installed tarball answers in ${name}`, () => {
    writeFileSync(path.join(project, name), program);
    const done = attempt(process.execPath, [name], { cwd: project });
    assert.ok(done.ok, done.text);
    assert.deepEqual(JSON.parse(done.text), { version, share: '4.41', text: '4,41%', names: ['Nguyễn Văn An'], law: 'hd21-2019', explained: true, one: 'hd21-2019', local: ['thuong-tin-2017', true], lints: true });
  });
}

/** The same question to the other entries, with the .wasm found as Node finds a package's file. */
const WAYS = `
  const wasm = readFileSync(resolve('xeploai/' + process.argv[2]));
  const share = async (create, more) => {
    const engine = await create({ rulebook: book, asOf: '2020-12-31', ...more });
    const table = { rows: [{ id: 'all', label: 'all', kind: 'total' }, { id: 'some', label: 'some', kind: 'of-which', of: 'all' }] };
    return [engine.runsOn, engine.breakdown({ table, counts: { all: '61.567', some: 2714 } }).rows[1].share];
  };
  console.log(JSON.stringify([await share(slim.createEngine, { wasm }), await share(nowasm.createEngine), await share(forms.createEngine)]));`;
const WAYS_IN = {
  'ways.mjs': `
    import { readFileSync } from 'node:fs';
    import { createRequire } from 'node:module';
    import * as forms from 'xeploai/forms';
    import * as slim from 'xeploai/slim';
    import * as nowasm from 'xeploai/nowasm';
    import book from 'xeploai/rulebooks/hd21-2019';
    const { resolve } = createRequire(import.meta.url);
    ${WAYS}`,
  'ways.cjs': `
    const { readFileSync } = require('node:fs');
    const [forms, slim, nowasm, book] = [require('xeploai/forms'), require('xeploai/slim'), require('xeploai/nowasm'), require('xeploai/rulebooks/hd21-2019')];
    const { resolve } = require;
    (async () => { ${WAYS} })();`,
};

for (const [name, program] of Object.entries(WAYS_IN)) {
  test(`slim, nowasm and forms of an installed tarball answer the same in ${name}`, () => {
    writeFileSync(path.join(project, name), program);
    for (const core of ['engine.wasm', 'forms.wasm']) {
      const done = attempt(process.execPath, [name, core], { cwd: project });
      assert.ok(done.ok, done.text);
      assert.deepEqual(JSON.parse(done.text), [['wasm', '4.41'], ['javascript', '4.41'], ['wasm', '4.41']]);
    }
  });
}

test('the files for pages without a bundler are in the tarball', () => {
  for (const name of ['xeploai.global.js', 'xeploai.nowasm.global.js', 'xeploai.floor.js', 'engine.wasm', 'xeploai.forms.global.js', 'forms.wasm']) assert.ok(existsSync(path.join(installed, 'dist', name)), name);
});

test('importing alone ends at once: nothing is started that keeps a program alive', () => {
  assert.equal(output(process.execPath, ['-e', "require('xeploai')"], project), '');
});

const ENTRIES = ['author', 'codes', 'elements', 'excel', 'forms', 'nowasm', 'overlays', 'rulebooks', 'slim'];

test('the tarball has the licences and no source, no build folder, no tools', () => {
  const names = readdirSync(installed).filter((name) => name !== 'README.md').sort();
  assert.deepEqual(names, ['LICENSE-APACHE', 'LICENSE-MIT', 'THIRD-PARTY.md', 'dist', 'package.json', ...ENTRIES].sort());
});

test('what visited js/ for packing is gone after it', () => {
  assert.deepEqual(['README.md', 'LICENSE-MIT', 'LICENSE-APACHE', ...ENTRIES].filter((name) => existsSync(path.join(js, name))), []);
});

test('a tool that looks for files instead of reading the map finds every entry where the map says it is', () => {
  const require = createRequire(path.join(project, 'any.js'));
  const rulebooks = readdirSync(path.join(installed, 'dist', 'rulebooks')).filter((name) => name.endsWith('.cjs') && name !== 'index.cjs').map((name) => `rulebooks/${name.slice(0, -4)}`);
  const overlays = readdirSync(path.join(installed, 'dist', 'overlays')).filter((name) => name.endsWith('.cjs') && name !== 'index.cjs').map((name) => `overlays/${name.slice(0, -4)}`);
  assert.ok(rulebooks.length > 5 && overlays.length > 3);
  for (const entry of [...ENTRIES, ...rulebooks, ...overlays]) {
    // By its path a folder is looked into, as tools did before there was a map.
    assert.equal(require.resolve(path.join(installed, entry)), require.resolve(`xeploai/${entry}`), entry);
    const { module, types } = require(path.join(installed, entry, 'package.json'));
    for (const file of [module, types]) assert.ok(existsSync(path.join(installed, entry, file)), `${entry}: ${file}`);
  }
});

test('the package has no runtime dependencies', () => {
  const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  assert.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
});

test('nothing shipped names a folder of the machine it was built on', () => {
  const modules = ['wasm', 'forms'].map((name) => readFileSync(path.join(js, 'build', name, 'xeploai_bg.wasm'), 'latin1'));
  for (const module of modules) assert.deepEqual(module.match(/[ -~]*(?:\.cargo|\.rustup|registry\/src|\/home\/|\/root\/|\/Users\/)[ -~]*/g), null);
  const folders = [root, homedir()].filter((folder) => folder.length > 2).map((folder) => `${folder}${path.sep}`);
  for (const text of [...modules, ...shippedTexts()]) assert.equal(folders.find((folder) => text.includes(folder)), undefined);
});

function shippedTexts() {
  const folder = path.join(installed, 'dist');
  return readdirSync(folder, { recursive: true }).filter((name) => /\.(?:c?js|c?ts)$/.test(name)).map((name) => readFileSync(path.join(folder, name), 'utf8'));
}
