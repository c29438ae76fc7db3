/** The classic scripts without a browser: what they leave behind, RequireJS, and browsers too old to read them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { classic } from './classic.mjs';
import { overlays, rulebooks, xeploai } from './package.mjs';

const SCRIPTS = ['xeploai.global.js', 'xeploai.forms.global.js', 'xeploai.nowasm.global.js'];
/** What a classic script has beside the modules' exports. */
const API = [...Object.keys(xeploai), 'rulebooks', 'overlays'].sort();
const codecs = { TextDecoder, TextEncoder, WebAssembly, atob, setTimeout };

for (const name of SCRIPTS) {
  test(`${name} leaves one global with the same exports as the modules`, () => {
    const page = classic(name, codecs);
    assert.deepEqual(Object.keys(page).filter((key) => !(key in codecs) && key !== 'self' && key !== 'window'), ['xeploai']);
    assert.deepEqual(Object.keys(page.xeploai).sort(), API);
    assert.ok(Object.isFrozen(page.xeploai));
  });

  test(`${name} is also a module without a name, where a page has an AMD loader`, () => {
    const defined = [];
    const define = Object.assign((...args) => defined.push(args), { amd: {} });
    const page = classic(name, { ...codecs, define });
    assert.equal(defined.length, 1);
    const [needs, make] = defined[0];
    assert.equal(needs.length, 0);
    assert.equal(make(), page.xeploai);
  });

  test(`${name} leaves a function called define alone that is no AMD loader's`, () => {
    classic(name, { ...codecs, define: () => assert.fail('it was called') });
  });

  test(`${name} has the same law as the modules, to the last member`, () => {
    const page = classic(name, codecs).xeploai;
    assert.deepEqual(JSON.parse(JSON.stringify(page.rulebooks)), rulebooks);
    assert.deepEqual(JSON.parse(JSON.stringify(page.overlays)), overlays);
  });

  test(`${name} runs once loaded, and says on what`, async () => {
    const { xeploai: { createEngine, rulebooks } } = classic(name, codecs);
    const engine = await createEngine({ rulebook: rulebooks, asOf: '2020-12-31' });
    assert.equal(engine.runsOn, name.includes('nowasm') ? 'javascript' : 'wasm');
    assert.equal(engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit, 2);
  });
}

test('where there is neither WebAssembly nor a page to load the other file into, the error says so', async () => {
  const { TextDecoder, TextEncoder } = codecs;
  const { xeploai: { createEngine, rulebooks, InitError } } = classic('xeploai.global.js', { TextDecoder, TextEncoder, atob, WebAssembly: undefined });
  await assert.rejects(createEngine({ rulebook: rulebooks, asOf: '2020-12-31' }), (error) => error instanceof InitError && error.code === 'init.no-webassembly');
});

const FLOOR = /Chromium 67.*Firefox 68.*Safari 12.*This browser is too old.*Chromium 67.*Firefox 68.*Safari 12/s;

test('a browser that cannot even read it is told the oldest that will do by the file for it, in both languages and without promises', (_, done) => {
  const { xeploai: old } = classic('xeploai.floor.js', { Promise: undefined, setTimeout });
  assert.throws(old.createEngineSync, { code: 'init.browser-too-old' });
  old.createEngine({}).then(() => assert.fail('no engine')).catch((error) => {
    assert.match(error.message, FLOOR);
    assert.equal(error.name, 'InitError');
    done();
  });
});
