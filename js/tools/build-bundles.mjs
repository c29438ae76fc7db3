/** The steps `bytes` and `bundles`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Stop } from './command.mjs';
import { build, dist, js } from './paths.mjs';

const ENTRY = './src/index.ts';
const AUTHOR = './src/author.ts';
/** Oldest browsers that have WebAssembly; esbuild then writes no syntax that is younger. */
const BROWSERS = ['chrome61', 'firefox60', 'safari11.1'];

/** The .wasm as a module: inside the bundle it needs no second request, so it works from a file and under any host. */
export async function buildBytes() {
  await Promise.all([writeBytes('wasm', 'bytes.js'), writeBytes('author', 'author-bytes.js')]);
  await writeFile(path.join(build, 'bytes.d.ts'), '/** The WebAssembly module: deflated, then base64; and its length in bytes. */\nexport declare const wasmDeflated: string;\nexport declare const wasmLength: number;\n');
}

async function writeBytes(folder, file) {
  const wasm = await readFile(path.join(build, folder, 'xeploai_bg.wasm'));
  await writeFile(path.join(build, file), `export const wasmLength = ${wasm.length};\nexport const wasmDeflated = '${await encode(wasm)}';\n`);
}

/** The same sources on the author's module: its glue and its bytes instead of a page's. */
const onAuthorsModule = {
  name: 'author',
  setup({ onResolve }) {
    onResolve({ filter: /\/build\/wasm\/xeploai\.js$/ }, () => ({ path: path.join(build, 'author', 'xeploai.js') }));
    onResolve({ filter: /\/build\/bytes\.js$/ }, () => ({ path: path.join(build, 'author-bytes.js') }));
  },
};

/**
 * The one place that decides how the bytes are packed; js/src/bytes.ts unpacks them. Deflated first, because base64 of
 * bare bytes defeats a server's gzip: a third more would cross the wire. Zopfli writes plain deflate, 6 % smaller than
 * zlib's best.
 */
async function encode(wasm) {
  const { deflateAsync } = await import('@gfx/zopfli');
  return Buffer.from(await deflateAsync(wasm, { numiterations: 15 })).toString('base64');
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
    define: { XEPLOAI_VERSION: JSON.stringify(version) },
    legalComments: 'none',
    logLevel: 'silent',
  };
  const everything = [
    `export * from '${ENTRY}';`,
    "export { rulebooks } from './dist/rulebooks/index.js';",
    "export { overlays } from './dist/overlays/index.js';",
  ].join('\n');
  const outputs = [
    { entryPoints: [ENTRY], format: 'esm', outfile: 'dist/index.js' },
    { entryPoints: [ENTRY], format: 'cjs', outfile: 'dist/index.cjs' },
    { entryPoints: [AUTHOR], format: 'esm', outfile: 'dist/author.js', plugins: [onAuthorsModule] },
    { entryPoints: [AUTHOR], format: 'cjs', outfile: 'dist/author.cjs', plugins: [onAuthorsModule] },
    { stdin: { contents: everything, resolveDir: js }, format: 'iife', globalName: 'xeploai', outfile: 'dist/xeploai.global.js' },
  ];
  for (const one of outputs) await refuseWarnings(bundle, { ...common, ...one });
}

/** A warning of the bundler (an `import.meta` in a classic script, say) is a page that fails later. */
async function refuseWarnings(bundle, options) {
  const { formatMessages } = await import('esbuild');
  const said = async (messages, kind) => (await formatMessages(messages, { kind })).join('\n');
  const result = await bundle(options).catch(async (error) => {
    throw error.errors ? new Stop(`${options.outfile} could not be bundled:\n${await said(error.errors, 'error')}`) : error;
  });
  if (result.warnings.length) throw new Stop(`${options.outfile}: the bundler warns:\n${await said(result.warnings, 'warning')}`);
}
