/** What the four elements have in common: properties and attributes, language, one painting per change. They show; saying aloud is the announcer's. */
import type { FormsEngine, Locale } from '../types.js';
import { append, each, el, owns, type Child } from './dom.js';
import { morph } from './morph.js';
import { dress } from './style.js';
import { wordsOf, type Words } from './words.js';

/** On a server there is no `HTMLElement`; importing must not fail there, and nothing is made of these classes. */
const Base = (typeof HTMLElement === 'undefined' ? class {} : HTMLElement) as typeof HTMLElement;

/** What only changes how an element shows what it was given. */
const ATTRIBUTES = ['quota', 'caption', 'for', 'label', 'heading-level', 'locale', 'lang'];

export abstract class XeploaiElement extends Base {
  /** What the page gives: by property, also before the element was defined, or by the attribute of that name. */
  static readonly properties: readonly string[] = [];

  static get observedAttributes(): readonly string[] {
    const names = each(this.properties, (name) => name);
    each(ATTRIBUTES, (name) => { names[names.length] = name; });
    return names;
  }

  /** Gives the class its properties; once, when it is defined. */
  static prepare(): void {
    each(this.properties, (name) => accessor(this.prototype, name));
  }

  /** What was set, by property. No prototype, so that nothing inherited is taken for it. */
  private readonly given: Record<string, unknown>;
  private readonly body: HTMLElement;
  private waiting: boolean;

  constructor() {
    super();
    this.given = Object.create(null) as Record<string, unknown>;
    this.waiting = false;
    this.body = el('div', 'body');
    const root = this.attachShadow({ mode: 'open' });
    root.appendChild(this.frame(this.body));
    root.addEventListener('click', (event) => this.pressed(event));
    dress(root);
    this.takeEarlier();
  }

  connectedCallback(): void {
    this.repaint();
  }

  attributeChangedCallback(): void {
    this.repaint();
  }

  adoptedCallback(): void {
    dress(this.shadowRoot as ShadowRoot);
  }

  /** @internal What stands in the element now. */
  protected abstract draw(words: Words): Child;
  /** @internal A button or link with `data-act` was pressed. */
  protected act(_name: string, _at: number, _event: Event): void {}
  /** @internal */
  protected frame(body: HTMLElement): HTMLElement {
    return body;
  }

  /** @internal A property; where none was set, the attribute of that name, read as JSON when it is written so. */
  read(name: string): unknown {
    const value = this.given[name];
    if (value !== undefined) return value;
    const text = this.getAttribute(name);
    return text !== null && /^\s*[[{]/.test(text) ? JSON.parse(text) : text;
  }

  /** @internal */
  write(name: string, value: unknown): void {
    this.given[name] = value;
    this.repaint();
  }

  /** @internal A heading of the level the page wants; focus may be put on it, and the Tab key passes it by. */
  protected heading(name: string, ...said: Child[]): HTMLElement {
    return el('p', name, { id: name, role: 'heading', 'aria-level': this.getAttribute('heading-level') || 3, tabindex: -1 }, said);
  }

  /** @internal An event of ours; false when the page prevented what would follow. */
  protected tell(name: string, detail: unknown): boolean {
    return this.dispatchEvent(new CustomEvent('xeploai-' + name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  /** @internal Paints once, after everything that is set in one go. */
  protected repaint(): void {
    if (this.waiting || !this.isConnected) return;
    this.waiting = true;
    void Promise.resolve().then(() => {
      this.waiting = false;
      if (this.isConnected) this.paint();
    });
  }

  /** @internal */
  protected paint(): void {
    const locale = this.language();
    const words = wordsOf(locale);
    const fresh = document.createDocumentFragment();
    try {
      append(fresh, this.draw(words));
    } catch (error) {
      // What was shown answers another question.
      this.body.textContent = '';
      // Wrong input of the page: it may handle it, otherwise it stands in the console.
      if (this.tell('error', error)) throw error;
      return;
    }
    this.body.setAttribute('lang', locale);
    morph(this.body, fresh);
  }

  /** The attribute `locale`, the engine's language, or that of the page around the element; Vietnamese when none says. */
  private language(): Locale {
    const said = this.getAttribute('locale');
    if (said) return said === 'en' ? 'en' : 'vi';
    const engine = this.given['engine'] as FormsEngine | null | undefined;
    if (engine) return engine.locale;
    for (let at: Node | null = this; at; at = at.parentNode || (at as Partial<ShadowRoot>).host || null) {
      const lang = at instanceof Element ? at.getAttribute('lang') : null;
      if (lang) return /^en\b/i.test(lang) ? 'en' : 'vi';
    }
    return 'vi';
  }

  /** Properties that were set before the element was defined hide the accessors; they are set again through them. */
  private takeEarlier(): void {
    const { properties } = this.constructor as typeof XeploaiElement;
    const me = this as unknown as Record<string, unknown>;
    each(properties, (name) => {
      if (!owns(me, name)) return;
      const value = me[name];
      delete me[name];
      me[name] = value;
    });
  }

  private pressed(event: Event): void {
    const node = event.target instanceof Element ? event.target.closest('[data-act]') : null;
    if (node) this.act(node.getAttribute('data-act') as string, Number(node.getAttribute('data-at')), event);
  }
}

function accessor(prototype: XeploaiElement, name: string): void {
  // Without a prototype: what a page hung onto every object's would be taken for a part of the description.
  const description = Object.create(null) as PropertyDescriptor;
  description.configurable = true;
  description.enumerable = true;
  description.get = function (this: XeploaiElement) { return this.read(name); };
  description.set = function (this: XeploaiElement, value: unknown) { this.write(name, value); };
  Object.defineProperty(prototype, name, description);
}
