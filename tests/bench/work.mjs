/**
 * The same work, done by xeploai and by plain JavaScript on decimal.js. Pure: takes both as arguments, so that it runs
 * in Node and in a page. Each pair is checked to give equal answers before anything is timed.
 */
const GROUPS = 12;
const LEVELS = ['htxsnv', 'httnv', 'htnv', 'khtnv'];

/** Twelve organisations, four levels each: sixty rows with the totals, forty-eight shares. */
function table() {
  const rows = [];
  for (let g = 0; g < GROUPS; g++) {
    rows.push({ id: `unit-${g}`, label: `Đảng bộ ${g + 1}`, kind: 'total' });
    for (const level of LEVELS) rows.push({ id: `unit-${g}-${level}`, label: level, kind: 'part', of: `unit-${g}` });
  }
  return { rows };
}

/** Counts of a round; another number each time, so that nothing can be remembered. */
function counts(source, round) {
  const out = {};
  for (let g = 0; g < GROUPS; g++) {
    let sum = 0;
    LEVELS.forEach((level, l) => {
      const count = 37 + ((g * 4 + l) * 13 + round * 7) % 211;
      out[`unit-${g}-${level}`] = count;
      sum += count;
    });
    out[`unit-${g}`] = sum;
  }
  return out;
}

/** What a careful portal developer writes today: the shares by decimal.js, sums checked, texts as reports print them. */
function byDecimalJs(Decimal, source, given) {
  const sums = new Map();
  for (const row of source.rows) if (row.of) sums.set(row.of, (sums.get(row.of) || new Decimal(0)).plus(given[row.id]));
  return source.rows.map((row) => {
    const base = row.of === undefined ? null : given[row.of];
    const share = base ? new Decimal(given[row.id]).div(base).times(100).toFixed(2, Decimal.ROUND_HALF_UP) : null;
    return { id: row.id, label: row.label, count: given[row.id], share, shareText: share && share.replace('.', ',') + '%',
      adds: !sums.has(row.id) || sums.get(row.id).equals(given[row.id]) };
  });
}

/** The largest number that passes "at most 20% of good or better", moving people one by one, and under the other reading. */
export function quotaByDecimalJs(Decimal, tally) {
  const better = new Decimal(tally.htxsnv).plus(tally.httnv);
  const inclusive = better.times(20).div(100).floor();
  const exclusive = better.times(20).div(120).floor();
  return {
    limits: [inclusive.toNumber(), exclusive.toNumber()],
    headroom: inclusive.minus(tally.htxsnv).toNumber(),
    shares: [better, new Decimal(tally.httnv)].map((base) => new Decimal(tally.htxsnv).div(base).times(100).toFixed(2, Decimal.ROUND_HALF_UP)),
    nextSlotAt: inclusive.plus(1).times(5).toNumber(),
  };
}

export async function tasks({ xeploai, rulebooks, Decimal }) {
  const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2020-12-31' });
  const source = table();
  const rounds = Array.from({ length: 64 }, (_, round) => counts(source, round));
  const tallies = rounds.map((_, round) => ({ htxsnv: 9000 + round, httnv: 47193, htnv: 4897, khtnv: 299 }));
  const over = tallies.map((tally) => ({ ...tally, htxsnv: tally.htxsnv + 5000 }));
  const member = (tally) => engine.quota({ subject: 'member', tally }).quotas[0];
  let round = 0;
  const next = (list) => list[(round = (round + 1) % list.length)];

  for (const given of rounds) {
    const ours = engine.breakdown({ table: source, counts: given }).rows;
    const theirs = byDecimalJs(Decimal, source, given);
    theirs.forEach((row, at) => same(ours[at].shareText, row.shareText, row.id));
  }
  for (const tally of tallies.concat(over)) {
    const [ours, theirs] = [member(tally), quotaByDecimalJs(Decimal, tally)];
    same(ours.readings.slice(0, 2).map((reading) => reading.limit).join(), theirs.limits.join(), 'limits');
    same(ours.readings.slice(0, 2).map((reading) => reading.share).join(), theirs.shares.join(), 'shares');
    same(`${ours.headroom} ${ours.nextSlotAt}`, `${theirs.headroom} ${theirs.nextSlotAt}`, 'headroom');
  }

  return [
    { name: 'breakdown, 12 × 4', budget: 25, ours: () => engine.breakdown({ table: source, counts: next(rounds) }),
      theirs: () => byDecimalJs(Decimal, source, next(rounds)) },
    { name: 'quota, three readings', budget: 10, ours: () => engine.quota({ subject: 'member', tally: next(tallies) }),
      theirs: () => quotaByDecimalJs(Decimal, next(tallies)) },
    { name: 'quota exceeded, with its warning', budget: 10, ours: () => engine.quota({ subject: 'member', tally: next(over) }),
      theirs: () => quotaByDecimalJs(Decimal, next(over)) },
  ];
}

function same(ours, theirs, what) {
  if (ours !== theirs) throw new Error(`not the same work: ${what} is ${ours} here and ${theirs} there`);
}

/** Median microseconds a call, of rounds long enough for a coarse timer. */
export function median(work, rounds = 25) {
  for (let i = 0; i < 2000; i++) work();
  const times = [];
  for (let r = 0; r < rounds; r++) {
    const calls = 400;
    const from = performance.now();
    for (let i = 0; i < calls; i++) work();
    times.push(((performance.now() - from) * 1000) / calls);
  }
  return times.sort((a, b) => a - b)[rounds >> 1];
}

/** Ours and theirs in turn, so that both see the same machine. */
export async function measure(parts) {
  return (await tasks(parts)).map(({ name, budget, ours, theirs }) => {
    const pairs = Array.from({ length: 3 }, () => [median(ours, 9), median(theirs, 9)]);
    const middle = (at) => pairs.map((pair) => pair[at]).sort((a, b) => a - b)[1];
    return { name, budget, ours: middle(0), theirs: middle(1) };
  });
}
