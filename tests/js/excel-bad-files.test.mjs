/** Files that cannot be read, or not wholly: each with a clear word in both languages, and nothing lost. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { HEADER, letterOf, parts, PEOPLE, sheetXml, workbook, zipped } from './excel-files.mjs';
import { codes, excel, read, refused, told } from './excel-tools.mjs';

const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
const whole = workbook([HEADER, ...PEOPLE]);
/** The container of old Office files with the name of what is in it. */
const container = (name) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(1016).fill(0), ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0])]);

const REFUSED = {
  'an empty file': [new Uint8Array(0), 'file.empty', /rỗng/],
  'an old .xls': [container('Workbook'), 'file.old-excel', /Lưu thành/],
  'a workbook with a password': [container('EncryptedPackage'), 'file.password', /mật khẩu/],
  'an old .doc': [container('WordDocument'), 'file.word', /Word/],
  'a PDF named .xlsx': [bytes('%PDF-1.7 ...'), 'file.pdf', /PDF/],
  'a new Word file named .xlsx': [zipped({ 'word/document.xml': '<w/>' }), 'file.word', /Word/],
  'LibreOffice': [zipped({ mimetype: 'x', 'content.xml': '<w/>' }), 'file.ods', /LibreOffice/],
  'a binary workbook': [zipped({ 'xl/workbook.bin': 'x' }), 'file.xlsb', /xlsb/],
  'any zip': [zipped({ 'a.txt': 'x' }), 'file.other', /Không nhận ra/],
  'a picture': [bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'file.other', /Không nhận ra/],
  'XML of 2003': [bytes('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), 'file.xml', /XML/],
  'a workbook without a cell': [workbook([]), 'file.nothing', /Không có ô nào/],
};
for (const [name, [file, code, words]] of Object.entries(REFUSED)) {
  test(`${name}: ${code}, in words to act on, in both languages`, async () => {
    const error = await refused(file);
    assert.deepEqual([error.code, error.name], [code, 'ExcelError']);
    assert.match(error.message, words);
    assert.equal((await refused(file, { locale: 'en' })).message, error.saying('en'));
    assert.doesNotMatch(error.saying('en'), /\{|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/);
  });
}

test('a file cut off anywhere is refused, never half read', async () => {
  for (let length = 4; length < whole.length; length += 37) {
    const error = await refused(whole.slice(0, length));
    assert.ok(['file.truncated', 'file.damaged'].includes(error.code), `${length}: ${error.code}`);
  }
});

test('a byte that changed on the way is noticed, wherever it is: refused, or read the same', async () => {
  const wanted = JSON.stringify(told(await (await read(whole)).roster()));
  for (let at = 0; at < whole.length; at += 11) {
    const changed = whole.slice();
    changed[at] ^= 0x10;
    const result = await read(changed).then(async (reading) => JSON.stringify(told(await reading.roster())), (error) => (error instanceof excel.ExcelError ? 'refused' : Promise.reject(error)));
    assert.ok(result === 'refused' || result === wanted, `byte ${at}: ${result}`);
  }
});

test('a bomb stops early: what unpacks too well is refused, by the part and the limit it passed', async () => {
  const all = parts([{ rows: [HEADER] }]);
  all['xl/worksheets/sheet1.xml'] = sheetXml([HEADER]).replace('</sheetData>', '<row/>'.repeat(2_000_000) + '</sheetData>');
  const error = await refused(zipped(all));
  assert.equal(error.code, 'file.unpacks');
  assert.match(error.message, /sheet1\.xml.*giới hạn/);
});

test('a size that lies is no way round the limit', async () => {
  const all = parts([{ rows: [HEADER] }]);
  all['xl/worksheets/sheet1.xml'] = sheetXml([HEADER]).replace('</sheetData>', '<row/>'.repeat(600_000) + '</sheetData>');
  const file = zipped(all);
  const view = new DataView(file.buffer, file.byteOffset);
  // In the directory the sheet says of itself that it has a thousand bytes.
  const entries = [];
  for (let at = 0; at < file.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) entries.push(at);
  const sheet = entries.find((at) => new TextDecoder().decode(file.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))).endsWith('sheet1.xml'));
  view.setUint32(sheet + 24, 1000, true);
  const error = await refused(file, { limits: { unpacked: 2_000_000 } });
  assert.equal(error.code, 'file.unpacks');
});

test('limits are said in the error: bytes, rows, cells, everything unpacked', async () => {
  for (const [limits, code, said] of [[{ bytes: 100 }, 'file.too-large', /tối đa 0,1 MB/], [{ rows: 3 }, 'file.rows', /hơn 3 dòng/], [{ cells: 9 }, 'file.cells', /hơn 9 ô/], [{ unpacked: 500 }, 'file.unpacks', /giải nén ra quá lớn/]]) {
    const error = await refused(whole, { limits });
    assert.equal(error.code, code);
    assert.match(error.message, said);
  }
  assert.equal((await refused('a\tb\nc\td\n', { limits: { rows: 1 } })).code, 'file.rows');
  assert.equal((await refused({ html: '<table><tr><td>a<td>b<tr><td>c</table>' }, { limits: { cells: 2 } })).code, 'file.cells');
});

test('a million empty rows are passed over, and what stands after them is read', async () => {
  const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 6}"><c r="A${at + 6}" s="1"/></row>`).join('');
  const last = sheetXml([[5, 'Vũ Thị Em', 'Chi bộ 2', 'HTNV']]).match(/<row.*<\/row>/)[0].replace(/"([A-D])1"/g, '"$11000010"').replace('r="1"', 'r="1000010"');
  const reading = await read(zipped(parts([{ xml: sheetXml([HEADER, ...PEOPLE], { after: empty + last.replace(/t="s"><v>\d+<\/v>/g, 't="inlineStr"><is><t>x</t></is>') }) }], { shared: false }), { level: 1 }));
  assert.equal(reading.rows, 6);
  assert.equal((await reading.roster()).rows[4], 1_000_010);
});

test('stored results of formulas are used, formulas are never computed, and a missing result is said', async () => {
  const written = { xml: (place) => `<c r="${place}"><f>COUNTA(B2:B3)</f><v/></c>` };
  const empty = { xml: (place) => `<c r="${place}" t="str"><f>""</f><v></v></c>` };
  const reading = await read(workbook([[...HEADER, 'Ghi chú'], [1, { formula: '"Nguyễn "&"Văn An"', value: 'Nguyễn Văn An' }, 'Chi bộ 1', { formula: 'IF(1,"HTNV","")' }, empty], [2, 'Trần Bình', 'Chi bộ 1', { error: '#REF!' }, written]]));
  assert.deepEqual(told(await reading.roster()).map(([name, , grade]) => [name, grade]), [['Nguyễn Văn An', 'waiting'], ['Trần Bình', 'waiting']]);
  assert.deepEqual(reading.problems.map(({ code, row, column }) => [code, row, column]), [['cell.error', 3, 'D'], ['formula.no-value', 2, 'D'], ['formula.no-value', 3, 'E']]);
});

test('dates count from 1900 or 1904, as the workbook says', async () => {
  const rows = [['Họ và tên', 'Ngày sinh', 'Xếp loại'], ['Nguyễn Văn An', { date: 25569 }, 'HTNV'], ['Trần Bình', { date: 24107 }, 'HTNV']];
  assert.equal((await read(workbook(rows))).cells(2)[1], '01/01/1970');
  assert.equal((await read(workbook(rows, { date1904: true }))).cells(3)[1], '01/01/1970');
});

test('merged cells everywhere, overlapping and endless, are read in a moment', async () => {
  const merges = [];
  for (let at = 1; at <= 400; at++) merges.push(`A${at}:XFD1048576`);
  const reading = await read(workbook([HEADER, ...PEOPLE], { merges }));
  assert.equal((await reading.roster()).names.length, 4);
});

test('cells beyond column 256 are not read, and it is said', async () => {
  const far = { xml: () => '<c r="XFD3"><v>1</v></c>' };
  const reading = await read(workbook([HEADER, PEOPLE[0], [...PEOPLE[1], far]]));
  assert.match(reading.problems[0].message, /Chỉ đọc đến cột IV.*dòng 3/);
});

test('parts in other folders, with other prefixes, and without addresses are found', async () => {
  const file = parts([{ rows: [HEADER, ...PEOPLE] }], { folder: 'office', shared: false });
  const sheet = 'office/worksheets/sheet1.xml';
  file[sheet] = file[sheet].replace(/ r="[A-Z]+\d+"| r="\d+"/g, '').replace(/<(\/?)(worksheet|sheetData|row|c|v|is|t)\b/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=');
  assert.equal((await (await read(zipped(file))).roster()).names.length, 4);
});

test('a part whose XML is broken is refused by its name', async () => {
  const all = parts([{ rows: [HEADER, ...PEOPLE] }]);
  all['xl/worksheets/sheet1.xml'] = all['xl/worksheets/sheet1.xml'].replace('</row>', '</ro>');
  const error = await refused(zipped(all));
  assert.deepEqual([error.code, error.params.part], ['file.damaged', 'xl/worksheets/sheet1.xml']);
});

test('a table saved as HTML and named .xls or .xlsx is read', async () => {
  const html = `<html><head><meta charset="utf-8"><title>x</title></head><body><table><tr>${HEADER.map((one) => `<th>${one}</th>`).join('')}</tr>${PEOPLE.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
  const reading = await read(new TextEncoder().encode(html));
  assert.equal(reading.source.kind, 'html');
  assert.equal((await reading.roster()).names.length, 4);
});

test('a polluted prototype changes nothing', async () => {
  const wanted = told(await (await read(whole)).roster());
  for (const name of ['t', 's', 'r', 'state', 'date1904', 'hidden', 'sheet', '2']) Object.defineProperty(Object.prototype, name, { value: '1', configurable: true, writable: true, enumerable: false });
  try {
    assert.deepEqual(told(await (await read(whole)).roster()), wanted);
  } finally {
    for (const name of ['t', 's', 'r', 'state', 'date1904', 'hidden', 'sheet', '2']) delete Object.prototype[name];
  }
});

test('letters are counted as Excel counts its columns', () => {
  assert.deepEqual([0, 25, 26, 255, 701, 702].map(letterOf), ['A', 'Z', 'AA', 'IV', 'ZZ', 'AAA']);
  assert.deepEqual(codes([]), []);
});
