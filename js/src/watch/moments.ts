/**
 * When a finding may be seen. Reward early, punish late: what no longer holds goes at once; what is new waits until one of
 * its fields was left or nobody typed for a while, and never comes while one of its fields is being typed in.
 */
import type { Diagnostic } from '../types.js';

/** A field by its id, a cell of a grid by its control: rows come and go, and a number would then mean another row. */
export type Spot = string | Element;

/** Said only of a field that was left: whoever is still there may be about to fill it in. */
const LATER = /^form\.(?:missing|incomplete)$/;
/** Nobody typed there for a while; the field was left. */
const DWELT = 1;
const LEFT = 2;

export interface Moments {
  /** Somebody types there; null: nobody types, or not any more. */
  type(spot: Spot | null): void;
  typing(): Spot | null;
  dwell(spot: Spot): void;
  leave(spot: Spot): void;
  /** Everything may be seen from now on. */
  ask(): void;
  asked(): boolean;
  /** As at the beginning. */
  forget(): void;
  /** Controls were replaced: what was known of one is known of its successor, or forgotten (null). */
  replace(successor: (spot: Element) => Element | null): void;
  /** What may be seen. `touched`: what was edited since the last time; `settled` is false while nothing new may come. */
  choose(found: readonly Diagnostic[], touched: readonly Spot[], spotOf: (finding: Diagnostic) => Spot, settled: boolean): Diagnostic[];
}

export function moments(): Moments {
  let levels = new Map<Spot, number>();
  /** Of each finding what it reads and which fields brought it about, its own first. The engine names only one. */
  let causes = new Map<string, { message: string; spots: Spot[] }>();
  let seen = new Map<string, boolean>();
  let typing: Spot | null = null;
  let asked = false;

  const raise = (spot: Spot, level: number) => levels.set(spot, Math.max(level, levels.get(spot) || 0));

  function causeOf(finding: Diagnostic, touched: readonly Spot[], own: Spot): Spot[] {
    const last = causes.get(finding.key);
    const spots = last ? [own].concat(last.spots.slice(1)) : [own];
    // It arose, or reads differently, because of what was just edited.
    if (!last || last.message !== finding.message) for (const spot of touched) if (spots.indexOf(spot) < 0) spots.push(spot);
    return spots;
  }

  function due({ key, code }: Diagnostic, spots: readonly Spot[], settled: boolean): boolean {
    const later = LATER.test(code);
    if (!asked && !(later ? levels.get(spots[0] as Spot) === LEFT : spots.some((spot) => levels.has(spot)))) return false;
    return seen.has(key) || (settled && !(typing !== null && spots.indexOf(typing) >= 0));
  }

  return {
    type: (spot) => { typing = spot; },
    typing: () => typing,
    dwell: (spot) => { raise(spot, DWELT); },
    leave: (spot) => { raise(spot, LEFT); },
    ask: () => { asked = true; },
    asked: () => asked,
    forget() {
      levels = new Map();
      causes = new Map();
      seen = new Map();
      typing = null;
      asked = false;
    },
    replace(successor) {
      const next = (spot: Spot) => (typeof spot === 'string' ? spot : successor(spot));
      const kept = new Map<Spot, number>();
      levels.forEach((level, spot) => {
        const now = next(spot);
        if (now !== null) kept.set(now, level);
      });
      levels = kept;
      causes.forEach((cause) => { cause.spots = cause.spots.map((spot) => next(spot) || spot); });
      typing = typing === null ? null : next(typing);
    },
    choose(found, touched, spotOf, settled) {
      const [nextCauses, nextSeen]: [typeof causes, typeof seen] = [new Map(), new Map()];
      const shown: Diagnostic[] = [];
      for (const finding of found) {
        const spots = causeOf(finding, touched, spotOf(finding));
        nextCauses.set(finding.key, { message: finding.message, spots });
        if (!due(finding, spots, settled)) continue;
        shown.push(finding);
        nextSeen.set(finding.key, true);
      }
      causes = nextCauses;
      seen = nextSeen;
      return shown;
    },
  };
}
