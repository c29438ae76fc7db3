/** One workbook with a sheet a branch, as offices keep them: read at once, each sheet by itself, joined without losing a row. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parts, zipped } from './excel-files.mjs';
import { codes, engine, excel, GRADES, refused, rulebook } from './excel-tools.mjs';

const readAll = (sheets, options = {}) => excel.readRosters(zipped(parts(sheets)), { rulebook, ...options });
const HEADER = ['STT', 'Họ và tên', 'Xếp loại'];
const branch = (name, grades, title = [], after = []) => ({ name, rows: [...title, HEADER, ...grades.map((grade, at) => [at + 1, `Lê ${name.slice(-1)} ${'ABCDEF'[at]}`, grade]), ...after] });
const join = async (readings, options) => excel.joinRosters(await Promise.all(readings.map(async (reading) => ({ sheet: reading.sheet, roster: await reading.roster() }))), options);
const told = ({ names, units, columns, sheets, sheet, rows }) => names.map((name, at) => [name, units[columns.unit[at]].name, columns.grade[at] === 255 ? 'waiting' : GRADES[columns.grade[at]], sheets[sheet[at]], rows[at]]);

test('a sheet a branch becomes a unit a sheet, each person with sheet and row', async () => {
  const readings = await readAll([branch('Chi bộ 1', ['HTXSNV', 'HTTNV']), branch('Chi bộ 2', ['HTNV', 'giỏi'], [], [['', 'Tổng cộng', '3']])]);
  const joined = await join(readings, { top: 'Đảng bộ xã A' });
  assert.deepEqual(told(joined), [['Lê 1 A', 'Chi bộ 1', 'htxsnv', 'Chi bộ 1', 2], ['Lê 1 B', 'Chi bộ 1', 'httnv', 'Chi bộ 1', 3], ['Lê 2 A', 'Chi bộ 2', 'htnv', 'Chi bộ 2', 2], ['Lê 2 B', 'Chi bộ 2', 'waiting', 'Chi bộ 2', 3]]);
  assert.deepEqual(joined.units, [{ name: 'Đảng bộ xã A', above: -1 }, { name: 'Chi bộ 1', above: 0 }, { name: 'Chi bộ 2', above: 0 }]);
  assert.deepEqual(joined.setAside.filter(({ kind }) => kind === 'total').map(({ sheet, row, said, found }) => [sheet, row, said, found]), [['Chi bộ 2', 4, 3, 2]]);
  assert.deepEqual(joined.problems.filter(({ code }) => code === 'grade.unknown').map(({ sheet, row }) => [sheet, row]), [['Chi bộ 2', 3]]);
  assert.deepEqual(joined.unknownWords, [{ word: 'giỏi', count: 1 }]);
  const rolled = engine.rollUp(joined.columns);
  assert.equal(rolled.all.slice(0, rolled.columns.length).reduce((sum, one) => sum + one, 0), 4);
});

test('rows in are rows out: every row of every sheet is somebody or set aside', async () => {
  const readings = await readAll([branch('A', ['HTNV', '', 'x'], [['ĐẢNG BỘ XÃ A']]), branch('B', ['HTTNV'], [['ĐẢNG BỘ XÃ A']], [['', '', ''], ['Người lập biểu']])]);
  const joined = await join(readings);
  assert.equal(joined.names.length + joined.setAside.length, readings.reduce((sum, { rows }) => sum + rows, 0));
  assert.equal(joined.units.length, 3, 'one title over both sheets: each sheet is a unit below it');
  assert.deepEqual(joined.units.map(({ name, above }) => [name, above]), [['ĐẢNG BỘ XÃ A', -1], ['A', 0], ['B', 0]]);
});

test('the same branch in two sheets is one unit, and a sheet with columns of units keeps its tree', async () => {
  const wide = (name, rows) => ({ name, rows: [['Họ và tên', 'Đảng bộ', 'Chi bộ', 'Xếp loại'], ...rows] });
  const readings = await readAll([
    wide('Đợt 1', [['Lê An', 'Đảng bộ xã A', 'Chi bộ 1', 'HTNV'], ['Lê Bình', 'Đảng bộ xã A', 'Chi bộ 2', 'HTNV']]), wide('Đợt 2', [['Lê Chi', 'Đảng bộ xã A', 'Chi bộ 1', 'HTTNV']]),
  ]);
  const joined = await join(readings);
  assert.deepEqual(told(joined).map(([name, unit]) => [name, unit]), [['Lê An', 'Chi bộ 1'], ['Lê Bình', 'Chi bộ 2'], ['Lê Chi', 'Chi bộ 1']]);
  assert.equal(joined.units.filter(({ name }) => name === 'Chi bộ 1').length, 1);
});

test('sheets that are no roster, or hidden, are not read unless they are named, and it is said', async () => {
  const sheets = [{ name: 'Hướng dẫn', rows: [['Cách ghi']] }, branch('Chi bộ 1', ['HTNV']), branch('Chi bộ 2', ['HTNV']), { ...branch('Nháp', ['HTNV']), hidden: true }];
  const readings = await readAll(sheets);
  assert.deepEqual(readings.map(({ sheet }) => sheet), ['Chi bộ 1', 'Chi bộ 2']);
  assert.match(readings[0].problems.find(({ code }) => code === 'sheets.more').message, /“Chi bộ 1, Chi bộ 2”; chưa đọc 2 trang khác: Hướng dẫn, Nháp/);
  const named = await readAll(sheets, { sheets: ['Nháp', 'Chi bộ 2', 'Nháp'] });
  assert.deepEqual(named.map(({ sheet }) => sheet), ['Nháp', 'Chi bộ 2']);
  assert.deepEqual(codes((await readAll(sheets, { sheets: sheets.map(({ name }) => name) }))[0].problems).filter((code) => code === 'sheets.more'), []);
});

test('each sheet has a mapping of its own', async () => {
  const readings = await readAll([branch('Chi bộ 1', ['giỏi']), branch('Chi bộ 2', ['giỏi'])]);
  const rosters = [await readings[0].roster({ words: { giỏi: 'httnv' }, top: 'Chi bộ thôn Đông' }), await readings[1].roster()];
  assert.deepEqual(told(excel.joinRosters(rosters.map((roster, at) => ({ sheet: readings[at].sheet, roster })))).map(([, unit, grade]) => [unit, grade]), [['Chi bộ thôn Đông', 'httnv'], ['Chi bộ 2', 'waiting']]);
});

test('a file without sheets is one roster, and what cannot be joined is refused', async () => {
  const [only, ...more] = await excel.readRosters('Họ và tên\tXếp loại\nLê An\tHTNV\n', { rulebook });
  assert.deepEqual([only.rows, more.length], [2, 0]);
  assert.throws(() => excel.joinRosters([]), /at least one roster/);
  await assert.rejects(readAll([branch('A', [])], { sheets: [] }), /`sheets` names no sheet/);
  await assert.rejects(readAll([branch('A', [])], { sheet: 'A' }), /`sheet` is not known in `readRosters`/);
  assert.equal((await refused(zipped(parts([branch('A', [])])), { sheet: 'B' })).code, 'file.no-sheet');
});
