/** What is different in a form since the last time, as the core packs it (`src/border/delta.rs`): split, not parsed. */
import { CELL, COLUMN, ROW, SEPARATOR, pieces } from './separators.js';
import type { PackedQuota } from './quota.js';
import type { Citation, Diagnostic, Severity } from './types.js';

/** Nobody is rated, or no unit was given. */
const NONE = '-';
const ANEW = '!';
const NOTHING: readonly never[] = Object.freeze([]);

export interface Delta {
  readonly complete: boolean;
  /** The findings, when any came, went or moved; those that stayed are the same objects. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
  /** Cells of the rating; null when nobody is rated. */
  readonly rating: readonly string[] | null | undefined;
  readonly quotas: PackedQuota[] | null | undefined;
}

/** `said`: every finding that came, in that order, until the core wants them forgotten; the new ones are put behind them. */
export function delta(text: string, known: ReadonlyMap<string, Citation>, said: Diagnostic[]): Delta {
  const [complete, findings, rating, quotas] = pieces(text, COLUMN) as [string, string, string, string];
  return {
    complete: complete === '1',
    diagnostics: findings === '' ? undefined : listOf(findings, known, said),
    rating: rating === '' ? undefined : rating === NONE ? null : pieces(rating, SEPARATOR),
    quotas: quotas === '' ? undefined : quotas === NONE ? null : JSON.parse(quotas) as PackedQuota[],
  };
}

/** Behind a `=`, or a `!` when what was said is to be forgotten: positions in it, and the cells of new ones. */
function listOf(text: string, known: ReadonlyMap<string, Citation>, said: Diagnostic[]): readonly Diagnostic[] {
  if (text.charAt(0) === ANEW) said.length = 0;
  if (text.length === 1) return NOTHING;
  const items = pieces(text.slice(1), ROW);
  const list: Diagnostic[] = [];
  for (let at = 0; at < items.length; at++) {
    const cells = pieces(items[at] as string, SEPARATOR);
    list.push(cells.length === 1 ? said[Number(cells[0])] as Diagnostic : (said[said.length] = finding(cells, known)));
  }
  return Object.freeze(list);
}

/** Key, code, severity, path, message, help, what to type instead, names and values in the sentence, citations. */
function finding(cells: readonly string[], known: ReadonlyMap<string, Citation>): Diagnostic {
  const [key, code, severity, path, message, help, fix, named, cited] = cells as readonly string[] & { length: 10 };
  const params: Record<string, string> = {};
  const names = split(named as string);
  for (let at = 0; at < names.length; at += 2) params[names[at] as string] = names[at + 1] as string;
  const citations = split(cited as string).map((id) => known.get(id) as Citation);
  const found = {
    key: key as string,
    code: code as string,
    severity: severity as Severity,
    path: Object.freeze(split(path as string)),
    message: message as string,
    params: Object.freeze(params),
    citations: Object.freeze(citations),
  };
  // Members that are mostly not there.
  if (help) (found as { help?: string }).help = help;
  if (fix) (found as { fix?: object }).fix = Object.freeze({ text: fix });
  return Object.freeze(found);
}

function split(cell: string): string[] {
  return cell === '' ? [] : pieces(cell, CELL);
}
