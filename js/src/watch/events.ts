/** What happens on the page, told as what people do. Only listens; the one thing it may hold up is a submit, when it is told to. */
import { listeners } from './listeners.js';
import { ATTRIBUTES } from './places.js';

export interface Told {
  /** Something was typed, dictated, pasted or filled in. */
  typed(target: EventTarget | null): void;
  /** A choice was made, or a text is done. */
  done(target: EventTarget | null): void;
  /** The focus went from one place to another, or out of the form. */
  left(target: EventTarget | null, next: EventTarget | null): void;
  composing(on: boolean): void;
  /** A mouse button is down: nothing may move under it, or the click goes nowhere. */
  pressed(on: boolean): void;
  /** Fields came, went or have other names. */
  moved(): void;
  /** Values may have changed without a word. */
  unsure(): void;
  reset(form: HTMLFormElement): void;
  /** True: this must not be sent. */
  submitted(form: HTMLFormElement): boolean;
}

/** What ASP.NET's partial postbacks offer. */
interface PageRequests {
  add_endRequest(heard: () => void): void;
  remove_endRequest(heard: () => void): void;
}

/** A mouse button that is never let go on this page. */
const LONGEST_PRESS = 1_000;
/** Names that pages commonly give to the animation that tells of an autofill. */
const AUTOFILL = /auto-?fill/i;

/** Calls `told` until the function it returns is called. */
export function hear(root: Node, view: Window, told: Told): () => void {
  const { on, undo, stop } = listeners();
  const document = view.document;
  const tree = root.getRootNode();

  on(root, 'input', ({ target }) => told.typed(target));
  on(root, 'change', ({ target }) => told.done(target));
  on(root, 'compositionstart', () => told.composing(true));
  on(root, 'compositionend', () => told.composing(false));
  on(root, 'focusout', ({ target, relatedTarget }: Event & { relatedTarget?: EventTarget | null }) => {
    // The window lost the focus, not the field.
    if (!relatedTarget && (root.getRootNode() as Document).activeElement === target) return;
    told.left(target, relatedTarget || null);
  });
  on(root, 'animationstart', (event) => {
    if (AUTOFILL.test((event as AnimationEvent).animationName)) told.unsure();
  });

  let press = 0;
  undo(() => view.clearTimeout(press));
  on(document, 'mousedown mouseup', ({ type }) => {
    view.clearTimeout(press);
    const down = type === 'mousedown';
    if (down) told.pressed(true);
    press = view.setTimeout(() => told.pressed(false), down ? LONGEST_PRESS : 0);
  }, true);

  let last: Event | null = null;
  for (const target of tree === document ? [document] : [document, tree]) {
    on(target, 'reset submit', (event) => {
      if (event === last) return;
      last = event;
      const form = event.target as HTMLFormElement;
      if (event.type === 'submit') submit(event, form);
      // The values are the first ones only after the event, unless somebody prevents it.
      else view.setTimeout(() => event.defaultPrevented || told.reset(form), 0);
    }, true);
  }
  function submit(event: Event, form: HTMLFormElement): void {
    const button = (event as SubmitEvent).submitter || document.activeElement;
    if (button && (button as HTMLButtonElement).formNoValidate && form.contains(button)) return;
    if (!told.submitted(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  on(view, 'pageshow', () => told.unsure());

  const { MutationObserver, Sys } = view as Window & { MutationObserver?: typeof globalThis.MutationObserver; Sys?: unknown };
  if (MutationObserver) {
    const observer = new MutationObserver(() => told.moved());
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
    undo(() => observer.disconnect());
  }
  const requests = pageRequests(Sys);
  if (requests) {
    const ended = () => told.moved();
    requests.add_endRequest(ended);
    undo(() => requests.remove_endRequest(ended));
  }
  return stop;
}

function pageRequests(sys: unknown): PageRequests | null {
  const { PageRequestManager } = (sys as { WebForms?: { PageRequestManager?: { getInstance(): PageRequests | null } } } | undefined)?.WebForms || {};
  return PageRequestManager ? PageRequestManager.getInstance() : null;
}
