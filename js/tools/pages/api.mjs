/** The step `api`: every name the package gives, with what its types and their comments say -> dist/api.html. Read from the declarations, so it cannot say anything else. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dist, js } from '../paths.mjs';
import { h } from './html.mjs';
import { page } from './page.mjs';

/** Title, then the declarations in the order they are shown. */
const PARTS = [
  ['Start', ['inline', 'errors']],
  ['What goes in and comes out', ['types/engine', 'types/common', 'types/number', 'types/rulebook', 'types/breakdown', 'types/quota', 'types/form', 'types/roster', 'types/calendar', 'types/audit', 'types/ballot']],
  ['On a form that is there', ['watch/watch', 'watch/announce', 'watch/types']],
  ['Elements', ['elements', 'elements/quota', 'elements/breakdown', 'elements/findings', 'elements/report', 'elements/spans', 'elements/style']],
  ['Excel', ['excel/read', 'excel/join', 'excel/types', 'excel/error', 'excel/summary', 'excel/write-xlsx', 'excel/write-csv', 'excel/draw']],
  ['xeploai/forms', ['forms']],
  ['xeploai/slim', ['slim']],
];
/** A comment, if there is one, and what is exported after it: its first line, and all that is indented or closes it. */
const DECLARATION = /(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export (?:declare )?(?:abstract )?(interface|type|function|class|const) (\w+).*(?:\n(?: .*|\}.*))*/g;

export function buildApi() {
  writeFileSync(path.join(dist, 'api.html'), apiPage());
}

/** Modules inside the package: of these only what an entry names. */
const INSIDE = /^(?:errors|watch\/(?:watch|announce)|elements\/|excel\/(?!types))/;

/** `[part, [{ name, kind, text, comment }]]`; a name that two entries give alike is shown once. */
export function declarations() {
  const read = (file) => readFileSync(path.join(dist, `${file}.d.ts`), 'utf8');
  const entries = ['index', 'shared', 'elements', 'excel'].map(read).join('');
  const given = (file) => ([, , , name]) => !INSIDE.test(file) || new RegExp(`\\b${name}\\b`).test(entries);
  return PARTS.map(([part, files]) => [part, files.flatMap((file) => [...read(file).matchAll(DECLARATION)].filter(given(file)).map(([whole, comment = '', kind, name]) => ({
    name, kind, comment: plain(comment), id: part.startsWith('xeploai/') ? `${files[0]}-${name}` : name,
    text: whole.slice(comment.length).split('\n').filter((line) => !/^ {4}(?:private |constructor\()/.test(line)).join('\n').replace(/^export (?:declare )?/, ''),
  })))]);
}

function apiPage() {
  const { version } = JSON.parse(readFileSync(path.join(js, 'package.json'), 'utf8'));
  const parts = declarations();
  const known = new Set(parts.flatMap(([, all]) => all.map(({ id }) => id)));
  const section = ([part, all]) => h('section', { 'aria-label': part }, h('h2', { id: anchor(part) }, part), all.map(({ id, name, kind, comment, text }) => [
    h('h3', { id }, name, ' ', h('small', { class: 'sub' }, kind)), comment && h('p', {}, comment), h('pre', { tabindex: '0' }, h('code', {}, linked(text, known, name))),
  ]));
  return page({
    language: 'en',
    title: 'xeploai: API',
    body: [
      h('header', {}, h('p', { class: 'kind' }, `xeploai ${version}`), h('h1', {}, 'API'),
        h('p', { class: 'lead' }, 'Written from the package’s declarations. The README says how the pieces are used.')),
      h('nav', { 'aria-label': 'Contents' }, parts.map(([part, all]) => [
        h('p', {}, h('a', { href: `#${anchor(part)}` }, part)), h('ul', {}, all.map(({ id, name }) => h('li', {}, h('a', { href: `#${id}` }, name)))),
      ])),
      h('main', {}, parts.map(section)),
    ],
  });
}

const anchor = (part) => part.toLowerCase().replace(/[^a-z]+/g, '-');

/** The text of a comment, in one line. */
const plain = (comment) => comment.replace(/^\/\*\*|\*\/\s*$/g, '').replace(/^\s*\* ?/gm, '').replace(/\s+/g, ' ').trim();

/** Names that the page explains lead there. */
function linked(text, known, own) {
  return text.split(/\b([A-Z]\w+)\b/).map((piece) => (known.has(piece) && piece !== own ? h('a', { href: `#${piece}` }, piece) : piece));
}
