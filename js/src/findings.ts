/** Findings and steps as the core writes them, with citations by id; and as they are returned, with citations whole. */
import { deepFreeze } from './freeze.js';
import type { Citation, Diagnostic, Step } from './types.js';

export type CitedById<T> = Omit<T, 'citations'> & { citations: string[] };
type Known = ReadonlyMap<string, Citation>;

/** The same object with its citations whole; the object is ours, fresh from JSON. */
export function cite<T extends { readonly citations: readonly Citation[] }>(known: Known, item: CitedById<T>): T {
  const whole = item as unknown as { citations: unknown };
  whole.citations = item.citations.map((id) => known.get(id));
  return deepFreeze(whole as T);
}

export function findings(known: Known, list: CitedById<Diagnostic>[]): readonly Diagnostic[] {
  return Object.freeze(list.map((item) => cite<Diagnostic>(known, item)));
}

export function steps(known: Known, list: CitedById<Step>[] | undefined): readonly Step[] | undefined {
  return list && Object.freeze(list.map((item) => cite<Step>(known, item)));
}
