/** Forms towards a program: a page calls on every keystroke, and each answer is as if it were the first. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { overlays } from './case-files.mjs';
import { rulebooks, xeploai } from './package.mjs';
import { ANSWERS } from './questions.mjs';

const { createEngine, createEngineSync, EngineError, UsageError } = xeploai;
const book = (id) => rulebooks.find((one) => one.id === id);
const overlay = (id) => overlays().find((one) => one.id === id);
const options = { rulebook: book('hd21-2019'), asOf: '2020-12-31' };
const engine = await createEngine(options);
const first = (input) => createEngineSync(options).check(input);
const input = (answers = ANSWERS, more = {}) => ({ form: 'mau-02', answers, ...more });

/** Rulebook, overlay, day, forms that are filled in at random. */
const PLAYED = [
  [book('hd43-2025'), undefined, '2025-12-31', ['mau-01', 'mau-2a', 'mau-2b', 'mau-05']],
  [book('hd21-2019'), undefined, '2020-12-31', ['mau-02', 'mau-03']],
  [book('hd25-2023'), undefined, '2024-12-31', ['mau-02b', 'organisation']],
  [book('hd02-2026'), overlay('vatm-hd03-2026'), '2026-10-10', ['phieu-san-pham', 'quarter']],
  [book('branch-meeting'), overlay('an-phu-2025'), '2025-12-31', ['meeting', 'year']],
  [book('nd90-2020'), undefined, '2024-12-31', ['mau-03']],
];

for (const [rulebook, local, asOf, ids] of PLAYED) {
  const given = { rulebook, asOf, ...(local ? { overlay: local } : {}) };
  test(`${rulebook.id}: after any edits the answer is that of a fresh engine`, () => {
    const random = generator(20_251_031 + rulebook.id.length);
    const long = createEngineSync(given);
    const forms = new Map(long.forms().map((form) => [form.id, form]));
    const typed = new Map(ids.map((id) => [id, {}]));
    for (let round = 0; round < 60; round += 1) {
      const form = forms.get(ids[random() % ids.length]);
      const answers = typed.get(form.id);
      const fields = form.sections.flatMap((section) => section.fields);
      for (let edit = random() % 5; edit > 0; edit -= 1) change(answers, fields[random() % fields.length], random);
      // A wrong call between two right ones leaves no trace.
      if (random() % 4 === 0) assert.throws(() => long.check({ form: form.id, answers: { ...changed(answers, fields, random), 'no-such-field': 1 } }), UsageError);
      if (random() % 4 === 0) assert.throws(() => long.check({ form: form.id, answers: throwing(changed(answers, fields, random)) }));
      const asked = { form: form.id, answers: random() % 2 ? answers : shuffled(answers, random), ...beside(form, random) };
      const fresh = createEngineSync(given);
      assert.deepEqual(long.check(asked), fresh.check(asked), `round ${round}: ${JSON.stringify(asked)}`);
      fresh.dispose();
    }
    long.dispose();
  });
}

test('the same answers give the same frozen report', () => {
  const report = engine.check(input());
  assert.equal(engine.check(input({ ...ANSWERS })), report);
  assert.equal(engine.check({ ...input(), unit: undefined, final: false }), report);
  assert.ok(Object.isFrozen(report) && Object.isFrozen(report.diagnostics) && Object.isFrozen(report.rating.rules[0]));
  assert.equal(engine.rate(input()), report.rating);
});

test('one more letter keeps the findings that stay', () => {
  const before = engine.check(input());
  const after = engine.check(input({ ...ANSWERS, name: 'Nguyễn Văn B' }));
  assert.deepEqual(after, before);
  const other = engine.check(input({ ...ANSWERS, 'sick-months': '2' }));
  const kept = other.diagnostics.filter((found) => before.diagnostics.includes(found));
  assert.ok(kept.length > 0 && kept.length < before.diagnostics.length);
  engine.check(input());
});

test('a finding that goes and comes back is the same frozen object', () => {
  const own = createEngineSync(options);
  const [there, gone] = [input(), input({ ...ANSWERS, 'sick-months': '2' })].map((asked) => own.check(asked).diagnostics);
  const lost = there.filter((found) => !gone.includes(found));
  assert.ok(lost.length > 0);
  const again = own.check(input()).diagnostics;
  for (const found of lost) assert.ok(again.includes(found), found.key);
  own.dispose();
});

test('after two hundred different sentences the right ones stand there', () => {
  const own = createEngineSync(options);
  for (let typed = 0; typed < 200; typed += 1) {
    const asked = input({ ...ANSWERS, 'sick-months': `${typed % 130}x`, name: typed % 3 ? 'A' : '' });
    const report = own.check(asked);
    if (typed % 9 === 0) assert.deepEqual(report, first(asked), `sick-months ${typed % 130}x`);
  }
  own.dispose();
});

test('a trace is only there when asked for', () => {
  assert.ok(engine.check(input(ANSWERS, { trace: true })).trace.length > 0);
  assert.equal('trace' in engine.check(input()), false);
  assert.ok(engine.rate(input(ANSWERS, { trace: true })).trace.length > 0);
  assert.equal('trace' in engine.rate(input()), false);
});

test('an object changed in place is seen: answers, rows and cells', () => {
  const answers = structuredClone(ANSWERS);
  const seen = () => assert.deepEqual(engine.check(input(answers)), first(input(answers)));
  seen();
  answers.earlier[1].status = 'not-remedied';
  seen();
  answers.earlier.push({ content: 'Thiếu sổ' });
  seen();
  answers.earlier.length = 0;
  seen();
  answers.discipline = 'canh-cao';
  seen();
  delete answers.discipline;
  seen();
  delete answers.earlier;
  seen();
});

test('a field left out is blank, whatever stood there before', () => {
  engine.check(input());
  assert.deepEqual(engine.check(input({})), first(input({})));
  assert.deepEqual(engine.check(input({ name: null, grade: undefined, earlier: null })), first(input({})));
});

test('an unknown field in the middle leaves no trace: the next right call is right', () => {
  engine.check(input());
  assert.throws(() => engine.check(input({ discipline: 'khai-tru', nonsense: 1, grade: 'khtnv' })), (error) => error.code === 'usage.unknown-field');
  assert.deepEqual(engine.check(input()), first(input()));
  assert.throws(() => engine.check(input({ discipline: 'khai-tru', earlier: [{ content: 'x', nonsense: 1 }] })), (error) => error.code === 'usage.unknown-field');
  assert.deepEqual(engine.check(input({ discipline: 'khai-tru' })), first(input({ discipline: 'khai-tru' })));
  assert.throws(() => engine.check({ ...input({ discipline: 'none' }), unit: { tally: { no: 1 } } }), (error) => error.code === 'usage.unknown-field');
  assert.deepEqual(engine.check(input({ discipline: 'khai-tru' })), first(input({ discipline: 'khai-tru' })));
});

test('a getter that throws is a clear error, and the next right call is right', () => {
  engine.check(input());
  const answers = Object.defineProperty({ discipline: 'khai-tru' }, 'grade', { enumerable: true, get() { throw new Error('boom'); } });
  assert.throws(() => engine.check(input(answers)), EngineError);
  const rows = { ...ANSWERS, earlier: [Object.defineProperty({}, 'content', { enumerable: true, get() { throw new Error('boom'); } })] };
  assert.throws(() => engine.check(input(rows)), EngineError);
  assert.deepEqual(engine.check(input()), first(input()));
});

test('a polluted prototype types nothing', () => {
  const right = first(input({ name: 'A' }));
  Object.prototype.grade = 'htxsnv';
  Object.prototype.content = 'x';
  try {
    assert.deepEqual(engine.check(input({ name: 'A' })).diagnostics.map((found) => found.key), right.diagnostics.map((found) => found.key));
    assert.deepEqual(engine.check(input({ name: 'A', earlier: [{ status: 'remedied' }] })).diagnostics.some((found) => found.path[2] === 'content'), true);
  } finally {
    delete Object.prototype.grade;
    delete Object.prototype.content;
  }
});

test('texts of any length, and texts with the characters between cells, are texts', () => {
  const finished = (text) => engine.check(input({ ...ANSWERS, name: text })).diagnostics.some((found) => found.path[0] === 'name');
  assert.equal(finished('a'.repeat(5_000_000)), false);
  assert.equal(finished('x\u001f1\u001e2\u001d3\u001c4\u0001'), false);
  assert.deepEqual(engine.check(input({ ...ANSWERS, name: 'x\u001e11\u001fkhtnv' })), first(input({ ...ANSWERS, name: 'x' })));
});

test('five hundred rows are read, ten thousand are refused', () => {
  const rows = (number) => input({ ...ANSWERS, earlier: Array.from({ length: number }, () => ({ content: 'x', status: 'remedied' })) });
  assert.deepEqual(engine.check(rows(500)), first(rows(500)));
  assert.throws(() => engine.check(rows(10_000)), (error) => error.code === 'usage.out-of-range');
  assert.deepEqual(engine.check(input()), first(input()));
});

test('an infinite number of a program is found, and no other number is called so', () => {
  const codes = (value) => engine.check(input({ 'targets-assigned': value })).diagnostics.map((found) => found.code);
  for (const value of [Infinity, -Infinity, NaN]) assert.ok(codes(value).some((code) => code.startsWith('number.')), String(value));
  assert.ok(codes(Infinity).includes('number.not-finite'));
  assert.ok(!codes(1e21).includes('number.not-finite') && !codes(10).includes('number.not-finite'));
});

test('a form and a schema of one engine do not disturb one another', () => {
  const draft = engine.check(input());
  engine.schema('mau-02')['~standard'].validate(ANSWERS);
  engine.check({ form: 'mau-03', answers: {} });
  assert.deepEqual(engine.check(input()), draft);
});

test('the schema is a Standard Schema: version 1, synchronous, answers unchanged', () => {
  const { '~standard': standard } = engine.schema('mau-02');
  assert.deepEqual([standard.version, standard.vendor], [1, 'xeploai']);
  const bad = standard.validate(ANSWERS);
  assert.ok(!(bad instanceof Promise) && bad.issues.length > 0 && !('value' in bad));
  for (const issue of bad.issues) assert.ok(typeof issue.message === 'string' && Array.isArray(issue.path));
  assert.ok(bad.issues.some((issue) => issue.path[0] === 'review-date'));
  const whole = {
    ...ANSWERS, earlier: [{ content: 'Chậm báo cáo', status: 'remedied' }], remedy: 'tot', shortcomings: 'Chậm báo cáo', degraded: 'no',
    'review-date': '31/12/2020',
  };
  const good = standard.validate(whole);
  assert.deepEqual(good.issues, undefined);
  assert.equal(good.value, whole);
  for (const value of [null, undefined, 'x', 3]) assert.ok(standard.validate(value).issues.length > 0);
  assert.throws(() => engine.schema('mau-99'), (error) => error.code === 'usage.unknown-form');
});

test('the schema of a page asks for the fields of that page', () => {
  const { validate } = engine.schema('mau-02', { fields: ['name', 'degraded'] })['~standard'];
  assert.deepEqual(validate({ name: 'A' }).issues.map((issue) => issue.path), [['degraded']]);
  assert.equal(validate({ name: 'A', degraded: 'no' }).issues, undefined);
  assert.throws(() => engine.schema('mau-02', { field: ['name'] }), (error) => error.code === 'usage.unknown-field');
});

test('the schema takes what browsers and form libraries give: a day as a date, NaN for a blank number, rows with an id of their own', () => {
  const { validate } = engine.schema('mau-02', { fields: ['review-date', 'targets-assigned', 'earlier'] })['~standard'];
  const codes = (value) => (validate(value).issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  const rows = [{ id: 'f3a', content: 'Chậm báo cáo', status: 'remedied' }];
  assert.deepEqual(codes({ 'review-date': new Date('2020-12-31'), 'targets-assigned': 10, earlier: rows }), []);
  assert.deepEqual(codes({ 'review-date': new Date(''), 'targets-assigned': NaN, earlier: rows }), codes({ earlier: rows }));
  assert.deepEqual(codes({ 'review-date': '31/12/2020', 'targets-assigned': NaN }).length, 1);
  assert.match(codes({ 'review-date': '31/12/2020', 'targets-assigned': NaN })[0], /^targets-assigned: Chưa điền/);
});

test('the schema answers with an issue of the field, and never throws, whatever a form library holds', () => {
  const { validate } = engine.schema('mau-02')['~standard'];
  for (const value of [{}, [], [1], new Map(), () => 1, Symbol('x'), 10n, new Date(), new Date('2020-12-31T17:00:00Z')]) {
    assert.deepEqual(validate({ ...ANSWERS, 'targets-assigned': value }).issues.map(({ path }) => path.join('.')), ['targets-assigned'], typeof value);
  }
  assert.deepEqual(validate({ ...ANSWERS, earlier: [{ content: {} }, null] }).issues.map(({ path }) => path.join('.')), ['earlier.0.content', 'earlier.1']);
  assert.deepEqual(validate({ ...ANSWERS, earlier: 'x' }).issues.map(({ path }) => path.join('.')), ['earlier']);
});

test('a disposed engine answers no form and no schema made before', () => {
  const short = createEngineSync(options);
  const { validate } = short.schema('mau-02')['~standard'];
  short.check(input());
  short.dispose();
  assert.throws(() => short.check(input()), (error) => error.code === 'usage.disposed');
  assert.throws(() => validate(ANSWERS), (error) => error.code === 'usage.disposed');
});

/** The same answers with a getter that throws at the end. */
function throwing(answers) {
  return Object.defineProperty({ ...answers }, 'name', { enumerable: true, configurable: true, get() { throw new Error('boom'); } });
}

function changed(answers, fields, random) {
  const copy = structuredClone(answers);
  change(copy, fields[random() % fields.length], random);
  return copy;
}

function shuffled(answers, random) {
  const keys = Object.keys(answers);
  for (let at = keys.length - 1; at > 0; at -= 1) {
    const other = random() % (at + 1);
    [keys[at], keys[other]] = [keys[other], keys[at]];
  }
  return Object.fromEntries(keys.map((key) => [key, answers[key]]));
}

function beside(form, random) {
  const more = {};
  if (random() % 2) more.final = true;
  if (random() % 4 === 0) more.fields = form.sections[random() % form.sections.length].fields.map((field) => field.id);
  if (random() % 3 === 0) more.period = { from: '2025-01-01', to: '2025-06-30' };
  const levels = { meeting: ['tot', 'kha', 'trung-binh', 'kem'] }[form.subject] ?? ['htxsnv', 'httnv', 'htnv', 'khtnv'];
  if (random() % 2) more.unit = { tally: Object.fromEntries(levels.map((id) => [id, random() % 9])) };
  if (more.unit && random() % 2) more.unit.group = { raised: { percent: '25%', reason: 'Dẫn đầu', decision: '1-QĐ' } };
  return more;
}

/** Something typed into a field, or taken away. */
function change(answers, field, random) {
  if (random() % 8 === 0) delete answers[field.id];
  else answers[field.id] = value(field, random);
}

function value(field, random) {
  const pick = (list) => list[random() % list.length];
  if (field.kind === 'rows') return Array.from({ length: random() % 4 }, () => Object.fromEntries(field.columns.map((column) => [column.id, value(column, random)])));
  if (random() % 10 === 0) return pick(['', '   ', 'khác', null, undefined, 7, 2.5, true]);
  if (field.options.length > 0) return pick(field.options)[pick(['id', 'label'])];
  return pick({
    count: ['0', '1', '5', '10', '20', '1.', '-3', 'năm', 12], date: ['03/02/1980', '31/02/2025', '03/0', '2030-01-01'],
    text: ['Có làm', 'Không', 'x', 'a'.repeat(300)], percent: ['0', '50', '66,7', '7,', '101', '1.234'],
    score: ['0', '5', '9,5', '28', '67', '95', '7,', '101'],
  }[field.kind] ?? ['x']);
}

/** A small linear congruential generator: the same numbers at every run. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
