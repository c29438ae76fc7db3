/** What a page says, without what makes it a file: what it is about and its sections. The demo shows the same in the browser. */
import { h } from './html.mjs';
import { criteria, forms } from './forms.mjs';
import { basisCounts, writer } from './law.mjs';
import { quotas } from './quotas.mjs';
import { ballots, targets } from './votes.mjs';
import { citations, deadlines, exclusions, questions, subjects, tables, terms, unverified } from './sections.mjs';
import { standards } from './standards.mjs';
import { speaker } from './words.mjs';

/** In the order of a text of law: what it rests on, who, how many, what it takes, on what form. By name, because a bundler may rename functions. */
const SECTIONS = { citations, subjects, unverified, quotas, standards, criteria, exclusions, deadlines, terms, ballots, targets, forms, tables, questions };
const BASES = ['confirmed', 'secondary', 'unverified', 'silent'];

/** Name of a page's file. */
export const fileName = (id, language) => (language === 'vi' ? `${id}.html` : `${id}.${language}.html`);

/** `{ title, body }` of a rulebook, or of an overlay; `folder` is the way from it to the folder that holds both kinds. */
export function lawBody(source, language, { version, known }) {
  const say = speaker(language);
  const { own, base, overlay } = source;
  const w = writer(source, say, '../rulebooks/');
  const other = language === 'vi' ? 'en' : 'vi';
  const sections = Object.entries(SECTIONS).map(([name, section]) => [name, section(w)]).filter(([, made]) => made);
  const period = (book) => (book.effective.until
    ? say('period.closed', { from: say.date(book.effective.from), until: say.date(book.effective.until) })
    : say('period.open', { from: say.date(book.effective.from) }));
  const counts = basisCounts(own);
  const fact = (title, ...text) => [h('dt', {}, title), h('dd', {}, ...text)];
  return {
    title: say.label(own.title),
    body: [
      h('header', {},
        h('p', { class: 'kind' }, h('a', { href: `../${fileName('law', language)}` }, 'xeploai'), ' · ',
          overlay ? say('overlay', { over: base.id }) : say('rulebook'), ' · ', h('a', { href: fileName(own.id, other), lang: other, hreflang: other }, say('other'))),
        h('h1', {}, say.label(own.title)),
        h('p', { class: 'lead' }, say('lead'), overlay && ` ${say('lead.overlay')}`),
        h('dl', { class: 'summary' },
          fact(say('period'), overlay ? say('period.over', { period: period(base) }) : period(base)),
          fact(say('family'), (base.families ?? []).map((family) => (say.has(`family.${family}`) ? say(`family.${family}`) : family)).join(', ')),
          overlay && fact(say('rulebook'), h('a', { href: `../rulebooks/${fileName(base.id, language)}` }, say.label(base.title))),
          !overlay && own.supersedes && fact(say('supersedes'), known.includes(own.supersedes) ? h('a', { href: fileName(own.supersedes, language) }, own.supersedes) : own.supersedes),
          fact(say('version'), say('version.text', { id: own.id, version: own.version, reviewed: say.date(own.reviewed) })),
          fact(say('sure'), h('ul', { class: 'plain' }, BASES.filter((basis) => counts[basis]).map((basis) => h('li', {}, w.badge(basis), ` ${counts[basis]}: ${say(`legend.${basis}`)}`)))))),
      h('nav', { 'aria-label': say('contents') }, h('ul', {}, sections.map(([name]) => h('li', {}, h('a', { href: `#${name}` }, say(name)))))),
      h('main', {}, sections.map(([, made]) => made)),
      h('footer', {}, say('footer', { version, id: own.id, dataVersion: own.version })),
    ],
  };
}

/** The list of all pages. */
export function indexBody(books, overlays, language) {
  const say = speaker(language);
  const other = language === 'vi' ? 'en' : 'vi';
  const row = (folder) => (own) => h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: `${folder}/${fileName(own.id, language)}` }, say.label(own.title))),
    h('td', {}, own.effective
      ? say(own.effective.until ? 'period.closed' : 'period.open', { from: say.date(own.effective.from), until: say.date(own.effective.until ?? '') })
      : h('code', {}, own.over)),
    h('td', {}, h('code', {}, own.id)));
  const table = (id, title, rows) => h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), h('table', {}, h('tbody', {}, rows)));
  return {
    title: `xeploai: ${say('index')}`,
    body: [
      h('header', {}, h('p', { class: 'kind' }, 'xeploai · ', h('a', { href: fileName('law', other), lang: other, hreflang: other }, say('other'))), h('h1', {}, say('index')), h('p', { class: 'lead' }, say('index.lead'))),
      h('main', {}, table('rulebooks', say('index'), [...books].reverse().map(row('rulebooks'))), table('overlays', say('index.overlays'), overlays.map(row('overlays')))),
    ],
  };
}

