/** How the engine behaves towards a program: one door, frozen answers, an end. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../js/tools/paths.mjs';
import { books, rulebooks, xeploai } from './package.mjs';
import { QUESTIONS, TABLE } from './questions.mjs';

const { createEngine, createEngineSync, EngineError, InitError, RulebookError, UsageError } = xeploai;
const options = { rulebook: rulebooks, asOf: '2020-12-31' };
const engine = await createEngine(options);

for (const [name, ask] of Object.entries(QUESTIONS)) {
  test(`what ${name} returns is plain data, frozen to the last leaf`, () => assert.deepEqual(notFrozen(ask(engine)), []));
  test(`${name} answers the same when asked again`, () => assert.deepEqual(ask(engine), ask(engine)));
  test(`${name} answers the same from createEngineSync`, () => assert.deepEqual(ask(createEngineSync(options)), ask(engine)));
}

test('the facts about the engine are frozen too', () => {
  assert.deepEqual(notFrozen(engine.rulebook), []);
  assert.deepEqual([engine.asOf, engine.locale], ['2020-12-31', 'vi']);
});

test('an engine changes neither its rulebook nor what it is asked', () => {
  const before = JSON.stringify([rulebooks, TABLE]);
  for (const ask of Object.values(QUESTIONS)) ask(engine);
  assert.equal(JSON.stringify([rulebooks, TABLE]), before);
});

test('a rulebook changed after the engine was made does not change the engine', async () => {
  const mine = structuredClone(books.hd21_2019);
  const own = await createEngine({ rulebook: mine, asOf: '2020-12-31' });
  const before = own.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9 } });
  for (const key of Object.keys(mine)) delete mine[key];
  assert.deepEqual(own.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9 } }), before);
});

test('two engines do not disturb one another', async () => {
  const other = await createEngine({ rulebook: rulebooks, asOf: '2017-12-31', locale: 'en' });
  const before = engine.tables();
  assert.notEqual(other.rulebook.id, engine.rulebook.id);
  other.dispose();
  assert.deepEqual(engine.tables(), before);
});

test('a disposed engine says so, and disposing twice is harmless', async () => {
  const short = await createEngine(options);
  short.dispose();
  short.dispose();
  for (const ask of Object.values(QUESTIONS)) assert.throws(() => ask(short), UsageError);
});

test('every error is an EngineError with a code and a sentence', async () => {
  const wrong = { missing: [], 'no date': [{ rulebook: rulebooks }], 'no rulebook': [{ asOf: '2020-12-31' }] };
  for (const [name, args] of Object.entries(wrong)) {
    await assert.rejects(createEngine(...args), (error) => error instanceof EngineError && error instanceof Error && typeof error.code === 'string' && error.message.length > 10, name);
  }
  for (const kind of [InitError, RulebookError, UsageError]) assert.ok(kind.prototype instanceof EngineError);
});

test('importing does nothing: no new global, nothing printed, no handle left open', () => {
  const program = `
    const before = Reflect.ownKeys(globalThis).length;
    const url = ${JSON.stringify(pathToFileURL(path.join(dist, 'index.js')).href)};
    import(url).then(() => process.stdout.write(String(Reflect.ownKeys(globalThis).length - before)));`;
  assert.equal(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8', timeout: 20_000 }), '0');
});

/** Paths of what is not frozen, not plain, or not data. */
function notFrozen(value, at = 'result') {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return [];
  // Columns of numbers cannot be frozen; they are the caller's own.
  if (value instanceof Int32Array) return [];
  if (typeof value !== 'object') return [`${at}: ${typeof value}`];
  const plain = Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
  const faults = [...(plain ? [] : [`${at}: not plain`]), ...(Object.isFrozen(value) ? [] : [`${at}: not frozen`])];
  return [...faults, ...Object.keys(value).flatMap((key) => notFrozen(value[key], `${at}.${key}`))];
}

test('a table whose getter says something else the second time is read once', () => {
  let asked = 0;
  const rows = [{ id: 'all', label: 'all', kind: 'total' }, { id: 'a', get label() { return `asked ${++asked} times`; }, kind: 'part', of: 'all' }];
  const first = engine.breakdown({ table: { rows }, counts: { all: 2, a: 1 } });
  assert.equal(first.rows[1].label, 'asked 1 times');
});

test('while one engine is being loaded, none is made beside it at once; once it is there, one is', () => {
  // In a process of its own: here everything is loaded already.
  const program = `
    import { createEngine, createEngineSync } from ${JSON.stringify(pathToFileURL(path.join(dist, 'index.js')).href)};
    import { rulebooks } from ${JSON.stringify(pathToFileURL(path.join(dist, 'rulebooks/index.js')).href)};
    const options = { rulebook: rulebooks, asOf: '2020-12-31' };
    const loading = createEngine(options);
    try { createEngineSync(options); console.log('made'); } catch (error) { console.log(error.name, error.code); }
    const ask = (engine) => engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit;
    const first = await loading;
    console.log(ask(first), ask(createEngineSync(options)), ask(first));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  assert.deepEqual(said.trim().split('\n'), ['InitError init.busy', '2 2 2']);
});
