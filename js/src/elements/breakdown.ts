/** `<xeploai-breakdown>`: the filled table, every share with its base and a bar. */
import type { Breakdown, BreakdownInput, BreakdownRow, FormsEngine } from '../types.js';
import { XeploaiElement } from './base.js';
import { each, el, only, picture, svg, type Child } from './dom.js';
import { grouped, type Words } from './words.js';

export class XeploaiBreakdown extends XeploaiElement {
  static override readonly properties = ['result', 'engine', 'table', 'counts'];

  /** A result to show. Without one the element asks `engine` itself. */
  declare result: Breakdown | null | undefined;
  declare engine: FormsEngine | null | undefined;
  declare table: BreakdownInput['table'] | null | undefined;
  declare counts: BreakdownInput['counts'] | null | undefined;

  /** @internal */
  protected draw(words: Words): Child {
    const result = this.current();
    if (!result) return null;
    return [
      table(result.rows, this.getAttribute('caption') || words.table, words),
      result.complete ? null : el('p', 'incomplete', null, words.incomplete),
    ];
  }

  private current(): Breakdown | null {
    const { result, engine, table: rows, counts } = this;
    if (result || !engine || !rows || !counts) return result || null;
    const filled = engine.breakdown({ table: rows, counts });
    this.tell('result', filled);
    return filled;
  }
}

function table(rows: readonly BreakdownRow[], caption: string, words: Words): HTMLElement {
  const changes = only(rows, ({ change }) => change !== undefined).length > 0;
  const column = (name: string, label: string) => el('th', name, { scope: 'col' }, label);
  return el('table', 'table', null, el('caption', 'caption', null, caption),
    el('thead', '', null, el('tr', '', null,
      column('what', words.what), column('number', words.count), column('number', words.share), changes && column('number', words.change))),
    el('tbody', '', null, each(rows, (row) => line(row, rows, changes, words))));
}

function line(row: BreakdownRow, rows: readonly BreakdownRow[], changes: boolean, words: Words): HTMLElement {
  const { id, kind, depth, label, countText, inferred, change } = row;
  return el('tr', 'row ' + kind, { 'data-key': id },
    el('th', 'what depth-' + Math.min(depth, 4), { scope: 'row' }, kind === 'of-which' && el('span', 'tag', null, words.ofWhich + ' '), label),
    el('td', 'number', null, countText || none(words), inferred && el('span', 'aside', null, words.inferred)),
    el('td', 'number share', null, share(row, only(rows, (other) => other.id === row.base)[0], words)),
    changes && el('td', 'number', null, typeof change === 'number' ? (change > 0 ? '+' : '') + grouped(change) : none(words)));
}

/** A whole of its own is no share of anything. */
function share({ share, shareText }: BreakdownRow, base: BreakdownRow | undefined, words: Words): Child {
  if (!base) return null;
  if (share === null) return none(words);
  return [
    el('span', 'shares', null, el('span', 'value', null, shareText), el('span', 'aside', null, `${words.of} ${base.countText || '\u2013'} (${base.label})`)),
    picture('bar', {},
      svg('rect', 'track', { width: '100%', height: '100%' }), svg('rect', 'used', { width: Math.min(100, Number(share)) + '%', height: '100%' })),
  ];
}

function none(words: Words): HTMLElement {
  return el('span', 'muted', null, el('span', '', { 'aria-hidden': 'true' }, '\u2013'), el('span', 'hidden', null, words.missing));
}
