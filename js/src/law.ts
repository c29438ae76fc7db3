/**
 * All rulebooks and overlays inside a classic script. They are packed as the core is, because written out in ASCII, as a
 * script for pages of any encoding has to be, they were half of it; and unpacked when a page first asks for them.
 */
import { inflateSync, strFromU8 } from 'fflate';
import { lawDeflated, lawLength } from '../build/law.js';
import { fromBase64 } from './base64.js';
import type { OverlaySource, RulebookSource } from './types.js';

export interface Law {
  /** By date of effect. */
  readonly rulebooks: readonly RulebookSource[];
  /** By id. */
  readonly overlays: readonly OverlaySource[];
}

/** Of each member, what each of them has there; `null` where it has none. */
type ByMember = Record<string, readonly unknown[]>;

let unpacked: Law | null = null;

export function law(): Law {
  if (unpacked) return unpacked;
  const { rulebooks, overlays } = JSON.parse(strFromU8(inflateSync(fromBase64(lawDeflated), { out: new Uint8Array(lawLength) }))) as Record<keyof Law, ByMember>;
  return unpacked = { rulebooks: sources(rulebooks), overlays: sources(overlays) };
}

/** Each by itself. */
function sources<T extends RulebookSource | OverlaySource>(byMember: ByMember): readonly T[] {
  const made: Record<string, unknown>[] = [];
  for (const member of Object.keys(byMember)) {
    const of = byMember[member] as readonly unknown[];
    for (let at = 0; at < of.length; at++) {
      const source = made[at] || (made[at] = {});
      if (of[at] !== null) source[member] = of[at];
    }
  }
  return Object.freeze(made) as unknown as readonly T[];
}
