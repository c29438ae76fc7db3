/** A whole page: its head, what it is about, its sections. One file each: styles inside, no script, no request. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { document, h, style } from './html.mjs';
import { criteria, forms } from './forms.mjs';
import { basisCounts, writer } from './law.mjs';
import { quotas } from './quotas.mjs';
import { ballots, targets } from './votes.mjs';
import { citations, deadlines, exclusions, questions, subjects, tables, terms, unverified } from './sections.mjs';
import { standards } from './standards.mjs';
import { speaker } from './words.mjs';

/** In the order of a text of law: what it rests on, who, how many, what it takes, on what form. */
const SECTIONS = [citations, subjects, unverified, quotas, standards, criteria, exclusions, deadlines, terms, ballots, targets, forms, tables, questions];
const BASES = ['confirmed', 'secondary', 'unverified', 'silent'];

const CSS = readFileSync(new URL('page.css', import.meta.url), 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, '').trim();
/** Nothing may be loaded; the one style that may stand in the page is known by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(CSS).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A document with our head around it. */
export function page({ language, title, body }) {
  return document(h('html', { lang: language },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }), h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }), h('title', {}, title), style(CSS)),
    h('body', {}, body)));
}

/** Name of a page's file. */
export const fileName = (id, language) => (language === 'vi' ? `${id}.html` : `${id}.${language}.html`);

/** The page of a rulebook, or of an overlay; `folder` is the way from it to the folder that holds both kinds. */
export function lawPage(source, language, { version, known }) {
  const say = speaker(language);
  const { own, base, overlay } = source;
  const w = writer(source, say, '../rulebooks/');
  const other = language === 'vi' ? 'en' : 'vi';
  const sections = SECTIONS.map((section) => [section.name, section(w)]).filter(([, made]) => made);
  const period = (book) => (book.effective.until
    ? say('period.closed', { from: say.date(book.effective.from), until: say.date(book.effective.until) })
    : say('period.open', { from: say.date(book.effective.from) }));
  const counts = basisCounts(own);
  const fact = (title, ...text) => [h('dt', {}, title), h('dd', {}, ...text)];
  return page({
    language,
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
  });
}

/** The list of all pages. */
export function indexPage(books, overlays, language) {
  const say = speaker(language);
  const other = language === 'vi' ? 'en' : 'vi';
  const row = (folder) => (own) => h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: `${folder}/${fileName(own.id, language)}` }, say.label(own.title))),
    h('td', {}, own.effective
      ? say(own.effective.until ? 'period.closed' : 'period.open', { from: say.date(own.effective.from), until: say.date(own.effective.until ?? '') })
      : h('code', {}, own.over)),
    h('td', {}, h('code', {}, own.id)));
  const table = (id, title, rows) => h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), h('table', {}, h('tbody', {}, rows)));
  return page({
    language,
    title: `xeploai: ${say('index')}`,
    body: [
      h('header', {}, h('p', { class: 'kind' }, 'xeploai · ', h('a', { href: fileName('law', other), lang: other, hreflang: other }, say('other'))), h('h1', {}, say('index')), h('p', { class: 'lead' }, say('index.lead'))),
      h('main', {}, table('rulebooks', say('index'), [...books].reverse().map(row('rulebooks'))), table('overlays', say('index.overlays'), overlays.map(row('overlays')))),
    ],
  });
}

