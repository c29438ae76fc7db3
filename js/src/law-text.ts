/**
 * A rulebook or an overlay as its author wrote it: JSON as a text, in which a key may stand twice in an object. `JSON.parse` takes
 * the last of them without a word; in a file of law that is a mistake, and told with its place.
 */
import type { Fault } from './types.js';

/** What is no JSON. */
export const UNREADABLE = Object.freeze({});

/** What it says; every key that stands twice becomes a fault. What is no text, or none of an object, is as it came. */
export function read(given: unknown, faults: Fault[]): unknown {
  if (typeof given !== 'string' || !/^\s*[{[]/.test(given)) return given;
  try {
    const value = JSON.parse(given) as unknown;
    twice(given, faults);
    return value;
  } catch (error) {
    faults[faults.length] = fault('rulebook.not-json', [], error instanceof Error ? error.message : String(error));
    return UNREADABLE;
  }
}

interface Level {
  /** The keys of an object so far; null in a list. */
  readonly keys: string[] | null;
  /** The key or the position it is at. */
  at: string | number;
}

/** A text, with the colon when it is a key; a bracket; a comma. */
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\],]/g;

function twice(json: string, faults: Fault[]): void {
  const levels: Level[] = [];
  const tokens = new RegExp(TOKEN.source, 'g');
  for (let token = tokens.exec(json); token; token = tokens.exec(json)) {
    const level = levels[levels.length - 1];
    const [sign, text, colon] = token;
    if (sign === '{') levels[levels.length] = { keys: [], at: '' };
    else if (sign === '[') levels[levels.length] = { keys: null, at: 0 };
    else if (sign === '}' || sign === ']') levels.length--;
    else if (level && sign === ',' && typeof level.at === 'number') level.at++;
    else if (level && level.keys && text && colon) {
      const key = JSON.parse(text) as string;
      level.at = key;
      if (level.keys.indexOf(key) >= 0) faults[faults.length] = fault('rulebook.duplicate-field', pathOf(levels), `\`${key}\` stands twice`);
      else level.keys[level.keys.length] = key;
    }
  }
}

function pathOf(levels: readonly Level[]): (string | number)[] {
  const path: (string | number)[] = [];
  for (const { at } of levels) path[path.length] = at;
  return path;
}

function fault(code: string, path: readonly (string | number)[], message: string): Fault {
  return Object.freeze({ code, severity: 'error' as const, path: Object.freeze(path), message });
}
