/**
 * `npm run instructions`: how many instructions key paths of the core take, counted by valgrind, so that a slow-down shows on any
 * machine, however busy: more than 5 % above tests/bench/instructions.json is a failure. `-- --renew` writes it anew.
 *
 * Each path is run twice, a few turns and some more: the difference is what the turns took, without what set them up.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall, canInstall } from './apt.mjs';
import { attempt, main, output, Stop } from './command.mjs';
import { tests } from './paths.mjs';
import { Tally } from './tally.mjs';

const BUDGET = path.join(tests, 'bench', 'instructions.json');
/** More than this share above the budget is a failure; as much below it wants a new budget. */
const TOLERANCE = 0.05;
/** How many turns the two runs take; long paths need fewer. */
const TURNS = { 'roll up 62.000': [1, 2], 'audit 10 KB': [1, 3], engine: [1, 5] };
const MISSING = 'valgrind is missing (on Debian "apt-get install valgrind"): instructions are not counted.';

const hasValgrind = () => output('valgrind', ['--version']) !== null;

export function ensureValgrind(say) {
  if (hasValgrind()) return say('valgrind: already here.');
  if (!canInstall()) return say(MISSING);
  say('valgrind: apt-get install valgrind, about 20 s ...');
  try {
    aptInstall(['valgrind']);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message, { numbered: false });
  }
}

/** One gate a path; skipped with a word where valgrind, or the compiler of the budget, is not there. */
export function countInstructions(tally) {
  const { compiler, counts } = JSON.parse(readFileSync(BUDGET, 'utf8'));
  if (!hasValgrind()) return console.log(`      skipped  ${MISSING}`);
  const found = measure();
  const same = compiler === thisCompiler();
  for (const [name, budget] of Object.entries(counts)) {
    const ratio = found[name] / budget;
    console.log(`      ${line(name, found[name], ratio)}${ratio < 1 - TOLERANCE ? '  better: renew the budget' : ''}`);
    if (same) tally.gate(`Instructions of ${name}`, ratio <= 1 + TOLERANCE ? null : `${found[name]} instead of ${budget}: ${percent(ratio)}. Where it is worth it, "npm --prefix js run instructions -- --renew".`);
  }
  if (!same) console.log(`      not judged: the budget is of ${compiler}, this is ${thisCompiler()}`);
  const missing = Object.keys(found).filter((name) => !(name in counts));
  tally.gate('Every path has a budget', missing.length === 0 ? null : `${missing.join(', ')} ${missing.length > 1 ? 'have' : 'has'} none: renew it.`);
}

function renew() {
  const before = JSON.parse(readFileSync(BUDGET, 'utf8')).counts;
  const counts = measure();
  for (const [name, value] of Object.entries(counts)) console.log(line(name, value, value / (before[name] ?? value)));
  writeFileSync(BUDGET, `${JSON.stringify({ compiler: thisCompiler(), counts }, null, 2)}\n`);
}

function measure() {
  const program = compile();
  const names = attempt(program, []).text.trim().split('\n');
  return Object.fromEntries(names.map((name) => [name, turn(program, name)]));
}

function turn(program, name) {
  const [few, more] = TURNS[name] ?? [20, 60];
  return Math.round((count(program, name, more) - count(program, name, few)) / (more - few));
}

function count(program, name, times) {
  // Only the sum that it prints is wanted.
  const done = attempt('valgrind', ['--tool=callgrind', '--callgrind-out-file=/dev/null', program, name, String(times)]);
  const found = done.text.match(/Collected\s*:\s*(\d+)/);
  if (!done.ok || !found) throw new Stop(`valgrind could not count "${name}":\n${done.text}`);
  return Number(found[1]);
}

function compile() {
  const done = attempt('cargo', ['bench', '--locked', '--features', 'library', '--bench', 'instructions', '--no-run', '--message-format', 'json']);
  const programs = done.text.split('\n').filter((text) => text.startsWith('{')).map((text) => JSON.parse(text)).filter(({ executable, target }) => executable && target.name === 'instructions');
  if (!done.ok || programs.length !== 1) throw new Stop(`tests/bench/instructions.rs could not be compiled:\n${done.text.slice(-4000)}`);
  return programs[0].executable;
}

const thisCompiler = () => `${output('rustc', ['--version']).split(' ').slice(0, 2).join(' ')}, ${process.arch}`;
const percent = (ratio) => `${(ratio * 100).toFixed(1)} %`;
const line = (name, found, ratio) => `${name.padEnd(16)} ${String(found).padStart(12)} instructions  ${percent(ratio).padStart(8)} of the budget`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(async () => {
    const flags = process.argv.slice(2);
    if (flags.some((flag) => flag !== '--renew')) throw new Stop('There is --renew, and nothing else.');
    if (!hasValgrind()) throw new Stop(MISSING);
    if (flags.includes('--renew')) return renew();
    const tally = new Tally();
    countInstructions(tally);
    console.log(tally.line());
    process.exitCode = tally.failed === 0 ? 0 : 1;
  });
}
