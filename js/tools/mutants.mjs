/**
 * `npm run mutants [-- FILE ...]`: each file of the core changed in one small place after the other by cargo-mutants; whatever no test notices is listed. First held
 * against the cases, which are quick; what they let pass, against every Rust test. Hours for all; what came of it is in src/SECURITY.md. `CASES=audit` before it: first
 * held against the files of cases that begin so, which takes a third of the time; then against every test all the same.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cargoTool } from './cargo-tool.mjs';
import { environment, main, output, Stop } from './command.mjs';
import { root } from './paths.mjs';

const VERSION = '27.1.0';
const CORE = ['src/quota.rs', 'src/quota/raised.rs', 'src/decimal/*.rs', 'src/breakdown.rs', 'src/breakdown/change.rs', 'src/ballot.rs', 'src/rating.rs', 'src/rating/*.rs'];
const OUT = path.join(root, 'target', 'mutants');
/** A mutant that never ends is ended after so many seconds: for the cases, which take about seven, and for everything. */
const CASES = '90';
const ALL = '600';

main(async () => {
  cargoTool(console.log, { program: 'cargo-mutants', crate: 'cargo-mutants', version: VERSION, locked: true, asked: ['mutants', '--version'] });
  const files = process.argv.length > 2 ? process.argv.slice(2) : CORE;
  const chosen = files.flatMap((file) => ['-f', file]);
  const all = output('cargo', ['mutants', '--list', ...chosen])?.split('\n').filter(Boolean) ?? [];
  if (all.length === 0) throw new Stop(`There is nothing to change in ${files.join(', ')}.`);
  console.log(`${all.length} mutants against the cases, each about a quarter of a minute ...`);
  // Given to every call of cargo, so that no other test is built for each mutant. Of some cases alone not every finding can be asked for.
  const some = process.env.CASES ? ['--', 'every_shared_case'] : ['--cargo-arg=--lib'];
  mutate([...chosen, '--timeout', CASES, '--cargo-arg=--test=cases', ...some]);
  const list = (name) => path.join(OUT, 'mutants.out', `${name}.txt`);
  const left = readFileSync(list('missed'), 'utf8').split('\n').filter(Boolean);
  if (left.length === 0) return console.log('The cases notice every one.');
  console.log(`${left.length} against every Rust test, each some minutes ...`);
  // What never ends has been noticed, and is not asked again.
  appendFileSync(list('caught'), readFileSync(list('timeout')));
  mutate([...chosen, '--timeout', ALL, '--iterate'], { CASES: '' });
});

/** In view of the user. Its exit codes 2 and 3 say that some were missed or did not end: no failure of the run. */
function mutate(given, own = {}) {
  const done = spawnSync('cargo', ['mutants', '--features', 'library', '--colors', 'never', '-o', OUT, ...given], {
    cwd: root, env: environment({ CARGO_PROFILE_DEV_DEBUG: '0', CARGO_PROFILE_TEST_DEBUG: '0', ...own }), stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (![0, 2, 3].includes(done.status)) throw new Stop('cargo mutants did not come to its end; the lines above say why.');
}
