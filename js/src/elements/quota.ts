/** `<xeploai-quota>`: how many more fit, in words, as a meter, under each reading; the arithmetic on demand. */
import type { Engine, GroupContext, Quota, QuotaReading, QuotaState, Tally } from '../types.js';
import { XeploaiElement } from './base.js';
import { append, el, icon } from './dom.js';
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
  static override readonly observedAttributes = ['result', 'subject', 'tally', 'group', 'quota', 'locale', 'lang', 'heading-level', 'live'];
  private shown: readonly Quota[] = [];

  /** A result to show. Without one the element asks `engine` itself. */
  get result(): QuotaResult | null { return this.read('result'); }
  set result(value: QuotaResult | null | undefined) { this.write('result', value); }
  get engine(): Engine | null { return this.read('engine'); }
  set engine(value: Engine | null | undefined) { this.write('engine', value); }
  get subject(): string | null { return this.read('subject'); }
  set subject(value: string | null | undefined) { this.write('subject', value); }
  get tally(): Tally | null { return this.read('tally'); }
  set tally(value: Tally | null | undefined) { this.write('tally', value); }
  get group(): GroupContext | null { return this.read('group'); }
  set group(value: GroupContext | null | undefined) { this.write('group', value); }

  protected draw(words: Words): readonly (Node | null)[] {
    const only = this.getAttribute('quota');
    const quotas = this.current();
    const drawn: Node[] = [];
    const shown: Quota[] = [];
    for (let at = 0; at < quotas.length; at++) {
      const quota = quotas[at] as Quota;
      if (only && quota.id !== only) continue;
      shown[shown.length] = quota;
      drawn[drawn.length] = card(quota, words, this.headingLevel);
    }
    this.shown = shown;
    return drawn;
  }

  /** Changes of state, not every number. */
  protected override spoken(): { key: string; text: string } | null {
    let [key, text] = ['', ''];
    for (let at = 0; at < this.shown.length; at++) {
      const { id, label, state, disagree, summary } = this.shown[at] as Quota;
      key += `${id} ${state} ${disagree} `;
      text += `${label}: ${summary} `;
    }
    return key ? { key, text } : null;
  }

  private current(): readonly Quota[] {
    const { result, engine, subject, tally, group } = this;
    if (result) return result.quotas || [];
    if (!engine || !subject || !tally) return [];
    const report = engine.quota(group ? { subject, tally, group, trace: true } : { subject, tally, trace: true });
    this.tell('result', report);
    return report.quotas;
  }
}

function card(quota: Quota, words: Words, level: string): HTMLElement {
  const readings = ordered(quota.readings);
  const title = 'title-' + quota.id;
  return el('section', 'quota ' + quota.state, { 'data-key': quota.id, 'aria-labelledby': title },
    el('p', 'title', { id: title, role: 'heading', 'aria-level': level }, quota.label),
    el('p', 'line', null, badge(quota.state, words), el('span', 'muted', null, words.atMost(percentage(quota.percent)))),
    el('p', 'summary', null, quota.summary),
    meter(quota, readings, words),
    quota.nextSlot && el('p', 'next', null, quota.nextSlot),
    quota.disagree && el('p', 'disagree', null, icon('warning'), el('strong', '', null, words.disagree)),
    readings.length > 1 && side(readings, words),
    how(quota, readings, words));
}

/** The enforced one first. */
function ordered(readings: readonly QuotaReading[]): readonly QuotaReading[] {
  const sorted: QuotaReading[] = [];
  for (let at = 0; at < readings.length; at++) if ((readings[at] as QuotaReading).enforced) sorted[sorted.length] = readings[at] as QuotaReading;
  for (let at = 0; at < readings.length; at++) if (!(readings[at] as QuotaReading).enforced) sorted[sorted.length] = readings[at] as QuotaReading;
  return sorted;
}

function badge(state: QuotaState, words: Words): HTMLElement {
  return el('span', 'badge ' + state, null, icon(ICONS[state]), words.state[state]);
}

function side(readings: readonly QuotaReading[], words: Words): HTMLElement {
  const list = el('ul', 'readings', { 'aria-label': words.readings });
  for (let at = 0; at < readings.length; at++) {
    const one = readings[at] as QuotaReading;
    const over = one.headroom !== null && one.headroom < 0;
    append(list, el('li', one.enforced ? 'reading enforced' : 'reading', { 'data-key': one.id },
      el('p', 'label', null, el('b', '', null, letter(at)), ' \u00b7 ' + one.label),
      el('p', 'line', null, badge(one.state, words), one.enforced && el('span', 'tag', null, words.enforced)),
      el('dl', 'facts', null,
        fact(words.share, one.shareText),
        fact(words.base, one.base),
        fact(words.limit, one.limit),
        fact(over ? words.over : words.left, one.headroom === null ? null : Math.abs(one.headroom)))));
  }
  return list;
}

function fact(term: string, value: string | number | null): HTMLElement {
  return el('div', 'fact', null, el('dt', '', null, term), el('dd', '', null, value === null ? '\u2013' : typeof value === 'number' ? grouped(value) : value));
}

function how(quota: Quota, readings: readonly QuotaReading[], words: Words): HTMLElement {
  const { raised } = quota;
  const node = el('details', 'how', null, el('summary', 'more', null, words.how));
  for (let at = 0; at < readings.length; at++) {
    const { arithmetic } = readings[at] as QuotaReading;
    if (arithmetic) append(node, el('p', 'arithmetic', null, readings.length > 1 && letter(at) + ' \u00b7 ', arithmetic));
  }
  append(node, raised && el('p', '', null, words.raised(percentage(raised.percent), raised.reason, raised.decision)));
  append(node, el('p', 'muted', null, words.rate(words.basis[quota.basis]) + ' ' + words.reading(words.basis[quota.readingBasis])));
  append(node, law(quota.citations, words));
  return node;
}
