/**
 * Every place in the module from which a panic could be reached. A panic names its place, so the module's data holds one record a place:
 * where the file's name is, how long it is, line, column. What has no record is not linked.
 */
import { readFileSync } from 'node:fs';

const NAME = /(?:\/rustc\/\w+\/|\/crates\/)?[\w./-]+\.rs/g;

/** `file:line:column` of each, sorted; std's without the compiler's fingerprint. */
export function panicPlaces(file) {
  const memory = dataOf(readFileSync(file));
  const text = memory.toString('latin1');
  const names = [...text.matchAll(NAME)];
  const places = new Set();
  for (let at = 0; at + 16 <= memory.length; at += 4) {
    const [start, length, line, column] = [0, 4, 8, 12].map((offset) => memory.readUInt32LE(at + offset));
    // Names may stand end to end, so the record's own length decides.
    if (length < 4 || length > 200 || line === 0 || line > 100_000 || column === 0 || column > 1000) continue;
    const name = text.slice(start, start + length);
    if (names.some(({ index, 0: found }) => start >= index && start + length <= index + found.length) && name.endsWith('.rs')) {
      places.add(`${name.replace(/^\/rustc\/\w+\//, 'rust/').replace(/^\/crates\//, '')}:${line}:${column}`);
    }
  }
  return [...places].sort();
}

/** The memory as the module starts with it. */
function dataOf(bytes) {
  const memory = Buffer.alloc(4 * 1024 * 1024);
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const section = bytes[at];
    at += 1;
    const end = number() + at;
    if (section === 11) {
      for (let left = number(); left > 0; left -= 1) {
        // Kind 0 with `i32.const place; end`, which is all that Rust links.
        const [kind, constant] = [number(), bytes[at]];
        if (kind !== 0 || constant !== 0x41) throw new Error('another kind of data than Rust used to write');
        at += 1;
        const place = number();
        at += 1;
        const length = number();
        bytes.copy(memory, place, at, at + length);
        at += length;
      }
    }
    at = end;
  }
  return memory;
}
