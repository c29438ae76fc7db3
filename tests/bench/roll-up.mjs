/**
 * A province's roster, and a country's, rolled up: 62.000 members of 3.200 branches under 950 base organisations and 11 districts,
 * or 5,6 million in the same tree. Pure, so that it runs in Node and in a page. Before timing, all sums are compared.
 *
 * xeploai counts up the whole tree and judges every quota under every reading in each unit. So do two peers in plain JavaScript, over one
 * object a person: as people write it, with lists and decimal.js, and tuned by hand (`roll-up-peers.mjs`). The others only count. Arquero: a count by unit and grade at each level, whose units stand beside the rows
 * as columns already. DuckDB-Wasm, in Node: the same four counts as one query of grouping sets over a table it has. The bare histogram: one loop over the unit column in WebAssembly, the column copied in first.
 */
import { asWritten, tuned } from './roll-up-peers.mjs';

const SHARES = [16, 74, 8, 2];
const [DISTRICTS, BASES, BRANCHES] = [11, 950, 3200];

function roster(rows) {
  const parents = [-1];
  const below = (count, first, of) => {
    const from = parents.length;
    for (let at = 0; at < count; at++) parents.push(first + (at % of));
    return from;
  };
  const districts = below(DISTRICTS, 0, 1);
  const bases = below(BASES, districts, DISTRICTS);
  const branches = below(BRANCHES, bases, BASES);
  let state = 1;
  const next = (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % limit;
  };
  const unit = new Uint32Array(rows);
  const grade = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    unit[row] = branches + next(BRANCHES);
    const share = next(100);
    grade[row] = share < SHARES[0] ? 0 : share < SHARES[0] + SHARES[1] ? 1 : share < 100 - SHARES[3] ? 2 : 3;
  }
  return { subject: 'member', parents: Int32Array.from(parents), unit, grade };
}

function median(times, work) {
  const found = [];
  for (let turn = 0; turn < times + 3; turn++) {
    const from = performance.now();
    work();
    found.push(performance.now() - from);
  }
  return found.slice(3).sort((a, b) => a - b)[times >> 1];
}

/** Every figure of both peers is ours. */
function equalPeers(rolled, written, fast) {
  const width = rolled.columns.length;
  const [quota] = rolled.quotas;
  const { readings } = quota;
  for (let unit = 0; unit < rolled.units; unit++) {
    const one = written.get(unit);
    rolled.columns.forEach((id, column) => {
      for (const which of ['own', 'all']) {
        equal(`written, ${which} of unit ${unit}, ${id}`, rolled[which][unit * width + column], one[which][id]);
        equal(`tuned, ${which} of unit ${unit}, ${id}`, rolled[which][unit * width + column], fast[which][unit * width + column]);
      }
    });
    readings.forEach(({ id, limit, headroom }, reading) => {
      equal(`written, limit of unit ${unit}, ${id}`, limit[unit], one.limits[id]);
      equal(`written, left in unit ${unit}, ${id}`, headroom[unit], one.headroom[id]);
      equal(`tuned, limit of unit ${unit}, ${id}`, limit[unit], fast.limits[reading][unit]);
      equal(`tuned, left in unit ${unit}, ${id}`, headroom[unit], fast.headroom[reading][unit]);
    });
    equal(`written, what binds unit ${unit}`, quota.binding[unit], one.binding.unit.id);
    equal(`written, below unit ${unit}`, quota.below[unit], one.below ?? -2147483648);
    for (const which of ['binding', 'below', 'moves']) equal(`tuned, ${which} of unit ${unit}`, quota[which][unit], fast[which][unit]);
    equal(`written, moves of unit ${unit}`, quota.moves[unit], one.moves);
  }
}

/** A count by unit and grade at each level. */
function withArquero(levels) {
  return levels.map((level) => level.groupby('unit', 'grade').count());
}

function equal(what, ours, theirs) {
  if (ours !== theirs) throw new Error(`${what}: xeploai has ${ours}, the peer ${theirs}`);
}

/** `histogram`: the bytes of a module that counts what stands in its memory. */
export async function measureRollUp({ xeploai, rulebooks, libraries: { arquero, Decimal }, histogram, duckdb = null }) {
  const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2025-12-31' });
  const province = roster(62_000);
  const rolled = engine.rollUp(province);
  const width = rolled.columns.length;
  const parents = Array.from(province.parents);
  const ids = rolled.columns;
  const people = Array.from(province.unit, (unit, row) => ({ name: `Nguyễn Văn ${row}`, unit, at: unit, grade: ids[province.grade[row]] }));
  const units = parents.map((above, id) => ({ id, above: above < 0 ? null : above }));
  const places = Object.fromEntries(ids.map((id, column) => [id, column]));
  const [byObjects, byTuned] = [() => asWritten(Decimal, people, units, ids), () => tuned(people, province.parents, places, width)];
  equalPeers(rolled, byObjects(), byTuned());

  const depth = 4;
  const columns = Array.from({ length: depth }, () => new Uint32Array(province.unit.length));
  province.unit.forEach((unit, row) => {
    for (let level = 0, at = unit; level < depth; level++, at = parents[at]) columns[level][row] = at;
  });
  const tables = columns.map((unit) => arquero.table({ unit, grade: province.grade }));
  for (const counted of withArquero(tables)) {
    for (const { unit, grade, count } of counted.objects({ limit: Infinity })) equal(`arquero, unit ${unit}`, rolled.all[unit * width + grade], count);
  }

  const database = duckdb && withDuckDb(duckdb, columns, province.grade);
  for (const { unit, grade, n } of database ? database() : []) equal(`duckdb, unit ${unit}`, rolled.all[unit * width + grade], Number(n));

  const nation = roster(5_600_000);
  const bare = await histogramOf(histogram, nation.unit);
  const whole = engine.rollUp(nation);
  bare().forEach((count, unit) => equal(`histogram, unit ${unit}`, ids.reduce((sum, _, column) => sum + whole.own[unit * width + column], 0), count));

  return {
    province: { ours: median(41, () => engine.rollUp(province)), objects: median(9, byObjects), tuned: median(41, byTuned), arquero: median(9, () => withArquero(tables)), duckdb: database && median(9, database) },
    nation: { ours: median(7, () => engine.rollUp(nation)), bare: median(7, bare) },
  };
}

/** Levels as columns of one table; every count by unit and grade in one query. */
function withDuckDb({ connection, arrow }, levels, grade) {
  const names = levels.map((_, level) => `level${level}`);
  const columns = Object.fromEntries(levels.map((level, at) => [names[at], arrow.makeVector(level)]));
  connection.insertArrowTable(new arrow.Table({ ...columns, grade: arrow.makeVector(grade) }), { name: 'roster', create: true });
  const query = connection.prepare(`SELECT coalesce(${names}) AS unit, grade, count(*) AS n FROM roster GROUP BY GROUPING SETS (${names.map((name) => `(${name}, grade)`)})`);
  return () => query.query();
}

async function histogramOf(bytes, column) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const { memory, count } = instance.exports;
  const units = 1 + DISTRICTS + BASES + BRANCHES;
  const from = 65_536;
  memory.grow(Math.ceil((from + column.byteLength) / 65_536) + 1 - memory.buffer.byteLength / 65_536);
  return () => {
    new Uint32Array(memory.buffer, from, column.length).set(column);
    new Uint32Array(memory.buffer, 0, units).fill(0);
    count(from, from + column.byteLength);
    return new Uint32Array(memory.buffer, 0, units).slice();
  };
}
