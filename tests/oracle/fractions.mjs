/** What shares, tables and quotas come to, by the definitions alone: BigInt fractions, and trying numbers. Nothing here is the engine's. */

/** `numerator / denominator` as a whole number, rounded in one of the five ways. */
export function rounded(numerator, denominator, how) {
  const [below, rest] = [numerator / denominator, numerator % denominator];
  const twice = 2n * rest;
  const up = {
    'half-up': twice >= denominator, 'half-even': twice > denominator || (twice === denominator && below % 2n === 1n),
    truncate: false, floor: false, ceil: rest > 0n,
  }[how];
  return up ? below + 1n : below;
}

/** A count as a percentage of a base, as a decimal text; null of nobody. */
export function share(count, base, decimals, how) {
  if (base === 0) return null;
  const digits = String(rounded(BigInt(count) * 100n * 10n ** BigInt(decimals), BigInt(base), how)).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The largest number of 0..=most that fits; what fits comes before what does not. */
function largest(most, fits) {
  let [low, high] = [0n, most];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (fits(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** What each reading takes the percentage of, with `number` in the grade, of `together` in it and the next. */
const BASES = {
  inclusive: (number, together) => together,
  exclusive: (number, together) => together - number,
  'all-rated': (number, together, below) => together + below,
};

/** Limit, places left, state and the next place of a tally under one reading; `percent` in ten-thousandths of the whole. */
export function quota({ used, next, below }, percent, how, reading) {
  const places = (number, together) => rounded(percent * BASES[reading](number, together, BigInt(below)), 10_000n, how);
  const limitOf = (together) => largest(together, (number) => number <= places(number, together));
  const together = BigInt(used + next);
  const limit = limitOf(together);
  const headroom = limit - BigInt(used);
  let step = 1n;
  while (limitOf(together + step) === limit) step *= 2n;
  // The last number of people with the same limit, and one more.
  const more = largest(step, (arrivals) => limitOf(together + arrivals) === limit) + 1n;
  const state = headroom < 0n ? 'exceeded' : headroom === 0n ? 'full' : headroom === 1n || 10n * headroom <= limit ? 'near' : 'open';
  const base = BASES[reading](BigInt(used), together, BigInt(below));
  return { base: Number(base), limit: Number(limit), headroom: Number(headroom), nextSlotAt: Number(together + more), state, share: share(used, Number(base), 2, 'half-up') };
}
