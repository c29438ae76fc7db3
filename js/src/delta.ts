/** What is different in a form since the last time, as the core packs it (`src/border/delta.rs`): split, not parsed. */
import { CELL, COLUMN, ROW, SEPARATOR, pieces } from './separators.js';
import type { Citation, Diagnostic, Severity } from './types.js';
import { has } from './usage.js';

/** Nobody is rated, or no unit was given. */
const NONE = '-';
const ANEW = '!';
/** So many pieces has what was said before with other values; a mark ends each cell. */
const REWORDED = 5;
const NOTHING: readonly never[] = Object.freeze([]);

export interface Delta {
  readonly complete: boolean;
  /** The findings, when any came, went or moved; those that stayed are the same objects. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
  /** Cells of the rating; null when nobody is rated. */
  readonly rating: readonly string[] | null | undefined;
  /** Packed (`quota.ts`); null when no unit is given. */
  readonly quotas: string | null | undefined;
}

/** `said`: every finding that came, in that order, until the core wants them forgotten; the new ones are put behind them. */
export function delta(text: string, known: ReadonlyMap<string, Citation>, said: Diagnostic[]): Delta {
  const [complete, findings, rating, quotas] = pieces(text, COLUMN) as [string, string, string, string];
  return {
    complete: complete === '1',
    diagnostics: findings === '' ? undefined : listOf(findings, known, said),
    rating: rating === '' ? undefined : rating === NONE ? null : pieces(rating, SEPARATOR),
    quotas: quotas === '' ? undefined : quotas === NONE ? null : quotas,
  };
}

/** A `=`, or a `!` when what was said is to be forgotten; the places where findings are said; then the new ones. */
function listOf(text: string, known: ReadonlyMap<string, Citation>, said: Diagnostic[]): readonly Diagnostic[] {
  const items = pieces(text, ROW);
  const places = pieces(items[0] as string, SEPARATOR);
  if (text.charAt(0) === ANEW) said.length = 0;
  for (let at = 1; at < items.length; at++) {
    const cells = pieces(items[at] as string, SEPARATOR);
    said[said.length] = cells.length === REWORDED ? reworded(said[Number(cells[0])] as Diagnostic, cells) : finding(cells, known);
  }
  if (places.length === 1) return NOTHING;
  const list: Diagnostic[] = [];
  for (let at = 1; at < places.length; at++) list.push(said[Number(places[at])] as Diagnostic);
  return Object.freeze(list);
}

/** Key, code, severity, path, message, help, names and values in the sentence, citations. */
function finding(cells: readonly string[], known: ReadonlyMap<string, Citation>): Diagnostic {
  const [key, code, severity, path, message, help, params, cited] = cells as readonly string[] & { length: 9 };
  return finished({
    key: key as string,
    code: code as string,
    severity: severity as Severity,
    path: Object.freeze(split(path as string)),
    message: message as string,
    params: named({}, params as string),
    citations: Object.freeze(split(cited as string).map((id) => known.get(id) as Citation)),
  }, help);
}

/** What was said with other values: the message; help when it is another; names and values that are others. */
function reworded(like: Diagnostic, cells: readonly string[]): Diagnostic {
  const [, message, help, params] = cells;
  return finished({
    key: like.key,
    code: like.code,
    severity: like.severity,
    path: like.path,
    message: message as string,
    params: named(Object.assign({}, like.params), params as string),
    citations: like.citations,
  }, help || (has(like, 'help') ? like.help : ''));
}

function named(params: Record<string, string>, pairs: string): Diagnostic['params'] {
  const names = split(pairs);
  for (let at = 0; at < names.length; at += 2) params[names[at] as string] = names[at + 1] as string;
  return Object.freeze(params);
}

/** With what to do, where something is said of that. */
function finished(found: Diagnostic, help: string | undefined): Diagnostic {
  if (help) (found as { help?: string }).help = help;
  return Object.freeze(found);
}

function split(cell: string): string[] {
  return cell === '' ? [] : pieces(cell, CELL);
}
