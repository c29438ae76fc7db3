/**
 * A program of its own, run with --expose-gc: works an engine hard and prints what memory it held after a first round and at
 * the end, as JSON. `node --expose-gc memory-work.mjs <work>`
 */
import { rulebooks } from '../../js/dist/rulebooks/index.js';
import { ANSWERS, TABLE } from './questions.mjs';

const [work] = process.argv.slice(2);
/** The memory of the running core: wasm-bindgen keeps it to itself, so it is caught where it is made. */
let memory = null;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...args) => {
  const made = await instantiate(...args);
  memory = made.exports.memory;
  return made;
};
const { createEngine, EngineError } = await import('../../js/dist/index.js');
const options = { rulebook: rulebooks, asOf: '2020-12-31' };

const TYPED = ['', '9', '12', '1.234', '1.23', 'abc', 'Không', '-5', '١٢', '9'.repeat(50), 'đồng chí', '03', '2,5', '\u0000', '1e9'];
const at = (list, i) => list[i % list.length];

/** One turn of a page's life: a form typed into, a quota, a table, and now and then a wrong call. */
function turn(engine, i) {
  const typed = at(TYPED, i);
  engine.check({ form: 'mau-02', answers: { ...ANSWERS, 'targets-done': typed, 'sick-months': at(TYPED, i + 3), name: `Nguyễn ${i}` }, final: i % 20 < 10, trace: i % 50 === 0 });
  if (i % 5 === 0) engine.quota({ subject: 'member', tally: { htxsnv: typed, httnv: i % 40 }, propose: { htxsnv: 1 }, trace: i % 3 === 0 });
  if (i % 20 === 1) engine.breakdown({ table: { rows: TABLE.rows.map((row) => ({ ...row, label: `${row.label} ${i % 30}` })) }, counts: { all: typed, rated: 3 } });
  if (i % 5 === 2) {
    try {
      engine.check({ form: at(['mau-02', 'nowhere'], i), answers: { wrong: typed } });
      throw new Error('a wrong call was taken');
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }
}

const WORK = {
  checks: async () => {
    const engine = await createEngine(options);
    return async (times) => {
      for (let i = 0; i < times; i += 1) turn(engine, i);
    };
  },
  rosters: async () => {
    const engine = await createEngine(options);
    const unit = new Uint32Array(70_000).map((_, row) => row % 300);
    const input = { subject: 'member', parents: new Int32Array(300).map((_, at) => (at - 1) >> 2), unit, grade: unit.map((_, row) => row % 7 % 4) };
    return async (times) => {
      for (let i = 0; i < times; i += 1) engine.rollUp({ ...input, show: [i % 300] });
    };
  },
  disposed: async () => async (times) => {
    for (let i = 0; i < times; i += 1) {
      const engine = await createEngine(options);
      turn(engine, i);
      engine.dispose();
    }
  },
  forgotten: async () => async (times) => {
    for (let i = 0; i < times; i += 1) {
      turn(await createEngine(options), i);
      if (i % 10 === 0) await collected();
    }
  },
};
const TIMES = { checks: [10_000, 90_000], rosters: [20, 300], disposed: [50, 250], forgotten: [50, 250] };

/** After this what nobody holds is gone, and the core has been told. */
async function collected() {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc();
    await new Promise((done) => setImmediate(done));
  }
}

async function held() {
  await collected();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers, core: memory.buffer.byteLength };
}

const run = await WORK[work]();
const [first, more] = TIMES[work];
await run(first);
const before = await held();
await run(more);
console.log(JSON.stringify({ before, after: await held() }));
