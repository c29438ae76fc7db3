/**
 * The only build script. Steps, in order:
 *   wasm       Rust -> build/wasm, build/forms and build/author (glue and bytes), lowered to the first WebAssembly, so that one build
 *              serves every browser
 *   nowasm     the same module as JavaScript -> build/nowasm.js
 *   packed     the .wasm as a string -> build/bytes.js; the law, for classic scripts -> build/law.js
 *   rulebooks  src/regulations/<id>.json -> dist/rulebooks
 *   overlays   src/regulations/overlays/<id>.json -> dist/overlays
 *   pages      the same data as pages to read -> dist/rulebooks/<id>.html, dist/overlays/<id>.html
 *   codes      src/codes.json -> dist/codes.js and .cjs
 *   types      src/*.ts -> dist/*.d.ts and *.d.cts
 *   bundles    src/index.ts, forms.ts, slim.ts, nowasm.ts, author.ts, elements.ts, excel.ts -> dist/<name>.js and .cjs; dist/engine.wasm, forms.wasm; the classic
 *              scripts dist/xeploai.global.js, xeploai.forms.global.js, xeploai.nowasm.global.js, xeploai.elements.global.js, xeploai.excel.global.js,
 *              xeploai.floor.js
 *   api        the declarations in dist as a page to read -> dist/api.html
 *   sbom       the lock files -> dist/sbom.rust.cdx.json, dist/sbom.npm.cdx.json
 *   integrity  all of the above -> dist/INTEGRITY.txt
 *   demo       the classic scripts, and what draws the rulebooks -> ../demo/vendor
 *   size       what a page has to load
 * A second run with nothing changed does nothing. `node build.mjs` wants the tools of `npm start` to be there.
 */
import path from 'node:path';
import { readFile, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildBundles, buildPacked } from './tools/build-bundles.mjs';
import { buildCodes } from './tools/build-codes.mjs';
import { DEMO_OUTPUTS, buildDemo } from './tools/build-demo.mjs';
import { buildPages } from './tools/build-pages.mjs';
import { buildNowasm } from './tools/build-nowasm.mjs';
import { buildOverlays, buildRulebooks } from './tools/build-regulations.mjs';
import { buildTypes } from './tools/build-types.mjs';
import { buildWasm, rustVersion } from './tools/build-wasm.mjs';
import { main } from './tools/command.mjs';
import { buildIntegrity } from './tools/integrity.mjs';
import { dist, js } from './tools/paths.mjs';
import { buildApi } from './tools/pages/api.mjs';
import { buildSbom } from './tools/sbom.mjs';
import { report } from './tools/size.mjs';
import { fingerprint, isFresh, stamped } from './tools/stamp.mjs';

const RUST = ['Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', 'src', 'js/tools/build-wasm.mjs', 'js/tools/glue.mjs', 'js/package-lock.json'];
const PACKAGE = [
  'js/src', 'js/tsconfig.json', 'js/package.json', 'src/regulations', 'src/codes.json', 'js/build.mjs', 'js/tools/pages',
  'js/tools/engine-file.mjs', 'js/tools/integrity.mjs', 'js/tools/sbom.mjs', 'js/package-lock.json',
  ...['bundles', 'codes', 'demo', 'pages', 'regulations', 'types'].map((name) => `js/tools/build-${name}.mjs`),
];
/** What is made of the module alone, and takes binaryen ten seconds. */
const NOWASM = ['js/tools/build-nowasm.mjs'];
const NOWASM_OUT = path.join(js, 'build', 'nowasm.js');
const WASM_OUT = path.join(js, 'build', 'wasm', 'xeploai_bg.wasm');
const OUTPUTS = [
  'author.js', 'forms.js', 'slim.js', 'nowasm.js', 'engine.wasm', 'forms.wasm', 'elements.js', 'elements.cjs', 'elements.css', 'elements.d.ts', 'excel.js', 'excel.cjs', 'excel.d.ts',
  'index.js', 'index.cjs', 'index.d.ts', 'index.d.cts', 'INTEGRITY.txt', 'codes.js', 'rulebooks/index.js', 'overlays/index.js', 'law.html',
];

/** Rulebooks are not part of the .wasm (the build checks it), so that editing one does not mean compiling Rust; the calendar is. */
const notInWasm = (file) => (file.startsWith('src/regulations/') && file !== 'src/regulations/calendar.json') || file === 'src/codes.json' || file.endsWith('.md');

export async function buildAll(say) {
  const wasm = fingerprint(RUST, [rustVersion()], notInWasm);
  const nowasm = fingerprint(NOWASM, [wasm]);
  const all = fingerprint(PACKAGE, [nowasm]);
  const outputs = [WASM_OUT, NOWASM_OUT, ...DEMO_OUTPUTS, ...OUTPUTS.map((file) => path.join(dist, file))];
  if (isFresh('package', all, outputs)) {
    say('Build: nothing has changed.');
    return;
  }
  say('Build: a few seconds; about a minute when the Rust core is compiled for the first time ...');
  await stamped('package', all, async () => {
    if (!isFresh('wasm', wasm, [WASM_OUT])) await step('wasm', 'cargo, wasm-bindgen, wasm-opt: 10-60 s', () => stamped('wasm', wasm, buildWasm));
    if (!isFresh('nowasm', nowasm, [NOWASM_OUT])) await step('nowasm', 'wasm2js: 10-20 s', () => stamped('nowasm', nowasm, buildNowasm));
    await step('packed', 'under 1 s', buildPacked);
    await rm(dist, { recursive: true, force: true });
    await step('rulebooks', 'under 1 s', buildRulebooks);
    await step('overlays', 'under 1 s', buildOverlays);
    await step('pages', 'under 1 s', buildPages);
    await step('codes', 'under 1 s', buildCodes);
    await step('types', 'about 1 s', buildTypes);
    await step('bundles', 'under 1 s', buildBundles);
    await step('api', 'under 1 s', buildApi);
    await step('sbom', 'under 1 s', buildSbom);
    await step('integrity', 'under 1 s', buildIntegrity);
    await step('demo', 'under 1 s', buildDemo);
  });
  console.log(report(await readFile(path.join(dist, 'index.js'))));
}

async function step(name, howLong, work) {
  console.log(`      ${name} (${howLong})`);
  await work();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(() => buildAll((text) => console.log(text)));
