/** `engine.workingDays` and `engine.deadlines`: two texts across, and the law of each deadline, which is known here already. */
import type { WasmEngine } from '../build/wasm/xeploai.js';
import { core } from './core.js';
import { UsageError } from './errors.js';
import { deepFreeze } from './freeze.js';
import type { Known } from './known.js';
import type { DeadlineDay, Deadlines, DeadlinesInput, WorkingDays, WorkingDaysInput } from './types.js';
import { options, text, whole } from './usage.js';

const MOST_DAYS = 10_000;

export function workingDays(wasm: WasmEngine, input: WorkingDaysInput): WorkingDays {
  const { from, to, add } = options('workingDays', input, ['from', 'to', 'add'] as const);
  if ((to === undefined) === (add === undefined)) {
    throw new UsageError('usage.missing-field', '`workingDays` takes `to` or `add`, and one of them', { help: 'count with { from, to }, or go on with { from, add: 3 }' });
  }
  const first = text('from', from);
  const last = to === undefined ? '' : text('to', to) || '?';
  const days = add === undefined ? 0 : whole('add', add, -MOST_DAYS, MOST_DAYS);
  return deepFreeze(core(() => JSON.parse(wasm.workingDays(first, last, days)) as WorkingDays));
}

export function deadlines(wasm: WasmEngine, known: Known, input: DeadlinesInput = {}): Deadlines {
  const { year, meeting } = options('deadlines', input, ['year', 'meeting'] as const);
  const rated = year === undefined ? 0 : whole('year', year, 1, 9998);
  const day = meeting === undefined || meeting === null || meeting === '' ? '' : text('meeting', meeting);
  const found = core(() => JSON.parse(wasm.deadlines(rated, day)) as { year: number; deadlines: Omit<DeadlineDay, 'id'>[] });
  const days = found.deadlines.map((one, at) => {
    const { id, label, basis, note, citations } = known.rulebook.deadlines[at] as Known['rulebook']['deadlines'][number];
    return Object.assign({ id, label, basis, note, citations }, one);
  });
  return deepFreeze({ year: found.year, deadlines: days, provenance: known.provenance });
}
