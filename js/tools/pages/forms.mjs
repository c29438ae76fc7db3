/** Criteria trees with their points, and forms with their fields and what must agree in them. */
import { all, h } from './html.mjs';
import { namesOf } from './names.mjs';
import { sentence } from './tests.mjs';

export function criteria(w) {
  const { source, say, section } = w;
  const shown = source.entries('criteria').map(([id]) => tree(w, id));
  return shown.length > 0 && section('criteria', say('criteria'), shown);
}

function tree({ source, say, where, note, table, changed }, id) {
  const one = source.get('criteria', id);
  const depth = (item) => (one.items[item]?.of ? depth(one.items[item].of) + 1 : 0);
  const rows = source.entries('criteria', id, 'items').map(([item, what]) => h('tr', { id: `item-${id}.${item}`, class: `depth-${Math.min(depth(item), 4)}` },
    h('th', { scope: 'row' }, say.label(what.label), source.change('criteria', id) === 'changed' && changed('criteria', id, 'items', item)),
    h('td', { class: 'points' }, what.marks ? say('criteria.mark') : what.max === undefined ? h('span', { class: 'quiet' }, say('criteria.open')) : say.number(what.max),
      what.step && h('span', { class: 'sub' }, say('criteria.step', { step: say.number(what.step) }))),
    h('td', {}, what.required ? say('option.yes') : '')));
  return h('article', { id: `criteria-${id}` }, h('h3', {}, say.label(one.label), changed('criteria', id)),
    h('p', { class: 'sub where' }, where(one)), note(one),
    table([say('criteria.item'), say('criteria.max'), say('criteria.required')], rows, { class: 'tree' }));
}

export function forms(w) {
  const { source, say, section } = w;
  const shown = source.entries('forms').map(([id]) => form(w, id));
  return shown.length > 0 && section('forms', say('forms'), shown);
}

function form(w, id) {
  const { source, say, where, note, table, changed } = w;
  const one = source.get('forms', id);
  const names = namesOf(source, say, one);
  const shows = (...path) => source.shows('forms', id, ...path);
  const standard = one.standard && source.get('standards', one.standard);
  const facts = [
    say('form.for', { subject: names.subject(one.subject ?? standard.subject) }),
    standard && shows('standard') && [say('form.standard'), h('a', { href: source.shows('standards', one.standard) ? `#standard-${one.standard}` : null }, say.label(standard.label)), '.'],
    one.role && shows('role') && [say('form.role'), sentence(one.role, say, names)],
    one.head && shows('head') && [say('form.head'), sentence(one.head, say, names)],
    one.grade && shows('grade') && say('form.grade', { field: names.field(one.grade) }),
    one.reason && shows('reason') && say('form.reason', { field: names.field(one.reason) }),
  ].filter(Boolean);
  const sections = source.entries('forms', id, 'sections').map(([name, part]) => h('tbody', {},
    h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: 3 }, say.label(part.label))),
    part.criteria && shows('sections', name, 'criteria') && h('tr', {}, h('td', { colspan: 3 },
      h('a', { href: source.shows('criteria', part.criteria) ? `#criteria-${part.criteria}` : null }, say('form.tree', { tree: say.label(source.get('criteria', part.criteria)?.label) })))),
    source.entries('forms', id, 'sections', name, 'fields').map(([field, use]) => h('tr', {},
      h('th', { scope: 'row' }, names.field(field), note(source.get('fields', field))),
      h('td', {}, kindOf(w, names, field)),
      h('td', {}, required(w, names, use))))));
  const relations = source.entries('forms', id, 'relations');
  return h('article', { id: `form-${id}` },
    h('h3', {}, one.number && `${one.number}: `, say.label(one.label), changed('forms', id)),
    h('p', { class: 'sub where' }, where(one)),
    h('ul', { class: 'plain' }, facts.map((fact) => h('li', {}, fact))), note(one),
    sections.length > 0 && table([say('form.field'), say('form.kind'), say('form.required')], sections, { class: 'form', bodies: true }),
    relations.length > 0 && [h('h4', {}, say('form.relations')), h('ul', {}, relations.map(([, relation]) => h('li', {},
      relation.label && h('strong', {}, `${say.label(relation.label)}: `), relationText(w, names, relation), relation.cite && [' ', where(relation)])))]);
}

function required({ say }, names, { required: when }) {
  if (when === true) return say('required.yes');
  return when ? all(say('required.when'), sentence(when, say, names)) : h('span', { class: 'quiet' }, say('required.no'));
}

function kindOf({ source, say }, names, id) {
  return describe({ source, say, names }, names.find(id) ?? {});
}

function describe({ source, say, names }, field) {
  const { kind = 'text', options, columns, max, range, subject, explainNone } = field;
  if (kind === 'rows') return say('kind.rows', { columns: Object.values(columns).map((column) => `${say.label(column.label)} (${describe({ source, say, names }, column)})`).join(' · ') });
  if (kind === 'choice') return say('kind.choice', { options: Object.values(options).map((option) => say.label(option)).join(' · ') });
  if (kind === 'grade') return say('kind.grade', { options: names.gradesOf(subject).map(names.grade).join(' · ') });
  if (kind === 'date' && range) return say(`kind.date.${range}`);
  if (kind === 'score' && max !== undefined) return say('kind.score.max', { max: say.number(max) });
  return explainNone ? `${say(`kind.${kind}`)}; ${say('kind.none')}` : say(`kind.${kind}`);
}

function relationText({ say }, names, relation) {
  const cell = (id) => {
    const [grid, column] = id.split('.');
    return column ? say('relation.cell', { column: `“${names.field(id)}”`, grid: `“${names.field(grid)}”` }) : `“${names.field(id)}”`;
  };
  const total = (id) => (id.includes('.') ? say('relation.total', { column: cell(id) }) : cell(id));
  const list = (ids) => ids.map(total).join(' + ');
  if (relation.sum) return say('relation.sum', { parts: list(relation.sum), whole: typeof relation.is === 'string' ? total(relation.is) : say.number(relation.is) });
  if (relation.mean) return say('relation.mean', { whole: cell(relation.is), parts: relation.mean.map(cell).join(', ') });
  if (relation.points) return say('relation.points', { points: cell(relation.points), weight: cell(relation.weight), percent: cell(relation.percent) });
  if (relation.count) return say('relation.count', { whole: cell(relation.is), column: cell(relation.count), options: say.list(names.options(relation.count, relation.in)) });
  if (relation.percent) return say('relation.percent', { percent: cell(relation.percent), part: total(relation.part), whole: total(relation.of) });
  return say('relation.part', { part: total(relation.part), whole: total(relation.of) });
}
