/**
 * `node tests/fuzz/import.mjs SECONDS [FIRST]`: reads rosters that a run's number makes, rightly written and damaged, one after another.
 * A run that does not end is noticed from outside: it has a thread of its own. What fails is named by its number and written to found/import.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const FOUND = path.join(path.dirname(fileURLToPath(import.meta.url)), 'found', 'import');
/** Seconds after which a run is taken for one without end; the slowest takes a fraction of one. */
const ENDLESS = 10;

if (isMainThread) await watch(Number(process.argv[2] ?? 60), Number(process.argv[3] ?? 0));
else await work(workerData);

async function watch(seconds, first) {
  const state = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL(import.meta.url), { workerData: { seconds, first, state } });
  let [last, since] = [-1, Date.now()];
  const clock = setInterval(() => {
    const run = Atomics.load(state, 0);
    if (run !== last) [last, since] = [run, Date.now()];
    else if (Date.now() - since > ENDLESS * 1000) end(`run ${run} does not end`, 1);
  }, 500);
  const end = (text, code) => {
    clearInterval(clock);
    console.log(text);
    process.exit(code);
  };
  worker.on('message', ({ text, code }) => { end(text, code); });
  worker.on('error', (error) => { end(`run ${Atomics.load(state, 0)}: ${error.stack}`, 1); });
}

async function work({ seconds, first, state }) {
  const { runOne } = await import('./import/runs.mjs');
  const until = Date.now() + seconds * 1000;
  let [run, input] = [first, null];
  try {
    for (; run === first || Date.now() < until; run++) {
      Atomics.store(state, 0, run);
      await runOne(run, (given) => { input = given; });
    }
    parentPort.postMessage({ text: `Done ${run - first} runs in ${seconds} second(s)`, code: 0 });
  } catch (error) {
    parentPort.postMessage({ text: `run ${run} fails, and is in ${keep(run, input)}; again: node tests/fuzz/import.mjs 0 ${run}\n${error.stack}`, code: 1 });
  }
}

function keep(run, input) {
  mkdirSync(FOUND, { recursive: true });
  const file = path.join(FOUND, String(run));
  writeFileSync(file, input instanceof Uint8Array ? input : typeof input === 'string' ? input : JSON.stringify(input));
  return file;
}
