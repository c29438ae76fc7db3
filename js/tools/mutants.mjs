/**
 * `npm run mutants [-- FILE ...]`: each file of the core changed in one small place after the other by cargo-mutants; whatever no test notices is listed. First held
 * against the cases, which are quick; what they let pass, against every Rust test. Hours for all; what came of it is in src/SECURITY.md.
 */
import path from 'node:path';
import { cargoTool } from './cargo-tool.mjs';
import { attempt, main, Stop } from './command.mjs';
import { root } from './paths.mjs';

const VERSION = '27.1.0';
const CORE = ['src/quota.rs', 'src/quota/raised.rs', 'src/decimal/*.rs', 'src/breakdown.rs', 'src/breakdown/change.rs', 'src/rating.rs'];
const OUT = path.join(root, 'target', 'mutants');
/** Half a day. A mutant that never ends is ended much sooner. */
const LONGEST = 12 * 3_600_000;
const SECONDS = '240';

main(async () => {
  const files = process.argv.length > 2 ? process.argv.slice(2) : CORE;
  cargoTool(console.log, { program: 'cargo-mutants', crate: 'cargo-mutants', version: VERSION, locked: true });
  const run = (given) => attempt('cargo', ['mutants', ...files.flatMap((file) => ['-f', file]), ...given, '--features', 'library', '--timeout', SECONDS,
    '--minimum-test-timeout', SECONDS, '--colors', 'never', '-o', OUT], { longest: LONGEST, env: { CARGO_PROFILE_DEV_DEBUG: '0', CARGO_PROFILE_TEST_DEBUG: '0' } });
  console.log('Against the cases ...');
  // Given to every call of cargo, so that no other test is built for each mutant.
  console.log(said(run(['--cargo-arg=--lib', '--cargo-arg=--test=cases'])));
  console.log('What is left, against every Rust test ...');
  console.log(said(run(['--iterate'])));
});

/** Its lines about what was not noticed, and its last. Its exit code says that there are some, and is no failure. */
function said({ text }) {
  const lines = text.trim().split('\n').filter((line) => /^(?:MISSED|TIMEOUT)|mutants? tested|No mutants/.test(line));
  if (lines.length === 0) throw new Stop(text.slice(-3000));
  return lines.join('\n');
}
