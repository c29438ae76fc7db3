/**
 * `npm run fuzz [-- TARGET [SECONDS]]`: libFuzzer on the native core, each target of tests/fuzz for some seconds or for hours; for `import`,
 * which is JavaScript, our own rosters, right and damaged (tests/fuzz/import.mjs; a third number is the run to begin with). No nightly compiler: marking the branches is a pass that the stable one has, and without `unsafe` there is nothing to sanitize.
 *
 * What a target starts from is written from the tests' own cases. What it learns stays in target/fuzz; an input that failed is kept
 * in tests/fuzz/found/TARGET, from where every later run tries it first.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall, canInstall } from './apt.mjs';
import { attempt, main, output, Stop } from './command.mjs';
import { regulations, root, tests } from './paths.mjs';

const CRATE = path.join(tests, 'fuzz');
const WORK = path.join(root, 'target', 'fuzz');
const CASES = path.join(tests, 'cases');
/** Targets and the longest input of each. */
const TARGETS = { numbers: 64, rulebook: 40_000, answers: 2_000, audit: 2_000 };
/** As cargo-fuzz sets them, but for the sanitizer. */
const FLAGS = [
  '--cfg', 'fuzzing', '-Cpasses=sancov-module', '-Cllvm-args=-sanitizer-coverage-level=4', '-Cllvm-args=-sanitizer-coverage-inline-8bit-counters',
  '-Cllvm-args=-sanitizer-coverage-pc-table', '-Cllvm-args=-sanitizer-coverage-trace-compares', '-Ccodegen-units=16',
];
const MISSING = 'libFuzzer wants a C++ compiler on Linux (on Debian "apt-get install g++"): nothing is fuzzed.';

const canFuzz = () => process.platform === 'linux' && output('c++', ['--version']) !== null;
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const casesOf = (start) => readdirSync(CASES).filter((name) => name.startsWith(start)).flatMap((name) => json(path.join(CASES, name)).cases.map((one) => one.input ?? {}));

const SEEDS = {
  numbers: () => casesOf('numbers').map(({ text }) => text),
  // The first four bytes choose a rulebook and a place in it.
  rulebook: () => readdirSync(regulations).filter((name) => name.endsWith('.json')).flatMap((name, at) => {
    const book = json(path.join(regulations, name));
    return [book, ...Object.values(book)].map((part, place) => `${String.fromCharCode(at, 0, place, 0)}${JSON.stringify(part)}`);
  }).filter((text) => text.length < TARGETS.rulebook),
  answers: () => ['0', '3', '4'].flatMap((book) => [0, 1, 2, 3].map((form) => `${book}${form}0=Nguyễn Văn A;5=03/02/1980\n12=20;13=18;14=90\n25=28;26=64;27=htxsnv\t1;;;3=16=1=0`)),
  audit: () => casesOf('audit').map(({ text }) => text),
};

/** Whole ones in JavaScript, run on what is built. */
const PROGRAMS = { import: path.join(CRATE, 'import.mjs') };

export function ensureFuzz(say) {
  if (process.platform !== 'linux' || canFuzz()) return say(canFuzz() ? 'A C++ compiler for libFuzzer: already here.' : MISSING);
  if (!canInstall()) return say(MISSING);
  say('A C++ compiler for libFuzzer: apt-get install g++, about 20 s ...');
  try {
    aptInstall(['g++']);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message, { numbered: false });
  }
}

/** One gate a target: as many seconds as are given, and what was found earlier. */
export function fuzz(tally, seconds = 5, names = Object.keys(PROGRAMS).concat(Object.keys(TARGETS)), first = 0) {
  for (const name of names.filter((one) => one in PROGRAMS)) {
    told(tally, name, attempt(process.execPath, [PROGRAMS[name], String(seconds), String(first)], { longest: (seconds + 120) * 1000 }));
  }
  fuzzCore(tally, seconds, names.filter((one) => one in TARGETS));
}

function told(tally, name, { ok, text }) {
  console.log(`      ${name}: ${text.match(/Done \d+ runs in \d+ second\(s\)/)?.[0] ?? 'it broke off'}`);
  tally.gate(`Fuzzing ${name}`, ok ? null : text.slice(-3000));
}

function fuzzCore(tally, seconds, names) {
  if (!names.length) return;
  if (!canFuzz()) return console.log(`      skipped  ${MISSING}`);
  compile();
  for (const name of names) told(tally, name, runTarget(name, seconds));
}

/** Named, so that cargo leaves the programs that build the crates without marks. */
const host = () => output('rustc', ['-vV']).match(/^host: (\S+)/m)[1];

function compile() {
  const done = attempt('cargo', ['build', '--release', '--quiet', '--locked', '--manifest-path', path.join(CRATE, 'Cargo.toml'), '--target', host()], {
    env: { CARGO_TARGET_DIR: WORK, CARGO_ENCODED_RUSTFLAGS: FLAGS.join('\x1f') },
  });
  if (!done.ok) throw new Stop(`The fuzz targets could not be built:\n${done.text}`);
}

function runTarget(name, seconds) {
  const [learned, seeds, found] = [path.join(WORK, 'corpus', name), path.join(WORK, 'seeds', name), path.join(CRATE, 'found', name)];
  for (const folder of [learned, seeds, found]) mkdirSync(folder, { recursive: true });
  for (const seed of SEEDS[name]()) if (typeof seed === 'string') writeFileSync(path.join(seeds, createHash('sha1').update(seed).digest('hex')), seed);
  const program = path.join(WORK, host(), 'release', name);
  const before = readdirSync(found).filter((file) => !file.startsWith('.')).map((file) => path.join(found, file));
  const again = before.length > 0 ? attempt(program, before) : { ok: true };
  if (!again.ok) return again;
  return attempt(program, [`-max_total_time=${seconds}`, `-max_len=${TARGETS[name]}`, '-timeout=10', '-rss_limit_mb=2048', '-print_final_stats=1', `-artifact_prefix=${found}/`, learned, seeds], { longest: (seconds + 120) * 1000 });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(async () => {
    const [name, seconds = '60', first = '0'] = process.argv.slice(2);
    if (name && !(name in TARGETS) && !(name in PROGRAMS)) throw new Stop(`There is no target ${name}; there are ${Object.keys(PROGRAMS).concat(Object.keys(TARGETS)).join(', ')}.`);
    if (!/^\d+$/.test(seconds) || !/^\d+$/.test(first)) throw new Stop('npm run fuzz -- TARGET SECONDS');
    if (!(name in PROGRAMS) && !canFuzz()) throw new Stop(MISSING);
    const { Tally } = await import('./tally.mjs');
    const tally = new Tally();
    fuzz(tally, Number(seconds), name ? [name] : undefined, Number(first));
    console.log(tally.line());
    process.exitCode = tally.failed === 0 ? 0 : 1;
  });
}
