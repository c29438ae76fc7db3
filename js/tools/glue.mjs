/**
 * wasm-bindgen's glue knows one instance for the life of a page, and can fetch one by itself. Here its text becomes a function:
 * each call of `glue()` is the same glue around an instance of its own, started by js/src/instance.ts. So a stopped instance
 * can be replaced, and what was made by the old one cannot free memory of the new one. js/src/utf8.ts stands in where a page has no TextDecoder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Stop } from './command.mjs';

/** Where the glue ends and the code that loads a module begins; of that nothing is kept. */
const LOADERS = 'let wasmModule, wasmInstance, wasm;';
const LOADER_TYPES = 'export type InitInput';
/** How the glue makes what turns texts into bytes and back. */
const CODECS = [[/new TextDecoder\('utf-8', \{ ignoreBOM: true \}\)/g, 'newDecoder()'], [/new TextEncoder\(\)/g, 'newEncoder()']];
/** The glue asks whether its view is of a memory that has since grown in ways that differ from engine to engine; one holds everywhere. */
const STALE_VIEW = /if \((cached\w+Memory0) === null \|\|[^\n]*\) \{/g;

/** Rewrites the glue and its types where wasm-pack left them. */
export function openGlue(file) {
  rewrite(file, (text) => {
    const body = before(text, LOADERS, file);
    const names = [...body.matchAll(/^export (?:class|function) (\w+)/gm)].map((match) => match[1]);
    const views = body.match(STALE_VIEW)?.length;
    if (names.length === 0 || !views || views !== body.match(/Memory0 === null/g).length) throw new Stop(`${file} is not the glue that js/tools/glue.mjs knows: has wasm-bindgen changed?`);
    const ours = CODECS.reduce((glue, [theirs, made]) => glue.replace(theirs, made), body);
    if (/Text(?:De|En)coder\(/.test(ours)) throw new Stop(`${file} makes a TextDecoder in a way that js/tools/glue.mjs does not know: has wasm-bindgen changed?`);
    return program(ours.replace(/^export /gm, '').replace(STALE_VIEW, 'if ($1 === null || $1.buffer !== wasm.memory.buffer) {'), names.join(', '));
  });
  rewrite(file.replace(/\.js$/, '.d.ts'), (text) => before(text, LOADER_TYPES, file) + TYPES);
}

function program(body, names) {
  return `import { newDecoder, newEncoder } from '../../src/utf8.js';
export let ${names};
let current = null;

export function release() {
  if (current) current.end();
  current = null;
}

export function glue() {
  const own = scope();
  return {
    imports: own.imports,
    use(exports) {
      release();
      own.begin(exports);
      current = own;
      ({ ${names} } = own.exported);
    },
  };
}

function scope() {
let wasm;
${body}
return {
  imports: __wbg_get_imports(),
  exported: { ${names} },
  begin(exports) { wasm = exports; },
  end() {
    const idle = {};
    for (const name of Object.keys(wasm)) idle[name] = () => 0;
    wasm = idle;
  },
};
}
`;
}

const TYPES = `/** What the module needs, and what it gives. */
export type Imports = WebAssembly.Imports;
export type Exports = object;
/** A new scope for an instance that is started with \`imports\`; \`use\` sends all calls to it and releases the one before. */
export function glue(): { readonly imports: Imports; use(exports: Exports): void };
/** Whatever the instance in use has made does nothing from now on, so that freeing it is harmless. */
export function release(): void;
`;

function rewrite(file, change) {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function before(text, mark, file) {
  const parts = text.split(mark);
  if (parts.length !== 2) throw new Stop(`${file} has no "${mark}", or more than one: has wasm-bindgen changed?`);
  return parts[0];
}
