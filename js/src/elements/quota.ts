/** `<xeploai-quota>`: how many more fit, in words, as a meter, under each reading; the arithmetic on demand. */
import type { FormsEngine, GroupContext, Quota, QuotaReading, QuotaState, Tally } from '../types.js';
import { XeploaiElement } from './base.js';
import { each, el, icon, only, owns, type Child } from './dom.js';
import { law } from './law.js';
import { letter, meter } from './meter.js';
import { grouped, percentage, type Words } from './words.js';

/** What `engine.quota()` and, with a unit, `engine.check()` return. */
export interface QuotaResult {
  readonly quotas: readonly Quota[] | null;
}

const ICONS = { open: 'good', near: 'info', full: 'good', exceeded: 'error', unknown: 'info' } as const;

export class XeploaiQuota extends XeploaiElement {
  static override readonly properties = ['result', 'engine', 'subject', 'tally', 'group'];

  /** A result to show. Without one the element asks `engine` itself. */
  declare result: QuotaResult | null | undefined;
  declare engine: FormsEngine | null | undefined;
  declare subject: string | null | undefined;
  declare tally: Tally | null | undefined;
  declare group: GroupContext | null | undefined;

  /** @internal */
  protected draw(words: Words): Child {
    const id = this.getAttribute('quota');
    const all = this.current();
    if (all && !all.length) return el('p', 'muted', null, words.noQuota);
    return each(only(all || [], (quota) => !id || quota.id === id), (quota) => card(quota, this.heading('title', quota.label), words));
  }

  /** Nothing before there is a result; empty where the law has no quota. */
  private current(): readonly Quota[] | null {
    const { result, engine, subject, tally, group } = this;
    if (result) return result.quotas;
    if (!engine || !subject || !tally) return null;
    const report = engine.quota(group ? { subject, tally, group, trace: true } : { subject, tally, trace: true });
    this.tell('result', report);
    return report.quotas;
  }
}

function card(quota: Quota, title: HTMLElement, words: Words): HTMLElement {
  // The enforced one first, and so A.
  const readings = only(quota.readings, ({ enforced }) => enforced);
  each(quota.readings, (one) => { if (!one.enforced) readings[readings.length] = one; });
  title.id += '-' + quota.id;
  // A group, not a landmark: a page may show many, also two of the same quota.
  return el('div', 'quota ' + quota.state, { role: 'group', 'data-key': quota.id, 'aria-labelledby': title.id },
    title,
    el('p', 'line', null, badge(quota.state, words), el('span', 'muted', null, words.atMost + ' ' + percentage(quota.percent))),
    el('p', 'summary', null, quota.summary),
    meter(quota, readings, words),
    quota.balance && el('p', 'next', null, quota.balance.text),
    quota.nextSlot && el('p', 'next', null, quota.nextSlot),
    quota.disagree && el('p', 'disagree', null, icon('warning'), el('strong', '', null, words.disagree)),
    readings.length > 1 && side(readings, words),
    how(quota, readings, words));
}

function badge(state: QuotaState, words: Words): HTMLElement {
  return el('span', 'badge ' + state, null, icon(ICONS[state]), words.state[state]);
}

function side(readings: readonly QuotaReading[], words: Words): HTMLElement {
  return el('ul', 'readings', null, each(readings, ({ id, label, enforced, state, shareText, base, limit, headroom }, at) =>
    el('li', enforced ? 'reading enforced' : 'reading', { 'data-key': id },
      el('p', 'label', null, el('b', '', null, letter(at)), ' \u00b7 ' + label),
      el('p', 'line', null, badge(state, words), enforced && el('span', 'tag', null, words.enforced)),
      el('dl', 'facts', null,
        fact(words.share, shareText),
        fact(words.base, base),
        fact(words.limit, limit),
        fact(headroom !== null && headroom < 0 ? words.over : words.left, headroom === null ? null : Math.abs(headroom))))));
}

function fact(term: string, value: string | number | null): HTMLElement {
  return el('div', 'fact', null, el('dt', '', null, term), el('dd', '', null, value === null ? '\u2013' : typeof value === 'number' ? grouped(value) : value));
}

function how(quota: Quota, readings: readonly QuotaReading[], words: Words): HTMLElement {
  const { percent, raised, basis, readingBasis, citations } = quota;
  return el('details', 'how', null, el('summary', 'more', null, words.how),
    each(readings, (one, at) => owns(one, 'arithmetic') && el('p', 'arithmetic', null, readings.length > 1 && letter(at) + ' \u00b7 ', one.arithmetic)),
    el('p', 'muted', null, `${percentage(percent)}: ${raised ? `${raised.decision}, ${raised.reason}` : words.basis[basis]}. ${words.base}: ${words.basis[readingBasis]}.`),
    law(citations, words));
}
