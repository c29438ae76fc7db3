/** A test of a rulebook as a sentence: what a reader can hold against the text of the law. */
import { all, h } from './html.mjs';

const BOUNDS = ['atLeast', 'atMost', 'above', 'below'];

/** `names` finds labels and kinds of fields: see names.mjs. */
export function sentence(test, say, names) {
  if (test.all || test.any) return several(test, say, names);
  if (test.share) return share(test, say, names);
  if (test.number) return say('test.number', { field: names.field(test.number), bound: bound(test, say, unitOf(names.kind(test.number))) });
  if (test.marks) return marks(test, say, names);
  if (test.occurs) return occurs(test, say, names);
  return say('test.field', { field: names.field(test.field), options: say.list(names.options(test.field, test.in)) });
}

function several(test, say, names) {
  const parts = test.all ?? test.any;
  if (parts.length === 1) return sentence(parts[0], say, names);
  return all(say(test.all ? 'test.all' : 'test.any'), h('ul', {}, parts.map((part) => h('li', {}, sentence(part, say, names)))));
}

function bound(test, say, write) {
  const key = BOUNDS.find((name) => test[name] !== undefined);
  if (key === 'atMost' && Number(test[key]) === 0) return say('bound.none');
  return say(`bound.${key}`, { value: write(test[key], say) });
}

const unitOf = (kind) => (kind === 'percent' ? percent : kind === 'score' ? points : plain);
const percent = (value, say) => `${say.number(value)}%`;
const points = (value, say) => say('points', { n: say.number(value) });
const plain = (value, say) => say.number(value);

/** Repeating a count k times against 100 % is how a file says “more than 1/k” without a fraction that does not end. */
function share(test, say, names) {
  const distinct = [...new Set(test.share)];
  const times = test.share.length / distinct.length;
  const part = distinct.map((id) => counted(names.field(id), say)).join(' + ');
  const whole = counted(names.field(test.of), say, true);
  const key = BOUNDS.find((name) => test[name] !== undefined);
  const value = Number(test[key]);
  if (key === 'atMost' && value === 0) return say('test.share.zero', { part, whole });
  const write = times > 1 && value === 100 ? () => `1/${times}` : times > 1 ? () => `${say.number(value)}%/${times}` : percent;
  const text = key === 'atLeast' && value === 100 && times === 1 ? say('bound.whole') : bound(test, say, write);
  return say('test.share', { part, bound: text, whole });
}

/** In Vietnamese what is counted is called a number: “số nhiệm vụ được giao”. */
function counted(label, say, inside = false) {
  if (say.language !== 'vi') return inside ? lower(label) : label;
  const named = /^Số\s/.test(label) ? label : `Số ${lower(label)}`;
  return inside ? lower(named) : named;
}

const isUpper = (letter) => letter !== '' && letter !== letter.toLowerCase();
/** What begins with two capitals is an abbreviation. */
const lower = (text) => (isUpper(text.charAt(0)) && isUpper(text.charAt(1)) ? text : text.charAt(0).toLowerCase() + text.slice(1));

function marks(test, say, names) {
  const best = names.marks()[0] === test.atLeast;
  const mark = say(best ? 'test.mark.best' : 'test.mark', { mark: names.mark(test.atLeast) });
  const fields = say.list(test.marks.map((id) => names.field(id)), 'and');
  return say(test.marks.length > 1 ? 'test.marks.every' : 'test.marks', { fields, mark });
}

function occurs(test, say, names) {
  const [first] = test.occurs;
  const [grid, column] = first.split('.');
  const where = column ? 'column' : 'among';
  const what = column
    ? say('test.column', { column: names.field(first), grid: names.field(grid) })
    : say('test.among', { fields: say.list(test.occurs.map((id) => names.field(id)), 'and') });
  const options = say.list(names.options(first, test.in));
  if (test.every) return say(`test.every.${where}`, { what, options });
  if (Number(test.atMost) === 0) return say(`test.none.${where}`, { what, options });
  return say(`test.occurs.${where}`, { what, options, bound: bound(test, say, plain) });
}
