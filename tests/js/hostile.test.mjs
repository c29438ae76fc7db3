/** Whatever a page hands over, the answer is a result or an EngineError, and the engine works afterwards. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { books, rulebooks, xeploai } from './package.mjs';
import { ANSWERS, QUESTIONS, TABLE } from './questions.mjs';

const { createEngine, createEngineSync, EngineError, lintRulebook } = xeploai;
const options = { rulebook: rulebooks, asOf: '2020-12-31' };
const engine = await createEngine(options);
const right = JSON.stringify(Object.values(QUESTIONS).map((ask) => ask(engine)));

const boom = () => { throw new Error('boom'); };
const cyclic = {};
cyclic.self = cyclic;
let deep = {};
for (let level = 0; level < 20_000; level += 1) deep = { deep };
const everything = new Proxy({}, { get: boom, has: boom, ownKeys: boom, getOwnPropertyDescriptor: boom, getPrototypeOf: boom });
const revoked = (() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })();

/** Values of every kind that nobody should pass. */
const HOSTILE = {
  undefined: undefined, null: null, true: true, nothing: {}, list: [], text: 'x', 'empty text': '', NaN, Infinity, '-Infinity': -Infinity,
  'minus zero': -0, negative: -1, fraction: 0.1, huge: 1e308, 'beyond whole numbers': 2 ** 53, 'text of a huge number': '9'.repeat(400),
  'a million letters': 'a'.repeat(1_000_000), 'lone surrogate': '\ud800', 'control characters': '\0\u0007\u202e', bigint: 10n, symbol: Symbol('s'),
  function: () => 1, date: new Date(0), 'invalid date': new Date(NaN), regex: /x/, map: new Map([['a', 1]]), set: new Set([1]),
  bytes: new Uint8Array(8), promise: Promise.resolve(1), 'no prototype': Object.create(null), cyclic, deep, everything, revoked,
  'throwing getter': { get rows() { return boom(); }, get id() { return boom(); }, get all() { return boom(); } },
  'throwing toString': { toString: boom, valueOf: boom, toJSON: boom, [Symbol.toPrimitive]: boom },
  'a list with holes': [, 1, , 2], 'a list in itself': (() => { const list = []; list.push(list); return list; })(),
  'an infinite list': { length: 2 ** 32, [Symbol.iterator]: function* () { for (;;) yield 1; } },
  'own __proto__': JSON.parse('{"__proto__": {"rows": []}, "constructor": 1}'),
};

/** Every place a value can go. */
const PLACES = {
  'breakdown input': (value) => engine.breakdown(value),
  'breakdown table': (value) => engine.breakdown({ table: value, counts: {} }),
  'breakdown rows': (value) => engine.breakdown({ table: { rows: value }, counts: {} }),
  'breakdown row': (value) => engine.breakdown({ table: { rows: [value] }, counts: {} }),
  'breakdown row id': (value) => engine.breakdown({ table: { rows: [{ id: value, label: 'x', kind: 'total' }] }, counts: {} }),
  'breakdown counts': (value) => engine.breakdown({ table: TABLE, counts: value }),
  'breakdown count': (value) => engine.breakdown({ table: TABLE, counts: { all: value } }),
  'breakdown stated': (value) => engine.breakdown({ table: TABLE, counts: { all: 3, rated: 1 }, stated: { rated: value } }),
  'breakdown decimals': (value) => engine.breakdown({ table: TABLE, counts: { all: 3 }, decimals: value }),
  'breakdown previous': (value) => engine.breakdown({ table: TABLE, counts: { all: 3 }, previous: { all: value } }),
  'breakdown stated change': (value) => engine.breakdown({ table: TABLE, counts: { all: 3 }, previous: { all: 4 }, statedChanges: { all: value } }),
  'breakdown stated changes': (value) => engine.breakdown({ table: TABLE, counts: { all: 3 }, previous: { all: 4 }, statedChanges: value }),
  'workingDays input': (value) => engine.workingDays(value),
  'workingDays from': (value) => engine.workingDays({ from: value, add: 1 }),
  'workingDays to': (value) => engine.workingDays({ from: '2020-01-01', to: value }),
  'workingDays add': (value) => engine.workingDays({ from: '2020-01-01', add: value }),
  'deadlines input': (value) => engine.deadlines(value),
  'deadlines year': (value) => engine.deadlines({ year: value }),
  'deadlines meeting': (value) => engine.deadlines({ meeting: value }),
  'breakdown rounding': (value) => engine.breakdown({ table: TABLE, counts: { all: 3 }, rounding: value }),
  'an unknown option': (value) => engine.breakdown({ table: TABLE, counts: { all: 3 }, [String('contagem')]: value }),
  'quota input': (value) => engine.quota(value),
  'quota subject': (value) => engine.quota({ subject: value, tally: { htxsnv: 1 } }),
  'quota tally': (value) => engine.quota({ subject: 'member', tally: value }),
  'quota count': (value) => engine.quota({ subject: 'member', tally: { htxsnv: value, httnv: 10 } }),
  'quota proposal': (value) => engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 10 }, propose: { htxsnv: value } }),
  'quota group': (value) => engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 10 }, group: value }),
  'quota group size': (value) => engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 10 }, group: { size: value } }),
  'quota raised rate': (value) => engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 10 }, group: { raised: value } }),
  'quota raised percent': (value) => engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 10 }, group: { raised: { percent: value } } }),
  'quota raised reason': (value) => engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 10 }, group: { raised: { percent: 25, reason: value } } }),
  'ballot input': (value) => engine.ballot(value),
  'ballot id': (value) => engine.ballot({ ballot: value, groups: [] }),
  'ballot items': (value) => engine.ballot({ subject: 'member', items: value, groups: [] }),
  'ballot item': (value) => engine.ballot({ subject: 'member', items: [value], groups: [] }),
  'ballot item label': (value) => engine.ballot({ subject: 'member', items: [{ id: 'a', label: value }], groups: [] }),
  'ballot groups': (value) => engine.ballot({ subject: 'member', items: [], groups: value }),
  'ballot group': (value) => engine.ballot({ subject: 'member', items: [], groups: [value] }),
  'ballot counts': (value) => engine.ballot({ subject: 'member', items: [], groups: [{ ballots: value }] }),
  'ballot count': (value) => engine.ballot({ subject: 'member', items: [], groups: [{ ballots: { valid: value } }] }),
  'ballot votes': (value) => engine.ballot({ subject: 'member', items: [{ id: 'a', label: 'A' }], groups: [{ votes: value }] }),
  'ballot votes on one': (value) => engine.ballot({ subject: 'member', items: [{ id: 'a', label: 'A' }], groups: [{ votes: { a: value } }] }),
  'ballot vote': (value) => engine.ballot({ subject: 'member', items: [{ id: 'a', label: 'A' }], groups: [{ votes: { a: { htxsnv: value } } }] }),
  'ballot sheets': (value) => engine.ballot({ ballot: 'mau-03', groups: [{ sheets: value }] }),
  'ballot sheet': (value) => engine.ballot({ ballot: 'mau-03', groups: [{ sheets: [value] }] }),
  'ballot mark': (value) => engine.ballot({ ballot: 'mau-03', groups: [{ sheets: [{ remedy: value }] }] }),
  'ballot base': (value) => engine.ballot({ subject: 'member', items: [], groups: [], base: value }),
  'ballot blank': (value) => engine.ballot({ subject: 'member', items: [], groups: [], blank: value }),
  'targets input': (value) => engine.targets(value),
  'targets list': (value) => engine.targets({ targets: value, counts: {} }),
  'target': (value) => engine.targets({ targets: [value], counts: {} }),
  'target percentage': (value) => engine.targets({ targets: [{ id: 'a', label: 'A', atLeast: value }], counts: { a: { count: 1, of: 2 } } }),
  'target counts': (value) => engine.targets({ targets: [{ id: 'a', label: 'A', atLeast: 80 }], counts: value }),
  'target count': (value) => engine.targets({ targets: [{ id: 'a', label: 'A', atLeast: 80 }], counts: { a: value } }),
  'target figure': (value) => engine.targets({ targets: [{ id: 'a', label: 'A', atLeast: 80 }], counts: { a: { count: value, of: value } } }),
  'tasks input': (value) => engine.tasks(value),
  'tasks form': (value) => engine.tasks({ form: value, rows: [] }),
  'tasks rows': (value) => engine.tasks({ form: 'mau-02', rows: value }),
  'tasks row': (value) => engine.tasks({ form: 'mau-02', rows: [value] }),
  'tasks progress': (value) => engine.tasks({ form: 'mau-02', rows: [{ assignee: value, progress: value, quality: value }] }),
  'tasks counts': (value) => engine.tasks({ form: 'mau-02', counts: value }),
  'tasks count': (value) => engine.tasks({ form: 'mau-02', counts: { assigned: value } }),
  'check input': (value) => engine.check(value),
  'check form': (value) => engine.check({ form: value, answers: {} }),
  'check answers': (value) => engine.check({ form: 'mau-02', answers: value }),
  'check answer': (value) => engine.check({ form: 'mau-02', answers: { ...ANSWERS, 'targets-done': value } }),
  'check text': (value) => engine.check({ form: 'mau-02', answers: { ...ANSWERS, name: value } }),
  'check choice': (value) => engine.check({ form: 'mau-02', answers: { ...ANSWERS, grade: value, discipline: value, 'review-date': value } }),
  'check rows': (value) => engine.check({ form: 'mau-02', answers: { ...ANSWERS, earlier: value } }),
  'check row': (value) => engine.check({ form: 'mau-02', answers: { ...ANSWERS, earlier: [{ content: 'x' }, value] } }),
  'check cell of a row': (value) => engine.check({ form: 'mau-02', answers: { ...ANSWERS, earlier: [{ content: value, status: value }] } }),
  'check unknown field': (value) => engine.check({ form: 'mau-02', answers: { ...ANSWERS, [String('contagem')]: value } }),
  'check unit': (value) => engine.check({ form: 'mau-02', answers: ANSWERS, unit: value }),
  'check tally': (value) => engine.check({ form: 'mau-02', answers: ANSWERS, unit: { tally: value } }),
  'check group': (value) => engine.check({ form: 'mau-02', answers: ANSWERS, unit: { tally: {}, group: value } }),
  'check period': (value) => engine.check({ form: 'mau-02', answers: ANSWERS, period: value }),
  'check first day': (value) => engine.check({ form: 'mau-02', answers: ANSWERS, period: { from: value, to: '2020-12-31' } }),
  'check final': (value) => engine.check({ form: 'mau-02', answers: ANSWERS, final: value }),
  'check trace': (value) => engine.check({ form: 'mau-02', answers: ANSWERS, trace: value }),
  'rate input': (value) => engine.rate(value),
  'schema form': (value) => engine.schema(value),
  'schema value': (value) => engine.schema('mau-02')['~standard'].validate(value),
  'readNumber text': (value) => engine.readNumber(value, 'count'),
  'readNumber kind': (value) => engine.readNumber('1', value),
  'formatNumber value': (value) => engine.formatNumber(value),
  'formatNumber options': (value) => engine.formatNumber('1', value),
  'formatNumber decimals': (value) => engine.formatNumber('1', { decimals: value }),
  'describe': (value) => engine.describe(value),
  'createEngineSync options': (value) => createEngineSync(value),
  'createEngineSync rulebook': (value) => createEngineSync({ ...options, rulebook: value }),
  'createEngineSync list of rulebooks': (value) => createEngineSync({ ...options, rulebook: [value] }),
  'createEngineSync date': (value) => createEngineSync({ ...options, asOf: value }),
  'createEngineSync family': (value) => createEngineSync({ ...options, family: value }),
  'createEngineSync overlay': (value) => createEngineSync({ ...options, overlay: value }),
  'createEngineSync readings': (value) => createEngineSync({ ...options, readings: value }),
  'createEngineSync locale': (value) => createEngineSync({ ...options, locale: value }),
  'createEngine options': (value) => createEngine(value),
  'lintRulebook': (value) => lintRulebook(value),
  'lintRulebook overlay': (value) => lintRulebook(books.hd21_2019, value),
  'lintRulebook options': (value) => lintRulebook(books.hd21_2019, undefined, value),
  'lintRulebook today': (value) => lintRulebook(books.hd21_2019, undefined, { today: value }),
};

for (const [place, give] of Object.entries(PLACES)) {
  test(`${place}: any value gives a result or an EngineError`, async () => {
    const faults = [];
    for (const [name, value] of Object.entries(HOSTILE)) {
      const said = await complaint(() => give(value));
      if (said) faults.push(`${name}: ${said}`);
    }
    assert.deepEqual(faults, []);
  });
}

test('a rulebook cut off or damaged anywhere is refused with its faults listed', async () => {
  const faults = [];
  for (const [name, damaged] of damage(books.hd21_2019)) {
    const said = await complaint(() => createEngine({ rulebook: damaged, asOf: '2020-12-31' }));
    if (said) faults.push(`${name}: ${said}`);
    const found = await lintRulebook(damaged);
    if (!Array.isArray(found)) faults.push(`${name}: lintRulebook gave ${typeof found}`);
  }
  assert.deepEqual(faults, []);
});

test('random text in a number field is read or refused, never more', () => {
  const random = generator(20_191_018);
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: random() % 12 }, () => LETTERS[random() % LETTERS.length]).join('');
    for (const kind of ['count', 'percent', 'score']) {
      const { status } = engine.readNumber(text, kind);
      assert.ok(['value', 'blank', 'incomplete', 'ambiguous', 'wrong'].includes(status), `${JSON.stringify(text)} as ${kind}: ${status}`);
    }
  }
});

test('after all that, the same questions have the same answers', async () => {
  assert.equal(JSON.stringify(Object.values(QUESTIONS).map((ask) => ask(engine))), right);
  const fresh = await createEngine(options);
  assert.equal(JSON.stringify(Object.values(QUESTIONS).map((ask) => ask(fresh))), right);
});

const LETTERS = [...'0123456789.,,,...%-+/ \u00a0\u202fĐđồng chíKhông\u0000\ud83d\ude00eE∞٣３'];

/** What is wrong with how `work` ended; null when it answered, or threw an EngineError that explains itself. */
async function complaint(work) {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof EngineError)) return `threw ${shown(error)}`;
    if (typeof error.code !== 'string' || error.code === '' || error.message.length < 8) return `threw an EngineError that says nothing: ${error.code} ${error.message}`;
    return error.name === 'EngineFault' ? `threw an EngineFault, which is for our own mistakes: ${error.message}` : null;
  }
}

/** The rulebook with each top-level part missing, of another kind, or cut in the middle. */
function* damage(book) {
  const text = JSON.stringify(book);
  yield ['cut in the middle, as text', text.slice(0, text.length / 2)];
  for (const key of Object.keys(book)) {
    const { [key]: _, ...rest } = book;
    yield [`without ${key}`, rest];
    for (const value of [null, 1, 'x', [], {}, [null], { x: null }]) yield [`${key}: ${JSON.stringify(value)}`, { ...book, [key]: value }];
  }
}

/** A small linear congruential generator: the same numbers at every run. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

function shown(error) {
  try {
    return String(error?.stack ?? error).split('\n').slice(0, 3).join(' | ');
  } catch {
    return 'something that cannot be shown';
  }
}
