/** What a page is told where the core does not start. Each browser refuses in its own words; here the words are played. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { rulebooks, xeploai } from './package.mjs';

const { createEngine, createEngineSync, InitError } = xeploai;
const options = { rulebook: rulebooks, asOf: '2020-12-31' };
const { compile, Module } = WebAssembly;

/** WebAssembly refuses for as long as `work` takes. */
async function refusing(words, work) {
  const refuse = () => { throw new RangeError(words); };
  WebAssembly.compile = async () => refuse();
  WebAssembly.Module = function () { refuse(); };
  try {
    await work();
  } finally {
    Object.assign(WebAssembly, { compile, Module });
  }
}

test('where a browser has no memory left, the error says its words', () => refusing('could not allocate memory', async () => {
  await assert.rejects(createEngine(options), (error) => error instanceof InitError && error.code === 'init.failed' && /could not allocate memory/.test(error.message) && error.cause instanceof RangeError);
}));

test('where Chromium compiles nothing at once on a page, the error says to wait', () => refusing('WebAssembly.Compile is disallowed on the main thread, if the buffer size is larger than 4KB.', () => {
  assert.throws(() => createEngineSync(options), (error) => error.code === 'init.sync-refused' && /await createEngine/.test(error.help));
}));

test('where a policy forbids it, the error says the word to add', () => refusing("Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not an allowed source of script", async () => {
  await assert.rejects(createEngine(options), (error) => error.code === 'init.csp-blocked' && /wasm-unsafe-eval/.test(error.help));
}));

test('after all of that the next call tries again, and works', async () => {
  assert.equal((await createEngine(options)).rulebook.id, 'hd21-2019');
});

test('a table that is not there, and what is no plain data, are wrong calls with a code of their own', async () => {
  const engine = await createEngine(options);
  assert.throws(() => engine.breakdown({ table: 'members', counts: {} }), { name: 'UsageError', code: 'usage.unknown-table' });
  await assert.rejects(createEngine({ ...options, rulebook: { id: () => 1 } }), { name: 'UsageError', code: 'usage.not-plain' });
});
