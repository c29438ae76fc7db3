/**
 * Plain data as one text for the core (`src/border/tokens.rs`). Walks a caller's object once: a getter or a proxy that
 * throws, a cycle, a function or a symbol is a clear error with the place where it stands.
 */
import { UsageError } from './errors.js';
import { SEPARATOR, clean } from './separators.js';
import { guarded } from './usage.js';

const MAX_DEPTH = 31;
/** More than any rulebook has; an endless proxy stops here. */
const MAX_VALUES = 200_000;

export function tokens(what: string, given: unknown): string {
  const out: string[] = [];
  const path = [what];
  guarded(what, () => walk(path, given, out));
  return out.join(SEPARATOR);
}

function walk(path: string[], value: unknown, out: string[]): void {
  switch (typeof value) {
    case 'string': out.push(text(value)); return;
    case 'boolean': out.push(value ? 't' : 'f'); return;
    case 'number': out.push(Number.isSafeInteger(value) ? 'i' + value : 'x'); return;
    case 'undefined': out.push('n'); return;
    case 'object': break;
    default: throw notPlain(path, `is a ${typeof value}; plain data is expected`);
  }
  if (value === null) {
    out.push('n');
    return;
  }
  if (path.length > MAX_DEPTH || out.length > MAX_VALUES) throw notPlain(path, 'is nested too deep, refers to itself, or is too large');
  if (Array.isArray(value)) {
    out.push('[');
    for (let i = 0; i < value.length; i++) member(path, String(i), value[i], out);
    out.push(']');
  } else {
    out.push('{');
    for (const key of Object.keys(value)) {
      const one = (value as Record<string, unknown>)[key];
      if (one === undefined) continue;
      out.push(text(key));
      member(path, key, one, out);
    }
    out.push('}');
  }
}

function member(path: string[], step: string, value: unknown, out: string[]): void {
  path.push(step);
  walk(path, value, out);
  path.pop();
}

function notPlain(path: readonly string[], why: string): UsageError {
  return new UsageError('usage.not-plain', `\`${path.join('.').slice(0, 80)}\` ${why}`);
}

/** A text with its mark, so that none is taken for a bracket. */
function text(value: string): string {
  return 's' + clean(value);
}
