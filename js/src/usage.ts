/** Checks on how the package is called. What people typed is never judged here. */
import { nearest } from '../build/wasm/xeploai.js';
import { UsageError } from './errors.js';

/**
 * Whether a member is an object's own; taken when the page loads. Inside a function, because bundlers make a `var` of what is
 * constant outside, and engines look only through constants: a form would be walked in three times as long.
 * Not bound: old libraries bring a `bind` of their own.
 */
export const has = /* @__PURE__ */ (() => {
  const own = Object.prototype.hasOwnProperty;
  return (source: object, key: string): boolean => own.call(source, key);
})();

/**
 * Whether all that a walk with `for … in` met is the object's own, `last` being what it met last: inherited members come behind
 * its own. To ask of each member takes longer than everything else a walk does.
 */
export function ownTo(source: object, last: string | undefined): boolean {
  return last === undefined || has(source, last);
}

/** A member when it is the object's own. */
export function mine(source: object, key: string): unknown {
  return has(source, key) ? (source as Record<string, unknown>)[key] : undefined;
}

/** An options object with only known members. Reads each of its own once: a getter cannot answer twice, a polluted prototype not at all. */
export function options<K extends string>(call: string, given: unknown, known: readonly K[]): { [key in K]?: unknown } {
  const read = Object.create(null) as { [key in K]?: unknown };
  const source = object(call, given);
  guarded(call, () => {
    onlyKnown(call, source, known);
    for (const key of known) read[key] = mine(source, key);
  });
  return read;
}

/** Refuses a member nobody knows: mostly a slip of the pen. */
export function onlyKnown(call: string, source: object, known: readonly string[]): void {
  for (const key in source) if (known.indexOf(key) < 0 && has(source, key)) throw unknownField(call, key, known);
}

/** A list made of what stands in another. A plain loop, because pages have had an `Array.from` and a `find` of their own. */
export function each<T, R>(list: ArrayLike<T>, make: (one: T, at: number) => R): R[] {
  const made: R[] = [];
  for (let at = 0; at < list.length; at++) made.push(make(list[at] as T, at));
  return made;
}

/** A list, read once: a proxy that throws is a clear error. */
export function list(what: string, given: unknown): readonly unknown[] {
  const copy = guarded(what, () => (Array.isArray(given) ? each(given as readonly unknown[], (one) => one) : null));
  if (copy) return copy;
  throw new UsageError('usage.bad-type', `\`${what}\` expects a list, found ${kind(given)}`);
}

export function object(what: string, given: unknown): Record<string, unknown> {
  if (given === null || typeof given !== 'object') {
    throw new UsageError('usage.bad-type', `\`${what}\` expects an object, found ${kind(given)}`);
  }
  return given as Record<string, unknown>;
}

export function unknownField(where: string, key: string, known: readonly string[]): UsageError {
  const near = nearest(key, known.join('\u001f'));
  const list = 'known: ' + known.slice(0, 40).join(', ');
  return new UsageError('usage.unknown-field', `\`${short(key)}\` is not known in \`${where}\``, {
    help: near ? `did you mean \`${near}\`? ${list}` : list,
  });
}

/** Runs code that touches a caller's object: a getter or a proxy that throws becomes a clear error. */
export function guarded<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('usage.unreadable', `\`${what}\` cannot be read: ${short(String(error))}`, { cause: error });
  }
}

export function text(what: string, given: unknown): string {
  if (typeof given !== 'string') throw new UsageError('usage.bad-type', `\`${what}\` expects a text, found ${kind(given)}`);
  return given;
}

export function flag(what: string, given: unknown): boolean {
  if (given !== undefined && typeof given !== 'boolean') {
    throw new UsageError('usage.bad-type', `\`${what}\` expects true or false, found ${kind(given)}`);
  }
  return given === true;
}

/** The position of a word in a list. */
export function choice(what: string, given: unknown, known: readonly string[], code = 'usage.bad-value'): number {
  const word = text(what, given);
  const at = known.indexOf(word);
  if (at >= 0) return at;
  const near = nearest(word, known.join('\u001f'));
  const list = 'known: ' + known.join(', ');
  throw new UsageError(code, `\`${short(word)}\` is no \`${what}\``, { help: near ? `did you mean \`${near}\`? ${list}` : list });
}

export function whole(what: string, given: unknown, from: number, to: number): number {
  if (typeof given !== 'number' || !Number.isInteger(given) || given < from || given > to) {
    throw new UsageError('usage.out-of-range', `\`${what}\` expects a whole number from ${from} to ${to}, found ${kind(given)}`);
  }
  return given;
}

/** What a value is, for a message. Asks nothing of an object: a revoked proxy throws at every question. */
export function kind(given: unknown): string {
  if (given === null) return 'null';
  if (typeof given === 'number') return 'the number ' + given;
  if (typeof given === 'object') return 'an object';
  return typeof given === 'string' ? `the text \`${short(given)}\`` : typeof given;
}

function short(text: string): string {
  return text.length > 60 ? text.slice(0, 60) + '…' : text;
}
