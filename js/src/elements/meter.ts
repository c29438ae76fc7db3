/** The quota as a picture: how many are in the grade, and a mark where each reading puts the cap. */
import type { Quota, QuotaReading } from '../types.js';
import { each, el, only, picture, svg, type Child } from './dom.js';
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
  each(readings, (reading) => { most = Math.max(most, reading.limit || 0); });
  const whole = Math.ceil(most * ROOM);
  const at = (count: number) => (100 * count) / whole;
  const drawing = picture('picture', {},
    svg('rect', 'track', { y: '1.5em', width: '100%', height: '1.2em' }),
    svg('rect', 'used', { y: '1.5em', width: at(Math.min(used, limit)) + '%', height: '1.2em' }),
    used > limit && svg('rect', 'too-many', { y: '1.5em', x: at(limit) + '%', width: at(used - limit) + '%', height: '1.2em' }),
    marks(readings, at));
  return el('div', 'meter ' + quota.state, {
    role: 'meter', 'aria-label': quota.label, 'aria-valuemin': 0, 'aria-valuemax': whole, 'aria-valuenow': used,
    'aria-valuetext': `${grouped(used)}; ${words.atMost} ${grouped(limit)}`,
  }, drawing);
}

function marks(readings: readonly QuotaReading[], at: (count: number) => number): Child {
  const labels: { x: number; text: string }[] = [];
  const lines = each(readings, ({ limit, enforced }, which) => {
    if (limit === null) return null;
    const x = at(limit);
    const near = only(labels, (label) => Math.abs(label.x - x) < CLOSE)[0];
    if (near) near.text += ' \u00b7 ' + letter(which);
    else labels[labels.length] = { x, text: letter(which) };
    return svg('line', enforced ? 'cap enforced' : 'cap', { x1: x + '%', x2: x + '%', y1: '1.2em', y2: '3em' });
  });
  return [lines, readings.length > 1 && each(labels, ({ x, text }) => svg('text', 'letter', { x: Math.max(2, x) + '%', y: '1em', 'text-anchor': 'middle' }, text))];
}

/** A, B, C ...: which mark belongs to which reading. */
export function letter(at: number): string {
  return String.fromCharCode(65 + at);
}
