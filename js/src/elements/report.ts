/**
 * `<xeploai-report>`: a text area whose figures are looked at while it is written: what needs a look is underlined, and
 * listed beside it with what to write instead. Goes around the page's own `<textarea>`, or brings one.
 */
import { XeploaiElement } from './base.js';
import { append, el, icon } from './dom.js';
import { createMirror, type Mirror } from './mirror.js';
import { replaceIn } from './replace.js';
import { moved, type TextFinding } from './spans.js';
import type { Words } from './words.js';

/** What was found in a text. */
export interface TextAudit {
  readonly findings: readonly TextFinding[];
  /** How many figures were read, and how many of them could be checked. */
  readonly figures?: number;
  readonly checked?: number;
}
/** Looks at a text. Called once a frame while it is written, never while a word is composed. */
export type TextAuditor = (text: string) => TextAudit | readonly TextFinding[];

/** Milliseconds without typing until what stands at the caret is judged. */
const QUIET = 700;
/** Characters of a quotation in the list. */
const QUOTED = 60;

export class XeploaiReport extends XeploaiElement {
  static override readonly properties = ['audit', 'findings', 'value'];
  static override readonly observedAttributes = ['findings', 'label', 'locale', 'lang', 'heading-level', 'live'];

  // Made in `frame`, which the constructor of the base calls.
  private declare mirror: Mirror;
  private declare slotted: HTMLSlotElement;
  private declare own: HTMLTextAreaElement;
  private last: TextAudit | null = null;
  private text = '';
  private asked = 0;
  private quiet = 0;
  private settled = true;
  private composing = false;
  private watched: ResizeObserver | null = null;
  private readonly fit = (): void => {
    const { area } = this;
    if (area) this.mirror.fit(area);
  };

  constructor() {
    super();
    this.addEventListener('input', () => this.typed());
    this.addEventListener('compositionstart', () => { this.composing = true; });
    this.addEventListener('compositionend', () => { this.composing = false; this.typed(); });
    this.addEventListener('focusout', () => this.settle());
    this.addEventListener('scroll', this.fit, true);
    this.slotted.addEventListener('slotchange', () => this.recheck());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.fit);
    if (typeof ResizeObserver === 'function') this.watched = new ResizeObserver(this.fit);
    this.recheck();
  }

  disconnectedCallback(): void {
    removeEventListener('resize', this.fit);
    if (this.watched) this.watched.disconnect();
    this.watched = null;
    clearTimeout(this.quiet);
  }

  /** Looks at the text while it is written: a function of the text, `(text) => findings`. */
  get audit(): TextAuditor | null { return this.read('audit'); }
  set audit(value: TextAuditor | null | undefined) { this.write('audit', value); this.recheck(); }
  /** Findings of the text as it stands, where the page looks at it itself. They move with the text until new ones are set. */
  get findings(): readonly TextFinding[] | null { return this.read('findings'); }
  set findings(value: readonly TextFinding[] | null | undefined) { this.write('findings', value); this.recheck(); }
  get value(): string { return this.area.value; }
  set value(text: string) { this.area.value = text; this.recheck(); }

  /** To be called after the page has changed the text itself. */
  recheck(): void {
    if (!this.isConnected) return;
    const { area, audit } = this;
    this.text = area.value;
    this.last = audit ? asAudit(audit(this.text)) : asAudit(this.read<readonly TextFinding[]>('findings'));
    if (this.watched) {
      this.watched.disconnect();
      this.watched.observe(area);
    }
    this.repaint();
  }

  override focus(): void {
    this.area.focus();
  }

  protected override frame(body: HTMLElement): HTMLElement {
    this.mirror = createMirror();
    this.own = el('textarea', 'text', { rows: 12 });
    this.slotted = el('slot', '', null, this.own);
    return el('div', 'report', null, el('div', 'stage', null, this.slotted, this.mirror.node), body);
  }

  protected draw(words: Words): readonly (Node | null)[] {
    const shown = this.shown();
    this.own.setAttribute('aria-label', this.getAttribute('label') || words.text);
    this.mirror.show(this.text, shown);
    this.fit();
    const { last } = this;
    if (!last) return [];
    const list = el('ul', 'list');
    for (let at = 0; at < shown.length; at++) append(list, this.item(shown[at] as TextFinding, at, words));
    return [
      el('p', 'title', { role: 'heading', 'aria-level': this.headingLevel }, icon(shown.length ? 'warning' : 'good'), this.summary(words)),
      shown.length ? list : null,
    ];
  }

  protected override spoken(words: Words): { key: string; text: string } | null {
    const text = this.last ? this.summary(words) : '';
    return { key: String(this.shown().length), text };
  }

  protected override act(name: string, at: number): void {
    const finding = this.shown()[at];
    if (!finding) return;
    const { area } = this;
    if (name === 'fix') {
      if (this.tell('fix', finding)) replaceIn(area, finding.start, finding.end, fixOf(finding) as string);
      return;
    }
    area.focus();
    area.setSelectionRange(finding.start, finding.end);
    area.scrollTop = this.mirror.top(finding.start) - area.clientHeight / 3;
  }

  /** The page's text area, wherever it stands inside the element, else our own. */
  private get area(): HTMLTextAreaElement {
    return this.querySelector('textarea') || this.own;
  }

  /** What is found goes at once; what is new where one is typing waits for a pause. */
  private shown(): readonly TextFinding[] {
    const all = this.last ? this.last.findings : [];
    if (this.settled) return all;
    const caret = this.area.selectionEnd;
    const kept: TextFinding[] = [];
    for (let at = 0; at < all.length; at++) {
      const one = all[at] as TextFinding;
      if (caret < one.start || caret > one.end) kept[kept.length] = one;
    }
    return kept;
  }

  private summary(words: Words): string {
    const { figures, checked } = this.last as TextAudit;
    const shown = this.shown();
    let open = 0;
    for (let at = 0; at < shown.length; at++) if ((shown[at] as TextFinding).severity !== 'info') open++;
    return words.read(figures === undefined ? null : figures, checked === undefined ? null : checked, open);
  }

  private item(finding: TextFinding, at: number, words: Words): HTMLElement {
    const { start, end, code, severity, message } = finding;
    const quoted = this.text.slice(start, Math.min(end, start + QUOTED)) + (end - start > QUOTED ? '\u2026' : '');
    const fix = fixOf(finding);
    const { readOnly, disabled } = this.area;
    return el('li', 'finding ' + severity, { 'data-key': code + ' ' + start },
      el('p', 'message', null, icon(severity), el('strong', 'severity', null, words.severity[severity] + ': '), message),
      el('p', 'buttons', null,
        el('button', 'button', { type: 'button', 'data-act': 'go', 'data-at': at }, words.goTo(quoted)),
        fix !== null && !readOnly && !disabled && el('button', 'button', { type: 'button', 'data-act': 'fix', 'data-at': at }, words.fix(fix))));
  }

  private typed(): void {
    const text = this.area.value;
    if (this.last) this.last = Object.assign({}, this.last, { findings: moved(this.last.findings, this.text, text) });
    this.text = text;
    this.settled = false;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.settle(), QUIET) as unknown as number;
    if (!this.asked) this.asked = requestAnimationFrame(() => this.look());
  }

  private look(): void {
    this.asked = 0;
    const { audit } = this;
    if (audit && !this.composing) this.last = asAudit(audit(this.text));
    this.repaint();
    if (audit && this.last) this.tell('audit', this.last);
  }

  private settle(): void {
    if (this.settled || this.composing) return;
    clearTimeout(this.quiet);
    this.settled = true;
    this.repaint();
  }
}

function asAudit(found: TextAudit | readonly TextFinding[] | null): TextAudit | null {
  return found && Array.isArray(found) ? { findings: found } : (found as TextAudit | null);
}

function fixOf({ fix }: TextFinding): string | null {
  return fix === undefined || fix === null ? null : typeof fix === 'object' ? fix.text : fix;
}
