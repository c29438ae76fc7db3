/** The engine called in the middle of its own work, with hardly any stack left, and by the thousand. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { rulebooks, xeploai } from './package.mjs';
import { ANSWERS, QUESTIONS, TABLE } from './questions.mjs';

const { createEngine, createEngineSync, EngineError } = xeploai;
const options = { rulebook: rulebooks, asOf: '2020-12-31' };
const engine = await createEngine(options);
const all = (asked) => JSON.stringify(Object.values(QUESTIONS).map((ask) => ask(asked)));
const right = all(engine);

/** The object, whose every member asks the engine everything when it is read. */
function nosy(source, asked) {
  return new Proxy(source, {
    get(target, key) {
      if (typeof key === 'string' && asked.length < 20) asked.push(all(engine));
      return Reflect.get(target, key);
    },
  });
}

test('whoever asks the engine while it reads what it was given gets the right answers, and so does the one who asked first', () => {
  const input = { form: 'mau-02', answers: ANSWERS, unit: { tally: { htxsnv: 3, httnv: '12', htnv: 5, khtnv: 0 } }, final: true };
  const asked = [];
  const outer = [
    engine.check({ ...input, answers: nosy(ANSWERS, asked), unit: nosy(input.unit, asked) }),
    engine.quota({ subject: 'member', tally: nosy({ htxsnv: 3, httnv: '12', htnv: 5, khtnv: 0 }, asked) }),
    engine.breakdown({ table: nosy(TABLE, asked), counts: nosy({ all: '61.567', rated: 56585 }, asked) }),
    engine.rollUp(nosy({ subject: 'member', parents: [-1, 0, 0], unit: [0, 1, 2], grade: [0, 1, 2] }, asked)),
  ];
  assert.ok(asked.length >= 20);
  assert.deepEqual(new Set(asked), new Set([right]));
  assert.deepEqual(outer, [
    engine.check(input),
    engine.quota({ subject: 'member', tally: { htxsnv: 3, httnv: '12', htnv: 5, khtnv: 0 } }),
    engine.breakdown({ table: TABLE, counts: { all: '61.567', rated: 56585 } }),
    engine.rollUp({ subject: 'member', parents: [-1, 0, 0], unit: [0, 1, 2], grade: [0, 1, 2] }),
  ]);
});

test('an engine disposed of by what it is reading says so, or has answered; the others go on', async () => {
  const short = await createEngine(options);
  const tally = { get htxsnv() { short.dispose(); return 1; }, httnv: 9 };
  try {
    short.quota({ subject: 'member', tally });
  } catch (error) {
    assert.ok(error instanceof EngineError);
  }
  assert.throws(() => short.quota({ subject: 'member', tally: { htxsnv: 1 } }), { code: 'usage.disposed' });
  assert.equal(all(engine), right);
});

test('at the end of the stack a call fails or answers, at whatever depth it breaks off; afterwards everything is as before', () => {
  let [broken, answered] = [0, 0];
  const dive = (name, depth) => {
    if (depth > 0) return dive(name, depth - 1);
    try {
      QUESTIONS[name](engine);
      answered += 1;
    } catch (error) {
      broken += 1;
    }
    return null;
  };
  for (const name of Object.keys(QUESTIONS)) {
    let deepest = 0;
    try {
      (function down() { deepest += 1; down(); }());
    } catch {
      // As deep as it goes.
    }
    for (let depth = Math.floor(deepest * 0.6); depth < deepest; depth += Math.ceil(deepest / 400)) {
      try {
        dive(name, depth);
      } catch (error) {
        assert.ok(error instanceof RangeError);
        break;
      }
    }
    assert.equal(all(engine), right, `after ${name}`);
  }
  assert.ok(broken > 0 && answered > 0, `${broken} broke off, ${answered} answered`);
});

test('a thousand engines at once answer, each in its own language, and go', () => {
  const engines = Array.from({ length: 1000 }, (_, at) => createEngineSync({ ...options, locale: at % 2 ? 'en' : 'vi' }));
  const [vi, en] = [0, 1].map((at) => JSON.stringify(QUESTIONS.quota(engines[at])));
  assert.notEqual(vi, en);
  engines.forEach((one, at) => { if (at % 97 < 2) assert.equal(JSON.stringify(QUESTIONS.quota(one)), at % 2 ? en : vi); });
  for (const one of engines) one.dispose();
  assert.equal(all(engine), right);
});
