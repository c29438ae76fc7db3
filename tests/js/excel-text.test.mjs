/** CSV in its encodings, cells pasted from Excel and Word, and text from before Unicode: offered for conversion, never converted silently. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { HEADER, PEOPLE, workbook } from './excel-files.mjs';
import { codes, read, told } from './excel-tools.mjs';

const TABLE = [HEADER, ...PEOPLE];
const csv = (delimiter, rows = TABLE) => rows.map((row) => row.join(delimiter)).join('\r\n');
const utf16 = (text, big) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !big);
  return bytes;
};
/** Windows-1258 as Windows writes it: letters it has not are a letter and a tone behind it. */
const windows1258 = (text) => {
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte]));
  const bytes = [];
  for (const letter of text.normalize('NFC')) {
    if (table.has(letter)) bytes.push(table.get(letter));
    else {
      // Tone apart, the letter's own mark kept: ế is ê and an acute.
      const parts = letter.normalize('NFD');
      const tone = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/)[0];
      bytes.push(table.get(parts.replace(tone, '').normalize('NFC')), table.get(tone));
    }
  }
  return Uint8Array.from(bytes);
};
const latin = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wanted = told(await (await read(workbook(TABLE))).roster());

const ENCODED = {
  'UTF-8': ['UTF-8', (text) => new TextEncoder().encode(text)],
  'UTF-8 with its mark': ['UTF-8', (text) => new TextEncoder().encode(`\ufeff${text}`)],
  'UTF-8, decomposed': ['UTF-8', (text) => new TextEncoder().encode(text.normalize('NFD'))],
  'UTF-16 as Excel saves "Unicode text"': ['UTF-16', (text) => utf16(`\ufeff${text}`)],
  'UTF-16, the other way round': ['UTF-16', (text) => utf16(`\ufeff${text}`, true)],
  'Windows-1258': ['windows-1258', windows1258],
};
for (const [name, [encoding, encode]] of Object.entries(ENCODED)) {
  for (const delimiter of [',', ';', '\t']) {
    test(`a CSV in ${name} with ${JSON.stringify(delimiter)} is read like the workbook`, async () => {
      const reading = await read(encode(csv(delimiter)));
      assert.deepEqual(reading.source, { kind: 'csv', encoding, delimiter });
      assert.deepEqual(told(await reading.roster()), wanted);
      assert.deepEqual(reading.problems, []);
    });
  }
}

test('quoted cells hold separators, line breaks and quotes; sep= is obeyed', async () => {
  const reading = await read('sep=|\nHọ và tên|Chi bộ|Xếp loại\n"Nguyễn\nVăn An"|"Chi bộ ""A""|1"|HTNV\nTrần Bình|Chi bộ 2|HTNV');
  assert.deepEqual(reading.cells(2), ['Nguyễn Văn An', 'Chi bộ "A"|1', 'HTNV']);
  assert.equal(reading.source.delimiter, '|');
});

test('a quotation mark that is never closed swallows nothing, and is said', async () => {
  const reading = await read('Họ và tên;Chi bộ;Xếp loại\nNguyễn Văn An;"Chi bộ 1;HTNV\nTrần Bình;Chi bộ 2;HTNV\n');
  assert.deepEqual([reading.rows, codes(reading.problems), reading.problems[0].row], [3, ['csv.quote'], 2]);
  assert.deepEqual((await reading.roster()).names, ['Nguyễn Văn An', 'Trần Bình']);
});

test('letters that were lost before are counted', async () => {
  const bytes = new TextEncoder().encode(csv(';', [...TABLE, [5, 'Đỗ Thị Em', 'Chi bộ 2', 'HTNV']]));
  bytes[bytes.length - 20] = 0xff;
  assert.deepEqual(codes((await read(bytes)).problems), ['csv.letters']);
});

const cells = (rows, tag = 'td') => rows.map((row) => `<tr>${row.map((one) => `<${tag} class=xl65 style='height:15pt'>${one}</${tag}>`).join('')}</tr>`).join('\r\n');

test('cells copied in Excel come as HTML and are read like the workbook', async () => {
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {font-family:"Times New Roman", serif;}--></style></head><body><!--StartFragment--><table border=0><col width=64><tr height=20><td>STT</td>${HEADER.slice(1).map((one) => `<td>${one}</td>`).join('')}</tr>${cells(PEOPLE)}<!--EndFragment--></table></body></html>`;
  const reading = await read({ html, text: 'không dùng' });
  assert.deepEqual([reading.source.kind, told(await reading.roster())], ['html', wanted]);
});

test('cells that span rows and columns are carried on', async () => {
  const html = '<table><tr><td rowspan=2>Họ và tên</td><td rowspan=2>Chi bộ</td><td colspan=2>Mức xếp loại</td></tr><tr><td>HTXSNV</td><td>HTTNV</td></tr><tr><td>Nguyễn Văn An</td><td rowspan=2>Chi bộ&nbsp;1</td><td>x</td><td></td></tr><tr><td>Trần Bình</td><td></td><td>x</td></tr></table>';
  const reading = await read({ html });
  assert.deepEqual(reading.mapping.roles, ['name', 'unit-1', 'tick:htxsnv', 'tick:httnv']);
  assert.deepEqual(told(await reading.roster()), [['Nguyễn Văn An', 'Chi bộ 1', 'htxsnv'], ['Trần Bình', 'Chi bộ 1', 'httnv']]);
});

test('a table from Word, with paragraphs, soft breaks and entities in its cells, is read', async () => {
  const word = (text) => `<td width=100 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal><b><span lang=VI style='font-family:"Times New Roman",serif'>${text}<o:p></o:p></span></b></p></td>`;
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><!--[if gte mso 9]><xml><w:WordDocument>1 < 2</w:WordDocument></xml><![endif]--><body><table class=MsoTableGrid><tr>${HEADER.map(word).join('')}</tr>${PEOPLE.map((row) => `<tr>${row.map((one) => word(String(one).replace('ễ', '&#7877;').replace(/ /, '<br>'))).join('')}</tr>`).join('')}</table>`;
  assert.deepEqual(told(await (await read({ html, text: '' })).roster()), wanted);
});

test('cells pasted as text, separated by tabs, are read; a page around a table is not', async () => {
  assert.deepEqual(told(await (await read({ text: csv('\t') })).roster()), wanted);
  assert.deepEqual(told(await (await read(csv('\t'))).roster()), wanted);
  const reading = await read({ html: `<p>Họ và tên</p><script>"<table>"</script><table><tr>${HEADER.map((one) => `<th>${one}</th>`).join('')}</tr>${cells(PEOPLE)}</table><p>Hết</p>` });
  assert.equal(reading.rows, 5);
});

const TCVN3 = [['STT', 'Hä vµ tªn', 'Chi bé', 'XÕp lo¹i'], [1, 'NguyÔn V¨n An', 'Chi bé 1', 'Hoµn thµnh tèt nhiÖm vô'], [2, 'TrÇn V¨n Tó', 'Chi bé Th«n §«ng', 'HTNV'], [3, 'Lª §øc Hßa', 'Chi bé Th«n §«ng', 'Hoµn thµnh xuÊt s¾c nhiÖm vô']];
const VNI = [['STT', 'Hoï vaø teân', 'Chi boä', 'Xeáp loaïi'], [1, 'Nguyeãn Vaên An', 'Chi boä 1', 'Hoaøn thaønh toát nhieäm vuï'], [2, 'Traàn Vaên Tuù', 'Chi boä Thoân Ñoâng', 'HTNV'], [3, 'Leâ Ñöùc Hoøa', 'Chi boä Thoân Ñoâng', 'Hoaøn thaønh xuaát saéc nhieäm vuï']];
const MEANT = [['Nguyễn Văn An', 'Toàn bộ danh sách > Chi bộ 1', 'httnv'], ['Trần Văn Tú', 'Toàn bộ danh sách > Chi bộ Thôn Đông', 'htnv'], ['Lê Đức Hòa', 'Toàn bộ danh sách > Chi bộ Thôn Đông', 'htxsnv']];

for (const [encoding, rows] of [['tcvn3', TCVN3], ['vni', VNI]]) {
  for (const [how, input] of [['a workbook', workbook(rows)], ['pasted cells', csv('\t', rows)], ['a CSV of its bytes', latin(csv(';', rows))]]) {
    test(`${encoding} in ${how}: the columns are known, conversion is offered with a preview, and done only when people say so`, async () => {
      const reading = await read(input);
      assert.deepEqual(reading.mapping.roles, ['number', 'name', 'unit-1', 'grade']);
      assert.deepEqual([reading.needsConversion.encoding, reading.needsConversion.by, reading.mapping.convert], [encoding, 'letters', null]);
      const sample = reading.needsConversion.samples.find(({ row }) => row === 2);
      assert.deepEqual([sample.before, sample.after], [rows[1][1], 'Nguyễn Văn An']);
      assert.equal(reading.problems[0].code, 'legacy.font');
      const untouched = await reading.roster();
      assert.deepEqual(untouched.names, rows.slice(1).map((row) => row[1]));
      assert.deepEqual(told(untouched).map(([, , grade]) => grade), ['waiting', 'htnv', 'waiting']);
      assert.deepEqual(told(await reading.roster({ convert: encoding })), MEANT);
    });
  }
}

test('a font with a small name in capitals is read in capitals', async () => {
  const old = (text) => ({ text, style: 2 });
  const rows = [HEADER, [1, old('nguyÔn v¨n an'), 'Chi bộ 1', 'HTNV'], [2, old('lan'), 'Chi bộ 1', 'HTNV'], [3, 'Đỗ Bình', 'Chi bộ 1', 'HTNV']];
  const reading = await read(workbook(rows, { font: '.VnTimeH' }));
  assert.equal(reading.needsConversion.by, 'font');
  assert.deepEqual((await reading.roster({ convert: 'tcvn3' })).names, ['NGUYỄN VĂN AN', 'LAN', 'Đỗ Bình']);
});

test('beside text that is right, a doubtful cell is left as it is and named; with its font it is not doubtful', async () => {
  const rows = (style) => [HEADER, [1, { text: 'TrÇn V¨n An', style }, 'Chi bộ 1', 'HTNV'], [2, { text: 'Tó', style }, 'Chi bộ 1', 'HTNV'], [3, 'Hà Bé', 'Chi bộ 1', 'HTNV']];
  const doubtful = await read(workbook(rows(0)));
  assert.deepEqual(doubtful.problems.filter(({ code }) => code === 'legacy.unsure').map(({ row }) => row), [3, 4]);
  assert.deepEqual((await doubtful.roster({ convert: 'tcvn3' })).names, ['Trần Văn An', 'Tó', 'Hà Bé']);
  const sure = await read(workbook(rows(2)));
  assert.deepEqual((await sure.roster({ convert: 'tcvn3' })).names, ['Trần Văn An', 'Tú', 'Hà Bé']);
});

test('right text is never offered for conversion, nor are foreign names', async () => {
  const reading = await read(workbook([HEADER, ...PEOPLE, [5, 'Lê Bá Hoà', 'Chi bộ Müller', 'HTNV'], [6, 'K’Sor Blơi', 'Chi bộ 25°', 'HTNV'], [7, 'Hà Tú', 'Chi bộ m²', 'HTNV']]));
  assert.equal(reading.needsConversion, null);
});
