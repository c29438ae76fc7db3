/**
 * `npm --prefix js run bench`: medians in Node and in headless Chromium, and ratios against plain JavaScript with
 * decimal.js doing the same work in the same run. Start-up is measured in new pages. Prints; judges nothing.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, dist, js } from '../../js/tools/paths.mjs';
import { withPage } from '../browser/page.mjs';
import { measure } from './work.mjs';

const require = createRequire(path.join(js, 'package.json'));
const here = (file) => new URL(file, import.meta.url).pathname;

async function inNode() {
  const load = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const [xeploai, { rulebooks }] = [await load('index.js'), await load('rulebooks/index.js')];
  return measure({ xeploai, rulebooks, Decimal: require('decimal.js') });
}

/** The work as a classic script, and a page that has it beside the package. */
async function bundle() {
  await require('esbuild').build({
    stdin: { contents: `export { measure } from ${JSON.stringify(here('work.mjs'))}; export { default as Decimal } from 'decimal.js';`, resolveDir: js },
    outfile: path.join(build, 'bench', 'work.js'), bundle: true, format: 'iife', globalName: 'bench', logLevel: 'silent',
  });
}

const script = (file) => ({ path: file });

async function inChromium() {
  return withPage('about:blank', async ({ page }) => {
    await page.addScriptTag(script(path.join(dist, 'xeploai.global.js')));
    await page.addScriptTag(script(path.join(build, 'bench', 'work.js')));
    return page.evaluate(() => bench.measure({ xeploai, rulebooks: xeploai.rulebooks, Decimal: bench.Decimal }));
  });
}

/** A new page each time, once the browser is calm: how long the first engine takes, the first keystroke after it, and a second engine. */
async function startUp() {
  const runs = await withPage('about:blank', async ({ page }) => {
    const found = [];
    for (let i = 0; i < 9; i++) {
      const fresh = await (await page.context().browser().newContext()).newPage();
      await fresh.addScriptTag(script(path.join(dist, 'xeploai.global.js')));
      await fresh.waitForTimeout(500);
      found.push(await fresh.evaluate(firstMoments));
      await fresh.context().close();
    }
    return found;
  });
  const middle = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[runs.length >> 1];
  return { engine: middle('engine'), breakdown: middle('breakdown'), quota: middle('quota'), second: middle('second') };
}

/** Runs in the page. */
async function firstMoments() {
  const options = { rulebook: xeploai.rulebooks, asOf: '2020-12-31' };
  const time = async (work) => {
    const from = performance.now();
    const result = await work();
    return [performance.now() - from, result];
  };
  const [engine, first] = await time(() => xeploai.createEngine(options));
  await new Promise((done) => setTimeout(done, 60));
  const counts = { all: '61.567', exempt: '2.714', 'not-rated': '284', new: '1.984', 'httnv-up': '51.956', htxsnv: '7.156', htnv: '4.238', khtnv: '391' };
  const [breakdown] = await time(() => first.breakdown({ table: 'member', counts }));
  const [quota] = await time(() => first.quota({ subject: 'member', tally: { htxsnv: '7.156', httnv: '44.800', htnv: '4.238', khtnv: '391' } }));
  const [second] = await time(() => xeploai.createEngine(options));
  return { engine, breakdown, quota, second };
}

function print(where, rows) {
  console.log(`\n${where}: median a call`);
  for (const { name, budget, ours, theirs } of rows) {
    console.log(`  ${name.padEnd(34)} ${us(ours)}   decimal.js ${us(theirs)}   ratio ${(theirs / ours).toFixed(1)}×   (aim: under ${budget} µs)`);
  }
}
const us = (value) => `${value.toFixed(1).padStart(7)} µs`;

await bundle();
print('Node ' + process.version, await inNode());
print('Chromium, headless', await inChromium());
const start = await startUp();
console.log('\nChromium, a new page each time: medians of 9');
console.log(`  first engine ready ${start.engine.toFixed(1)} ms (aim: 15), first breakdown ${start.breakdown.toFixed(2)} ms, first quota ${start.quota.toFixed(2)} ms (aim: 1), second engine ${start.second.toFixed(1)} ms`);
