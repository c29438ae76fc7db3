/**
 * The same work, done by xeploai and by plain JavaScript: on decimal.js, big.js, bignumber.js, and on whole numbers. Pure: takes them as arguments, so
 * that it runs in Node and in a page. All are checked to give equal answers before anything is timed.
 */
const GROUPS = 12;
const LEVELS = ['htxsnv', 'httnv', 'htnv', 'khtnv'];

/** Twelve organisations, four levels each: sixty rows with the totals, forty-eight shares. */
export function table() {
  const rows = [];
  for (let g = 0; g < GROUPS; g++) {
    rows.push({ id: `unit-${g}`, label: `Đảng bộ ${g + 1}`, kind: 'total' });
    for (const level of LEVELS) rows.push({ id: `unit-${g}-${level}`, label: level, kind: 'part', of: `unit-${g}` });
  }
  return { rows };
}

/** Counts of a round; another number each time, so that nothing can be remembered. */
export function counts(round) {
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

/** What a careful portal developer writes today: the shares by a library, sums checked, texts as reports print them. The three have the same methods. */
function byLibrary(Decimal, halfUp) {
  return (source, given) => {
    const sums = new Map();
    for (const row of source.rows) if (row.of) sums.set(row.of, (sums.get(row.of) || new Decimal(0)).plus(given[row.id]));
    return source.rows.map((row) => {
      const base = row.of === undefined ? null : given[row.of];
      const share = base ? new Decimal(given[row.id]).div(base).times(100).toFixed(2, halfUp) : null;
      return { id: row.id, label: row.label, count: given[row.id], share, shareText: share && share.replace('.', ',') + '%',
        adds: !sums.has(row.id) || sums.get(row.id).eq(given[row.id]) };
    });
  };
}

/** The same by whoever knows that counts are small: whole hundredths of a percent, half up. */
function byIntegers(source, given) {
  const sums = new Map();
  for (const row of source.rows) if (row.of) sums.set(row.of, (sums.get(row.of) || 0) + given[row.id]);
  return source.rows.map((row) => {
    const base = row.of === undefined ? 0 : given[row.of];
    const hundredths = base ? Math.floor((given[row.id] * 20_000 + base) / (2 * base)) : 0;
    const share = base ? `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}` : null;
    return { id: row.id, label: row.label, count: given[row.id], share, shareText: share && share.replace('.', ',') + '%', adds: !sums.has(row.id) || sums.get(row.id) === given[row.id] };
  });
}

/** By name; big.js and bignumber.js where they could be had. Each has its own number for "half up". */
export const breakdownPeers = ({ Decimal, Big, BigNumber }) => ({
  ...(Decimal && { 'decimal.js': byLibrary(Decimal, Decimal.ROUND_HALF_UP) }),
  ...(Big && { 'big.js': byLibrary(Big, Big.roundHalfUp) }),
  ...(BigNumber && { 'bignumber.js': byLibrary(BigNumber, BigNumber.ROUND_HALF_UP) }),
  'whole numbers': byIntegers,
});

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

export async function tasks({ xeploai, rulebooks, libraries }) {
  const { Decimal } = libraries;
  const peers = Object.entries(breakdownPeers(libraries));
  const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2020-12-31' });
  const source = table();
  const rounds = Array.from({ length: 64 }, (_, round) => counts(round));
  const tallies = rounds.map((_, round) => ({ htxsnv: 9000 + round, httnv: 47193, htnv: 4897, khtnv: 299 }));
  const over = tallies.map((tally) => ({ ...tally, htxsnv: tally.htxsnv + 5000 }));
  const member = (tally) => engine.quota({ subject: 'member', tally }).quotas[0];
  let round = 0;
  const next = (list) => list[(round = (round + 1) % list.length)];

  for (const given of rounds) {
    const ours = engine.breakdown({ table: source, counts: given }).rows;
    for (const [name, theirs] of peers) theirs(source, given).forEach((row, at) => same(`${ours[at].shareText} ${row.adds}`, `${row.shareText} true`, `${name}, ${row.id}`));
  }
  for (const tally of tallies.concat(over)) {
    const [ours, theirs] = [member(tally), quotaByDecimalJs(Decimal, tally)];
    same(ours.readings.slice(0, 2).map((reading) => reading.limit).join(), theirs.limits.join(), 'limits');
    same(ours.readings.slice(0, 2).map((reading) => reading.share).join(), theirs.shares.join(), 'shares');
    same(`${ours.headroom} ${ours.nextSlotAt}`, `${theirs.headroom} ${theirs.nextSlotAt}`, 'headroom');
  }

  return [
    { name: 'breakdown, 12 × 4', budget: 25, ours: () => engine.breakdown({ table: source, counts: next(rounds) }),
      theirs: Object.fromEntries(peers.map(([name, theirs]) => [name, () => theirs(source, next(rounds))])) },
    { name: 'quota, three readings', budget: 10, ours: () => engine.quota({ subject: 'member', tally: next(tallies) }),
      theirs: { 'decimal.js': () => quotaByDecimalJs(Decimal, next(tallies)) } },
    { name: 'quota exceeded, with its warning', budget: 10, ours: () => engine.quota({ subject: 'member', tally: next(over) }),
      theirs: { 'decimal.js': () => quotaByDecimalJs(Decimal, next(over)) } },
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

/** Ours and theirs in turn, so that all see the same machine: `times` by name, ours first. */
export async function measure(parts) {
  return (await tasks(parts)).map(({ name, budget, ours, theirs }) => {
    const works = Object.entries({ xeploai: ours, ...theirs });
    const turns = Array.from({ length: 3 }, () => works.map(([, work]) => median(work, 9)));
    const middle = (at) => turns.map((turn) => turn[at]).sort((a, b) => a - b)[1];
    return { name, budget, times: Object.fromEntries(works.map(([who], at) => [who, middle(at)])) };
  });
}
