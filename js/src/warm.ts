/**
 * Runs the paths of a keystroke once, after the first engine of a page. A browser compiles a function when it is first
 * called, and the first keystroke should not wait for that. Nothing depends on it having run.
 */
import type { FormsEngine } from './types.js';

let warmed = false;

export function warmUpSoon(engine: FormsEngine): void {
  if (warmed || typeof setTimeout !== 'function') return;
  warmed = true;
  const timer: unknown = setTimeout(() => warmUp(engine), 0);
  // In Node a timer would keep the process alive.
  if (typeof timer === 'object' && timer !== null) (timer as { unref?: () => void }).unref?.();
}

function warmUp(engine: FormsEngine): void {
  try {
    for (const { id, grades } of engine.rulebook.subjects) {
      const tally: Record<string, string> = {};
      for (const grade of grades) tally[grade.id] = '1.000';
      engine.quota({ subject: id, tally });
    }
    for (const { id, rows } of engine.tables().slice(0, 2)) {
      const counts: Record<string, string> = {};
      for (const row of rows) counts[row.id] = '1.000';
      engine.breakdown({ table: id, counts });
    }
  } catch (error) {
    // Disposed in the meantime; or something that the page's own call will meet and report.
  }
}
