/** A roster of a province: 62.000 rows, with progress, stopped when asked, and the page has its turn throughout. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parts, zipped } from './excel-files.mjs';
import { engine, read } from './excel-tools.mjs';

const ROWS = 62_000;
const WORDS = ['HTXSNV', 'Hoàn thành tốt nhiệm vụ', 'HTTNV', 'Hoàn thành nhiệm vụ', 'HTTNV'];
const rows = [['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đảng bộ', 'Chi bộ', 'Mức xếp loại', 'Ghi chú']];
for (let at = 0; at < ROWS; at++) rows.push([at + 1, `Nguyễn Văn ${at}`, { date: 20_000 + (at % 9_000) }, 'Đảng viên', `Đảng bộ cơ sở ${Math.floor(at / 65)}`, `Chi bộ ${Math.floor(at / 19.4)}`, WORDS[at % 5], '']);
const file = zipped(parts([{ rows }], { shared: false }), { level: 1 });

test('62.000 rows are read whole, with progress that only grows, while the page has its turn', async () => {
  let turns = 0;
  let reading = true;
  const count = () => {
    turns++;
    if (reading) setImmediate(count);
  };
  setImmediate(count);
  const told = [];
  const read1 = await read(file, { onProgress: ({ phase, done }) => told.push([phase, done]) });
  const roster = await read1.roster();
  reading = false;
  assert.equal(roster.names.length, ROWS);
  assert.deepEqual([...new Set(told.map(([phase]) => phase))], ['open', 'texts', 'sheet', 'look']);
  for (let at = 1; at < told.length; at++) assert.ok(told[at][1] >= told[at - 1][1], `${told[at - 1]} then ${told[at]}`);
  assert.ok(told.length > 10, `${told.length} reports`);
  assert.ok(turns > 10, `others had ${turns} turns`);
  const rolled = engine.rollUp(roster.columns);
  assert.deepEqual(Array.from(rolled.all.subarray(0, 4)), [ROWS / 5, 3 * ROWS / 5, ROWS / 5, 0]);
  assert.deepEqual(roster.problems, []);
});

for (const when of ['open', 'sheet', 'look', 'rows']) {
  test(`reading stops when asked during "${when}", with an AbortError`, async () => {
    const stop = new AbortController();
    const onProgress = ({ phase }) => { if (phase === when) stop.abort(); };
    const done = when === 'rows' ? (await read(file)).roster({}, { signal: stop.signal, onProgress }) : read(file, { signal: stop.signal, onProgress });
    await assert.rejects(done, { name: 'AbortError' });
  });
}

test('a signal that is already set stops before anything is read', async () => {
  const stop = new AbortController();
  stop.abort();
  await assert.rejects(read(file, { signal: stop.signal }), { name: 'AbortError' });
});
