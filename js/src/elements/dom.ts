/** The few DOM helpers the elements are written with. Text only, never HTML: clean under Trusted Types. */

export type Child = Node | string | number | null | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const SVG = 'http://www.w3.org/2000/svg';
const own = Object.prototype.hasOwnProperty;

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

function fill<T extends Element>(node: T, name: string, attributes: Attributes | null | undefined, children: readonly Child[]): T {
  if (name) {
    node.setAttribute('class', name);
    node.setAttribute('part', name);
  }
  for (const key in attributes) {
    const value = own.call(attributes, key) ? attributes[key] : null;
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value));
  }
  for (let at = 0; at < children.length; at++) append(node, children[at]);
  return node;
}

export function append(node: Node, child: Child): void {
  if (child === null || child === undefined || child === false) return;
  node.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
}

const ICONS: Readonly<Record<string, string>> = {
  error: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zM7.2 4v5h1.6V4zm0 6.4V12h1.6v-1.6z',
  warning: 'M8 1.2l7.3 13.3H.7zM7.2 6v4.2h1.6V6zm0 5.4V13h1.6v-1.6z',
  info: 'M8 1a7 7 0 100 14A7 7 0 008 1zM7.2 7v5h1.6V7zm0-3v1.6h1.6V4z',
  good: 'M8 1a7 7 0 100 14A7 7 0 008 1zM6.9 11.3L3.7 8.1l1.1-1.1 2.1 2.1 4.3-4.3 1.1 1.1z',
};

/** Beside a word that says the same, so hidden from assistive technology. */
export function icon(name: 'error' | 'warning' | 'info' | 'good'): Element {
  return svg('svg', 'icon', { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' }, svg('path', '', { d: ICONS[name], 'fill-rule': 'evenodd' }));
}
