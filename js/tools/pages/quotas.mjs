/** Quotas: the percentage, what it is taken of and why, and what else bears on the number of places. */
import { h } from './html.mjs';

export function quotas(w) {
  const { source, say, section } = w;
  const shown = source.entries('quotas');
  if (shown.length === 0) return source.overlay ? null : section('quotas', say('quotas'), h('p', {}, say('quota.none')));
  return section('quotas', say('quotas'), grouped(source, shown).map((ids) => quota(w, ids)));
}

/** Quotas that say the same of different subjects stand in one table; an overlay's stand by themselves. */
function grouped({ overlay }, shown) {
  const groups = new Map();
  for (const [id, { label, subject, ...rest }] of shown) {
    const key = overlay ? id : JSON.stringify(rest);
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups.values()];
}

function quota(w, ids) {
  const [id] = ids;
  const { source, say, names, where, note, table, changed } = w;
  const one = source.get('quotas', id);
  const percent = (value) => `${say.number(value)}%`;
  /** A row of the table, if the page speaks about it. */
  const row = (key, title, text, fact, { accept = null, write = null } = {}) => {
    if (!fact || !source.shows('quotas', id, key)) return null;
    const was = write && source.was('quotas', id, key);
    return h('tr', {}, h('th', { scope: 'row' }, title),
      h('td', {}, text, was && h('p', { class: 'was' }, say('was'), write(was)), note(fact)),
      h('td', {}, where(fact, { accept, path: ['quotas', id, key] })));
  };
  const readings = source.shows('quotas', id, 'readings') ? Object.entries(one.readings) : [];
  const reading = (name) => say.label(one.readings[name]?.label) || say(`reading.${name}`);
  const state = (name, { fromText }) => (name === one.enforced.value ? 'quota.enforced' : fromText ? 'quota.beside' : 'quota.shown');
  const raised = (fact) => say('quota.raised.text', { percent: percent(fact.value) });
  const small = one.smallGroup;
  const taken = (name) => ids.map((other) => `${other}.${name}`).join(', ');
  const fewer = (group) => say('quota.small.text', { below: group.below.value, most: group.atMost.value });
  return h('article', {},
    ids.map((other) => {
      const { label, subject } = source.get('quotas', other);
      return h('h3', { id: `quota-${other}`, class: 'one-of' }, say.label(label), changed('quotas', other), h('span', { class: 'sub' }, names.subject(subject), ' ', h('code', {}, other)));
    }),
    table([say('quota.what'), say('quota.value'), say('quota.cite')], [
      row('percent', say('quota.percent'), h('strong', {}, say('quota.percent.text', { grade: names.grade(one.grade), percent: percent(one.percent.value) })), one.percent, { accept: ids.join(', '), write: (fact) => percent(fact.value) }),
      row('raised', say('quota.raised'), raised(one.raised ?? { value: '' }), one.raised, { accept: taken('raised'), write: raised }),
      readings.map(([name, base], at) => h('tr', { id: `quota-${id}-${name}` },
        at === 0 && h('th', { scope: 'row', rowspan: readings.length }, say('quota.reading')),
        h('td', {}, h('strong', {}, reading(name)), `: ${say('quota.reading.text', { grades: base.grades.map(names.grade).join(' + ') })}`),
        h('td', {}, h('span', { class: name === one.enforced.value ? 'state state-on' : 'state' }, say(state(name, base)))))),
      row('enforced', say('quota.choice'), say('quota.choice.text', { reading: reading(one.enforced.value) }), one.enforced, { write: (fact) => reading(fact.value) }),
      row('rounding', say('quota.rounding'), say(`rounding.${one.rounding?.value ?? 'floor'}`), one.rounding, { write: (fact) => say(`rounding.${fact.value}`) }),
      small && source.shows('quotas', id, 'smallGroup') && h('tr', {}, h('th', { scope: 'row' }, say('quota.small')),
        h('td', {}, fewer(small), note(small.below), same(small.below.note, small.atMost.note) ? null : note(small.atMost)),
        h('td', {}, where(lessSure(small), { accept: taken('small-group'), path: ['quotas', id, 'smallGroup'] }))),
      row('group', say('quota.group'), say.label(one.group?.value), one.group, { accept: taken('group'), write: (fact) => say.label(fact.value) }),
      row('overflow', say('quota.overflow'), say.label(one.overflow?.value), one.overflow, { accept: taken('overflow'), write: (fact) => say.label(fact.value) }),
      row('head', say('quota.head'), say(`quota.head.${one.head?.value ?? 'counted'}`), one.head, { accept: taken('head'), write: (fact) => say(`quota.head.${fact.value}`) }),
    ], { class: 'facts' }));
}

/** Of the two facts of a small group the one that is not settled, if any: both are taken together. */
export const lessSure = ({ below, atMost }) => (['unverified', 'silent'].includes(below.basis) ? below : atMost);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
