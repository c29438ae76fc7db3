/** The step `wasm`: the Rust core as WebAssembly that the oldest engines understand, with no trace of this machine in it. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { attempt, output, run, Stop } from './command.mjs';
import { openGlue } from './glue.mjs';
import { build, npmBin, root, toolsBin } from './paths.mjs';

const TARGET = 'wasm32-unknown-unknown';
/** Its own folder: other RUSTFLAGS in the usual one would make every native build start over. */
const TARGET_DIR = path.join(root, 'target', 'wasm-lowered');
/** What a page loads; the same without the audit, for pages of forms; and what an author of rulebooks loads: that with the lints. */
const MODULES = [['wasm', 'wasm,audit'], ['forms', 'wasm'], ['author', 'wasm,author']];
/** Later than WebAssembly as first shipped; a module with one of these does not load in Chromium 67. */
const TOO_NEW = /externref|memory\.copy|memory\.fill|table\.(?:copy|grow|fill)|extend8_s|extend16_s|extend32_s|trunc_sat|v128/;

export function rustVersion() {
  return output('rustc', ['-vV']) ?? '';
}

export async function buildWasm() {
  if (!existsSync(path.join(root, 'Cargo.lock'))) throw new Stop('Cargo.lock is missing: run "cargo generate-lockfile" and commit it.');
  // Fetched first: the folders that crates are unpacked to have to be known before the compiler starts.
  run('cargo', ['fetch', '--quiet', '--locked', '--target', TARGET], {
    failure: 'The crates could not be fetched; the lines above say why (is there a network, is Cargo.lock up to date?).',
  });
  for (const [folder, features] of MODULES) {
    const out = path.join(build, folder);
    rmSync(out, { recursive: true, force: true });
    compile(out, features);
    // wasm-pack writes one that ignores everything; npm would then leave the files out of a package.
    rmSync(path.join(out, '.gitignore'), { force: true });
    leaveRulebooksOut();
    openGlue(path.join(out, 'xeploai.js'));
    refuseOtherGlue(out);
    refuseNewWasm(path.join(out, 'xeploai_bg.wasm'));
  }
}

function compile(out, features) {
  const wasmPack = path.join(toolsBin, 'wasm-pack');
  const done = attempt(wasmPack, [
    'build', root, '--release', '--target', 'web', '--no-pack', '--mode', 'no-install',
    '--out-dir', out, '--out-name', 'xeploai', '--', '--locked', '--no-default-features', '--features', features,
  ], {
    env: {
      CARGO_TARGET_DIR: TARGET_DIR,
      // Inlining little and unrolling nothing costs a tenth of the speed and saves a tenth of the bytes. The encoded form takes paths with spaces.
      CARGO_ENCODED_RUSTFLAGS: ['-C', 'target-cpu=mvp', '-C', 'target-feature=+mutable-globals', '-C', 'llvm-args=-inline-threshold=5 -unroll-threshold=1', ...remaps()].join('\x1f'),
    },
  });
  if (!done.ok) throw new Stop(`The Rust core could not be built for the web:\n${done.text}`);
}

/** Compiler switches that replace this machine's paths; where several match, the last wins. */
function remaps() {
  const cargoHome = process.env.CARGO_HOME ?? path.join(os.homedir(), '.cargo');
  const sysroot = output('rustc', ['--print', 'sysroot']);
  const commit = rustVersion().match(/^commit-hash: (\w+)/m)?.[1] ?? 'unknown';
  const registries = path.join(cargoHome, 'registry', 'src');
  const pairs = [
    [root, '/xeploai'],
    [cargoHome, '/cargo'],
    [sysroot, '/rust'],
    // The name std's own sources have where rust-src is not installed.
    [path.join(sysroot, 'lib', 'rustlib', 'src', 'rust'), `/rustc/${commit}`],
    // One folder a registry, named after its host.
    ...(existsSync(registries) ? readdirSync(registries).map((name) => [path.join(registries, name), '/crates']) : []),
  ];
  return pairs.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
}

/** cargo lists what it read; the fingerprint of this step relies on the rulebooks not being among it. */
function leaveRulebooksOut() {
  const list = path.join(TARGET_DIR, TARGET, 'release', 'xeploai.d');
  // The calendar is compiled in: it is of no rulebook, and 2 KB.
  if (existsSync(list) && /regulations\/(?!calendar\.json)/.test(readFileSync(list, 'utf8'))) {
    throw new Stop('The .wasm reads src/regulations: rulebooks belong to the feature "library" and to dist/rulebooks, not into the bytes.');
  }
}

/** The glue of build/wasm stands in every bundle, whichever bytes are in it or come to it. */
function refuseOtherGlue(out) {
  const glue = (folder) => readFileSync(path.join(folder, 'xeploai.js'), 'utf8');
  if (glue(out) !== glue(path.join(build, MODULES[0][0]))) throw new Stop(`${out} has another glue: every export has to be in every module (see src/border/no_audit.rs).`);
}

/** The module as text, from binaryen. */
export function disassemble(file) {
  const done = attempt(path.join(npmBin, 'wasm-dis'), [file]);
  if (!done.ok) throw new Stop(`wasm-dis could not read ${file}:\n${done.text}`);
  return done.text;
}

/** The first instruction or type too new for old browsers, or null. */
export function tooNew(text) {
  return text.match(TOO_NEW)?.[0] ?? null;
}

function refuseNewWasm(file) {
  const found = tooNew(disassemble(file));
  if (found) throw new Stop(`The .wasm has "${found}" in it, which old browsers do not load: see the lowering flags in Cargo.toml.`);
}
