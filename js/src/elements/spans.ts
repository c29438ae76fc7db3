/** Findings in a text that is still being written: where they stand now, and which part of the text bears which mark. */
import type { Severity } from '../types.js';
import { each, only } from './dom.js';

/** A finding in a text; `start` and `end` in UTF-16 units, as JavaScript counts. */
export interface TextFinding {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to write there instead. */
  readonly fix?: string | { readonly text: string } | null;
}

/** A stretch of text: `null` without a mark, else the worst severity found there. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly mark: Severity | null;
}

const MARKS: readonly (Severity | null)[] = [null, 'info', 'warning', 'error'];

/** The text cut where marks begin and end. A span outside the text marks nothing. */
export function stretches(text: string, findings: readonly TextFinding[]): readonly Stretch[] {
  const worst = new Uint8Array(text.length);
  each(findings, ({ start, end, severity }) => {
    const rank = MARKS.indexOf(severity);
    for (let place = Math.max(0, start); place < end && place < worst.length; place++) {
      if (rank > (worst[place] as number)) worst[place] = rank;
    }
  });
  const cut: Stretch[] = [];
  for (let start = 0, end = 1; start < text.length; end++) {
    if (end < text.length && worst[end] === worst[start]) continue;
    cut[cut.length] = { text: text.slice(start, end), start, mark: MARKS[worst[start] as number] as Severity | null };
    start = end;
  }
  return cut;
}

/** Findings of `before` as they stand in `after`: those behind the edit move with it, those it touched are gone. */
export function moved<T extends TextFinding>(findings: readonly T[], before: string, after: string): readonly T[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const by = after.length - before.length;
  const behind = before.length - tail;
  const kept = only(findings, ({ start, end }) => end <= head || start >= behind);
  return each(kept, (one) => (one.end <= head ? one : Object.assign({}, one, { start: one.start + by, end: one.end + by })));
}
