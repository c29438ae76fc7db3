/** What a finding looks like in a list, in the summary of a form and beside a text. */
import type { Severity } from '../types.js';
import { el, icon, type Child } from './dom.js';
import type { Words } from './words.js';

/** Its severity, as a sign and in a word, and what it says. */
export function message(severity: Severity, said: Child, words: Words): HTMLElement {
  return el('p', 'message', null, icon(severity), el('strong', 'severity', null, words.severity[severity] + ': '), said);
}

/** A button for the finding at a place of the list: `Sửa thành “0,54%”`. Never of type submit: the page's form is the page's. */
export function button(act: 'go' | 'fix', at: number, word: string, quoted: string): HTMLElement {
  return el('button', 'button', { type: 'button', 'data-act': act, 'data-at': at }, `${word} \u201c${quoted}\u201d`);
}
