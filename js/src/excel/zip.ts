/**
 * The parts of a zip file, by its directory: sizes and places stand there, also when a part says them only behind its bytes. Unpacked
 * with fflate in small pieces, so that no limit is passed before it is noticed.
 */
import { Inflate } from 'fflate';
import { Refusal } from './error.js';
import type { Pace } from './pace.js';
import { latin } from './kind.js';
import type { Limits } from './types.js';
import { megabytes } from './words.js';

export interface Part {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly stored: boolean;
  readonly size: number;
  readonly crc: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_PARTS = 10_000;
/** Packed bytes at a time: at the best packing there is, they become 8 MB. */
const SLICE = 8_192;
/** Unpacked bytes handed on at a time. */
const PIECE = 65_536;
/** A part this small is never too much, however well it packs. */
const SMALL = 4_000_000;

/** By name, in lower case. */
export function partsOf(bytes: Uint8Array): Map<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Part>();
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_PARTS) throw new Refusal('file.damaged', { part: 'zip' });
  try {
    for (let entry = 0; entry < count; entry++) {
      if (view.getUint32(at, true) !== ENTRY) throw new Refusal('file.truncated');
      const nameLength = view.getUint16(at + 28, true);
      const extra = view.getUint16(at + 30, true);
      const name = latin(bytes, at + 46, at + 46 + nameLength).replace(/\\/g, '/').toLowerCase();
      if (view.getUint16(at + 8, true) & 1) throw new Refusal('file.password');
      const method = view.getUint16(at + 10, true);
      if (method !== 0 && method !== 8) throw new Refusal('file.damaged', { part: name });
      const [size, packed, from] = large(view, at, at + 46 + nameLength, extra);
      if (view.getUint32(from, true) !== LOCAL || view.getUint16(from + 26, true) !== nameLength || latin(bytes, from + 30, from + 30 + nameLength) !== latin(bytes, at + 46, at + 46 + nameLength)) throw new Refusal('file.damaged', { part: name });
      const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
      if (start + packed > bytes.length) throw new Refusal('file.truncated');
      parts.set(name, { name, packed: bytes.subarray(start, start + packed), stored: method === 0, size, crc: view.getUint32(at + 16, true) });
      at += 46 + nameLength + extra + view.getUint16(at + 32, true);
    }
    // Behind the last entry stands the end, or its longer form; another entry would be one that was not counted.
    if (view.getUint32(at, true) === ENTRY) throw new Refusal('file.damaged', { part: 'zip' });
  } catch (error) {
    throw error instanceof RangeError ? new Refusal('file.truncated') : error;
  }
  return parts;
}

/** The directory's end is the file's end, but for a comment. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_600; at--) if (view.getUint32(at, true) === END) return at;
  throw new Refusal('file.truncated');
}

/** Unpacked size, packed size, place; some programs write them as 64 bits in an extra field, whatever they are. */
function large(view: DataView, at: number, extra: number, length: number): readonly [number, number, number] {
  const values: [number, number, number] = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let from = field + 4;
    for (let which = 0; which < 3; which++) {
      if (values[which] !== 0xffffffff) continue;
      values[which] = view.getUint32(from, true) + view.getUint32(from + 4, true) * 4_294_967_296;
      from += 8;
    }
  }
  return values;
}

/** What has been unpacked of a file so far. */
export interface Unpacked {
  bytes: number;
}

/** Unpacks a part piece by piece; refuses what is damaged, and what becomes too much. */
export async function unpack(part: Part, limits: Limits, so: Unpacked, pace: Pace, take: (piece: Uint8Array) => void): Promise<void> {
  const { packed } = part;
  let [size, crc] = [0, -1];
  let pieces: Uint8Array[] = [];
  const inflate = part.stored ? null : new Inflate((piece) => { pieces.push(piece); });
  for (let at = 0; at < packed.length; at += SLICE) {
    const slice = packed.subarray(at, at + SLICE);
    if (!inflate) pieces.push(slice);
    else {
      try {
        inflate.push(slice, at + SLICE >= packed.length);
      } catch {
        throw new Refusal('file.damaged', { part: part.name });
      }
    }
    for (const one of pieces) {
      size += one.length;
      so.bytes += one.length;
      const most = Math.max(SMALL, packed.length * limits.ratio);
      if (size > most || so.bytes > limits.unpacked) {
        throw new Refusal('file.unpacks', { part: part.name, found: '> ' + megabytes(Math.min(size, so.bytes)), limit: megabytes(Math.min(most, limits.unpacked)) });
      }
      crc = crcOf(one, crc);
      for (let from = 0; from < one.length; from += PIECE) {
        take(one.subarray(from, from + PIECE));
        const rest = pace.step((at + SLICE * (from / one.length)) / packed.length);
        if (rest) await rest;
      }
    }
    pieces = [];
  }
  if (size !== part.size || (crc ^ -1) >>> 0 !== part.crc) throw new Refusal('file.damaged', { part: part.name });
}

let table: Int32Array | null = null;

/** The zip file's own check on its bytes, which fflate leaves out; without it a damaged digit would pass. */
function crcOf(bytes: Uint8Array, from: number): number {
  if (!table) {
    table = new Int32Array(256);
    for (let at = 0; at < 256; at++) {
      let value = at;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
      table[at] = value;
    }
  }
  let crc = from;
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] as number)) & 255] as number);
  return crc;
}
