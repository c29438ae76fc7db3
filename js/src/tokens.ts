/**
 * Plain data as one text for the core (`src/wasm/tokens.rs`). Walks a caller's object once: a getter or a proxy that
 * throws, a cycle, a function or a symbol is a clear error with the place where it stands.
 */
import { UsageError } from './errors.js';
import { guarded } from './usage.js';

const SEPARATOR = '\u001f';
const RESERVED = /[\u0001\u001e\u001f]/g;
const MAX_DEPTH = 31;
/** More than any rulebook has; an endless proxy stops here. */
const MAX_VALUES = 200_000;

export function tokens(what: string, given: unknown): string {
  const out: string[] = [];
  guarded(what, () => walk(what, given, MAX_DEPTH, out));
  return out.join(SEPARATOR);
}

function walk(path: string, value: unknown, depth: number, out: string[]): void {
  if (depth < 0 || out.length > MAX_VALUES) {
    throw new UsageError('usage.not-plain', `\`${path.slice(0, 80)}\` is nested too deep, refers to itself, or is too large`);
  }
  switch (typeof value) {
    case 'string': out.push(text(value)); return;
    case 'boolean': out.push(value ? 't' : 'f'); return;
    case 'number': out.push(Number.isSafeInteger(value) ? 'i' + value : 'x'); return;
    case 'undefined': out.push('n'); return;
    case 'object': break;
    default: throw new UsageError('usage.not-plain', `\`${path}\` is a ${typeof value}; plain data is expected`);
  }
  if (value === null) {
    out.push('n');
  } else if (Array.isArray(value)) {
    out.push('[');
    for (let i = 0; i < value.length; i++) walk(`${path}.${i}`, value[i], depth - 1, out);
    out.push(']');
  } else {
    out.push('{');
    for (const key of Object.keys(value)) {
      const member = (value as Record<string, unknown>)[key];
      if (member === undefined) continue;
      out.push(text(key));
      walk(`${path}.${key}`, member, depth - 1, out);
    }
    out.push('}');
  }
}

/** A text with its mark, so that none is taken for a bracket. */
function text(value: string): string {
  return 's' + value.replace(RESERVED, ' ');
}
