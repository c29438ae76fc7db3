/** Calls into the core: what it throws becomes an error of its kind, what it writes becomes plain frozen data. */
import { EngineError, EngineFault, fromCore } from './errors.js';
import { deepFreeze } from './freeze.js';
import { replace } from './instance.js';
import type { Rounding } from './types.js';

/** In the order the core knows them (`src/decimal.rs`, `Rounding::ALL`). */
export const ROUNDINGS: readonly Rounding[] = ['half-up', 'half-even', 'truncate', 'floor', 'ceil'];

/** Plain frozen data out of the core's JSON. */
export function answer<T>(call: () => string): T {
  return deepFreeze(core(() => JSON.parse(call()) as T));
}

/** What the core wrote as JSON, by itself: a member that is left out is not found on a polluted prototype. */
export function bare<T>(json: string): T {
  return Object.assign(Object.create(null), JSON.parse(json)) as T;
}

/** Runs a call into the core and turns what it throws into an error of its kind. After a trap the instance is another one. */
export function core<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    const error = fromCore(thrown);
    if (error instanceof EngineFault) replace();
    throw error;
  }
}
