/** Gets the core running before an engine is made; when that fails, an `InitError`, and the next call tries again. */
import { InitError } from './errors.js';
import { isPending, isRunning, start, startSync, type Runner } from './instance.js';
import { refused } from './webassembly.js';

export async function load(find: () => Promise<Runner>): Promise<void> {
  try {
    await start(find);
  } catch (error) {
    throw refused(error);
  }
}

export function loadSync(find: () => Runner): void {
  if (isRunning()) return;
  // Engines of the one would point into the other.
  if (isPending()) {
    throw new InitError('init.busy', 'the engine is being loaded by `createEngine`', { help: 'await that first' });
  }
  try {
    startSync(find());
  } catch (error) {
    throw refused(error);
  }
}
