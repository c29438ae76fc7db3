/** What fuzzing found: files in which something would have been lost without a word, or that would have taken hours. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { HEADER, parts, PEOPLE, workbook, zipped } from './excel-files.mjs';
import { codes, read, refused, told } from './excel-tools.mjs';

const SHEET = 'xl/worksheets/sheet1.xml';
/** The small roster with something else in its sheet. */
function changed(from, to, options = { shared: false }) {
  const all = parts([{ rows: [HEADER, ...PEOPLE] }], options);
  assert.ok(all[SHEET].includes(from));
  all[SHEET] = all[SHEET].replace(from, to);
  return zipped(all);
}
const html = (inside) => read({ html: `<table><tr><td>Họ và tên<td>Xếp loại</tr>${inside}</table>` });

test('rows and cells that stand over each other are damage: none is dropped for the other', async () => {
  for (const [from, to] of [['<row r="3"', '<row r="2"'], ['<row r="3"', '<row r="0"'], ['<row r="3"', '<row r="1048577"'], ['r="C2"', 'r="B2"'], ['r="C2"', 'r="2"'], ['</row>', '</row><c r="A9"><v>7</v></c>']]) {
    const error = await refused(changed(from, to));
    assert.deepEqual([error.code, error.params.part], ['file.damaged', SHEET], to);
  }
});

test('a shared text without a number is a blank cell, with a wrong one damage', async () => {
  const file = (value) => changed('t="s"><v>5</v>', `t="s"><v>${value}</v>`, { shared: true });
  assert.deepEqual((await read(file(''))).cells(2), ['1', 'Nguyễn Văn An', '', 'HTXSNV']);
  for (const value of ['x', '1e0', '-1', '999']) assert.equal((await refused(file(value))).code, 'file.damaged');
});

test('letters by their numbers are read beyond 65.535 too, and broken UTF-8 is damage', async () => {
  assert.equal((await read(changed('Nguyễn Văn An', '&#x20BB7;&#128512;'))).cells(2)[1], '\u{20bb7}\u{1f600}');
  const all = parts([{ rows: [HEADER, ...PEOPLE] }]);
  const texts = Buffer.from(all['xl/sharedStrings.xml']);
  texts[texts.indexOf('ễ')] = 0x41;
  assert.equal((await refused(zipped({ ...all, 'xl/sharedStrings.xml': new Uint8Array(texts) }))).code, 'file.damaged');
});

test('cells of HTML outside of a row, after a small sign, and beyond the last column are not lost in silence', async () => {
  const loose = await html('<td>Lê An<td>HTNV</table><table><td>Lê Bình<td>HTNV');
  assert.deepEqual(told(await loose.roster()).map(([name]) => name), ['Lê An', 'Lê Bình']);
  assert.deepEqual((await html('<tr><td>Lê An<td><5 năm</td></tr><tr><td>Lê Bình<td>HTNV')).cells(2), ['Lê An', '<5 năm']);
  assert.deepEqual(codes((await html(`<tr>${'<td>x'.repeat(300)}`)).problems).slice(0, 1), ['columns.cut']);
});

test('a stray quotation mark that takes rows for one cell is told', async () => {
  const { problems } = await read('Họ và tên\tChi bộ\tXếp loại\n"Lê An\tChi bộ 1\tHTNV\nLê Bình\tChi bộ 1\tHTNV\nLê "Chi"\tChi bộ 1\tHTNV\n');
  assert.deepEqual(problems.filter(({ code }) => code === 'csv.lines').map(({ row, params }) => [row, params.count]), [[2, '2']]);
  const { problems: right } = await read('Họ và tên\tGhi chú\tXếp loại\nLê An\t"hai dòng\ntrong một ô"\tHTNV\n');
  assert.deepEqual(codes(right).filter((code) => code === 'csv.lines'), []);
});

test('cells as long as Excel allows, and tags that never close, end', async () => {
  for (const text of ['1'.repeat(32_000) + 'x', 'à'.repeat(32_000), 'A. '.repeat(10_000), 'a\u0301'.repeat(16_000)]) {
    const reading = await read(workbook([HEADER, ...Array.from({ length: 9 }, () => [`Tổng ${text}`, text, text, text])]));
    const roster = await reading.roster();
    assert.equal(roster.names.length + roster.setAside.length, 10);
  }
  for (const piece of ['<a "', '<!--', '<style>.a{', '<td ']) assert.equal((await refused({ html: `<table>${piece.repeat(200_000)}` })).code, 'file.nothing');
});
