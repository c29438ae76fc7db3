/** What a page has to load, and the most it may be. */
import { spawnSync } from 'node:child_process';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What dist/index.js (glue and bytes, no rulebooks) should be, compressed with gzip -9, in bytes. Forms brought it above. */
export const AIM = 100_000;
/** What it may be until then, with under 1 KB to spare: the commit that brings a feature raises it by what that takes. The audit took 104,000 of it, votes and goals 16,500, what waits for `accept` and what follows from relations 2,325, kinds of findings 900, lists by how they stand 6,600. The only place these numbers stand. */
export const BUDGET = 325_600;
/** dist/forms.js and forms.wasm (without the audit), dist/excel.js (fflate and saxen inside), dist/slim.js, dist/engine.wasm and dist/nowasm.js, compressed the same way. */
export const OTHER_BUDGETS = { 'forms.js': 182_800, 'forms.wasm': 158_400, 'excel.js': 38_500, 'slim.js': 26_800, 'engine.wasm': 307_700, 'nowasm.js': 472_000 };
/** Each module of dist/rulebooks, compressed the same way: 8 KB. hd43-2025 fills it, all others are under 8,000. */
export const RULEBOOK_BUDGET = 8_192;

/** dist/elements.js, all four elements with their style and words, compressed the same way. */
export const ELEMENTS_BUDGET = 10_640;

/** As the program gzip does it, and servers with it; Node's own zlib is tuned for speed and some 3 % larger. */
export function gzipSize(bytes) {
  const done = spawnSync('gzip', ['-9', '-n', '-c'], { input: bytes, maxBuffer: 64 * 1024 * 1024 });
  return (done.status === 0 ? done.stdout : gzipSync(bytes, { level: 9 })).length;
}

/** One line: raw, gzip and brotli sizes of dist/index.js. */
export function report(bytes) {
  const kb = (size) => `${(size / 1000).toFixed(1)} KB`;
  const [gzip, brotli] = [gzipSize(bytes), brotliCompressSync(bytes).length];
  return `      dist/index.js: ${kb(bytes.length)}, gzip ${kb(gzip)} (at most ${kb(BUDGET)}, aim ${kb(AIM)}), brotli ${kb(brotli)}`;
}
