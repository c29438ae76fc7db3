/**
 * Marks on one text node by the CSS Custom Highlight API, where the browser has it: the text is not cut into spans, so a
 * letter typed changes one node however many marks there are.
 */
import type { Severity } from '../types.js';
import { each } from './dom.js';
import { stretches, type TextFinding } from './spans.js';

type View = Window & typeof globalThis;

/** Whether marks can be painted where `node` stands. */
export function highlights(node: Node): boolean {
  const view = viewOf(node);
  return !!view && typeof view.Highlight === 'function' && !!view.CSS && 'highlights' in view.CSS;
}

/** Paints the findings on a text; what it returns takes them off again. */
export function paint(text: Text, findings: readonly TextFinding[]): () => void {
  const painted: (readonly [Highlight, Range])[] = [];
  each(stretches(text.data, findings), ({ text: words, start, mark }) => {
    if (!mark) return;
    const range = text.ownerDocument.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + words.length);
    const highlight = ofPage(viewOf(text) as View, mark);
    highlight.add(range);
    painted[painted.length] = [highlight, range];
  });
  return () => { each(painted, ([highlight, range]) => highlight.delete(range)); };
}

/** The page has one of each name, for all that is marked so; only inside these elements they look like something. */
function ofPage(view: View, mark: Severity): Highlight {
  const name = 'xeploai-' + mark;
  const all = view.CSS.highlights;
  const known = all.get(name);
  if (known) return known;
  const made = new view.Highlight();
  all.set(name, made);
  return made;
}

function viewOf(node: Node): View | null {
  return (node.ownerDocument as Document).defaultView;
}
