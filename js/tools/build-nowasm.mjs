/**
 * The step `nowasm`: the very module that pages load, as JavaScript -> build/nowasm.js, for pages on which WebAssembly is
 * switched off. binaryen's wasm2js translates; what it writes around the translation is for another purpose, and is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attempt, Stop } from './command.mjs';
import { build, npmBin } from './paths.mjs';

const OUT = path.join(build, 'nowasm.js');
/** It imports the glue at its head, and starts an instance at its foot. */
const HEAD = /^import \* as \S+ from '[^']+';\n/;
const FOOT = /\nvar retasmFunc = asmFunc\(\{[\s\S]*$/;

export function buildNowasm() {
  const done = attempt(path.join(npmBin, 'wasm2js'), ['-O', path.join(build, 'wasm', 'xeploai_bg.wasm'), '-o', OUT]);
  if (!done.ok) throw new Stop(`wasm2js could not translate the module:\n${done.text}`);
  const text = readFileSync(OUT, 'utf8');
  if (!HEAD.test(text) || !FOOT.test(text)) throw new Stop('wasm2js writes other code around the module than js/tools/build-nowasm.mjs knows: has binaryen changed?');
  writeFileSync(OUT, `${text.replace(HEAD, '').replace(FOOT, '\n')}export { asmFunc as start };\n`);
  writeFileSync(OUT.replace(/\.js$/, '.d.ts'), TYPES);
}

const TYPES = `import type { Exports, Imports } from './wasm/xeploai.js';
/** A new instance of the core, as JavaScript. */
export declare function start(imports: Imports): Exports;
`;
