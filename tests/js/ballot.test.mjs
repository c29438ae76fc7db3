/** Votes, tasks and goals as a page uses them: from one answer to the next question, and never more than was typed. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { overlays, rulebooks, xeploai } from './package.mjs';

const engineOf = (id, asOf, more = {}) => xeploai.createEngine({ rulebook: rulebooks.find((book) => book.id === id), asOf, ...more });
const hd43 = await engineOf('hd43-2025', '2025-12-31');

test('the answers of a ledger make the form say what its own counts would make it say', () => {
  const { answers, rules } = hd43.tasks({ form: 'mau-2b', counts: { assigned: 47, done: 47, late: 10, exceeded: 15 } });
  const rated = hd43.rate({ form: 'mau-2b', answers });
  assert.deepEqual(rules, rated.rules.filter(({ verdict }) => verdict === 'yes' || verdict === 'no'));
  assert.equal(rules.find(({ id }) => id === 'late').verdict, 'no');
});

test('rows and what is counted of them give the same answers', () => {
  const rows = Array.from({ length: 20 }, (_, at) => ({ progress: at < 15 ? 'on-time' : at < 18 ? 'late' : 'undone', quality: at < 6 ? 'exceeded' : 'met' }));
  const counted = hd43.tasks({ form: 'mau-2b', counts: { assigned: 20, done: 18, 'on-time': 15, late: 3, undone: 2, exceeded: 6 } });
  const { 'quality-met': quality, ...answers } = hd43.tasks({ form: 'mau-2b', rows }).answers;
  assert.equal(quality, 'yes');
  assert.deepEqual(answers, counted.answers);
});

test('a ledger asked in the middle does not make a page forget its form', () => {
  const input = { form: 'mau-2b', answers: { 'tasks-assigned': '10', 'tasks-done': '9' } };
  const before = hd43.check(input);
  hd43.tasks({ form: 'mau-2b', counts: { assigned: 3, done: 3 } });
  assert.equal(hd43.check(input), before, 'the same report, not only an equal one');
});

test('while a task is pending nothing else is answered', () => {
  const { answers, rules } = hd43.tasks({ form: 'mau-2b', rows: [{ progress: 'on-time', quality: 'met' }, {}] });
  assert.deepEqual([answers, rules], [{ 'tasks-assigned': '2' }, []]);
});

test('every ballot of every rulebook and overlay can be counted', async () => {
  let counted = 0;
  const engines = await Promise.all([
    ...rulebooks.map((book) => xeploai.createEngine({ rulebook: book, family: book.families[0], asOf: book.effective.from })),
    ...overlays.map((overlay) => {
      const book = rulebooks.find(({ id }) => id === overlay.over);
      return xeploai.createEngine({ rulebook: book, family: book.families[0], asOf: book.effective.from, overlay });
    }),
  ]);
  for (const engine of engines) {
    for (const { id, items, options } of engine.rulebook.ballots) {
      const voted = items.length ? items : [{ id: 'a', label: 'A' }];
      const votes = Object.fromEntries(voted.map((item) => [item.id, Object.fromEntries(options.map((option, at) => [option.id, at === 0 ? 10 : 0]))]));
      const report = engine.ballot({ ballot: id, groups: [{ ballots: { summoned: 10, issued: 10, returned: 10, valid: 10 }, votes }], ...(items.length ? {} : { items: voted }) });
      assert.deepEqual(report.items.map(({ most }) => most), voted.map(() => [options[0].id]), id);
      assert.deepEqual(report.diagnostics.filter(({ severity }) => severity === 'error'), [], id);
      counted += 1;
    }
  }
  assert.ok(counted >= 10, String(counted));
});

test('a branch in Hòa Bình: twelve months make its year, and so many good years make the goal of the province', async () => {
  const engine = await engineOf('branch-meeting', '2022-12-31', { overlay: overlays.find(({ id }) => id === 'hoa-binh-qd31-2018') });
  const year = (points) => engine.rate({ form: 'year', answers: { average: points } }).band;
  const branches = ['91,2', '90', '89,9', '95', '92,5'].map(year);
  const { targets: [goal] } = engine.targets({ targets: ['meetings-good'], counts: { 'meetings-good': { count: branches.filter((band) => band === 'tot').length, of: branches.length } } });
  assert.deepEqual([goal.count, goal.share, goal.reached, goal.citations[0].number], [4, '80.00', true, '13-ĐA/TU']);
});

test('results are frozen all the way down', () => {
  const frozen = (value) => value === null || typeof value !== 'object' || (Object.isFrozen(value) && Object.values(value).every(frozen));
  assert.ok(frozen(hd43.ballot({ subject: 'member', items: [{ id: 'a', label: 'A' }], groups: [{ sheets: [{ a: 'httnv' }, { a: 'x' }] }] })));
  assert.ok(frozen(hd43.targets({ targets: [{ id: 'a', label: 'A', atLeast: 80 }], counts: {} })));
  assert.ok(frozen(hd43.tasks({ form: 'mau-2b', rows: [{ assignee: 'A', progress: 'late' }] })));
});

test('a polluted prototype casts no vote', () => {
  const names = ['valid', 'votes', 'sheets', 'a', 'httnv', 'count', 'of', 'progress', 'assignee', 'pending'];
  const ask = () => [
    hd43.ballot({ subject: 'member', items: [{ id: 'a', label: 'A' }], groups: [{}] }),
    hd43.targets({ targets: [{ id: 'a', label: 'A', atLeast: 80 }], counts: {} }),
    hd43.tasks({ form: 'mau-2b', rows: [{ progress: 'late' }, {}] }),
    hd43.tasks({ form: 'mau-2b', counts: { assigned: 3 } }),
  ];
  const right = JSON.stringify(ask());
  for (const name of names) Object.defineProperty(Object.prototype, name, { value: '9', configurable: true, enumerable: false, writable: true });
  try {
    assert.equal(JSON.stringify(ask()), right);
  } finally {
    for (const name of names) delete Object.prototype[name];
  }
});

const ledger = (rows) => hd43.tasks({ form: 'mau-2b', rows });
const countsOf = ({ rows }) => Object.fromEntries(rows.map((row) => [row.id, row.count]));

test('a ledger in the words people see says the same as one in ids', () => {
  const rows = [{ progress: 'Đúng hạn', quality: 'Vượt mức' }, { progress: 'cha\u0323\u0302m ', quality: 'ĐẠT' }, { progress: 'Chưa hoàn thành' }, { progress: 'On time', quality: 'Met' }];
  const ids = [{ progress: 'on-time', quality: 'exceeded' }, { progress: 'late', quality: 'met' }, { progress: 'undone' }, { progress: 'on-time', quality: 'met' }];
  assert.deepEqual(ledger(rows), ledger(ids));
  assert.deepEqual(countsOf(ledger(rows)), { assigned: 4, done: 3, 'on-time': 2, late: 1, exceeded: 1, undone: 1 });
  assert.deepEqual(ledger([{ progress: 'Chưa đến hạn' }]), ledger([{}]));
  for (const progress of ['xong', 'toString', '__proto__', 3, {}]) assert.deepEqual(ledger([{ progress }]).unreadable, [0]);
});

test('what was not completed did not exceed: the row is named, and the share is without it', () => {
  const report = ledger([{ progress: 'undone', quality: 'exceeded' }, { progress: 'on-time', quality: 'met' }]);
  assert.deepEqual([report.unreadable, countsOf(report).exceeded, report.answers['tasks-exceeded']], [[0], 0, '0']);
  assert.equal(report.rules.find((rule) => rule.id === 'exceeded').verdict, 'no');
  assert.deepEqual(ledger([{ progress: 'late', quality: 'exceeded' }]).unreadable, []);
});

test('a person is one person however the name came: with a space behind it, in decomposed Unicode', () => {
  const names = ['An Hòa', 'An  Hòa ', 'An Ho\u0300a', 'Ân Hòa'];
  const { assignees } = ledger(names.map((assignee) => ({ assignee, progress: 'late' })));
  assert.deepEqual(assignees.map(({ assignee, counts }) => [assignee, counts.late]), [['An Hòa', 3], ['Ân Hòa', 1]]);
});
