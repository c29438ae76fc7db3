/**
 * Subset matching of the shared cases. Every property that is named must match; what is not named is free. Lists
 * match item by item at equal length. An object with operators instead of names:
 *   {"$includes": [..]}  against a list: each of these occurs in it
 *   {"$none": x}         against a list: no item matches x
 *   {"$id": {"a": x}}    against a list: the item whose `id` is "a" matches x
 *   {"$length": n}       against a list or a string: how long it is
 *   {"$match": "regex"}  against a string
 */
const OPERATORS = {
  $includes: (actual, items, path) => listed(actual, path) ?? first(items, (item) => (occurs(actual, item) ? null : `${path}: nothing matches ${show(item)} in ${show(actual)}`)),
  $none: (actual, item, path) => listed(actual, path) ?? (occurs(actual, item) ? `${path}: something matches ${show(item)} in ${show(actual)}` : null),
  $id: (actual, byId, path) => listed(actual, path) ?? first(Object.keys(byId), (id) => {
    const item = actual.find((one) => one !== null && typeof one === 'object' && one.id === id);
    return item === undefined ? `${path}: no item has the id "${id}"` : mismatch(item, byId[id], `${path}[${id}]`);
  }),
  $length: (actual, length, path) => {
    if (!Array.isArray(actual) && typeof actual !== 'string') return `${path}: expected a list or text, found ${show(actual)}`;
    return actual.length === length ? null : `${path}: expected length ${length}, found ${actual.length}: ${show(actual)}`;
  },
  $match: (actual, pattern, path) => {
    if (typeof actual !== 'string') return `${path}: expected text, found ${show(actual)}`;
    return new RegExp(pattern, 'u').test(actual) ? null : `${path}: ${show(actual)} does not match /${pattern}/`;
  },
};

/** Null when `actual` matches `expected`, else the first difference in words. */
export function mismatch(actual, expected, path) {
  const at = path || 'result';
  if (expected === null || typeof expected !== 'object') {
    return actual === expected ? null : `${at}: expected ${show(expected)}, found ${show(actual)}`;
  }
  if (Array.isArray(expected)) return lists(actual, expected, at);
  const names = Object.keys(expected);
  if (names.some((name) => name.startsWith('$'))) return operators(actual, expected, names, at);
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return `${at}: expected an object, found ${show(actual)}`;
  return first(names, (name) => mismatch(actual[name], expected[name], path ? `${path}.${name}` : name));
}

function lists(actual, expected, path) {
  if (!Array.isArray(actual)) return `${path}: expected a list, found ${show(actual)}`;
  if (actual.length !== expected.length) return `${path}: expected ${expected.length} items, found ${actual.length}: ${show(actual)}`;
  return first([...expected.keys()], (at) => mismatch(actual[at], expected[at], `${path}[${at}]`));
}

function operators(actual, expected, names, path) {
  const odd = names.find((name) => !Object.prototype.hasOwnProperty.call(OPERATORS, name));
  if (odd) return `${path}: "${odd}" is not an operator`;
  return first(names, (name) => OPERATORS[name](actual, expected[name], path));
}

const occurs = (list, item) => list.some((one) => mismatch(one, item, '') === null);
const listed = (actual, path) => (Array.isArray(actual) ? null : `${path}: expected a list, found ${show(actual)}`);

function first(items, check) {
  for (const item of items) {
    const found = check(item);
    if (found !== null) return found;
  }
  return null;
}

function show(value) {
  const text = JSON.stringify(value);
  return text === undefined ? String(value) : text.length > 400 ? `${text.slice(0, 400)}...` : text;
}
