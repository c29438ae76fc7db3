/** A whole page. One file each: styles inside, no script, no request. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { document, h, style } from './html.mjs';
import { indexBody, lawBody } from './body.mjs';

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

/** The page of a rulebook, or of an overlay. */
export const lawPage = (source, language, more) => page({ language, ...lawBody(source, language, more) });
/** The list of all pages. */
export const indexPage = (books, overlays, language) => page({ language, ...indexBody(books, overlays, language) });
export { fileName } from './body.mjs';
