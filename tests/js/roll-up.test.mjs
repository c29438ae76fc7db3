/** `engine.rollUp` against counting one by one, and against `engine.quota` of each unit. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { xeploai, rulebooks } from './package.mjs';

const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2025-12-31' });
const grades = engine.rulebook.subjects.find((one) => one.id === 'member').grades.map((one) => one.id);

/** A roster that chance made; the same seed makes the same. */
function chance(seed, rows, units, groups) {
  let state = seed;
  const next = (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const parents = Array.from({ length: units }, (_, at) => (at === 0 ? -1 : next(at)));
  // In any order: what is above may come later in the list.
  const places = parents.map((_, at) => (at * 7 + 3) % units);
  const moved = new Array(units);
  if (new Set(places).size === units) parents.forEach((above, at) => { moved[places[at]] = above < 0 ? -1 : places[above]; });
  const column = (make) => Array.from({ length: rows }, make);
  return {
    subject: 'member', parents: moved.includes(undefined) ? parents : moved, groups,
    unit: column(() => next(units)), grade: column(() => (next(30) ? next(grades.length) : null)),
    exclusion: column(() => (next(25) ? 0 : 1 + next(engine.rulebook.exclusions.length))), group: column(() => next(groups)),
  };
}

/** The same counted one by one, each person in every unit on the way up. */
function oneByOne({ parents, unit, grade, exclusion, group, groups }, columns) {
  const all = new Array(parents.length * groups * columns.length).fill(0);
  unit.forEach((own, row) => {
    const column = exclusion[row] ? grades.length + exclusion[row] : grade[row] === null ? grades.length : grade[row];
    for (let at = own; at >= 0; at = parents[at]) all[(at * groups + group[row]) * columns.length + column]++;
  });
  return all;
}

test('a roster adds up to what counting one by one gives, in any tree, with groups', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const input = chance(seed, 400, 1 + (seed % 19), 1 + (seed % 3));
    const rolled = engine.rollUp(input);
    assert.deepEqual(Array.from(rolled.all), oneByOne(input, rolled.columns), `seed ${seed}`);
    assert.equal(rolled.unreadable.count, 0);
    assert.equal(Array.from(rolled.own).reduce((sum, count) => sum + count, 0), 400, 'everybody is of one unit');
  }
});

test('in each unit and group the quota is what engine.quota says of it', () => {
  const input = chance(5, 900, 17, 2);
  const rolled = engine.rollUp({ ...input, show: Array.from({ length: 34 }, (_, cell) => cell) });
  for (let unit = 0; unit < 17; unit++) {
    for (let group = 0; group < 2; group++) {
      const { quota, all, own: _, ...where } = rolled.shown[unit * 2 + group];
      assert.deepEqual(where, { unit, group });
      rolled.quotas.forEach((own, at) => {
        const said = quota.quotas[at];
        assert.equal(own.id, said.id);
        own.readings.forEach((reading, which) => {
          assert.equal(reading.limit[unit * 2 + group], said.readings[which].limit, `${own.id}, ${reading.id}, unit ${unit}`);
          assert.equal(reading.headroom[unit * 2 + group], said.readings[which].headroom);
        });
        assert.equal(own.limit[unit * 2 + group] - own.headroom[unit * 2 + group], all[own.grade]);
      });
    }
  }
});

test('the unit that binds is the one with the fewest places left on the way up, the nearest of several', () => {
  const input = chance(11, 700, 15, 1);
  const { quotas: [quota] } = engine.rollUp(input);
  for (let unit = 0; unit < 15; unit++) {
    let best = unit;
    for (let at = unit; at >= 0; at = input.parents[at]) if (quota.headroom[at] < quota.headroom[best]) best = at;
    assert.equal(quota.binding[unit], best);
  }
});

test('rounding down in each branch loses places that the whole has', () => {
  // Four branches of 9: one place each; 36 together: seven.
  const grade = [].concat(...Array.from({ length: 4 }, () => new Array(9).fill(1)));
  const unit = grade.map((_, row) => 1 + Math.floor(row / 9));
  const { quotas: [quota] } = engine.rollUp({ subject: 'member', parents: [-1, 0, 0, 0, 0], unit, grade });
  assert.deepEqual(Array.from(quota.limit), [7, 1, 1, 1, 1]);
  assert.deepEqual(Array.from(quota.below), [4, -2147483648, -2147483648, -2147483648, -2147483648]);
});

test('typed arrays of any kind and plain lists give the same', () => {
  const input = chance(3, 300, 9, 1);
  const plain = engine.rollUp(input);
  const typed = engine.rollUp({
    subject: 'member', parents: Int16Array.from(input.parents), unit: Uint16Array.from(input.unit), exclusion: Uint8Array.from(input.exclusion),
    grade: Uint8Array.from(input.grade, (one) => (one === null ? 255 : one)), group: Uint16Array.from(input.group),
  });
  const shared = engine.rollUp({
    subject: 'member', parents: Int32Array.from(input.parents), unit: Uint32Array.from(input.unit), exclusion: Int8Array.from(input.exclusion),
    grade: Int8Array.from(input.grade, (one) => (one === null ? -1 : one)),
  });
  const grade = input.grade.map((one) => (one === null ? 255 : one));
  const wide = [grade, Int16Array.from(grade), Int32Array.from(grade)].map((one) => engine.rollUp({ ...input, grade: one }));
  for (const other of [typed, shared, ...wide]) {
    assert.deepEqual(other.all, plain.all);
    assert.deepEqual(other.quotas[0].headroom, plain.quotas[0].headroom);
  }
});

test('a row that names what is not there is named and counted nowhere', () => {
  const rolled = engine.rollUp({ subject: 'member', parents: [-1], unit: [0, 7, 0, 0, -1, 0.5], grade: [1, 1, 99, '1', 1, 1], exclusion: [0, 0, 0, 0, 0, 0] });
  assert.deepEqual(rolled.unreadable, { count: 5, rows: [1, 2, 3, 4, 5] });
  assert.equal(rolled.all[grades.indexOf(grades[1])], 1);
  const many = engine.rollUp({ subject: 'member', parents: [-1], unit: new Array(150_000).fill(1), grade: new Uint8Array(150_000) });
  assert.equal(many.unreadable.count, 150_000);
  assert.deepEqual(many.unreadable.rows, Array.from({ length: 100 }, (_, at) => at));
});

test('a tree that goes round, or leads nowhere, is refused', () => {
  for (const parents of [[1, 0], [0], [-1, 5], [-1, 2, 3, 1], [-1, 3e9]]) {
    assert.throws(() => engine.rollUp({ subject: 'member', parents, unit: [0], grade: [0] }), { code: 'usage.bad-tree' }, JSON.stringify(parents));
  }
});

test('columns that do not fit together are refused with the column that is wrong', () => {
  const right = { subject: 'member', parents: [-1], unit: [0, 0], grade: [0, 1] };
  const wrong = [
    [{ grade: [0] }, 'usage.bad-value'], [{ exclusion: [0, 0, 0] }, 'usage.bad-value'], [{ group: [0] }, 'usage.bad-value'], [{ unit: 'ab' }, 'usage.bad-type'],
    [{ grade: undefined }, 'usage.bad-type'], [{ parents: {} }, 'usage.bad-type'], [{ groups: 0 }, 'usage.out-of-range'], [{ groups: 1.5 }, 'usage.out-of-range'],
    [{ subject: 'nobody' }, 'usage.unknown-subject'], [{ rows: 2 }, 'usage.unknown-field'], [{ unit: new Proxy([0, 0], { get() { throw new Error('no'); } }) }, 'usage.unreadable'],
    [{ parents: new Float64Array(1).fill(-1), groups: 60_000, unit: new DataView(new ArrayBuffer(2)) }, 'usage.bad-type'],
  ];
  for (const [change, code] of wrong) assert.throws(() => engine.rollUp({ ...right, ...change }), { code }, Object.keys(change)[0]);
  assert.throws(() => engine.rollUp({ ...right, parents: new Int32Array(60_000).fill(-1), groups: 60_000 }), { code: 'usage.out-of-range' });
  for (const show of [[1], [-1], [0.5]]) assert.throws(() => engine.rollUp({ ...right, show }), { code: 'usage.out-of-range' });
});

test('those with a title are counted in the grade it is given within', async () => {
  const own = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2025-12-31' });
  for (const { id, grades: known } of own.rulebook.subjects) {
    const title = known.findIndex((grade) => grade.within !== null);
    if (title < 0) continue;
    const rolled = own.rollUp({ subject: id, parents: [-1], unit: [0, 0], grade: [title, title] });
    const outer = known.findIndex((grade) => grade.id === known[title].within);
    assert.equal(rolled.all[title], 2);
    assert.equal(rolled.all[outer], 2, id);
  }
});

test('nobody at all, and no unit at all, are rosters too', () => {
  const none = engine.rollUp({ subject: 'member', parents: [], unit: [], grade: [] });
  assert.equal(none.all.length, 0);
  const empty = engine.rollUp({ subject: 'member', parents: [-1, 0], unit: [], grade: [], show: [0] });
  assert.deepEqual(Array.from(empty.quotas[0].limit), [0, 0]);
  assert.equal(empty.shown[0].quota.quotas[0].limit, 0);
});
