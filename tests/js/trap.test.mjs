/** A trap in the core: there should be none, so here the module is made to stop on demand, in the middle of any call. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ANSWERS, QUESTIONS } from './questions.mjs';

/** The export that stops when it is next called, and whether an instance may be started at once. */
let stops = null;
let refusesSync = false;
const { Instance, instantiate } = WebAssembly;
const stopping = ({ exports }) => ({
  exports: Object.fromEntries(Object.entries(exports).map(([name, real]) => [name, typeof real !== 'function' ? real : (...args) => {
    if (name !== stops) return real(...args);
    stops = null;
    throw new WebAssembly.RuntimeError('unreachable');
  }])),
});
WebAssembly.Instance = function (module, imports) {
  if (refusesSync) throw new RangeError('WebAssembly.Instance is disallowed on the main thread, if the buffer size is larger than 4KB.');
  return stopping(new Instance(module, imports));
};
WebAssembly.instantiate = async (module, imports) => stopping(await instantiate(module, imports));

const { createEngine, EngineFault, EngineError } = await import('../../js/dist/index.js');
const { rulebooks } = await import('../../js/dist/rulebooks/index.js');
const options = { rulebook: rulebooks, asOf: '2020-12-31' };

/** The exports that a question of each kind goes through. */
const STOPS = {
  check: 'wasmform_check', rate: 'wasmform_open', breakdown: 'wasmengine_breakdownOf', quota: 'wasmengine_quota', rollUp: 'wasmroster_add',
  ballot: 'wasmengine_ballot', targets: 'wasmengine_targets', tasks: 'wasmform_check',
  readNumber: 'wasmengine_readNumber', formatNumber: 'formatNumber', forms: 'wasmengine_forms', tables: 'wasmengine_tables',
};

test('every method of the engine is tried', () => assert.deepEqual(Object.keys(STOPS).sort(), Object.keys(QUESTIONS).sort()));

for (const [name, ask] of Object.entries(QUESTIONS)) {
  test(`a trap in ${name} is an EngineFault, and the same question is then answered by the same engine`, async () => {
    const right = JSON.stringify(ask(await createEngine(options)));
    const engine = await createEngine(options);
    const other = await createEngine({ ...options, locale: 'en' });
    const inEnglish = JSON.stringify(ask(other));
    stops = STOPS[name];
    assert.throws(() => ask(engine), (error) => error instanceof EngineFault && error.code === 'engine.trap' && error.cause instanceof WebAssembly.RuntimeError);
    assert.equal(JSON.stringify(ask(engine)), right);
    assert.equal(JSON.stringify(ask(other)), inEnglish, 'an engine beside it goes on too');
  });
}

test('a form half filled in goes on after a trap: what was typed before still counts', async () => {
  const engine = await createEngine(options);
  const input = { form: 'mau-02', answers: ANSWERS };
  engine.check(input);
  stops = 'wasmform_check';
  const more = { ...input, answers: { ...ANSWERS, duties: 'kem' } };
  assert.throws(() => engine.check(more), EngineFault);
  assert.deepEqual(engine.check(more), (await createEngine(options)).check(more));
});

test('a trap while an engine is made refuses that engine only', async () => {
  const engine = await createEngine(options);
  const right = engine.tables();
  stops = 'wasmengine_create';
  await assert.rejects(createEngine(options), EngineFault);
  assert.deepEqual(engine.tables(), right);
  assert.deepEqual((await createEngine(options)).tables(), right);
});

test('an engine disposed of after a trap, and a trap after another, do no harm', async () => {
  const [one, two] = [await createEngine(options), await createEngine(options)];
  for (let times = 0; times < 3; times += 1) {
    stops = 'wasmengine_quota';
    assert.throws(() => QUESTIONS.quota(one), EngineFault);
  }
  one.dispose();
  assert.throws(() => QUESTIONS.quota(one), (error) => error instanceof EngineError && error.code === 'usage.disposed');
  assert.equal(QUESTIONS.quota(two).quotas.length, 1);
});

test('where a browser starts nothing at once, the engine says that it is being started again, and soon answers', async () => {
  const engine = await createEngine(options);
  const right = QUESTIONS.quota(engine);
  [stops, refusesSync] = ['wasmengine_quota', true];
  assert.throws(() => QUESTIONS.quota(engine), (error) => error instanceof EngineFault && error.code === 'engine.trap');
  assert.throws(() => QUESTIONS.quota(engine), (error) => error instanceof EngineFault && error.code === 'engine.restarting');
  // Making an engine waits for the instance that is on its way.
  await createEngine(options);
  refusesSync = false;
  assert.deepEqual(QUESTIONS.quota(engine), right);
});
