/** Standards, in the order a text has them: grade by grade, its points, its conditions, and what brings one down to it. */
import { h } from './html.mjs';
import { commas } from './law.mjs';
import { namesOf } from './names.mjs';
import { sentence } from './tests.mjs';

export function standards(w) {
  const { source, say, section } = w;
  const shown = source.entries('standards').map(([id]) => standard(w, id));
  return shown.length > 0 && section('standards', say('standards'), shown);
}

/** The forms that are judged by a standard, as `[id, form]`. */
const formsOf = (source, id) => Object.entries(source.book.forms ?? {}).filter(([, form]) => form.standard === id);

/** Names as the first form judged by a standard has them. */
export const namesIn = (source, say, id) => namesOf(source, say, formsOf(source, id)[0]?.[1] ?? null);

function standard(w, id) {
  const { source, say, where, table, note, changed } = w;
  const one = source.get('standards', id);
  const forms = formsOf(source, id);
  const names = namesIn(source, say, id);
  const anchored = new Set();
  const part = (kind) => source.entries('standards', id, kind);
  const grades = names.gradesOf(one.subject);
  const context = { w, id, names, anchored };

  const bodies = grades.map((grade, at) => {
    const score = band(w, id, one, grades, at);
    const conditions = part('conditions').filter(([, rule]) => rule.grades.includes(grade));
    const down = part('triggers').filter(([, rule]) => rule.to === grade);
    const caps = part('caps').filter(([, rule]) => rule.to === grade);
    if (!score && conditions.length + down.length + caps.length === 0) return null;
    return h('tbody', {},
      h('tr', { class: 'group' }, h('th', { scope: 'rowgroup' }, names.grade(grade), score && h('span', { class: 'band' }, `: ${score.text}`), score && note(score.fact)),
        h('td', {}, score?.fact && where(score.fact, { accept: `${id}.${grade}`, path: ['standards', id, 'bands', grade] }))),
      heading(say('standard.conditions'), conditions),
      conditions.map(([rule]) => row(context, 'conditions', rule)),
      heading(say(at === grades.length - 1 ? 'standard.triggers' : 'standard.ceiling'), [...down, ...caps]),
      down.map(([rule]) => row(context, 'triggers', rule)),
      caps.map(([rule]) => row(context, 'caps', rule)));
  });
  const loose = part('caps').filter(([, rule]) => rule.to === undefined);
  if (loose.length > 0) {
    bodies.push(h('tbody', {}, h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: 2 }, say('standard.caps'))), loose.map(([rule]) => row(context, 'caps', rule))));
  }
  const last = [
    ending(w, id, 'otherwise', one.otherwise, (fact) => say('standard.otherwise.text', { grade: names.grade(fact.value) })),
    ending(w, id, 'conflict', one.conflict, (fact) => say(`conflict.${fact.value}`)),
  ].filter(Boolean);
  if (last.length > 0) bodies.push(h('tbody', {}, last));
  const rules = [].concat(...['conditions', 'triggers', 'caps'].map(part));
  return h('article', { id: `standard-${id}` },
    h('h3', {}, say.label(one.label), changed('standards', id)),
    h('p', { class: 'sub' }, say('standard.for', { subject: names.subject(one.subject) }), ' ',
      one.score && `${say('standard.score', { field: names.field(one.score) })} `,
      forms.length > 0 && [say('standard.forms'), commas(forms.map(([form, { number, label }]) => h('a', { href: source.shows('forms', form) ? `#form-${form}` : null }, number ?? say.label(label)))), '.']),
    rules.length === 0 && !source.overlay && h('p', {}, say('standard.empty')),
    table([say('standard.rule'), say('quota.cite')], bodies, { class: 'standard', bodies: true }));
}

const heading = (text, rules) => rules.length > 0 && h('tr', { class: 'lead' }, h('td', { colspan: 2 }, text));

/** What points a grade takes; the lowest has what is left, if every other grade has its number. */
function band({ source, say }, id, standard, grades, at) {
  const bands = standard.bands ?? {};
  const fact = bands[grades[at]];
  const shown = (grade) => source.shows('standards', id, 'bands', grade);
  // The next grade up that has a number: one in between may have none.
  const above = grades.slice(0, at).map((grade) => bands[grade]).filter(Boolean).pop();
  if (fact) {
    if (!shown(grades[at])) return null;
    const points = say.number(fact.value);
    return { fact, text: above ? say('standard.from.below', { points, above: say.number(above.value) }) : say('standard.from', { points }) };
  }
  const lowest = at === grades.length - 1 && grades.slice(0, -1).every((grade) => bands[grade]) && shown(grades[grades.length - 2]);
  return lowest ? { fact: null, text: say('standard.below', { points: say.number(above.value) }) } : null;
}

function row({ w, id, names, anchored }, kind, rule) {
  const { source, say, where, note } = w;
  const one = source.get('standards', id, kind, rule);
  const was = source.was('standards', id, kind, rule);
  const anchor = `rule-${id}.${rule}`;
  const first = !anchored.has(anchor);
  anchored.add(anchor);
  const test = (what) => (what.test ? sentence(what.test, say, names) : say('standard.not-above', { field: names.field(what.notAbove) }));
  return h('tr', { id: first ? anchor : null },
    h('td', {}, h('strong', {}, names.rule(one)), h('div', { class: 'test' }, test(one)),
      one.discretion && h('p', { class: 'note' }, say('standard.discretion', { field: names.field(one.discretion.field), reason: names.field(one.discretion.reason) })),
      note(one),
      was && h('div', { class: 'was' }, say('was'), h('strong', {}, names.rule(was)), ' ', test({ ...one, ...was }))),
    h('td', {}, where(one, { accept: `${id}.${rule}`, path: ['standards', id, kind, rule] })));
}

function ending({ source, say, where, note }, id, key, fact, write) {
  if (!fact || !source.shows('standards', id, key)) return null;
  return h('tr', {}, h('td', {}, h('strong', {}, `${say(`standard.${key}`)}: `), write(fact), '.', note(fact)),
    h('td', {}, where(fact, { accept: key === 'conflict' && fact.value === 'refer' ? null : `${id}.${key}`, path: ['standards', id, key] })));
}
