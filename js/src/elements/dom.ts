/** The few DOM helpers the elements are written with. Text only, never HTML: clean under Trusted Types. */

export type Child = Node | string | number | null | undefined | false | readonly Child[];
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const SVG = 'http://www.w3.org/2000/svg';
const owned = Object.prototype.hasOwnProperty;

/** Whether `name` is an object's own: what a page hung onto every object's prototype is not. */
export function owns(object: object, name: string): boolean {
  return owned.call(object, name);
}

/**
 * `name`: class for our own style sheet and part for the portal's, the same words for both. An attribute that is null,
 * undefined or false is left out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, attributes?: Attributes | null, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), name, attributes, children);
}

export function svg(tag: string, name: string, attributes?: Attributes | null, ...children: Child[]): Element {
  return fill(document.createElementNS(SVG, tag), name, attributes, children);
}

/** A drawing beside words that say the same, so hidden from assistive technology. */
export function picture(name: string, attributes: Attributes, ...children: Child[]): Element {
  return fill(document.createElementNS(SVG, 'svg'), name, Object.assign({ 'aria-hidden': 'true' }, attributes), children);
}

function fill<T extends Element>(node: T, name: string, attributes: Attributes | null | undefined, children: Child): T {
  if (name) {
    node.setAttribute('class', name);
    node.setAttribute('part', name);
  }
  for (const key in attributes) {
    const value = owns(attributes, key) ? attributes[key] : null;
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

export function append(node: Node, child: Child): void {
  if (child === null || child === undefined || child === false) return;
  if (Array.isArray(child)) each(child as readonly Child[], (one) => append(node, one));
  else node.appendChild(typeof child === 'object' ? (child as Node) : document.createTextNode(String(child)));
}

/** What `make` makes of each, in a list. A loop of our own: pages have been seen to replace those of arrays. */
export function each<T, U>(items: ArrayLike<T>, make: (item: T, at: number) => U): U[] {
  const made: U[] = [];
  for (let at = 0; at < items.length; at++) made[at] = make(items[at] as T, at);
  return made;
}

/** Those for which `test` holds. */
export function only<T>(items: ArrayLike<T>, test: (item: T) => boolean): T[] {
  const kept: T[] = [];
  each(items, (item) => { if (test(item)) kept[kept.length] = item; });
  return kept;
}

const ICONS: Readonly<Record<string, string>> = {
  error: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zM7.2 4v5h1.6V4zm0 6.4V12h1.6v-1.6z',
  warning: 'M8 1.2l7.3 13.3H.7zM7.2 6v4.2h1.6V6zm0 5.4V13h1.6v-1.6z',
  info: 'M8 1a7 7 0 100 14A7 7 0 008 1zM7.2 7v5h1.6V7zm0-3v1.6h1.6V4z',
  good: 'M8 1a7 7 0 100 14A7 7 0 008 1zM6.9 11.3L3.7 8.1l1.1-1.1 2.1 2.1 4.3-4.3 1.1 1.1z',
};

export function icon(name: 'error' | 'warning' | 'info' | 'good'): Element {
  return picture('icon', { viewBox: '0 0 16 16' }, svg('path', '', { d: ICONS[name], 'fill-rule': 'evenodd' }));
}
