/** Random tables and tallies, asked of the package and of fractions. Each gives the first that differs, or null. */
import { isDeepStrictEqual } from 'node:util';
import { xeploai } from '../js/package.mjs';
import { quota, share } from './fractions.mjs';

const ROUNDINGS = ['half-up', 'half-even', 'truncate', 'floor', 'ceil'];
/** Percentages as a rulebook writes them. */
const PERCENTS = ['20', '25', '15', '22.5', '33.33', '0.5', '100', '7'];
const TABLES = 12;

/** A generator of 32 bits (mulberry32): the same numbers for the same seed. */
export function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (number) => next() % number;
  /** Counts of every size, small ones as often as large ones. */
  const count = (digits = 9) => next() % 10 ** (1 + below(digits));
  return { below, count, one: (list) => list[below(list.length)] };
}

export function engines() {
  const label = { vi: 'thử', en: 'try' };
  const cited = (value) => ({ value, cite: 'none', basis: 'confirmed' });
  const reading = (...grades) => ({ label, grades, fromText: true });
  const readings = { inclusive: reading('a', 'b'), exclusive: reading('b'), 'all-rated': { ...reading('a', 'b', 'c'), fromText: false } };
  const [subjects, quotas] = [{}, {}];
  for (const percent of PERCENTS) {
    for (const rounding of ROUNDINGS) {
      const id = `q${percent.replace('.', '-')}-${rounding}`;
      subjects[id] = { label, noun: label, grades: ['a', 'b', 'c'] };
      quotas[id] = { label, subject: id, grade: 'a', percent: cited(/\./.test(percent) ? percent : Number(percent)), readings, enforced: cited('inclusive'), rounding: cited(rounding) };
    }
  }
  const rulebook = {
    format: 1, id: 'random', version: '1', reviewed: '2026-01-01', title: label, effective: { from: '2026-01-01' },
    citations: { none: { number: '0', issuer: 'nobody', issued: '2026-01-01' } },
    grades: { a: { label, short: 'A' }, b: { label, short: 'B' }, c: { label, short: 'C' } }, subjects, quotas,
  };
  return xeploai.createEngineSync({ rulebook, asOf: '2026-06-30' });
}

export function quotas(engine, times, random) {
  for (let turn = 0; turn < times; turn += 1) {
    const [percent, rounding] = [random.one(PERCENTS), random.one(ROUNDINGS)];
    const [whole, part = ''] = percent.split('.');
    const hundredths = BigInt(whole + part.padEnd(2, '0'));
    const [together, below] = [random.count(8), random.count(8)];
    // Near the limit as often as anywhere.
    const used = random.below(2) === 0 ? random.below(together + 1) : Math.min(together, Math.max(0, Math.round((together * Number(percent)) / 100) + random.below(5) - 2));
    const tally = { used, next: together - used, below };
    const { quotas: [found] } = engine.quota({ subject: `q${percent.replace('.', '-')}-${rounding}`, tally: { a: used, b: tally.next, c: below } });
    const right = ['inclusive', 'exclusive', 'all-rated'].map((reading) => ({ id: reading, ...quota(tally, hundredths, rounding, reading) }));
    const said = found.readings.map(({ id, base, limit, headroom, nextSlotAt, state, share: text }) => ({ id, base, limit, headroom, nextSlotAt, state, share: text }));
    const passes = right.slice(0, 2).map(({ state }) => state !== 'exceeded');
    const [whole_, rest] = [{ ...right[0], disagree: passes[0] !== passes[1] }, found];
    const same = isDeepStrictEqual(said, right) && ['limit', 'headroom', 'nextSlotAt', 'state', 'disagree'].every((name) => rest[name] === whole_[name]);
    if (!same) return { percent, rounding, tally, said, right, whole: { ...found, readings: undefined }, disagree: whole_.disagree };
  }
  return null;
}

/** Tables of a total with two to seven parts, some of them with a part of their own. */
function tables(random) {
  return Array.from({ length: TABLES }, () => {
    const rows = [{ id: 'all', label: 'all', kind: 'total' }];
    for (let part = 0, parts = 2 + random.below(6); part < parts; part += 1) {
      rows.push({ id: `part-${part}`, label: 'part', kind: 'part', of: 'all' });
      if (random.below(3) === 0) rows.push({ id: `inside-${part}`, label: 'inside', kind: 'of-which', of: `part-${part}` });
    }
    return { rows };
  });
}

export function breakdowns(engine, times, random) {
  const shapes = tables(random);
  for (let turn = 0; turn < times; turn += 1) {
    const table = random.one(shapes);
    const [decimals, rounding] = [random.below(7), random.one(ROUNDINGS)];
    const true_ = {};
    const parts = table.rows.filter(({ kind }) => kind === 'part');
    for (const { id } of parts) true_[id] = random.count(8);
    true_.all = parts.reduce((sum, { id }) => sum + true_[id], 0);
    for (const { id, kind, of } of table.rows) if (kind === 'of-which') true_[id] = random.below(true_[of] + 1);
    // Right, or one of a sum left blank, or one that makes the sum fail by more than any part.
    const [how, victim] = [random.below(3), random.one(['all', ...parts.map(({ id }) => id)])];
    const typed = { ...true_ };
    if (how === 1) typed[victim] = null;
    if (how === 2) typed[victim] += true_.all + 1;
    const { rows, complete, diagnostics } = engine.breakdown({ table, counts: typed, decimals, rounding });
    const counts = how === 1 ? true_ : typed;
    const right = table.rows.map(({ id, of }) => ({
      id, count: counts[id], inferred: how === 1 && id === victim, share: of ? share(counts[id], counts[of], decimals, rounding) : null,
    }));
    const said = rows.map(({ id, count, inferred, share: text, base }) => ({ id, count, inferred, share: base === null ? null : text }));
    const fails = diagnostics.some(({ code }) => code === 'breakdown.sum-mismatch');
    const same = isDeepStrictEqual(said, right) && complete === (how !== 2) && fails === (how === 2);
    if (!same) return { table, typed, decimals, rounding, said, right, complete, codes: diagnostics.map(({ code }) => code) };
  }
  return null;
}
