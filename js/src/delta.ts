/** What is different in a form since the last time, as the core packs it (`src/border/delta.rs`): split, not parsed. */
import { CELL, COLUMN, ROW, SEPARATOR, pieces } from './separators.js';
import type { Citation, Diagnostic, Severity } from './types.js';

/** Nobody is rated, or no unit was given. */
const NONE = '-';
const ANEW = '!';
const ALL_ANEW = '*';
const NOTHING: readonly never[] = Object.freeze([]);

/** All of a finding but the figures: the first that was told, the names of its values, and its sentences. */
interface Kind {
  readonly first: Diagnostic;
  readonly names: readonly string[];
  readonly message: Words;
  readonly help: Words | null;
}

/** Pieces of a sentence; every other one is the name of the value that stands there. */
type Words = readonly string[];

/** What was told of a form, in that order, until the core wants it forgotten. */
export interface Told {
  readonly findings: Diagnostic[];
  readonly kinds: Kind[];
}

export interface Delta {
  readonly complete: boolean;
  /** The findings, when any came, went or moved; those that stayed are the same objects. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
  /** Cells of the rating; null when nobody is rated. */
  readonly rating: readonly string[] | null | undefined;
  /** Packed (`quota.ts`); null when no unit is given. */
  readonly quotas: string | null | undefined;
}

/** What is new is put behind what was `told`. */
export function delta(text: string, known: ReadonlyMap<string, Citation>, told: Told): Delta {
  const [complete, findings, rating, quotas] = pieces(text, COLUMN) as [string, string, string, string];
  return {
    complete: complete === '1',
    diagnostics: findings === '' ? undefined : listOf(findings, known, told),
    rating: rating === '' ? undefined : rating === NONE ? null : pieces(rating, SEPARATOR),
    quotas: quotas === '' ? undefined : quotas === NONE ? null : quotas,
  };
}

/** A mark: whether what was told is to be forgotten; the places where findings are told; then the new ones. */
function listOf(text: string, known: ReadonlyMap<string, Citation>, { findings, kinds }: Told): readonly Diagnostic[] {
  const items = pieces(text, ROW);
  const places = pieces(items[0] as string, SEPARATOR);
  const mark = places[0];
  if (mark === ANEW || mark === ALL_ANEW) findings.length = 0;
  if (mark === ALL_ANEW) kinds.length = 0;
  for (let at = 1; at < items.length; at++) {
    const cells = pieces(items[at] as string, SEPARATOR);
    findings[findings.length] = cells[0] === '' ? (kinds[kinds.length] = kindOf(cells, known)).first : another(kinds[Number(cells[0])] as Kind, cells);
  }
  if (places.length === 1) return NOTHING;
  const list: Diagnostic[] = [];
  for (let at = 1; at < places.length; at++) list.push(findings[Number(places[at])] as Diagnostic);
  return Object.freeze(list);
}

/** An empty cell; key, code, severity, path, names and values, citations, message, help. */
function kindOf(cells: readonly string[], known: ReadonlyMap<string, Citation>): Kind {
  const [, key, code, severity, path, pairs, cited, message, help] = cells as readonly string[] & { length: 9 };
  const params: Record<string, string> = {};
  const names: string[] = [];
  const values = split(pairs as string);
  for (let at = 0; at < values.length; at += 2) params[names[names.length] = values[at] as string] = values[at + 1] as string;
  const frame = {
    key: key as string,
    code: code as string,
    severity: severity as Severity,
    path: Object.freeze(split(path as string)),
    citations: Object.freeze(split(cited as string).map((id) => known.get(id) as Citation)),
  };
  const words = { names, message: wordsOf(message as string, names), help: help === '' ? null : wordsOf(help as string, names) };
  return { first: finding(frame, words, params), names, message: words.message, help: words.help };
}

/** Of a kind that was told: its place, then of each value that is not that of the first, where it stands and what it is. */
function another(kind: Kind, cells: readonly string[]): Diagnostic {
  const params: Record<string, string> = Object.assign({}, kind.first.params);
  for (let at = 1; at < cells.length; at += 2) params[kind.names[Number(cells[at])] as string] = cells[at + 1] as string;
  return finding(kind.first, kind, params);
}

function finding(like: Pick<Diagnostic, 'key' | 'code' | 'severity' | 'path' | 'citations'>, { message, help }: Pick<Kind, 'message' | 'help'>, params: Record<string, string>): Diagnostic {
  const found = {
    key: like.key,
    code: like.code,
    severity: like.severity,
    path: like.path,
    message: filled(message, params),
    params: Object.freeze(params),
    citations: like.citations,
  };
  // Without help it has no such member.
  if (help) (found as { help?: string }).help = filled(help, params);
  return Object.freeze(found);
}

function wordsOf(cell: string, names: readonly string[]): Words {
  return pieces(cell, CELL).map((piece, at) => (at % 2 ? names[Number(piece)] as string : piece));
}

function filled(words: Words, params: Record<string, string>): string {
  let text = words[0] as string;
  for (let at = 1; at < words.length; at += 2) text += params[words[at] as string] as string + words[at + 1];
  return text;
}

function split(cell: string): string[] {
  return cell === '' ? [] : pieces(cell, CELL);
}
