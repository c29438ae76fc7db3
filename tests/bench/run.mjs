/**
 * `npm --prefix js run bench`: medians in Node and in headless Chromium, and ratios against plain JavaScript with libraries for decimals and against schema
 * libraries and rule engines doing the same work in the same run. Start-up is measured in new pages and new processes. Prints; judges nothing.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, dist, js } from '../../js/tools/paths.mjs';
import { gzipSize } from '../../js/tools/size.mjs';
import { withPage } from '../browser/page.mjs';
import { measureAudit } from './audit.mjs';
import { measureDemo } from './demo.mjs';
import { measureEngines, measureForm } from './form.mjs';
import { measureGrowth } from './growth.mjs';
import { histogram } from './histogram.mjs';
import { ENGINES, duckdb, harper, peersFolder, sizesOf } from './peers.mjs';
import { measureRollUp } from './roll-up.mjs';
import { measureStart } from './start.mjs';
import { measure } from './work.mjs';

const require = createRequire(path.join(js, 'package.json'));
const here = (file) => new URL(file, import.meta.url).pathname;
const heavy = peersFolder();
/** Their modules, which bring their bytes along. */
const ENGINES_FILE = path.join(build, 'bench', 'engines.mjs');
const bundling = { bundle: true, target: 'es2022', logLevel: 'silent', loader: { '.wasm': 'binary' } };

async function inNode() {
  const load = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const [xeploai, { rulebooks }] = [await load('index.js'), await load('rulebooks/index.js')];
  const libraries = { Ajv: require('ajv'), z: require('zod').z, v: require('valibot'), rules: require('json-rules-engine'), Decimal: require('decimal.js'), arquero: await import(pathToFileURL(require.resolve('arquero')).href) };
  if (heavy) Object.assign(libraries, await (await import(pathToFileURL(ENGINES_FILE).href)).ruleEngines());
  const parts = { xeploai, rulebooks, libraries, histogram: await histogram(), duckdb: heavy && await duckdb(heavy), harper: heavy && await harper(heavy) };
  return { rows: await measure(parts), form: await measureForm(parts), engines: await measureEngines(parts), growth: measureGrowth(), rosters: await measureRollUp(parts), audits: await measureAudit(parts) };
}

/** The work as a classic script, and a page that has it beside the package. */
async function bundle() {
  const { build: esbuild } = require('esbuild');
  if (heavy) await esbuild({ stdin: { contents: ENGINES, resolveDir: heavy }, outfile: ENGINES_FILE, format: 'esm', ...bundling });
  await esbuild({
    stdin: { contents: `
      export { measure } from ${JSON.stringify(here('work.mjs'))};
      export { measureForm, measureEngines } from ${JSON.stringify(here('form.mjs'))};
      export { measureAudit } from ${JSON.stringify(here('audit.mjs'))};
      export { measureRollUp } from ${JSON.stringify(here('roll-up.mjs'))};
      import Ajv from 'ajv'; import { z } from 'zod'; import * as v from 'valibot'; import * as rules from 'json-rules-engine'; import Decimal from 'decimal.js'; import * as arquero from 'arquero';
      export const libraries = { Ajv, z, v, rules, Decimal, arquero };
      ${heavy ? `export { ruleEngines } from ${JSON.stringify(ENGINES_FILE)};` : 'export const ruleEngines = () => ({});'}`, resolveDir: js },
    outfile: path.join(build, 'bench', 'work.js'), format: 'iife', globalName: 'bench', ...bundling,
  });
}

const script = (file) => ({ path: file });

async function inChromium() {
  return withPage('about:blank', async ({ page }) => {
    await page.addScriptTag(script(path.join(dist, 'xeploai.global.js')));
    await page.addScriptTag(script(path.join(build, 'bench', 'work.js')));
    return page.evaluate(async (bytes) => {
      Object.assign(bench.libraries, await bench.ruleEngines());
      const parts = { xeploai, rulebooks: xeploai.rulebooks, libraries: bench.libraries, histogram: Uint8Array.from(bytes) };
      return { rows: await bench.measure(parts), form: await bench.measureForm(parts), engines: await bench.measureEngines(parts), rosters: await bench.measureRollUp(parts), audits: await bench.measureAudit(parts) };
    }, Array.from(await histogram()));
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

function print(where, { rows, form, engines, rosters: { province, nation }, audits }) {
  console.log(`\n${where}: median a call`);
  for (const { name, budget, times: { xeploai: ours, ...theirs } } of rows) {
    const columns = Object.entries(theirs).map(([who, time]) => `   ${who} ${us(time)} ${(time / ours).toFixed(1)}×`);
    console.log(`  ${name.padEnd(34)} ${us(ours)}${columns.join('')}   (aim: under ${budget} µs)`);
  }
  console.log(`\n${where}: a form of 42 fields, µs a call; the peers check all of it each time`);
  const peers = Object.keys(form[0].times);
  console.log(`  ${''.padEnd(32)}${peers.map((peer) => peer.padStart(19)).join('')}`);
  for (const { name, aim, times } of form) {
    const columns = peers.map((peer) => (peer === 'xeploai' ? times[peer].toFixed(1) : `${times[peer].toFixed(1)} ${(times[peer] / times.xeploai).toFixed(1).padStart(5)}×`).padStart(19));
    console.log(`  ${name.padEnd(32)}${columns.join('')}   (aim: at most ${aim})`);
  }
  console.log(`  another engine of hd43-2025, median of 30: ${engines.toFixed(1)} ms (aim: under 3)`);
  const beside = (name, theirs, ours) => `   ${name} ${theirs.toFixed(1)} ms ${(theirs / ours).toFixed(1)}×`;
  console.log(`\n${where}: rosters of 4.162 units with their quotas, median`);
  console.log(`  62.000 rows     ${province.ours.toFixed(1).padStart(5)} ms (aim: under 3)${beside('objects, all of it', province.objects, province.ours)}${beside('tuned by hand', province.tuned, province.ours)}${beside('arquero', province.arquero, province.ours)}${province.duckdb ? beside('duckdb-wasm', province.duckdb, province.ours) : ''}   (the peers only count)`);
  console.log(`  5.600.000 rows  ${nation.ours.toFixed(1).padStart(5)} ms (aim: under 60)   bare histogram ${nation.bare.toFixed(1)} ms, ${(nation.ours / nation.bare).toFixed(1)} times it (aim: at most 6)`);
  console.log(`\n${where}: reports audited, median`);
  for (const { name, ms, perKb, aim } of audits) {
    console.log(`  ${name.padEnd(34)} ${ms.toFixed(1).padStart(7)} ms   ${(perKb * 1000).toFixed(0).padStart(5)} µs a KB${aim ? `   (aim: at most ${aim} ms in Chromium)` : ''}`);
  }
}
function printGrowth(rows) {
  console.log('\nNode: how cost grows: time an item, and the memory the core holds then, MB');
  for (const { name, unit, points: [before, ...points] } of rows) {
    const columns = points.map(({ size, each, memory }) => `${size.toLocaleString('de-DE')}: ${each.toFixed(each < 10 ? 1 : 0)} ns, ${megabytes(memory)}`).join('   ');
    console.log(`  ${name.padEnd(40)} a ${unit.padEnd(10)} ${columns}   (before: ${megabytes(before.memory)} MB)`);
  }
}
const megabytes = (bytes) => (bytes / 1048576).toFixed(1);
const us = (value) => `${value.toFixed(1).padStart(7)} µs`;

function printSizes() {
  const folder = path.join(dist, 'rulebooks');
  const modules = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'index.js');
  const sizes = modules.map((file) => `${file.slice(0, -3)} ${(gzipSize(readFileSync(path.join(folder, file))) / 1024).toFixed(1)}`);
  console.log(`\nRulebook modules, gzip, KB (aim: at most 8 each): ${sizes.join(', ')}`);
}

await bundle();
const node = await inNode();
print('Node ' + process.version, node);
printGrowth(node.growth);
print('Chromium, headless', await inChromium());
const start = await startUp();
console.log('\nChromium, a new page each time: medians of 9');
console.log(`  first engine ready ${start.engine.toFixed(1)} ms (aim: 15), first breakdown ${start.breakdown.toFixed(2)} ms, first quota ${start.quota.toFixed(2)} ms (aim: 1), second engine ${start.second.toFixed(1)} ms`);
const page = await measureDemo();
const key = ({ median, worst, work }) => `${median.toFixed(1)} ms, worst ${worst.toFixed(1)}, of it scripts, styles and layout ${work.toFixed(1)}`;
console.log('\nThe demo in Chromium, from its file; a key to the painted answer, 40 keys (aim: a frame, 16.7 ms, and the wait for it)');
console.log(`  first paint ${page.paint.toFixed(0)} ms (aim: under 300), first room ready ${page.ready.toFixed(0)} ms`);
console.log(`  largest form ${key(page.form)}; report ${key(page.report)}; roster of 62.000 ${key(page.roster)}`);
printSizes();
console.log('\nNode, a new process each time: from the import to the first answer, median of 9; what there is to load, KB');
for (const { job, peer, ms, gzip, brotli } of await measureStart()) {
  console.log(`  ${job.padEnd(10)} ${peer.padEnd(18)} ${ms.toFixed(0).padStart(6)} ms   gzip ${(gzip / 1024).toFixed(0).padStart(5)}   brotli ${(brotli / 1024).toFixed(0).padStart(5)}`);
}
if (heavy) {
  const size = (bytes) => `${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(0)}`;
  const ours = readFileSync(path.join(dist, 'engine.wasm'));
  console.log(`WebAssembly, gzip, KB: xeploai ${size(ours)}, ${sizesOf(heavy).map(([name, bytes]) => `${name} ${size(bytes)}`).join(', ')}`);
}
