/** Where it is written: the citations of a quota or a finding. */
import type { Citation } from '../types.js';
import { each, el } from './dom.js';
import type { Words } from './words.js';

export function law(citations: readonly Citation[] | undefined, words: Words): HTMLElement | null {
  if (!citations || !citations.length) return null;
  return el('p', 'law', null, words.law + ': ', each(citations, ({ text, url }, at) => [
    at > 0 && '; ',
    // Only an address of the web becomes a link: a rulebook may be anybody's.
    url && /^https?:\/\//.test(url) ? el('a', 'source', { href: url, rel: 'noreferrer' }, text) : text,
  ]), '.');
}
