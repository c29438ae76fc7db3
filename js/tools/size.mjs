/** What a page has to load, and the most it may be. */
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** dist/index.js (glue and bytes, no rulebooks), compressed with gzip -9, in bytes. The only place this number stands. */
export const BUDGET = 80_000;

export function gzipSize(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}

/** One line: raw, gzip and brotli sizes of dist/index.js. */
export function report(bytes) {
  const kb = (size) => `${(size / 1000).toFixed(1)} KB`;
  const [gzip, brotli] = [gzipSize(bytes), brotliCompressSync(bytes).length];
  return `      dist/index.js: ${kb(bytes.length)}, gzip ${kb(gzip)} (at most ${kb(BUDGET)}), brotli ${kb(brotli)}`;
}
