/** Ballots: what may be marked, what a share is of, the majority; and the goals of a plan. */
import { h } from './html.mjs';

export function ballots(w) {
  const { source, say, section } = w;
  const shown = source.entries('ballots').map(([id]) => ballot(w, id));
  return shown.length > 0 && section('ballots', say('ballots'), shown);
}

function ballot({ source, say, names, where, note, table, changed }, id) {
  const one = source.get('ballots', id);
  const marks = Object.values(source.book.marks ?? {}).map(({ label }) => say.label(label));
  const tree = Object.entries(source.get('criteria', one.criteria)?.items ?? {});
  const isLeaf = (item) => !tree.some(([, { of }]) => of === item);
  const items = tree.filter(([item, { marks: marked }]) => marked && isLeaf(item)).map(([, { label }]) => say.label(label));
  const given = one.criteria ? marks : names.gradesOf(one.subject).map(names.grade);
  const own = Object.values(one.options ?? {}).map((label) => say.label(label));
  const row = (title, text, fact, accept) => h('tr', {}, h('th', { scope: 'row' }, title), h('td', {}, text, fact && note(fact)), h('td', {}, fact && where(fact, { accept })));
  const { majority } = one;
  const held = majority?.options && say.list(majority.options.map((option) => say.label(one.options?.[option]) || names.grade(option)));
  return h('article', { id: `ballot-${id}` }, h('h3', {}, say.label(one.label), changed('ballots', id)),
    h('p', { class: 'sub where' }, where(one)), note(one),
    table([say('quota.what'), say('ballot.says'), say('quota.cite')], [
      items.length > 0 && row(say('ballot.items'), items.join(' · ')),
      row(say('ballot.options'), given.concat(own).join(' · ')),
      row(say('ballot.base'), say(`ballot.base.${one.base.value}`), one.base),
      majority && row(say('ballot.majority'), say(held ? 'ballot.above.of' : 'ballot.above', { percent: `${say.number(majority.above.value)}%`, options: held }), majority.above, `${id}.majority`),
      majority && row(say('ballot.majority.of'), say(`ballot.base.${majority.of.value}`), majority.of),
    ].filter(Boolean)));
}

export function targets({ source, say, section, table, where, note }) {
  const rows = source.entries('targets').map(([id, one]) => h('tr', { id: `target-${id}` },
    h('th', { scope: 'row' }, say.label(one.label), note(one.atLeast)),
    h('td', {}, say('target.text', { percent: `${say.number(one.atLeast.value)}%`, of: say.label(one.of) })),
    h('td', {}, where(one.atLeast, { accept: `target.${id}`, path: ['targets', id] }))));
  return rows.length > 0 && section('targets', say('targets'), table([say('target.what'), say('target.wanted'), say('quota.cite')], rows));
}
