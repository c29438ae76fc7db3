/** `<xeploai-findings>`: what to look at again, each with a link to its field and where it is written. */
import type { Diagnostic } from '../types.js';
import { XeploaiElement } from './base.js';
import { each, el, icon, only, owns, type Child } from './dom.js';
import { button, message } from './finding.js';
import { law } from './law.js';
import { findField } from './targets.js';
import type { Words } from './words.js';

/** Anything the engine returns has its findings here. */
export interface FindingsResult {
  readonly diagnostics: readonly Diagnostic[];
}
/** The field of a finding, or null: it is about the whole. */
export type FieldFinder = (finding: Diagnostic) => HTMLElement | null;

export class XeploaiFindings extends XeploaiElement {
  static override readonly properties = ['result', 'findings', 'field'];

  /** A report; its `diagnostics` are shown. */
  declare result: FindingsResult | null | undefined;
  /** Findings to show instead of those of `result`. An empty list says that there is nothing; null shows nothing. */
  declare findings: readonly Diagnostic[] | null | undefined;
  /** Where the field of a finding is, when the page knows better than names do. */
  declare field: FieldFinder | null | undefined;

  /** Focus goes to the heading, so that the summary is read from its start; also right after findings were set. */
  override focus(): void {
    this.paint();
    const heading = (this.shadowRoot as ShadowRoot).querySelector<HTMLElement>('[role=heading]');
    if (heading) heading.focus();
  }

  /** @internal */
  protected draw(words: Words): Child {
    const list = this.list();
    if (!list) return null;
    if (!list.length) return this.heading('none', icon('good'), words.none);
    const worst = only(['error', 'warning'], (severity) => only(list, (one) => one.severity === severity).length > 0)[0] || 'info';
    return el('div', 'findings ' + worst, { role: 'group', 'aria-labelledby': 'title' },
      this.heading('title', words.findings(list.length)),
      el('ul', 'list', null, each(list, (finding, at) => this.item(finding, at, words))));
  }

  /** @internal */
  protected override act(name: string, at: number, event: Event): void {
    const finding = (this.list() || [])[at];
    if (!finding) return;
    if (name === 'fix') {
      this.tell('fix', finding);
      return;
    }
    event.preventDefault();
    const field = this.fieldOf(finding);
    if (!this.tell('go', { finding, field }) || !field) return;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }

  private list(): readonly Diagnostic[] | null {
    const { findings, result } = this;
    return findings || (result ? result.diagnostics : null);
  }

  private item(finding: Diagnostic, at: number, words: Words): HTMLElement {
    const { severity, citations, key } = finding;
    const help = owns(finding, 'help') && finding.help;
    const fix = owns(finding, 'fix') && finding.fix;
    const field = this.fieldOf(finding);
    return el('li', 'finding ' + severity, { 'data-key': key },
      message(severity, field ? el('a', 'link', { href: '#' + field.id, 'data-act': 'go', 'data-at': at }, finding.message) : finding.message, words),
      help && el('p', 'help', null, help),
      fix && button('fix', at, words.fix, fix.text),
      law(citations, words));
  }

  private fieldOf(finding: Diagnostic): HTMLElement | null {
    const { field } = this;
    return field ? field(finding) : findField(this.fields(), finding.path);
  }

  /** The element named by the attribute `for`, else everything beside this element. */
  private fields(): ParentNode {
    const around = this.getRootNode() as Document | ShadowRoot;
    const name = this.getAttribute('for');
    return (name && around.getElementById(name)) || around;
  }
}
