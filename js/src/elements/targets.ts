/** The field of the page a finding is about. */
import type { Diagnostic } from '../types.js';

/** Finds fields as `watchForm` does: by `data-xeploai-field`, `name` or `id`; the whole path first, then its first and its last part. */
export function findField(root: ParentNode, path: Diagnostic['path']): HTMLElement | null {
  if (!path.length) return null;
  let whole = '';
  for (let at = 0; at < path.length; at++) whole += (at ? '.' : '') + String(path[at]);
  const fields = root.querySelectorAll<HTMLElement>('[data-xeploai-field],[name],[id]');
  return named(fields, whole) || named(fields, String(path[0])) || named(fields, String(path[path.length - 1]));
}

/** Compared one by one: what stands in a path is never made part of a selector. */
function named(fields: NodeListOf<HTMLElement>, name: string): HTMLElement | null {
  const attributes = ['data-xeploai-field', 'name', 'id'];
  for (let which = 0; which < attributes.length; which++) {
    for (let at = 0; at < fields.length; at++) {
      const field = fields[at] as HTMLElement;
      if (field.getAttribute(attributes[which] as string) === name && field.getAttribute('type') !== 'hidden') return field;
    }
  }
  return null;
}

export function focusField(field: HTMLElement): void {
  field.focus();
  if (field.scrollIntoView) field.scrollIntoView({ block: 'center' });
}
