/** `<xeploai-breakdown>`: the filled table, every share with its base and a bar. */
import type { Breakdown, BreakdownInput, BreakdownRow, Engine } from '../types.js';
import { XeploaiElement } from './base.js';
import { append, el, svg } from './dom.js';
import { grouped, type Words } from './words.js';

export class XeploaiBreakdown extends XeploaiElement {
  static override readonly properties = ['result', 'engine', 'table', 'counts'];
  static override readonly observedAttributes = ['result', 'table', 'counts', 'caption', 'locale', 'lang'];

  /** A result to show. Without one the element asks `engine` itself. */
  get result(): Breakdown | null { return this.read('result'); }
  set result(value: Breakdown | null | undefined) { this.write('result', value); }
  get engine(): Engine | null { return this.read('engine'); }
  set engine(value: Engine | null | undefined) { this.write('engine', value); }
  get table(): BreakdownInput['table'] | null { return this.read('table'); }
  set table(value: BreakdownInput['table'] | null | undefined) { this.write('table', value); }
  get counts(): BreakdownInput['counts'] | null { return this.read('counts'); }
  set counts(value: BreakdownInput['counts'] | null | undefined) { this.write('counts', value); }

  protected draw(words: Words): readonly (Node | null)[] {
    const result = this.current();
    if (!result) return [];
    return [
      table(result.rows, this.getAttribute('caption') || words.table, words),
      result.complete ? null : el('p', 'incomplete', null, words.incomplete),
    ];
  }

  private current(): Breakdown | null {
    const { result, engine, table: rows, counts } = this;
    if (result || !engine || !rows || !counts) return result;
    const filled = engine.breakdown({ table: rows, counts });
    this.tell('result', filled);
    return filled;
  }
}

/** Roles are said although the tags have them: some browsers forget them once a narrow screen lays the rows out anew. */
function table(rows: readonly BreakdownRow[], caption: string, words: Words): HTMLElement {
  let changes = false;
  for (let at = 0; at < rows.length; at++) changes = changes || (rows[at] as BreakdownRow).change !== undefined;
  const head = el('tr', '', { role: 'row' }, column('what', words.what), column('number', words.count), column('number', words.share), changes && column('number', words.change));
  const body = el('tbody', '', { role: 'rowgroup' });
  for (let at = 0; at < rows.length; at++) append(body, line(rows[at] as BreakdownRow, rows, changes, words));
  return el('table', 'table', { role: 'table' }, el('caption', 'caption', null, caption), el('thead', '', { role: 'rowgroup' }, head), body);
}

function column(name: string, label: string): HTMLElement {
  return el('th', name, { scope: 'col', role: 'columnheader' }, label);
}

function line(row: BreakdownRow, rows: readonly BreakdownRow[], changes: boolean, words: Words): HTMLElement {
  const { id, kind, depth, label, inferred, change } = row;
  return el('tr', 'row ' + kind, { role: 'row', 'data-key': id },
    el('th', 'what depth-' + Math.min(depth, 4), { scope: 'row', role: 'rowheader' }, kind === 'of-which' && el('span', 'tag', null, words.ofWhich + ' '), label),
    el('td', 'number', { role: 'cell' }, row.countText || none(words), inferred && el('span', 'aside', null, words.inferred)),
    el('td', 'number share', { role: 'cell' }, share(row, rows, words)),
    changes && el('td', 'number', { role: 'cell' }, change === null || change === undefined ? none(words) : (change > 0 ? '+' : '') + grouped(change)));
}

function share(row: BreakdownRow, rows: readonly BreakdownRow[], words: Words): Node | null {
  const node = document.createDocumentFragment();
  let base: BreakdownRow | null = null;
  for (let at = 0; at < rows.length; at++) if ((rows[at] as BreakdownRow).id === row.base) base = rows[at] as BreakdownRow;
  if (!base) return null;
  if (row.share === null) return none(words);
  append(node, el('span', 'value', null, row.shareText));
  append(node, el('span', 'aside', null, words.of(base.countText || '\u2013', base.label)));
  append(node, svg('svg', 'bar', { 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', 'track', { width: '100%', height: '100%' }), svg('rect', 'used', { width: Math.min(100, Number(row.share)) + '%', height: '100%' })));
  return node;
}

function none(words: Words): HTMLElement {
  return el('span', 'muted', null, el('span', '', { 'aria-hidden': 'true' }, '\u2013'), el('span', 'hidden', null, words.missing));
}
