/** The pages of the law: everything of a rulebook is on its page, and the pages are sound HTML whose links lead somewhere. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dist } from '../../js/tools/paths.mjs';
import { overlays, rulebooks, xeploai } from './package.mjs';

const LANGUAGES = ['', '.en'];
const PAGES = [...rulebooks.map((own) => ['rulebooks', own]), ...overlays.map((own) => ['overlays', own])]
  .flatMap(([folder, own]) => LANGUAGES.map((language) => ({ file: path.join(dist, folder, `${own.id}${language}.html`), own, language })));
const INDEXES = LANGUAGES.map((language) => path.join(dist, `law${language}.html`));
const read = (file) => readFileSync(file, 'utf8');
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** What must be found on a page, as `[what, text or anchor]`. */
function expected(own, language) {
  const label = (pair) => escape((language === '' ? pair.vi : pair.en) ?? pair.vi);
  const ids = (section) => Object.entries(own[section] ?? {});
  const found = [];
  const one = (kind, id, thing) => {
    found.push([`${kind} ${id}`, `id="${kind}-${id}"`]);
    if (thing?.label) found.push([`${kind} ${id}`, label(thing.label)]);
    if (thing?.note) found.push([`note of ${kind} ${id}`, label(thing.note)]);
  };
  for (const [id, quota] of ids('quotas')) {
    one('quota', id, quota);
    for (const fact of Object.values(quota)) if (fact?.note) found.push([`note of ${id}`, label(fact.note)]);
    if (quota.group) found.push([`group of ${id}`, label(quota.group.value)]);
    if (quota.percent) found.push([`percent of ${id}`, `${String(quota.percent.value).replace('.', ',')}%`]);
  }
  for (const [id, standard] of ids('standards')) {
    found.push([`standard ${id}`, `id="standard-${id}"`]);
    for (const kind of ['conditions', 'triggers', 'caps']) {
      for (const [rule, thing] of Object.entries(standard[kind] ?? {})) {
        one('rule', `${id}.${rule}`, thing);
        if (thing.basis === 'unverified') found.push([`how to accept ${id}.${rule}`, `<code>${id}.${rule}</code>`]);
      }
    }
    const points = language === '' ? (value) => `${value}( đến dưới \\S+)? điểm` : (value) => `${value} points`;
    for (const [grade, band] of Object.entries(standard.bands ?? {})) found.push([`band ${id}.${grade}`, new RegExp(points(String(band.value).replace('.', ',')))]);
  }
  for (const [kind, section] of [['exclusion', 'exclusions'], ['deadline', 'deadlines'], ['term', 'terms'], ['ballot', 'ballots'], ['criteria', 'criteria'], ['form', 'forms'], ['table', 'tables']]) {
    for (const [id, thing] of ids(section)) one(kind, id, thing);
  }
  for (const [id, target] of ids('targets')) found.push([`target ${id}`, `id="target-${id}"`], [`target ${id}`, label(target.label)], [`target ${id}`, `${target.atLeast.value}%`]);
  for (const [id, tree] of ids('criteria')) for (const [item, thing] of Object.entries(tree.items ?? {})) one('item', `${id}.${item}`, thing);
  for (const [id, question] of ids('openQuestions')) found.push([`question ${id}`, `id="question-${id}"`], [`question ${id}`, label(question)]);
  for (const [id, cited] of ids('citations')) {
    found.push([`citation ${id}`, `id="cite-${id}"`]);
    if (cited.url) found.push([`source of ${id}`, `href="${escape(cited.url)}"`]);
  }
  return found;
}

for (const { file, own, language } of PAGES) {
  test(`${path.relative(dist, file)} has every rule, quota, band, exclusion, deadline, form, source and open question`, () => {
    const text = read(file);
    const missing = expected(own, language).filter(([, what]) => (typeof what === 'string' ? !text.includes(what) : !what.test(text)));
    assert.deepEqual(missing, []);
    assert.doesNotMatch(text, /undefined|\[object|NaN|\{\w+\}(?![^<]*<\/style>)/);
  });
}

for (const file of [...PAGES.map((page) => page.file), ...INDEXES]) {
  test(`${path.relative(dist, file)} is sound: tags closed in order, ids once, links to what is there, no script`, () => {
    const text = read(file);
    assert.equal(unsound(text), null);
    const ids = anchors(text);
    assert.equal(new Set(ids).size, ids.length);
    const links = [...text.matchAll(/ href="([^"]*)"/g)].map((match) => match[1]).filter((href) => !/^https?:/.test(href));
    assert.deepEqual(links.filter((href) => !leads(file, href)), []);
    assert.doesNotMatch(text, /<script|javascript:| on\w+=| style=/);
  });
}

const anchors = (text) => [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);

function leads(file, href) {
  const [name, anchor] = href.split('#');
  const target = name ? path.join(path.dirname(file), name) : file;
  return existsSync(target) && (!anchor || anchors(read(target)).includes(anchor));
}

/** The first tag that is closed out of order, left open, or stands in a paragraph that it would end; else null. */
function unsound(text) {
  const open = [];
  for (const [tag, slash, name] of text.replace(/<style>[^]*?<\/style>/, '').matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['meta', 'br', 'link'].includes(name)) continue;
    if (slash) {
      if (open.pop() !== name) return tag;
    } else {
      if (open.includes('p') && /^(?:div|p|ul|ol|table|h\d|section|article|dl)$/.test(name)) return `${tag} in <p>`;
      open.push(name);
    }
  }
  return open[0] ?? null;
}

for (const { file, own, language } of PAGES.filter(({ own }) => own.over === undefined)) {
  test(`${path.relative(dist, file)} calls readings, rows and rules as the engine does, also where the rulebook leaves the words out`, async () => {
    const engine = await xeploai.createEngine({ rulebook: own, asOf: own.effective.from, locale: language === '' ? 'vi' : 'en' });
    const text = read(file);
    const called = [
      ...engine.rulebook.quotas.flatMap(({ readings }) => readings.map(({ label }) => `<strong>${escape(label)}</strong>: `)),
      ...engine.tables().flatMap(({ rows }) => rows.map(({ label }) => `<th scope="row">${escape(label)}</th>`)),
      ...engine.forms().flatMap(({ rules }) => rules.map(({ label }) => `<strong>${escape(label)}</strong>`)),
    ];
    assert.deepEqual(called.filter((words) => !text.includes(words)), []);
    engine.dispose();
  });
}

test('the check for unsound HTML finds it', () => {
  assert.equal(unsound('<p><b></p></b>'), '</p>');
  assert.equal(unsound('<ul><li></li>'), 'ul');
  assert.equal(unsound('<p><ul></ul></p>'), '<ul> in <p>');
  assert.equal(unsound('<p><b>1</b><br>2</p>'), null);
});
