/** HTML as values: text is escaped when it goes in, so that no word of a rulebook can be markup. */

class Html {
  constructor(text) {
    this.text = text;
  }
}

const EMPTY = new Set(['meta', 'br', 'link']);
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (letter) => ESCAPES[letter]);

/** `h('p', { class: 'note' }, 'text', h('b', {}, 'more'), [ … ])`; null, undefined and false are nothing. */
export function h(name, attributes, ...children) {
  const given = Object.entries(attributes ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== false);
  const open = `<${name}${given.map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escape(value)}"`)).join('')}>`;
  return new Html(EMPTY.has(name) ? open : `${open}${children.map(inner).join('')}</${name}>`);
}

/** Several values, one after another. */
export const all = (...children) => new Html(children.map(inner).join(''));
/** Our own stylesheet, which must not be escaped. */
export const style = (css) => new Html(`<style>${css}</style>`);
/** The whole document as text. */
export const document = (root) => `<!doctype html>\n${root.text}\n`;

function inner(child) {
  if (child === null || child === undefined || child === false) return '';
  if (Array.isArray(child)) return child.map(inner).join('');
  return child instanceof Html ? child.text : escape(child);
}

/** Values with something between them: `join([a, b], ', ')`. */
export const join = (list, between) => list.reduce((made, one, at) => made.concat(at === 0 ? [] : [between], [one]), []);
