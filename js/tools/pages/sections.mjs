/** The short sections: sources, who is rated, exclusions, deadlines, old names, tables, open questions, what is unverified. */
import { h } from './html.mjs';
import { commas } from './law.mjs';
import { lessSure } from './quotas.mjs';
import { namesIn } from './standards.mjs';

export function citations({ source, say, section, table, date }) {
  const shown = source.entries('citations').map(([id]) => source.citation(id));
  // Instruments in the order they come, each with the places cited in it.
  const root = (id) => (source.book.citations[id].of ? root(source.book.citations[id].of) : id);
  const roots = [...new Set(shown.map(({ id }) => root(id)))].map((id) => source.citation(id));
  const groups = roots.map((instrument) => h('tbody', {},
    h('tr', { class: 'group' }, h('th', { colspan: 2, scope: 'rowgroup', id: source.citesHere(instrument.id) ? `cite-${instrument.id}` : null },
      instrument.issued
        ? say('issued', { number: instrument.number, date: date(instrument.issued), issuer: instrument.issuer })
        : `${instrument.number}, ${instrument.issuer}`,
      instrument.title && h('span', { class: 'sub' }, instrument.title))),
    shown.filter(({ id }) => root(id) === instrument.id && (id !== instrument.id || instrument.url)).map((one) => h('tr', { id: one.id === instrument.id ? null : `cite-${one.id}` },
      h('td', {}, [one.article, one.clause, one.point].filter(Boolean).join(', ') || say('citations.whole')),
      h('td', {}, one.url ? h('a', { class: 'url', href: one.url, rel: 'noreferrer' }, one.url) : h('span', { class: 'quiet' }, say('citations.none')))))));
  return section('citations', say('citations'), table([say('citations.place'), say('citations.source')], groups, { class: 'citations', bodies: true }));
}

export function subjects({ source, say, names, section, table }) {
  if (source.overlay) return null;
  const rows = Object.entries(source.book.subjects).map(([id, subject]) => h('tr', { id: `subject-${id}` },
    h('th', { scope: 'row' }, say.label(subject.label)),
    h('td', {}, h('ol', {}, subject.grades.map((grade) => {
      const { within, short } = source.book.grades[grade];
      return h('li', {}, names.grade(grade), short && h('span', { class: 'quiet' }, ` (${short})`), within && h('span', { class: 'quiet' }, `, ${say('within', { grade: names.grade(within) })}`));
    })))));
  const marks = Object.values(source.book.marks ?? {});
  return section('subjects', say('subjects'), table([say('subject'), say('grades')], rows),
    marks.length > 0 && h('p', {}, h('strong', {}, `${say('marks')}: `), marks.map(({ label }) => say.label(label)).join(', '), '.'));
}

/** Everything that a portal must accept before it does anything, with its id: see src/rulebook/accept.rs. */
export function unverified({ source, say, names, section, table, where }) {
  const found = [];
  const look = (id, label, fact, path) => {
    if (['unverified', 'silent'].includes(fact?.basis) && source.shows(...path)) found.push([id, label, fact]);
  };
  for (const [id, quota] of source.entries('quotas')) {
    look(id, say.label(quota.label), quota.percent, ['quotas', id, 'percent']);
    for (const name of ['raised', 'group', 'overflow', 'head']) look(`${id}.${name}`, `${say.label(quota.label)}: ${say(`quota.${name}`)}`, quota[name], ['quotas', id, name]);
    if (quota.smallGroup) look(`${id}.small-group`, `${say.label(quota.label)}: ${say('quota.small')}`, lessSure(quota.smallGroup), ['quotas', id, 'smallGroup']);
  }
  for (const [id, ballot] of source.entries('ballots')) look(`${id}.majority`, say.label(ballot.label), ballot.majority?.above, ['ballots', id, 'majority']);
  for (const [id, one] of source.entries('deadlines')) look(`deadline.${id}`, say.label(one.label), one, ['deadlines', id]);
  for (const [id, one] of source.entries('targets')) look(`target.${id}`, say.label(one.label), one.atLeast, ['targets', id]);
  for (const [id, one] of source.entries('exclusions')) look(`exclusion.${id}`, say.label(one.label), one, ['exclusions', id]);
  for (const [id, one] of source.entries('fields')) if (one.max !== undefined || one.step !== undefined) look(`field.${id}`, say.label(one.label), one, ['fields', id]);
  for (const [id, standard] of source.entries('standards')) {
    for (const [grade, fact] of Object.entries(standard.bands ?? {})) look(`${id}.${grade}`, `${say.label(standard.label)}: ${names.grade(grade)}`, fact, ['standards', id, 'bands', grade]);
    for (const kind of ['conditions', 'triggers', 'caps']) {
      for (const [rule, one] of Object.entries(standard[kind] ?? {})) look(`${id}.${rule}`, `${say.label(standard.label)}: ${namesIn(source, say, id).rule(one)}`, one, ['standards', id, kind, rule]);
    }
    look(`${id}.otherwise`, `${say.label(standard.label)}: ${say('standard.otherwise')}`, standard.otherwise, ['standards', id, 'otherwise']);
    if (standard.conflict?.value !== 'refer') look(`${id}.conflict`, `${say.label(standard.label)}: ${say('standard.conflict')}`, standard.conflict, ['standards', id, 'conflict']);
  }
  if (found.length === 0) return null;
  return section('unverified', say('unverified'), h('p', {}, say('unverified.lead')),
    table(['accept', say('quota.what'), say('quota.cite')], found.map(([id, label, fact]) => h('tr', {}, h('td', {}, h('code', {}, id)), h('td', {}, label), h('td', {}, where(fact))))));
}

export function exclusions({ source, say, section, table, where, note }) {
  const rows = source.entries('exclusions').map(([id, one]) => h('tr', { id: `exclusion-${id}` },
    h('th', { scope: 'row' }, say.label(one.label), note(one)),
    h('td', {}, one.reviewed ? say('option.yes') : h('span', { class: 'quiet' }, say('exclusions.not-reviewed'))),
    h('td', {}, where(one, { accept: `exclusion.${id}`, path: ['exclusions', id] }))));
  return rows.length > 0 && section('exclusions', say('exclusions'), table([say('exclusions.case'), say('exclusions.reviewed'), say('quota.cite')], rows));
}

export function deadlines({ source, say, section, table, where, note }) {
  const when = (one) => {
    if (one.workingDaysBefore !== undefined) return say('deadline.before', { n: one.workingDaysBefore });
    const day = [one.day, one.month].map((part) => String(part).padStart(2, '0')).join('/');
    return say(one.yearAfter ? 'deadline.after' : 'deadline.this', { day });
  };
  const rows = source.entries('deadlines').map(([id, one]) => h('tr', { id: `deadline-${id}` },
    h('th', { scope: 'row' }, say.label(one.label), note(one)), h('td', {}, when(one)), h('td', {}, where(one, { accept: `deadline.${id}`, path: ['deadlines', id] }))));
  return rows.length > 0 && section('deadlines', say('deadlines'), table([say('deadline.what'), say('deadline.when'), say('quota.cite')], rows));
}

export function terms({ source, say, names, section, table, where, note }) {
  const rows = source.entries('terms').map(([id, one]) => h('tr', { id: `term-${id}` },
    h('th', { scope: 'row' }, say.label(one.label), note(one)),
    h('td', {}, names.grade(one.grade), h('span', { class: 'sub' }, names.subject(one.subject))),
    h('td', {}, where(one, { path: ['terms', id] }))));
  return rows.length > 0 && section('terms', say('terms'), table([say('term.old'), say('term.now'), say('quota.cite')], rows));
}

export function tables({ source, say, section, table, citation, changed, names }) {
  const shown = source.entries('tables').map(([id, one]) => {
    const label = (row) => names.row(one.rows[row] ?? {}) || row;
    const rows = Object.values(one.rows).map((row) => h('tr', {},
      h('th', { scope: 'row' }, names.row(row)),
      h('td', {}, say(`table.${row.kind ?? (row.of ? 'part' : 'total')}`, { of: label(row.of) })),
      h('td', {}, row.of ? `“${label(row.base ?? row.of)}”` : '–')));
    return h('article', { id: `table-${id}` }, h('h3', {}, say.label(one.label), changed('tables', id)),
      h('p', { class: 'sub' }, commas([names.subject(one.subject), one.cite && citation(one.cite)].filter(Boolean))),
      table([say('table.row'), say('table.kind'), say('table.base')], rows));
  });
  return shown.length > 0 && section('tables', say('tables'), shown);
}

export function questions({ source, say, section }) {
  const rows = source.entries('openQuestions').map(([id, text]) => h('li', { id: `question-${id}` }, say.label(text)));
  return rows.length > 0 && section('questions', say('questions'), h('ol', {}, rows));
}
