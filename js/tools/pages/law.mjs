/** The parts every section uses: where something stands in the law, how sure it is, what an overlay changed. */
import { all, h, join } from './html.mjs';
import { namesOf } from './names.mjs';

/** What a section is written with: `{ source, say, names, here }`; `here` is the way to the folder of the rulebooks' pages. */
export function writer(source, say, here) {
  const names = namesOf(source, say);
  const suffix = say.language === 'vi' ? '' : `.${say.language}`;

  /** `điểm 1.5` … and the instrument, as a link to the list of sources. */
  function citation(id) {
    const cited = source.citation(id);
    if (!cited) return null;
    const place = [cited.article, cited.clause, cited.point].filter(Boolean).join(', ');
    const page = source.citesHere(id) ? '' : `${here}${source.base.id}${suffix}.html`;
    return h('a', { class: 'cite', href: `${page}#cite-${id}` }, place ? `${place}, ${cited.number}` : cited.number);
  }

  /** `accept`: the id under which a portal accepts it while it is unverified, or the text silent. */
  function badge(basis, accept = null) {
    if (!basis) return null;
    const off = accept && (basis === 'unverified' || basis === 'silent');
    return all(h('span', { class: `basis basis-${basis}` }, say(off ? `basis.${basis}.off` : `basis.${basis}`)), off ? h('code', {}, accept) : null);
  }

  function changed(...path) {
    const change = source.change(...path);
    return change && h('span', { class: `change change-${change}` }, say(change));
  }

  return {
    source,
    say,
    names,
    suffix,
    citation,
    badge,
    changed,
    date: (iso) => say.date(iso),
    /** The last column of every table: source, basis, and what the overlay did. */
    where: (fact, { accept = null, path = [] } = {}) => [
      fact.cite && h('span', { class: 'place' }, citation(fact.cite)), badge(fact.basis, accept), path.length > 0 && changed(...path),
    ],
    note: (thing) => thing?.note && h('p', { class: 'note' }, say('note'), say.label(thing.note)),
    section: (id, title, ...children) => h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), ...children),
    table: (heads, rows, attributes = {}) => h('table', attributes,
      h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
      attributes.bodies ? rows : h('tbody', {}, rows)),
  };
}

/** Every `basis` in a rulebook, counted. */
export function basisCounts(value, counts = {}) {
  if (value === null || typeof value !== 'object') return counts;
  if (typeof value.basis === 'string') counts[value.basis] = (counts[value.basis] ?? 0) + 1;
  for (const inside of Object.values(value)) basisCounts(inside, counts);
  return counts;
}

export const commas = (list) => join(list, ', ');
