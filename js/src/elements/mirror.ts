/**
 * A layer over a text area with the same text in the same places, transparent but for the marks. The text area stays the
 * page's own and is not touched: typing, undo, spelling, the page's style are as before.
 */
import { append, each, el } from './dom.js';
import { highlights, paint } from './highlight.js';
import { morph } from './morph.js';
import { stretches, type TextFinding } from './spans.js';

/** All that decides where a letter stands. */
const METRICS = /^(font|letter|word|line|text-(?!shadow|decoration)|(-moz-)?tab|white|overflow-wrap|hyphen|direction|padding)/;

export interface Mirror {
  readonly node: HTMLElement;
  /** Takes over how the text area writes. */
  dress(area: HTMLTextAreaElement): void;
  /** Lays itself over the text area, scrolled as it is. */
  place(area: HTMLTextAreaElement): void;
  show(text: string, findings: readonly TextFinding[]): void;
  /** Takes the marks off that the page would keep for it. */
  clear(): void;
  /** How far down, in pixels, the text at `start` stands. */
  top(start: number): number;
}

export function createMirror(): Mirror {
  const text = el('div', 'mirror-text');
  const node = el('div', 'mirror', { 'aria-hidden': 'true' }, text);
  const nothing = (): void => {};
  let unpaint = nothing;

  function dress(area: HTMLTextAreaElement): void {
    const from = getComputedStyle(area);
    each(from, (name) => {
      if (METRICS.test(name)) text.style.setProperty(name, from.getPropertyValue(name));
    });
  }

  function place(area: HTMLTextAreaElement): void {
    const [box, around] = [area.getBoundingClientRect(), (node.parentNode as Element).getBoundingClientRect()];
    node.style.left = box.left - around.left + area.clientLeft + 'px';
    node.style.top = box.top - around.top + area.clientTop + 'px';
    node.style.width = area.clientWidth + 'px';
    node.style.height = area.clientHeight + 'px';
    // Moved and not scrolled: a scroll would end where this layer ends, not where the text area does.
    text.style.transform = `translate(${-area.scrollLeft}px,${-area.scrollTop}px)`;
  }

  function show(value: string, findings: readonly TextFinding[]): void {
    const whole = highlights(text);
    const fresh = document.createDocumentFragment();
    append(fresh, whole ? value : each(stretches(value, findings), ({ text: words, mark }) =>
      mark ? el('span', 'mark ' + mark, null, words) : words));
    // A last empty line has no height of its own here.
    append(fresh, '\u200b');
    clear();
    morph(text, fresh);
    if (whole) unpaint = paint(text.firstChild as Text, findings);
  }

  function clear(): void {
    unpaint();
    unpaint = nothing;
  }

  /** By its letters, because not all that is found is marked. */
  function top(start: number): number {
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let left = start;
    for (let at = walk.nextNode(); at; at = walk.nextNode()) {
      const { length } = at as Text;
      if (left < length) {
        const range = document.createRange();
        range.setStart(at, left);
        range.setEnd(at, left + 1);
        return range.getBoundingClientRect().top - text.getBoundingClientRect().top;
      }
      left -= length;
    }
    return 0;
  }
  return { node, dress, place, show, clear, top };
}
