/** The same as html.mjs, made as nodes of the page it runs in: the demo shows a rulebook without a file for each. */

/** Children of no element of their own. */
class Several {
  constructor(children) {
    this.children = children;
  }
}

/** It stands inside a page that has a heading and a main of its own. */
const INSIDE = { main: 'div', header: 'div', footer: 'div', h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6' };

export function h(name, attributes, ...children) {
  const node = document.createElement(INSIDE[name] || name);
  if (INSIDE[name]) node.className = `law-${name}`;
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

export const all = (...children) => new Several(children);
export const join = (list, between) => list.reduce((made, one, at) => made.concat(at === 0 ? [] : [between], [one]), []);

export function append(node, child) {
  if (child === null || child === undefined || child === false) return;
  if (Array.isArray(child)) child.forEach((one) => append(node, one));
  else if (child instanceof Several) append(node, child.children);
  else node.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
}
