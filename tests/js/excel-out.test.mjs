/** The roll-up table as it goes out: right figures, live formulas with their results, CSV that Excel computes nothing of; and what our own file reads back as. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { js } from '../../js/tools/paths.mjs';
import { workbook } from './excel-files.mjs';
import { engine, excel, read, rulebook } from './excel-tools.mjs';

const { unzipSync, strFromU8 } = createRequire(path.join(js, 'package.json'))('fflate');
const NAMES = ['Chi bộ Đông', '=HYPERLINK("http://x")', '+84', '-1+1', '@SUM(A1)', '＝1+1', ' =1', 'Chi bộ "A"; B', '<b>&'];
const GRADES = ['HTXSNV', 'HTTNV', 'HTTNV', 'HTTNV', 'HTTNV', 'HTTNV', 'HTNV', 'KHTNV', 'Miễn sinh hoạt', ''];
const people = NAMES.flatMap((unit, at) => GRADES.slice(0, at + 2).map((grade, row) => [`Nguyễn ${'ABCDEFGHI'[at]} ${'ABCDEFGHIJ'[row]}`, unit, grade]));
const roster = await (await read(workbook([['Họ và tên', 'Chi bộ', 'Xếp loại'], ...people]))).roster();
const rolled = engine.rollUp(roster.columns);
const table = excel.summaryTable({ rolled, units: roster.units, rulebook });
const column = (id) => table.columns.findIndex((one) => one.id === id);

test('the table has a row for each unit below and a total, and its figures are those of the roll-up', () => {
  assert.deepEqual(table.rows.map(({ name }) => name), NAMES.map((one) => one.trim()));
  table.rows.forEach(({ values }, at) => {
    const own = people.filter(([, unit]) => unit === NAMES[at]);
    assert.equal(values[column('all')], own.length);
    assert.equal(values[column('httnv')], own.filter(([, , grade]) => grade === 'HTTNV').length);
    assert.equal(values[column('exempt')] + values[column('waiting')], values[column('all')] - values[column('rated')]);
    assert.equal(values[column('httnv:share')], values[column('httnv')] / values[column('rated')]);
  });
  assert.equal(table.total.values[column('all')], people.length);
});

/** Cells of the sheet in the file: `{ A1: { formula, value, text } }`. */
function cellsOf(file) {
  const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']);
  const entities = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
  return Object.fromEntries([...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/g)].map(([, place, inside = '']) => [place, {
    formula: inside.match(/<f>(.*?)<\/f>/)?.[1] && entities(inside.match(/<f>(.*?)<\/f>/)[1]), value: inside.match(/<v>(.*?)<\/v>/)?.[1], text: inside.match(/<t[^>]*>(.*?)<\/t>/)?.[1] && entities(inside.match(/<t[^>]*>(.*?)<\/t>/)[1]),
  }]));
}

/** What Excel would compute of our formulas: SUM of cells and ranges, SUBTOTAL, which leaves out other subtotals, a share, a difference. */
function compute(cells, place) {
  const { formula, value } = cells[place] ?? {};
  if (formula === undefined) return Number(value ?? 0);
  const sum = formula.match(/^(SUM|SUBTOTAL)\((?:9,)?(.*)\)$/);
  if (sum) {
    return sum[2].split(',').flatMap((part) => {
      const range = part.match(/^([A-Z]+)(\d+):\1(\d+)$/);
      return range ? Array.from({ length: range[3] - range[2] + 1 }, (_, at) => range[1] + (Number(range[2]) + at)) : [part];
    }).filter((one) => sum[1] === 'SUM' || !cells[one]?.formula?.startsWith('SUBTOTAL')).reduce((all, one) => all + compute(cells, one), 0);
  }
  const share = formula.match(/^IF\((\w+)=0,"",(\w+)\/(\w+)\)$/);
  if (share) return compute(cells, share[1]) === 0 ? '' : compute(cells, share[2]) / compute(cells, share[3]);
  const less = formula.match(/^(\w+)-(\w+)$/);
  assert.ok(less, formula);
  return compute(cells, less[1]) - compute(cells, less[2]);
}

test('every formula of the workbook gives the result stored beside it, and none holds a name', () => {
  const cells = cellsOf(excel.writeXlsx(table));
  const formulas = Object.entries(cells).filter(([, cell]) => cell.formula !== undefined);
  assert.ok(formulas.length > 70);
  for (const [place, cell] of formulas) assert.equal(String(compute(cells, place)), cell.value, `${place}: ${cell.formula}`);
  NAMES.forEach((name, at) => { assert.equal(cells[`B${5 + at}`].text, name.trim()); });
});

test('a clerk who changes a count sees sums, shares and places left follow', () => {
  const cells = cellsOf(excel.writeXlsx(table));
  const before = compute(cells, 'C14');
  cells.E5.value = String(Number(cells.E5.value) + 10);
  assert.equal(compute(cells, 'C14'), before + 10);
  assert.equal(compute(cells, 'F5'), compute(cells, 'E5') / compute(cells, 'D5'));
});

test('the same table makes the same bytes, and our own reader finds nothing to complain about', async () => {
  const file = excel.writeXlsx(table);
  assert.deepEqual(excel.writeXlsx(table), file);
  const reading = await read(file);
  assert.deepEqual(reading.problems.filter(({ code }) => /formula|error|damaged/.test(code)), []);
  assert.equal(reading.cells(5)[1], 'Chi bộ Đông');
});

test('a CSV opens with its letters, and nothing in it is a formula', () => {
  for (const delimiter of [';', ',', '\t']) {
    const text = excel.writeCsv(table, { delimiter });
    assert.equal(text.charCodeAt(0), 0xfeff);
    const first = text.split('\r\n').map((line) => line.split(delimiter)[1]).filter(Boolean);
    for (const cell of first) assert.doesNotMatch(cell.replace(/^"/, ''), /^\s*[=+\-@＝]/);
    assert.ok(text.includes("'@SUM(A1)"));
  }
});

test('a share in text is rounded half up, exactly, as the engine does', () => {
  for (const [part, whole] of [[28, 5198], [1, 3], [1, 8000], [2, 3], [1, 800], [7156, 51956], [0, 7], [7, 7], [999_999, 1_000_000]]) {
    const source = { rows: [{ id: 'a', label: 'a', kind: 'total' }, { id: 'b', label: 'b', kind: 'of-which', of: 'a' }] };
    const { rows } = engine.breakdown({ table: source, counts: { a: whole, b: part } });
    const at = { ...table, columns: [{ id: 'x', label: '', group: null, kind: 'share', formula: { kind: 'share', part: 1, base: 2 } }], rows: [{ name: '', values: [part / whole, part, whole] }], total: { name: '', values: [null, 0, 0] }, notes: [] };
    assert.equal(`${excel.writeCsv(at).split('\r\n')[3]}%`, rows[1].shareText, `${part}/${whole}`);
  }
});

test('members who belong to no unit below have a row of their own, so that the table adds up', async () => {
  const own = await (await read(workbook([['Họ và tên', 'Đảng bộ', 'Chi bộ', 'Xếp loại'], ['Lê An', 'Đảng bộ xã A', '', 'HTNV'], ['Lê Bình', 'Đảng bộ xã A', 'Chi bộ 1', 'HTNV'], ['Lê Chi', 'Đảng bộ xã A', 'Chi bộ 1', 'HTNV']]))).roster();
  const made = excel.summaryTable({ rolled: engine.rollUp(own.columns), units: own.units, rulebook, locale: 'en' });
  assert.deepEqual(made.rows.map(({ name, values }) => [name, values[2]]), [['Chi bộ 1', 2], ['Directly under Đảng bộ xã A', 1]]);
  const cells = cellsOf(excel.writeXlsx(made));
  assert.equal(compute(cells, 'C7'), 3);
});

test('a table of another roster is refused', () => {
  assert.throws(() => excel.summaryTable({ rolled, units: roster.units.slice(1), rulebook }), /`units` has 9 units, `rolled` has 10/);
  assert.throws(() => excel.summaryTable({ rolled, units: roster.units, rulebook, unit: 99 }), /`unit` expects a position/);
});

/** A district: two base organisations, one with two branches and somebody of its own, one with a branch within a branch committee. */
const DISTRICT = [
  ['Họ và tên', 'Đảng bộ huyện', 'Đảng bộ cơ sở', 'Đảng bộ bộ phận', 'Chi bộ', 'Xếp loại'],
  ...['HTXSNV', 'HTTNV', 'HTNV'].map((grade, at) => [`Lê ${'ABC'[at]}`, 'Đảng bộ huyện X', 'Đảng bộ xã A', '', 'Chi bộ 1', grade]),
  ...['HTTNV', 'HTTNV'].map((grade, at) => [`Trần ${'AB'[at]}`, 'Đảng bộ huyện X', 'Đảng bộ xã A', '', 'Chi bộ 2', grade]),
  ['Ngô An', 'Đảng bộ huyện X', 'Đảng bộ xã A', '', '', 'HTNV'],
  ['Đỗ An', 'Đảng bộ huyện X', 'Đảng bộ xã B', '', 'Chi bộ 4', 'KHTNV'],
  ...['HTXSNV', 'HTTNV', 'HTTNV', ''].map((grade, at) => [`Phạm ${'ABCD'[at]}`, 'Đảng bộ huyện X', 'Đảng bộ xã B', 'Đảng bộ bộ phận B1', 'Chi bộ 3', grade]),
];

test('a table of every level adds up at each, by formulas that count nobody twice', async () => {
  const district = await (await read(workbook(DISTRICT))).roster();
  const made = excel.summaryTable({ rolled: engine.rollUp(district.columns), units: district.units, rulebook, levels: 7 });
  const all = made.columns.findIndex(({ id }) => id === 'all');
  assert.deepEqual(made.rows.map(({ name, level, subtotal, values }) => [name, level, subtotal, values[0], values[all]]), [
    ['Đảng bộ xã A', 1, true, 1, 6], ['Chi bộ 1', 2, false, 1, 3], ['Chi bộ 2', 2, false, 2, 2], ['Trực thuộc Đảng bộ xã A', 2, false, 3, 1],
    ['Đảng bộ xã B', 1, true, 2, 5], ['Chi bộ 4', 2, false, 1, 1], ['Đảng bộ bộ phận B1', 2, true, 2, 4], ['Chi bộ 3', 3, false, 1, 4],
  ]);
  assert.equal(made.total.values[all], 11);
  const file = excel.writeXlsx(made);
  const cells = cellsOf(file);
  for (const [place, cell] of Object.entries(cells)) if (cell.formula !== undefined) assert.equal(String(compute(cells, place)), cell.value, `${place}: ${cell.formula}`);
  const before = ['C5', 'C9', 'C11', 'C13'].map((place) => compute(cells, place));
  cells.E12.value = String(Number(cells.E12.value) + 10);
  assert.deepEqual(['C5', 'C9', 'C11', 'C13'].map((place, at) => compute(cells, place) - before[at]), [0, 10, 10, 10], 'a correction in a branch reaches its own subtotals and the total once');
  const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']);
  assert.deepEqual([...xml.matchAll(/<row r="(\d+)" outlineLevel="(\d)"/g)].map(([, row, level]) => `${row}:${level}`), ['6:1', '7:1', '8:1', '10:1', '11:1', '12:2']);
  assert.equal((await read(file)).problems.filter(({ code }) => /formula|error|damaged/.test(code)).length, 0);
});

test('as CSV such a table says the level of each row; of one level, and with a wrong number of levels, nothing is new', async () => {
  const district = await (await read(workbook(DISTRICT))).roster();
  const make = (levels) => excel.summaryTable({ rolled: engine.rollUp(district.columns), units: district.units, rulebook, levels });
  assert.deepEqual(excel.writeCsv(make(2)).split('\r\n').slice(2, 9).map((line) => line.split(';').slice(0, 3).join(' ')), ['Cấp TT Đơn vị', '1 1 Đảng bộ xã A', '2 1 Chi bộ 1', '2 2 Chi bộ 2', '2 3 Trực thuộc Đảng bộ xã A', '1 2 Đảng bộ xã B', '2 1 Chi bộ 4']);
  assert.match(excel.writeCsv(make(1)), /\r\nTT;Đơn vị;/);
  assert.doesNotMatch(cellsOf(excel.writeXlsx(make(1))).C7.formula, /SUBTOTAL/);
  for (const levels of [0, 8, 1.5, NaN]) assert.throws(() => make(levels), /`levels` expects a whole number of 1 to 7/);
});
