/** `watchForm`: checks a form that is already on a page while people fill it in. */
import { UsageError } from '../errors.js';
import type { FormsEngine } from '../types.js';
import { kind } from '../usage.js';
import { settings } from './options.js';
import type { Root } from './places.js';
import type { PageRoot, Watcher, WatchOptions } from './types.js';
import { watching, type Watching } from './watcher.js';

/** One watcher a root: to watch it again is to change its engine and options. */
const watched = new WeakMap<Root, Watching>();

/**
 * Watches the fields inside `root`: an element (the form, or anything around the fields that the page does not replace as a whole), a
 * shadow root or a document. Moves nothing and writes no value. Throws a `UsageError` for a wrong call; what goes wrong later goes to
 * `options.onError`.
 */
export function watchForm(root: PageRoot, engine: FormsEngine, options: WatchOptions): Watcher {
  if (typeof root !== 'object' || root === null || typeof (root as Root).querySelectorAll !== 'function') {
    throw new UsageError('usage.bad-type', `\`root\` expects an element of the page, found ${kind(root)}`);
  }
  const element = root as Root;
  const chosen = settings(engine, options);
  const there = watched.get(element);
  if (there) {
    there.change(engine, chosen);
    return there.watcher;
  }
  const made = watching(element, engine, chosen, () => watched.delete(element));
  watched.set(element, made);
  return made.watcher;
}
