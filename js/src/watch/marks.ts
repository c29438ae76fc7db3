/** What the page asked us to write: messages in its own places, `aria-*` on controls, the browser's validity. All of it can be taken back. */
import type { Diagnostic, Locale } from '../types.js';
import { has } from '../usage.js';
import type { Places } from './places.js';

/** Never by colour alone. */
const SEVERITIES = {
  vi: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' },
  en: { error: 'Error', warning: 'Warning', info: 'Note' },
};
let ids = 0;

export interface Marks {
  /** Writes what is shown; the rest of ours goes. */
  show(shown: readonly Diagnostic[], places: Places, locale: Locale): void;
  /** Tells the browser of every error. */
  judge(found: readonly Diagnostic[], places: Places): void;
  clear(): void;
}

type Attributes = Map<string, string>;

export function marks(): Marks {
  /** What an attribute was before us; null: it was not there. */
  const before = new Map<Element, Map<string, string | null>>();
  const texts = new Map<Element, string>();
  const judged = new Map<HTMLInputElement, string>();

  function original(element: Element, name: string): string | null {
    const known = before.get(element);
    return known && known.has(name) ? known.get(name) as string | null : element.getAttribute(name);
  }
  function put(element: Element, name: string, value: string | null): void {
    if (element.getAttribute(name) === value) return;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  /** These attributes are ours now; any other of ours is as it was before. */
  function dress(wanted: Map<Element, Attributes>): void {
    before.forEach((known, element) => {
      const still = wanted.get(element);
      known.forEach((value, name) => {
        if (still && still.has(name)) return;
        put(element, name, value);
        known.delete(name);
      });
      if (known.size === 0) before.delete(element);
    });
    wanted.forEach((attributes, element) => {
      const known = before.get(element) || new Map<string, string | null>();
      before.set(element, known);
      attributes.forEach((value, name) => {
        if (!known.has(name)) known.set(name, element.getAttribute(name));
        put(element, name, value);
      });
    });
  }
  /** Untouched while there is nothing to say: a slot's own words stay until then. */
  function say(slot: Element, text: string): void {
    if (text === '' ? !texts.has(slot) : slot.textContent === text) return;
    slot.textContent = text;
    if (text === '') texts.delete(slot);
    else texts.set(slot, text);
  }

  function show(shown: readonly Diagnostic[], places: Places, locale: Locale): void {
    const wanted = new Map<Element, Attributes>();
    const bySlot = new Map<Element, Diagnostic[]>();
    const want = (element: Element, name: string, value: string) => {
      const attributes = wanted.get(element) || new Map<string, string>();
      wanted.set(element, attributes.set(name, value));
    };
    places.slots.forEach((slot) => bySlot.set(slot, []));
    texts.forEach((_, slot) => bySlot.set(slot, []));

    for (const finding of shown) {
      const place = places.byKey.get(finding.path.join('.'));
      const elements = place ? place.elements : [];
      for (const element of finding.severity === 'error' ? elements : []) {
        // A radio may not say it, its group may.
        const bearer = (element as HTMLInputElement).type === 'radio' ? element.closest('[role="radiogroup"]') : element;
        if (bearer) want(bearer, 'aria-invalid', 'true');
      }
      const slot = slotOf(places, finding);
      if (!slot) continue;
      (bySlot.get(slot) as Diagnostic[]).push(finding);
      const given = wanted.get(slot);
      const id = (given && given.get('id')) || slot.id || freeId(slot);
      if (!original(slot, 'id')) want(slot, 'id', id);
      for (const element of elements) {
        const own = original(element, 'aria-describedby');
        want(element, 'aria-describedby', own ? own + ' ' + id : id);
      }
    }
    bySlot.forEach((list, slot) => {
      // What is only worth knowing is said where nothing worse is.
      const worse = list.filter((one) => one.severity !== 'info');
      const said = worse.length ? worse : list;
      const words = SEVERITIES[locale];
      say(slot, said.map((one) => `${words[one.severity]}: ${one.message}${has(one, 'help') ? ' ' + one.help : ''}`).join(' '));
      const worst = said.filter((one) => one.severity === 'error')[0] || said[0];
      if (worst) want(slot, 'data-xeploai-severity', worst.severity);
    });
    dress(wanted);
  }

  function judge(found: readonly Diagnostic[], places: Places): void {
    const wrong = new Map<HTMLInputElement, string>();
    for (const finding of found) {
      const place = finding.severity === 'error' ? places.byKey.get(finding.path.join('.')) : undefined;
      const control = place && place.elements[0] as HTMLInputElement | undefined;
      if (control && typeof control.setCustomValidity === 'function' && !wrong.has(control)) wrong.set(control, finding.message);
    }
    judged.forEach((_, control) => {
      if (!wrong.has(control)) release(control);
    });
    wrong.forEach((message, control) => {
      // What the page itself found stays.
      if (control.validity.customError && !isOurs(control)) return;
      if (judged.get(control) !== message || !control.validity.customError) control.setCustomValidity(message);
      judged.set(control, message);
    });
  }
  /** A disabled control does not say what its message is. */
  function isOurs(control: HTMLInputElement): boolean {
    return judged.has(control) && (control.validationMessage === '' || control.validationMessage === judged.get(control));
  }
  function release(control: HTMLInputElement): void {
    if (isOurs(control)) control.setCustomValidity('');
    judged.delete(control);
  }

  return {
    show,
    judge,
    clear() {
      judged.forEach((_, control) => release(control));
      texts.forEach((_, slot) => say(slot, ''));
      dress(new Map());
    },
  };
}

/** Another copy of the package may have given some already. */
function freeId(slot: Element): string {
  const tree = slot.getRootNode() as Document;
  let id;
  do id = 'xeploai-message-' + ++ids;
  while (tree.getElementById && tree.getElementById(id));
  return id;
}

/** Its own place, its grid's, or the one that takes the rest. */
function slotOf({ slots }: Places, { path }: Diagnostic): Element | undefined {
  return slots.get(path.join('.')) || slots.get(String(path[0])) || slots.get('');
}
