/** Where it is written: the citations of a quota or a finding. */
import type { Citation } from '../types.js';
import { append, el } from './dom.js';
import type { Words } from './words.js';

export function law(citations: readonly Citation[] | undefined, words: Words): HTMLElement | null {
  if (!citations || !citations.length) return null;
  const node = el('p', 'law', null, words.law + ': ');
  for (let at = 0; at < citations.length; at++) {
    const { text, url } = citations[at] as Citation;
    if (at) append(node, '; ');
    // Only an address of the web becomes a link: a rulebook may be anybody's.
    append(node, url && /^https?:\/\//.test(url) ? el('a', 'source', { href: url, rel: 'noreferrer' }, text) : text);
  }
  append(node, '.');
  return node;
}
