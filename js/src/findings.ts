/** Findings and steps as the core writes them, with citations by id; and as they are returned, with citations whole. */
import type { Citation, Diagnostic, Step } from './types.js';
import { has } from './usage.js';

export type CitedById<T> = Omit<T, 'citations'> & { citations: string[] };
/** A result while it is put together. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Citations = ReadonlyMap<string, Citation>;

/** The same object with its citations whole, frozen; the object is ours, fresh from JSON. */
function cite<T extends Diagnostic | Step>(known: Citations, item: CitedById<T>): T {
  const whole = item as unknown as { citations: unknown; params: object; path?: object; span?: object; fix?: object };
  whole.citations = Object.freeze(item.citations.map((id) => known.get(id)));
  Object.freeze(whole.params);
  for (const name of ['path', 'span', 'fix'] as const) if (has(whole, name)) Object.freeze(whole[name]);
  return Object.freeze(whole) as unknown as T;
}

export function findings(known: Citations, list: CitedById<Diagnostic>[]): readonly Diagnostic[] {
  return Object.freeze(list.map((item) => cite<Diagnostic>(known, item)));
}

export function steps(known: Citations, list: CitedById<Step>[] | undefined): readonly Step[] | undefined {
  return list && Object.freeze(list.map((item) => cite<Step>(known, item)));
}
