/**
 * `<xeploai-report>`: a text area whose figures are looked at while it is written: what needs a look is underlined, and
 * listed beside it with what to write instead. Goes around the page's own `<textarea>`, or brings one.
 */
import type { Engine } from '../types.js';
import { XeploaiElement } from './base.js';
import { each, el, icon, only, type Child } from './dom.js';
import { button, message } from './finding.js';
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
  static override readonly properties = ['audit', 'engine', 'findings', 'value'];
  /** Looks at the text while it is written: a function of the text, `(text) => findings`. */
  declare audit: TextAuditor | null | undefined;
  /** Looks at the text by itself, where no `audit` is set: the engine. */
  declare engine: Engine | null | undefined;
  /** Findings of the text as it stands, where the page looks at it itself. They move with the text until new ones are set. */
  declare findings: readonly TextFinding[] | null | undefined;
  /** The text. */
  declare value: string;

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
  private readonly place = (): void => this.mirror.place(this.area);
  private readonly fit = (): void => {
    this.mirror.dress(this.area);
    this.place();
  };

  constructor() {
    super();
    this.addEventListener('input', () => this.typed());
    this.addEventListener('compositionstart', () => { this.composing = true; });
    this.addEventListener('compositionend', () => { this.composing = false; this.typed(); });
    this.addEventListener('focusout', () => this.settle());
    this.addEventListener('scroll', this.place, true);
    this.slotted.addEventListener('slotchange', () => this.recheck());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.fit);
    if (typeof ResizeObserver === 'function') this.watched = new ResizeObserver(this.fit);
    if (!this.last) this.write('findings', this.findings);
    else this.recheck();
  }

  disconnectedCallback(): void {
    removeEventListener('resize', this.fit);
    if (this.watched) this.watched.disconnect();
    this.watched = null;
    clearTimeout(this.quiet);
    this.mirror.clear();
  }

  /** @internal */
  override read(name: string): unknown {
    return name === 'value' ? this.area.value : super.read(name);
  }

  /** @internal */
  override write(name: string, value: unknown): void {
    if (name === 'value') this.area.value = value === null || value === undefined ? '' : String(value);
    else super.write(name, value);
    // In whichever order they are set: findings are of the text that stands there in the end.
    if (name !== 'audit' && name !== 'engine') this.text = this.area.value;
    if (name === 'findings') this.last = asAudit(this.findings);
    this.recheck();
  }

  /** To be called after the page has changed the text itself. */
  recheck(): void {
    if (!this.isConnected) return;
    const { area } = this;
    this.follow();
    this.ask();
    this.mirror.dress(area);
    if (this.watched) {
      this.watched.disconnect();
      this.watched.observe(area);
    }
    this.repaint();
  }

  override focus(): void {
    this.area.focus();
  }

  /** @internal */
  protected override frame(body: HTMLElement): HTMLElement {
    this.mirror = createMirror();
    this.own = el('textarea', 'text', { rows: 12 });
    this.slotted = el('slot', '', null, this.own);
    return el('div', 'report', null, el('div', 'stage', null, this.slotted, this.mirror.node), body);
  }

  /** @internal */
  protected draw(words: Words): Child {
    const shown = this.shown();
    this.own.setAttribute('aria-label', this.getAttribute('label') || words.what);
    // What is only worth knowing stands in the list; underlined is what needs a look.
    this.mirror.show(this.text, only(shown, ({ severity }) => severity !== 'info'));
    this.place();
    const { last } = this;
    return last && [
      this.heading('title', icon(shown.length ? 'warning' : 'good'), this.summary(words)),
      shown.length > 0 && el('ul', 'list', null, each(shown, (finding, at) => this.item(finding, at, words))),
    ];
  }

  /** @internal */
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
    return only(all, ({ start, end }) => caret < start || caret > end);
  }

  private summary(words: Words): string {
    const { figures, checked } = this.last as TextAudit;
    return words.read(figures, checked, only(this.shown(), ({ severity }) => severity !== 'info').length);
  }

  private item(finding: TextFinding, at: number, words: Words): HTMLElement {
    const { start, end, code, severity } = finding;
    const quoted = this.text.slice(start, Math.min(end, start + QUOTED)) + (end - start > QUOTED ? '\u2026' : '');
    const fix = fixOf(finding);
    const { readOnly, disabled } = this.area;
    return el('li', 'finding ' + severity, { 'data-key': code + ' ' + start },
      message(severity, finding.message, words),
      button('go', at, words.goTo, quoted),
      fix !== null && !readOnly && !disabled && button('fix', at, words.fix, fix));
  }

  private typed(): void {
    this.follow();
    this.settled = false;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.settle(), QUIET) as unknown as number;
    if (!this.asked) this.asked = requestAnimationFrame(() => this.look());
  }

  /** The text as it is now, and what was found in it where that stands now. */
  private follow(): void {
    const text = this.area.value;
    if (this.last) this.last = Object.assign({}, this.last, { findings: moved(this.last.findings, this.text, text) });
    this.text = text;
  }

  private look(): void {
    this.asked = 0;
    const asked = !this.composing && this.ask();
    this.repaint();
    if (asked) this.tell('audit', this.last);
  }

  /** Lets the page's auditor, or the engine, look at the text; whether there was one. */
  private ask(): boolean {
    const { audit, engine } = this;
    if (audit) this.last = asAudit(audit(this.text));
    else if (engine) this.last = ofEngine(engine, this.text);
    return !!this.last && !!(audit || engine);
  }

  private settle(): void {
    if (this.settled || this.composing) return;
    clearTimeout(this.quiet);
    this.settled = true;
    this.repaint();
  }
}

function ofEngine(engine: Engine, text: string): TextAudit {
  const { diagnostics, counts } = engine.audit({ text });
  const findings = each(diagnostics, ({ span, code, severity, message, fix }) => {
    const [start, end] = span as readonly [number, number];
    return { start, end, code, severity, message, fix: fix || null };
  });
  return { findings, figures: counts.figures, checked: counts.checked };
}

function asAudit(found: TextAudit | readonly TextFinding[] | null | undefined): TextAudit | null {
  return Array.isArray(found) ? { findings: found } : ((found || null) as TextAudit | null);
}

function fixOf({ fix }: TextFinding): string | null {
  return fix === undefined || fix === null ? null : typeof fix === 'object' ? fix.text : fix;
}
