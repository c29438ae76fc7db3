/** The field of the page a finding is about. */
import type { Diagnostic } from '../types.js';
import { each, only } from './dom.js';

/** Finds fields as `watchForm` does: by `data-xeploai-field`, `name` or `id`; the whole path first, then its first and its last part. */
export function findField(root: ParentNode, path: Diagnostic['path']): HTMLElement | null {
  if (!path.length) return null;
  let whole = '';
  each(path, (part, at) => { whole += (at ? '.' : '') + String(part); });
  const fields = root.querySelectorAll<HTMLElement>('[data-xeploai-field],[name],[id]');
  const names = [whole, String(path[0]), String(path[path.length - 1])];
  let found: HTMLElement | null = null;
  // Compared one by one: what stands in a path is never made part of a selector.
  each(names, (name) => each(['data-xeploai-field', 'name', 'id'], (attribute) => {
    found = found || only(fields, (field) => field.getAttribute(attribute) === name && field.getAttribute('type') !== 'hidden')[0] || null;
  }));
  return found;
}
