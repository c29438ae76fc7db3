/**
 * A layer over a text area with the same text in the same places, transparent but for the marks. The text area stays the
 * page's own and is not touched: typing, undo, spelling, the page's style are as before.
 */
import { el } from './dom.js';
import { morph } from './morph.js';
import { stretches, type TextFinding } from './spans.js';

/** All that decides where a letter stands. */
const METRICS = [
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-kerning', 'font-variant-ligatures', 'font-variant-numeric',
  'font-feature-settings', 'letter-spacing', 'word-spacing', 'line-height', 'text-align', 'text-indent', 'text-rendering', 'text-transform',
  'tab-size', '-moz-tab-size', 'white-space', 'word-break', 'overflow-wrap', 'direction', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left',
];

export interface Mirror {
  readonly node: HTMLElement;
  /** Lays itself over the text area as it is now. */
  fit(area: HTMLTextAreaElement): void;
  show(text: string, findings: readonly TextFinding[]): void;
  /** How far down, in pixels, the text at `start` stands. */
  top(start: number): number;
}

export function createMirror(): Mirror {
  const text = el('div', 'mirror-text');
  const node = el('div', 'mirror', { 'aria-hidden': 'true' }, text);

  function fit(area: HTMLTextAreaElement): void {
    const from = getComputedStyle(area);
    for (let at = 0; at < METRICS.length; at++) {
      const name = METRICS[at] as string;
      text.style.setProperty(name, from.getPropertyValue(name));
    }
    const [box, around] = [area.getBoundingClientRect(), (node.parentNode as Element).getBoundingClientRect()];
    place('left', box.left - around.left + area.clientLeft);
    place('top', box.top - around.top + area.clientTop);
    place('width', area.clientWidth);
    place('height', area.clientHeight);
    // Moved and not scrolled: a scroll would end where this layer ends, not where the text area does.
    text.style.setProperty('transform', `translate(${-area.scrollLeft}px,${-area.scrollTop}px)`);
  }

  function place(name: string, pixels: number): void {
    node.style.setProperty(name, pixels + 'px');
  }

  function show(value: string, findings: readonly TextFinding[]): void {
    const fresh = document.createDocumentFragment();
    const cut = stretches(value, findings);
    for (let at = 0; at < cut.length; at++) {
      const { text: words, start, mark } = cut[at] as (typeof cut)[number];
      fresh.appendChild(mark ? el('span', 'mark ' + mark, { 'data-start': start }, words) : document.createTextNode(words));
    }
    // A last empty line has no height of its own here.
    fresh.appendChild(document.createTextNode('\u200b'));
    morph(text, fresh);
  }

  function top(start: number): number {
    const found = text.querySelector<HTMLElement>(`[data-start="${start}"]`);
    return found ? found.offsetTop : 0;
  }
  return { node, fit, show, top };
}
