/** The quota as a picture: how many are in the grade, and a mark where each reading puts the cap. */
import type { Quota, QuotaReading } from '../types.js';
import { append, el, svg } from './dom.js';
import { grouped, type Words } from './words.js';

/** Of the largest number, so that the last mark does not touch the edge. */
const ROOM = 1.18;
/** Percent: marks nearer than this share one label, so that letters never overlap. */
const CLOSE = 7;

/** `readings` in the order of their letters. Null while there is nothing to draw. */
export function meter(quota: Quota, readings: readonly QuotaReading[], words: Words): HTMLElement | null {
  const { used, limit } = quota;
  if (used === null || limit === null) return null;
  let most = Math.max(used, limit, 1);
  for (let at = 0; at < readings.length; at++) most = Math.max(most, (readings[at] as QuotaReading).limit || 0);
  const whole = Math.ceil(most * ROOM);
  const at = (count: number) => (100 * count) / whole;
  const within = Math.min(used, limit);
  const picture = svg('svg', 'picture', { 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', 'track', { y: '1.5em', width: '100%', height: '1.2em' }),
    within > 0 && svg('rect', 'used', { y: '1.5em', width: at(within) + '%', height: '1.2em' }),
    used > limit && svg('rect', 'too-many', { y: '1.5em', x: at(limit) + '%', width: at(used - limit) + '%', height: '1.2em' }));
  marks(picture, readings, at);
  return el('div', 'meter ' + quota.state, {
    role: 'meter', 'aria-label': quota.label, 'aria-valuemin': 0, 'aria-valuemax': whole, 'aria-valuenow': used,
    'aria-valuetext': words.used(grouped(used), grouped(limit)),
  }, picture);
}

function marks(picture: Element, readings: readonly QuotaReading[], at: (count: number) => number): void {
  const labels: { x: number; text: string }[] = [];
  for (let which = 0; which < readings.length; which++) {
    const { limit, enforced } = readings[which] as QuotaReading;
    if (limit === null) continue;
    const x = at(limit);
    append(picture, svg('line', enforced ? 'cap enforced' : 'cap', { x1: x + '%', x2: x + '%', y1: '1.2em', y2: '3em' }));
    let near = null;
    for (let one = 0; one < labels.length; one++) if (Math.abs((labels[one] as { x: number }).x - x) < CLOSE) near = labels[one];
    if (near) near.text += ' \u00b7 ' + letter(which);
    else labels[labels.length] = { x, text: letter(which) };
  }
  for (let one = 0; readings.length > 1 && one < labels.length; one++) {
    const { x, text } = labels[one] as { x: number; text: string };
    append(picture, svg('text', 'letter', { x: Math.max(2, x) + '%', y: '1em', 'text-anchor': 'middle' }, text));
  }
}

/** A, B, C ...: which mark belongs to which reading. */
export function letter(at: number): string {
  return String.fromCharCode(65 + at);
}
