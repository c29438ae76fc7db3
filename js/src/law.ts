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

let unpacked: Law | null = null;

export function law(): Law {
  if (unpacked) return unpacked;
  const { rulebooks, overlays } = JSON.parse(strFromU8(inflateSync(fromBase64(lawDeflated), { out: new Uint8Array(lawLength) }))) as Law;
  return unpacked = { rulebooks: Object.freeze(rulebooks), overlays: Object.freeze(overlays) };
}
