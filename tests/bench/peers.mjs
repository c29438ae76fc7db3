/**
 * Peers that only the benchmark needs: two rule engines, a database and a grammar checker, each WebAssembly of megabytes, and two libraries for decimals. It installs them for
 * itself, from the npm registry into js/.tools; without them their columns are missing.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findInstalled, install } from '../../js/tools/consumers.mjs';
import { tests, toolsRoot } from '../../js/tools/paths.mjs';

const FROM = path.join(tests, 'bench', 'peers');
const INTO = path.join(toolsRoot, 'bench-peers');
const ZEN = '@gorules/zen-engine-wasm/dist/zen_engine_wasm.js';
const CEDAR = '@cedar-policy/cedar-wasm/web';
const BYTES = ['@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm', '@cedar-policy/cedar-wasm/web/cedar_wasm_bg.wasm'];

/** Their folder, or null when they cannot be had here. */
export function peersFolder() {
  if (findInstalled(FROM, INTO)) return INTO;
  console.log('Peers (zen-engine-wasm, cedar-wasm, duckdb-wasm, harper.js: 230 MB): npm install, about 20 s ...');
  try {
    install(FROM, INTO, 'They could not be installed; their columns are missing.');
    return INTO;
  } catch (error) {
    console.log(error.message);
    return null;
  }
}

/** What a bundle says to have the two rule engines with their bytes, ready, and the two libraries for decimals. */
export const ENGINES = `
  import initZen, * as zen from '${ZEN}'; import zenBytes from './node_modules/${BYTES[0]}';
  import initCedar, * as cedar from '${CEDAR}'; import cedarBytes from './node_modules/${BYTES[1]}';
  import Big from 'big.js'; import BigNumber from 'bignumber.js';
  export async function ruleEngines() {
    await initZen({ module_or_path: zenBytes });
    await initCedar({ module_or_path: cedarBytes });
    return { zen, cedar, Big, BigNumber };
  }`;

/** A connection to DuckDB's blocking build for Node, and the library its columns go in by. */
export async function duckdb(folder) {
  const require = createRequire(path.join(folder, 'package.json'));
  const library = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const dist = path.dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs'));
  const module = (name) => ({ mainModule: path.join(dist, name) });
  const database = await library.createDuckDB({ mvp: module('duckdb-mvp.wasm'), eh: module('duckdb-eh.wasm') }, new library.VoidLogger(), library.NODE_RUNTIME);
  await database.instantiate(() => {});
  return { connection: database.connect(), arrow: require('apache-arrow') };
}

/** The grammar checker of harper.js, ready: a function that lints an English text. */
export async function harper(folder) {
  const from = (file) => import(pathToFileURL(path.join(folder, 'node_modules', 'harper.js', 'dist', file)).href);
  const { LocalLinter } = await from('index.js');
  const linter = new LocalLinter({ binary: (await from('slimBinaryInlined.js')).slimBinaryInlined });
  await linter.setup();
  return (text) => linter.lint(text);
}

/** Bytes as they lie on disk, for the table of sizes. */
export const sizesOf = (folder) => BYTES.concat('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm').map((file) => [file.split('/')[1], readFileSync(path.join(folder, 'node_modules', file))]);
