/**
 * How cost grows with what is given: the same work at sizes ten times apart, in time an item, so that what is linear reads as a flat row, and the memory the core
 * has taken from the browser after each size, which never goes back. Each work in a program of its own, so that none starts in another's memory.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dist } from '../../js/tools/paths.mjs';
import { inOrder } from './form-data.mjs';

const HERE = fileURLToPath(import.meta.url);

const median = (times, work) => {
  const found = [];
  for (let turn = 0; turn < times + 2; turn++) {
    const from = performance.now();
    work(turn);
    found.push(performance.now() - from);
  }
  return found.slice(2).sort((a, b) => a - b)[times >> 1];
};

/** A table of `size` wholes with four parts each. */
function table(size) {
  const rows = [];
  const counts = {};
  for (let at = 0; at < size; at++) {
    rows.push({ id: `w${at}`, label: `Đơn vị ${at}`, kind: 'total' });
    counts[`w${at}`] = 100;
    for (let part = 0; part < 4; part++) {
      rows.push({ id: `w${at}-${part}`, label: `Mức ${part}`, kind: 'part', of: `w${at}` });
      counts[`w${at}-${part}`] = 25;
    }
  }
  return { rows, counts };
}

const SENTENCE = (at) => `Năm 2023, Đảng bộ xã số ${at} có ${200 + at} đảng viên được xếp loại; ${40 + (at % 7)} đồng chí hoàn thành xuất sắc nhiệm vụ, chiếm ${((4000 + 100 * (at % 7)) / (200 + at)).toFixed(2).replace('.', ',')}%; các chi bộ đã kiểm điểm đúng thời gian quy định. `;
const report = (bytes) => {
  let text = '';
  for (let at = 0; text.length < bytes; at++) text += SENTENCE(at % 300);
  return text;
};

const WORKS = [
  { name: 'a form with an annex, whole each time', unit: 'row', sizes: [5, 50, 500], times: 15, make(engine, size) {
    const inputs = [0, 1].map((round) => ({ form: 'mau-2b', answers: { ...inOrder(round), tasks: Array.from({ length: size }, (_, row) => ({ task: `Việc ${round}.${row}`, product: 'Báo cáo', progress: 'on-time', quality: 'met' })) } }));
    return (turn) => engine.check(inputs[turn % 2]);
  } },
  { name: 'a breakdown', unit: 'row', sizes: [4, 40, 400], times: 21, items: 5, make(engine, size) {
    const { rows, counts } = table(size);
    return () => engine.breakdown({ table: { rows }, counts });
  } },
  { name: 'a roster rolled up', unit: 'person', sizes: [10_000, 100_000, 1_000_000], times: 7, make(engine, size) {
    const input = { subject: 'member', parents: new Int32Array(500).map((_, at) => (at - 1) >> 3), unit: new Uint32Array(size).map((_, row) => row % 500), grade: new Uint8Array(size).map((_, row) => (row % 100 < 17 ? 0 : 1)) };
    return () => engine.rollUp(input);
  } },
  { name: 'a report audited', unit: 'character', sizes: [1_000, 10_000, 100_000, 1_000_000], times: 7, make(engine, size) {
    const text = report(size);
    return () => engine.audit({ text });
  } },
];

/** Rows of `{ name, unit, points: [{ size, each: nanoseconds an item, memory: bytes }] }`. */
export const measureGrowth = () => WORKS.map(({ name, unit }, at) => ({ name, unit, points: JSON.parse(execFileSync(process.execPath, [HERE, String(at)], { encoding: 'utf8', maxBuffer: 1 << 26 })) }));

/** The core's memory: wasm-bindgen keeps it to itself, so it is caught where it is made. */
function watchMemory() {
  const { instantiate } = WebAssembly;
  let memory = null;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    memory ??= (made.exports ?? made.instance.exports).memory;
    return made;
  };
  return () => memory.buffer.byteLength;
}

/** One work, in this program: its points. */
async function points({ sizes, times, items = 1, make }) {
  const memory = watchMemory();
  const load = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const [{ createEngine }, { rulebooks }] = [await load('index.js'), await load('rulebooks/index.js')];
  const engine = await createEngine({ rulebook: rulebooks, asOf: '2025-12-31' });
  const start = { size: 0, each: 0, memory: memory() };
  return [start, ...sizes.map((size) => ({ size: size * items, each: (median(times, make(engine, size)) * 1e6) / (size * items), memory: memory() }))];
}

if (process.argv[1] === HERE) console.log(JSON.stringify(await points(WORKS[Number(process.argv[2])])));
