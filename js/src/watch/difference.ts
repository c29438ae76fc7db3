/** What two moments of a form have in common, and what not. */
import type { Diagnostic } from '../types.js';
import { mine } from '../usage.js';
import type { WatchDiff } from './types.js';

type Values = Readonly<Record<string, unknown>>;

/** Keys of the answers that are not what they were. */
export function edited(last: Values, now: Values): string[] {
  const keys = Object.keys(now);
  const gone = Object.keys(last).filter((key) => keys.indexOf(key) < 0);
  return keys.filter((key) => !same(last[key], now[key])).concat(gone);
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

export function difference(last: readonly Diagnostic[], shown: readonly Diagnostic[], asked: boolean, blocked: boolean): WatchDiff {
  const were = byKey(last);
  const are = byKey(shown);
  const reads = (one: Diagnostic) => [one.severity, one.message, mine(one, 'help')].join('\n');
  return Object.freeze({
    shown: Object.freeze(shown.slice()),
    appeared: Object.freeze(shown.filter(({ key }) => !were.has(key))),
    changed: Object.freeze(shown.filter((one) => were.has(one.key) && reads(were.get(one.key) as Diagnostic) !== reads(one))),
    gone: Object.freeze(last.filter(({ key }) => !are.has(key))),
    asked,
    blocked,
  });
}

function byKey(list: readonly Diagnostic[]): Map<string, Diagnostic> {
  const map = new Map<string, Diagnostic>();
  for (const one of list) map.set(one.key, one);
  return map;
}
