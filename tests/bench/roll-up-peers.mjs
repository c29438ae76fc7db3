/**
 * The whole roll-up in plain JavaScript: counts of every unit with everything below it, the limit and the places left under each of three
 * readings of "at most 20% of those rated good or better", which unit binds, what the units below may have together, the fewest who
 * must leave the grade. Twice: as people write it, and tuned by hand for speed. Both are held against xeploai before anything is timed.
 */

/** `people`: `{ unit, grade, exclusion }` by name; `units`: `{ id, above }`. Objects, a Map of lists, percentages by decimal.js. */
export function asWritten(Decimal, people, units, columns) {
  const of = new Map(units.map((unit) => [unit.id, []]));
  people.forEach((person) => of.get(person.unit).push(person));
  const below = new Map(units.map((unit) => [unit.id, []]));
  units.forEach((unit) => { if (unit.above !== null) below.get(unit.above).push(unit); });
  const results = new Map();

  function rollUp(unit) {
    const children = below.get(unit.id).map(rollUp);
    const own = Object.fromEntries(columns.map((column) => [column, of.get(unit.id).filter((person) => (person.exclusion ?? person.grade) === column).length]));
    const all = Object.fromEntries(columns.map((column) => [column, children.reduce((sum, child) => sum + child.all[column], own[column])]));
    const good = new Decimal(all.htxsnv).plus(all.httnv);
    const rated = good.plus(all.htnv).plus(all.khtnv);
    const least = (limit) => Decimal.min(limit.floor(), good).toNumber();
    // Apart from each other, the base shrinks with each who is moved up: 20% of the rest is a sixth of both.
    const limits = { inclusive: least(good.times(20).div(100)), exclusive: least(good.times(20).div(120)), 'all-rated': least(rated.times(20).div(100)) };
    const headroom = Object.fromEntries(Object.entries(limits).map(([reading, limit]) => [reading, limit - all.htxsnv]));
    const result = {
      unit, children, own, all, limits, headroom,
      below: children.length ? children.reduce((sum, child) => sum + child.limits.inclusive, 0) : null,
      moves: Math.max(0, -headroom.inclusive, children.reduce((sum, child) => sum + child.moves, 0)),
    };
    results.set(unit.id, result);
    return result;
  }

  function bind(result, tightest) {
    result.binding = tightest && tightest.headroom.inclusive < result.headroom.inclusive ? tightest : result;
    result.children.forEach((child) => { bind(child, result.binding); });
  }
  units.filter((unit) => unit.above === null).map(rollUp).forEach((top) => { bind(top, null); });
  return results;
}

/** The same from the same objects with what an expert would reach for: positions, typed arrays, whole numbers, one loop each. */
export function tuned(people, parents, places, width) {
  const units = parents.length;
  const own = new Int32Array(units * width);
  for (let at = 0; at < people.length; at++) {
    const person = people[at];
    own[person.at * width + places[person.exclusion === undefined ? person.grade : person.exclusion]]++;
  }
  const all = own.slice();
  // Here every unit stands behind the one above it.
  for (let unit = units - 1; unit > 0; unit--) for (let column = 0; column < width; column++) all[parents[unit] * width + column] += all[unit * width + column];
  const make = () => new Int32Array(units);
  const [limits, headroom] = [[make(), make(), make()], [make(), make(), make()]];
  const [binding, below, moves] = [make(), make().fill(-2147483648), make()];
  for (let unit = 0; unit < units; unit++) {
    const from = unit * width;
    const good = all[from] + all[from + 1];
    limits[0][unit] = Math.floor(good * 20 / 100);
    limits[1][unit] = Math.floor(good * 20 / 120);
    limits[2][unit] = Math.min(good, Math.floor((good + all[from + 2] + all[from + 3]) * 20 / 100));
    for (let reading = 0; reading < 3; reading++) headroom[reading][unit] = limits[reading][unit] - all[from];
    const above = parents[unit];
    const fromAbove = above < 0 ? unit : binding[above];
    binding[unit] = headroom[0][fromAbove] < headroom[0][unit] ? fromAbove : unit;
    if (above >= 0) below[above] = Math.max(0, below[above]) + limits[0][unit];
  }
  for (let unit = units - 1; unit >= 0; unit--) {
    moves[unit] = Math.max(moves[unit], -headroom[0][unit]);
    if (parents[unit] >= 0) moves[parents[unit]] += moves[unit];
  }
  return { own, all, limits, headroom, binding, below, moves };
}
