/** The steps `packed` and `bundles`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Stop } from './command.mjs';
import { engineFile, engineStamp } from './engine-file.mjs';
import { readOverlays, readRulebooks } from './build-regulations.mjs';
import { integrity } from './integrity.mjs';
import { build, dist, js } from './paths.mjs';

/** The same engine, each with its core in another way. */
const ENTRIES = ['index', 'slim', 'nowasm'];
const NOWASM_GLOBAL = 'dist/xeploai.nowasm.global.js';
const ELEMENTS_CSS = './src/elements/elements.css';
/** Oldest browsers that have WebAssembly; esbuild then writes no syntax that is younger. */
export const BROWSERS = ['chrome61', 'firefox60', 'safari11.1'];
/** What older ones are told, in the classic scripts; not the words of an engine, because none runs. */
const FLOOR = 'Trình duyệt này quá cũ nên không kiểm tra được khi nhập. Hãy dùng Chrome, Edge hoặc Cốc Cốc từ Chromium 67, Firefox 68, Safari 12 trở lên. / This browser is too old to check what is typed: use Chromium 67 (Chrome, Edge, Cốc Cốc), Firefox 68, Safari 12 or later.';

/** What bundles carry packed: the .wasm and, in classic scripts, the law. */
export async function buildPacked() {
  await buildBytes();
  const law = Buffer.from(JSON.stringify({ rulebooks: byMember(await readRulebooks()), overlays: byMember(await readOverlays()) }));
  await writeFile(path.join(build, 'law.js'), `export const lawLength = ${law.length};\nexport const lawDeflated = '${await encode(law)}';\n`);
  await writeFile(path.join(build, 'law.d.ts'), '/** All rulebooks and overlays, member by member, as JSON in UTF-8: deflated, then base64; and their length in bytes. */\nexport declare const lawDeflated: string;\nexport declare const lawLength: number;\n');
}

/**
 * What all of them have in one member, then in the next; `null` where one has none: so the forms of one instrument stand beside
 * those of the next, near enough for deflate to see how alike they are. An eighth smaller; js/src/law.ts turns it round.
 */
function byMember(sources) {
  const members = [...new Set(sources.flatMap(Object.keys))];
  return Object.fromEntries(members.map((member) => [member, sources.map((source) => source[member] ?? null)]));
}

/** The .wasm as a module: inside the bundle it needs no second request, so it works from a file and under any host. */
async function buildBytes() {
  await Promise.all([writeBytes('wasm', 'bytes.js'), writeBytes('forms', 'forms-bytes.js'), writeBytes('author', 'author-bytes.js')]);
  await writeFile(path.join(build, 'bytes.d.ts'), '/** The WebAssembly module: deflated, then base64; and its length in bytes. */\nexport declare const wasmDeflated: string;\nexport declare const wasmLength: number;\n');
}

async function writeBytes(folder, file) {
  const wasm = await readFile(path.join(build, folder, 'xeploai_bg.wasm'));
  await writeFile(path.join(build, file), `export const wasmLength = ${wasm.length};\nexport const wasmDeflated = '${await encode(wasm)}';\n`);
}

/** The same sources with the bytes of another module. */
const onModule = (name) => ({
  name,
  setup({ onResolve }) {
    onResolve({ filter: /\/build\/bytes\.js$/ }, () => ({ path: path.join(build, `${name}-bytes.js`) }));
  },
});

/** The elements' style sheet comes to their script as a text, as short as it can be written. */
const styleAsText = {
  name: 'style',
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await esbuild.transform(await readFile(file, 'utf8'), { loader: 'css', minify: true, charset: 'ascii', target: BROWSERS });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/**
 * The one place that decides how the bytes are packed; js/src/bytes.ts and law.ts unpack them. Deflated first, because base64 of
 * bare bytes defeats a server's gzip: a third more would cross the wire. Zopfli writes plain deflate, 6 % smaller than
 * zlib's best.
 */
async function encode(bytes) {
  const { deflateAsync } = await import('@gfx/zopfli');
  return Buffer.from(await deflateAsync(bytes, { numiterations: 15, blocksplittingmax: 0 })).toString('base64');
}

export async function buildBundles() {
  const { build: bundle } = await import('esbuild');
  const { version } = JSON.parse(await readFile(path.join(js, 'package.json'), 'utf8'));
  await mkdir(dist, { recursive: true });
  const common = {
    absWorkingDir: js,
    bundle: true,
    minify: true,
    charset: 'ascii',
    target: BROWSERS,
    // Safari is said to miss both for corner cases (tagged templates among them); the plain forms, which are what is used here, are older than WebAssembly.
    supported: { destructuring: true, 'template-literal': true },
    define: { XEPLOAI_VERSION: JSON.stringify(version), XEPLOAI_STAMP: JSON.stringify(engineStamp()), XEPLOAI_FLOOR: JSON.stringify(FLOOR) },
    legalComments: 'none',
    logLevel: 'silent',
  };
  // By name: what esbuild makes of `* as` looks into Object.prototype, too.
  const namesOf = async (entry) => {
    const { metafile } = await bundle({ ...common, entryPoints: [`./src/${entry}.ts`], format: 'esm', write: false, metafile: true, outdir: 'none' });
    return Object.values(metafile.outputs)[0].exports.join(', ');
  };
  const classic = async (entry, publish) => {
    const names = await namesOf(entry);
    const contents = `
      import { ${names} } from './src/${entry}.ts';
      import { handOver } from './src/sibling-core.ts';
      import { publish } from './src/publish.ts';
      import { law } from './src/law.ts';
      ${publish}({ ${names}, get rulebooks() { return law().rulebooks; }, get overlays() { return law().overlays; } });`;
    return { contents, resolveDir: js };
  };
  const modules = (entry, plugins) => ['js', 'cjs'].map((end) => (
    { entryPoints: [`./src/${entry}.ts`], format: end === 'js' ? 'esm' : 'cjs', outfile: `dist/${entry}.${end}`, plugins }
  ));
  const outputs = [
    ...ENTRIES.flatMap((entry) => modules(entry)),
    ...modules('forms', [onModule('forms')]),
    ...modules('author', [onModule('author')]),
    { stdin: await classic('nowasm', 'if (!handOver()) publish'), format: 'iife', outfile: NOWASM_GLOBAL },
    { stdin: await classic('classic', 'publish'), format: 'iife', outfile: 'dist/xeploai.global.js' },
    { stdin: await classic('classic', 'publish'), format: 'iife', outfile: 'dist/xeploai.forms.global.js', plugins: [onModule('forms')] },
    { entryPoints: ['./src/too-old.js'], format: 'iife', target: 'es5', outfile: 'dist/xeploai.floor.js' },
    ...modules('elements', [styleAsText]),
    { entryPoints: ['./src/elements/classic.ts'], format: 'iife', outfile: 'dist/xeploai.elements.global.js', plugins: [styleAsText] },
    { entryPoints: [ELEMENTS_CSS], outfile: 'dist/elements.css' },
    ...modules('excel'),
    { entryPoints: ['./src/excel/classic.ts'], format: 'iife', outfile: 'dist/xeploai.excel.global.js' },
  ];
  await Promise.all([['engine.wasm', 'wasm'], ['forms.wasm', 'forms']].map(([name, module]) => writeFile(path.join(dist, name), engineFile(module))));
  for (const one of outputs) {
    await refuseWarnings(bundle, { ...common, ...one });
    // The one after it names its fingerprint.
    if (one.outfile === NOWASM_GLOBAL) common.define.XEPLOAI_NOWASM_INTEGRITY = JSON.stringify(integrity(await readFile(path.join(js, NOWASM_GLOBAL))));
  }
}

/** A warning of the bundler (an `import.meta` in a classic script, say) is a page that fails later. */
export async function refuseWarnings(bundle, options) {
  const { formatMessages } = await import('esbuild');
  const said = async (messages, kind) => (await formatMessages(messages, { kind })).join('\n');
  const result = await bundle(options).catch(async (error) => {
    throw error.errors ? new Stop(`${options.outfile} could not be bundled:\n${await said(error.errors, 'error')}`) : error;
  });
  if (result.warnings.length) throw new Stop(`${options.outfile}: the bundler warns:\n${await said(result.warnings, 'warning')}`);
}
