/**
 * Installs what is missing. Node's own modules only: npm runs `start` and `test` before anything is installed.
 * Every step says what it does; a step with nothing to do takes milliseconds.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aptInstall } from './apt.mjs';
import { ensureBrowsers } from './browsers.mjs';
import { ensureChromium } from './chromium.mjs';
import { npm, output, run, Stop } from './command.mjs';
import { cargoTool } from './cargo-tool.mjs';
import { ensureConsumers } from './consumers.mjs';
import { ensureDeny } from './deny.mjs';
import { ensureFuzz } from './fuzz.mjs';
import { ensureValgrind } from './instructions.mjs';
import { js, root } from './paths.mjs';
import { ensurePhp } from './php.mjs';

const WASM_TARGET = 'wasm32-unknown-unknown';
const WASM_PACK = '0.15.1';
const OLDEST_NODE = 20;

/** The steps in order; each prints one numbered line. */
const COMMON = [prerequisites, wasmTarget, wasmPack, wasmBindgen, npmPackages];

/** How many numbered lines `setup` prints, so that a caller can count on. */
export function setupSteps(purpose) {
  return stepsFor(purpose).length;
}

/** `purpose`: `run` (build and demo), `check` (also format and lint) or `test` (also the browsers, and what the package is tried in). */
export function setup(purpose, say) {
  for (const step of stepsFor(purpose)) step(say);
}

function stepsFor(purpose) {
  if (purpose === 'run') return COMMON;
  if (purpose === 'check') return [...COMMON, rustComponents];
  return [...COMMON, rustComponents, ensureChromium, ensureBrowsers, ensureConsumers, ensurePhp, ensureValgrind, ensureFuzz, ensureDeny];
}

function prerequisites(say) {
  const node = process.versions.node;
  if (Number.parseInt(node, 10) < OLDEST_NODE) throw new Stop(`Node ${OLDEST_NODE} or newer is needed; this is Node ${node}.`);
  const rustc = output('rustc', ['--version'])?.match(/^rustc (\d+)\.(\d+)\.\d+/);
  const cargo = output('cargo', ['--version']);
  if (!rustc || !cargo) {
    throw new Stop('Rust is missing (rustc and cargo, stable): install it with rustup, open a new shell and run this again.');
  }
  const oldest = oldestRust();
  if (Number(rustc[1]) === 1 && Number(rustc[2]) < oldest) {
    throw new Stop(`Rust 1.${oldest} or newer is needed; this is ${rustc[0]}: run "rustup update stable" and try again.`);
  }
  say(`${rustc[0]}, node ${node}: fine.`);
  linker(say);
}

/** Rust cannot link the tools without a C compiler; rustup does not bring one. */
function linker(say) {
  if (process.platform !== 'linux' || output('cc', ['--version']) !== null) return;
  say('A C compiler (rustc links with it): apt-get install gcc libc6-dev, about 20 s ...', { numbered: false });
  if (!aptInstall(['gcc', 'libc6-dev'])) {
    throw new Stop('A C compiler is missing (rustc links with "cc"): install one, on Debian "apt-get install gcc libc6-dev", and run this again.');
  }
}

function oldestRust() {
  return Number(read('Cargo.toml').match(/^rust-version\s*=\s*"1\.(\d+)/m)?.[1] ?? 85);
}

function wasmTarget(say) {
  const sysroot = output('rustc', ['--print', 'sysroot']);
  if (sysroot && existsSync(path.join(sysroot, 'lib', 'rustlib', WASM_TARGET, 'lib'))) {
    say(`Rust target ${WASM_TARGET}: already here.`);
    return;
  }
  say(`Rust target ${WASM_TARGET}: rustup target add, a few seconds ...`);
  if (output('rustup', ['--version']) === null) {
    throw new Stop(`The Rust target ${WASM_TARGET} is missing and there is no rustup to add it with: install Rust with rustup.`);
  }
  run('rustup', ['target', 'add', WASM_TARGET], { failure: `"rustup target add ${WASM_TARGET}" failed.` });
}

function wasmPack(say) {
  cargoTool(say, { program: 'wasm-pack', crate: 'wasm-pack', version: WASM_PACK, locked: true });
}

/** The glue must come from the very version the crate was compiled with. */
function wasmBindgen(say) {
  const version = read('Cargo.toml').match(/^wasm-bindgen\s*=.*"=(\d+\.\d+\.\d+)"/m)?.[1];
  if (!version) throw new Stop('Cargo.toml does not pin wasm-bindgen to one version (wasm-bindgen = { version = "=x.y.z" }).');
  // Without --locked: the lock file published with it pins a crate version that some registries do not serve.
  cargoTool(say, { program: 'wasm-bindgen', crate: 'wasm-bindgen-cli', version, locked: false });
}

function npmPackages(say) {
  const stamp = path.join(js, 'node_modules', '.installed-from');
  const wanted = createHash('sha256').update(readFileSync(path.join(js, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    say('npm packages: already here.');
    return;
  }
  say('npm packages: npm ci, about 10 s ...');
  const [command, first] = npm();
  // No package needs its install script here; not running any is the safer half.
  run(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: js,
    failure: 'The npm packages could not be installed; the lines above say why (is there a network?).',
  });
  writeFileSync(stamp, wanted);
}

function rustComponents(say) {
  const missing = [
    ['rustfmt', ['fmt', '--version']],
    ['clippy', ['clippy', '--version']],
  ].filter(([, args]) => output('cargo', args) === null).map(([name]) => name);
  if (missing.length === 0) {
    say('rustfmt and clippy: already here.');
    return;
  }
  say(`${missing.join(' and ')}: rustup component add, a few seconds ...`);
  run('rustup', ['component', 'add', ...missing], { failure: `"rustup component add ${missing.join(' ')}" failed: add them by hand and run this again.` });
}

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}
