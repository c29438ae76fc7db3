/**
 * `npm test`: installs what is missing and runs every test; `--fast` leaves out the browsers and the tarball.
 * The last line is `N passed, N failed`; a step that breaks off is a failure, never nothing.
 */
import path from 'node:path';
import { CHROMIUM_MISSING, findChromium } from './chromium.mjs';
import { main, Stop } from './command.mjs';
import { counter } from './counter.mjs';
import { crates } from './deny.mjs';
import { fuzz } from './fuzz.mjs';
import { countInstructions } from './instructions.mjs';
import { tests } from './paths.mjs';
import { setup, setupSteps } from './setup.mjs';
import { Tally } from './tally.mjs';
import { testFiles } from './test-files.mjs';
import { format, lints, nativeTests, wasmLints } from './test-rust.mjs';

const folder = (name) => path.join(tests, name);

/** Title, how long, what; those with `built` need the package. */
const STEPS = [
  ['Format', '1 s', format],
  ['Lints', '5-60 s', lints],
  ['Lints for the web', '5-60 s', wasmLints],
  ['Rust tests', '10-120 s', nativeTests],
  ['Crates: licences, sources, advisories', '5-30 s', crates, { slow: true }],
  ['Instructions of key paths', '30-90 s', countInstructions, { slow: true }],
  ['Fuzzing, briefly', '1-3 min', (tally) => fuzz(tally), { slow: true }],
  ['Types of js/src', '1 s', types, { built: true }],
  ['Cases and API in Node', '10-30 s', (tally) => testFiles(tally, [folder('js')]), { built: true }],
  ['Cases and pages in Chromium', '3-6 min', inChromium, { built: true, slow: true }],
  ['Pages in every browser', '1-3 min', (tally) => testFiles(tally, [folder('browsers')]), { built: true, slow: true }],
  ['In bundlers, runtimes and frameworks', '1-3 min', (tally) => testFiles(tally, [folder('consumers'), folder('pages')]), { built: true, slow: true }],
  ['Package: tarball, types', '1-3 min', (tally) => testFiles(tally, [folder('packaging'), folder('types')]), { built: true, slow: true }],
];

main(async () => {
  const fast = process.argv.includes('--fast');
  const steps = STEPS.filter(([, , , { slow } = {}]) => !(fast && slow));
  const purpose = fast ? 'check' : 'test';
  const tally = new Tally();
  const say = counter(setupSteps(purpose) + 1 + steps.length);
  const ready = await guarded(tally, 'setup', () => setup(purpose, say));
  if (ready) {
    const built = await guarded(tally, 'build', () => buildPackage(say));
    for (const [title, howLong, work, { built: needed } = {}] of steps) {
      say(`${title}: ${howLong} ...`);
      if (needed && !built) tally.fail(title, 'Not run, because the package was not built.');
      else await guarded(tally, title, () => work(tally), { counts: false });
    }
  }
  console.log(`\n${tally.line()}`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
});

/** Runs a step; false and one failure when it breaks off. With `counts`, one pass when it does not. */
async function guarded(tally, title, work, { counts = title === 'build' } = {}) {
  try {
    await work();
  } catch (error) {
    tally.fail(title, error instanceof Stop ? error.message : error.stack ?? String(error));
    return false;
  }
  if (counts) tally.pass();
  return true;
}

async function buildPackage(say) {
  const { buildAll } = await import('../build.mjs');
  await buildAll(say);
}

async function inChromium(tally) {
  if (!findChromium()) throw new Stop(CHROMIUM_MISSING);
  // They wait for a browser more than they work, and share nothing.
  await testFiles(tally, [folder('browser')], 2);
}

async function types(tally) {
  const { typeErrors } = await import('./build-types.mjs');
  tally.gate('Types of js/src', typeErrors('--noEmit'));
}
