/** Opening a roster on the demo page: a file, a drop, a paste; correcting how it is understood; walking it; taking its table away. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { demo } from '../../js/tools/paths.mjs';
import { HEADER, parts, PEOPLE, workbook, zipped } from '../js/excel-files.mjs';
import { axeFinds, open } from './elements-page.mjs';

const folder = `${pathToFileURL(demo).href}/`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS = [['ĐẢNG BỘ XÃ BÌNH MINH'], [...HEADER, 'Ghi chú'], ...PEOPLE, [5, 'Vũ Thị Em', 'Chi bộ 2', 'Loại giỏi', ''], ['', 'Tổng cộng: 6 đồng chí']];

const openPage = (work, { locale = 'vi', ...settings } = {}) => open(`${folder}index.html#danh-sach`, async (opened) => {
  await opened.page.waitForSelector('body[data-ready="true"]');
  if (locale === 'en') {
    await opened.page.click('#language');
    await opened.page.waitForSelector('body[data-locale="en"]');
  }
  await work(opened);
}, settings);
const state = (page, name) => page.waitForSelector(`body[data-import="${name}"]`);
const choose = async (page, rows, name = 'danh-sach.xlsx', options = {}) => {
  await page.setInputFiles('#import-file', { name, mimeType: XLSX, buffer: Buffer.from(rows instanceof Uint8Array ? rows : workbook(rows, options)) });
};
const summary = (page, text) => page.waitForFunction((wanted) => document.getElementById('import-summary').textContent === wanted, text);
const used = async (page) => {
  await page.click('#import-use');
  await page.waitForSelector('body[data-shown="d0"]');
};
const column = (page, letter) => page.locator(`[data-column-role="${letter}"]`);

for (const locale of ['vi', 'en']) {
  test(`a file is opened, checked and walked; nothing is asked for outside the folder, axe finds nothing: ${locale}`, () => openPage(async ({ page, requests, problems }) => {
    await choose(page, ROWS);
    await state(page, 'check');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'import-title', 'reading goes on at the heading of the step');
    assert.deepEqual(await page.$$eval('[data-column-role]', (list) => list.map((one) => one.value)), ['number', 'name', 'unit-1', 'grade', 'note']);
    for (const list of await page.$$('details.folded:not([open]) summary')) await list.click();
    assert.deepEqual(await axeFinds(page, '.cells'), []);
    await used(page);
    assert.equal(await page.textContent('#unit-title'), 'ĐẢNG BỘ XÃ BÌNH MINH');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'unit-title');
    assert.deepEqual(await page.$$eval('tr[data-unit] th', (list) => list.map((one) => one.textContent)), ['Chi bộ 1', 'Chi bộ 2']);
    await page.click('[data-summary-tool="show"]');
    await page.waitForSelector('body[data-summary="d0"]');
    assert.deepEqual(await axeFinds(page), []);
    await page.click('tr[data-unit="d2"] a');
    await page.waitForSelector('body[data-shown="d2"]');
    assert.deepEqual(await page.$$eval('.member-name', (list) => list.map((one) => one.textContent)), ['Lê Đức Chung', 'Phạm Minh Dũng', 'Vũ Thị Em']);
    assert.deepEqual(requests.filter((url) => !url.startsWith(folder) && !url.startsWith('blob:')), []);
    assert.deepEqual(problems, []);
  }, { locale }));
}

test('the reader is loaded only when a roster is opened', () => openPage(async ({ page, requests }) => {
  const asked = () => requests.filter((url) => url.endsWith('xeploai.excel.global.js')).length;
  assert.equal(asked(), 0);
  await choose(page, ROWS);
  await state(page, 'check');
  assert.equal(asked(), 1);
}));

test('what is said before one goes on: problems with their rows, the total held against the count, rows set aside', () => openPage(async ({ page }) => {
  await choose(page, ROWS);
  await state(page, 'check');
  await summary(page, '5 người, 3 đơn vị; 3 dòng không phải người được để riêng.');
  assert.deepEqual(await page.$$eval('[data-problem]', (list) => list.map((one) => [one.dataset.problem, one.textContent])), [
    ['grade.unknown', 'Dòng 7, cột D: Không hiểu mức xếp loại “Loại giỏi”; đang tính là chưa xếp loại.'],
    ['total.differs', 'Dòng 8: Dòng cộng “Tổng cộng: 6 đồng chí” ghi 6, nhưng đếm được 5.'],
  ]);
  await page.click('[data-list="aside"] summary');
  assert.match(await page.textContent('[data-list="aside"]'), /Dòng 8: dòng cộng – Tổng cộng: 6 đồng chí \(ghi 6, đếm được 5\)/);
}));

test('a word nobody understood is given its meaning, and the focus stays on the choice', () => openPage(async ({ page }) => {
  await choose(page, ROWS);
  await state(page, 'check');
  await page.focus('[data-word="Loại giỏi"]');
  await page.selectOption('[data-word="Loại giỏi"]', 'htxsnv');
  await page.waitForFunction(() => document.querySelectorAll('[data-problem="grade.unknown"]').length === 0);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.word), 'Loại giỏi');
  await used(page);
  assert.match(await page.textContent('#unit-summary'), /^5 đảng viên được xếp loại; xuất sắc 2,/);
}));

test('a column is corrected, and a row set aside is somebody after all', () => openPage(async ({ page }) => {
  await choose(page, [['Họ và tên', 'Nhóm', 'Kết quả'], ['Nguyễn Văn An', 'Tổ 1', 'HTNV'], ['lê bình', '', ''], ['Trần Chi', 'Tổ 2', 'HTNV']]);
  await state(page, 'check');
  await summary(page, '2 người, 1 đơn vị; 2 dòng không phải người được để riêng.');
  await column(page, 'B').selectOption('unit-1');
  await summary(page, '2 người, 3 đơn vị; 2 dòng không phải người được để riêng.');
  await page.click('[data-list="aside"] summary');
  await page.click('[data-list="aside"] button[data-row="3"]');
  await summary(page, '3 người, 3 đơn vị; 1 dòng không phải người được để riêng.');
  await page.click('[data-list="aside"] button[data-row="3"]');
  await summary(page, '2 người, 3 đơn vị; 2 dòng không phải người được để riêng.');
}));

test('text of an old font is converted only when the box is ticked, after a preview', () => openPage(async ({ page }) => {
  await choose(page, [['STT', 'Hä vµ tªn', 'Chi bé', 'XÕp lo¹i'], [1, 'NguyÔn V¨n An', 'Chi bé 1', 'HTNV'], [2, 'TrÇn V¨n Tó', 'Chi bé 2', 'HTNV']]);
  await state(page, 'check');
  assert.deepEqual(await page.$$eval('.preview tbody tr', (rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)).slice(2, 3)), [['B2', 'NguyÔn V¨n An', 'Nguyễn Văn An']]);
  assert.equal(await page.isChecked('#convert'), false);
  await page.check('#convert');
  await used(page);
  assert.deepEqual(await page.$$eval('tr[data-unit] th', (list) => list.map((one) => one.textContent)), ['Chi bộ 1', 'Chi bộ 2']);
}));

test('cells copied in Excel are pasted', () => openPage(async ({ page }) => {
  await page.focus('#import-text');
  await page.evaluate((rows) => {
    const data = new DataTransfer();
    data.setData('text/html', `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`);
    data.setData('text/plain', 'không dùng đến');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [HEADER, ...PEOPLE]);
  await state(page, 'check');
  await summary(page, '4 người, 3 đơn vị; 1 dòng không phải người được để riêng.');
  assert.equal(await page.textContent('#import-title'), 'Kiểm tra cách hiểu: bảng đã dán');
}));

test('a table typed or pasted as text is read with the button', () => openPage(async ({ page }) => {
  await page.fill('#import-text', [HEADER, ...PEOPLE].map((row) => row.join('\t')).join('\n'));
  await page.click('#import-read');
  await state(page, 'check');
  await summary(page, '4 người, 3 đơn vị; 1 dòng không phải người được để riêng.');
}));

test('a file is dropped', () => openPage(async ({ page }) => {
  await page.evaluate((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(bytes)], 'keo-tha.xlsx'));
    for (const name of ['dragenter', 'dragover', 'drop']) document.getElementById('import').dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [...workbook([HEADER, ...PEOPLE])]);
  await state(page, 'check');
  assert.equal(await page.textContent('#import-title'), 'Kiểm tra cách hiểu: keo-tha.xlsx');
}));

test('a file that cannot be read says why and what to do, and the sample stays', () => openPage(async ({ page }) => {
  await choose(page, workbook([HEADER, ...PEOPLE]).slice(0, 700), 'hong.xlsx');
  await page.waitForSelector('#import-error:not([hidden])');
  assert.match(await page.textContent('#import-error'), /Tệp bị thiếu phần cuối.*Chưa có gì được đọc vào/);
  assert.equal(await page.textContent('#unit-title'), 'Đảng bộ tỉnh Mẫu');
  await choose(page, ROWS);
  await state(page, 'check');
  assert.equal(await page.isVisible('#import-error'), false);
}));

test('another sheet is chosen', () => openPage(async ({ page }) => {
  await choose(page, zipped(parts([{ name: 'Chi bộ 1', rows: [HEADER, ...PEOPLE] }, { name: 'Chi bộ 2', rows: [HEADER, PEOPLE[0]] }])));
  await state(page, 'check');
  await page.selectOption('#import-sheet', 'Chi bộ 2');
  await summary(page, '1 người, 1 đơn vị; 1 dòng không phải người được để riêng.');
}));

test('a sheet a branch: all are taken at once, each with its columns, and one is left out again', () => openPage(async ({ page, problems }) => {
  const sheet = (name, grades) => ({ name, rows: [['STT', 'Họ và tên', 'Xếp loại'], ...grades.map((grade, at) => [at + 1, `Lê Văn ${'ABCD'[at]}`, grade])] });
  await choose(page, zipped(parts([sheet('Chi bộ 1', ['HTXSNV', 'HTTNV', 'giỏi']), sheet('Chi bộ 2', ['HTNV', 'HTTNV']), { name: 'Hướng dẫn', rows: [['Cách ghi']] }])));
  await state(page, 'check');
  await page.selectOption('#import-sheet', '*');
  await summary(page, '5 người, 3 đơn vị; 2 dòng không phải người được để riêng.');
  assert.deepEqual(await page.$$eval('[data-sheet]', (list) => list.map((box) => [box.dataset.sheet, box.checked])), [['Chi bộ 1', true], ['Chi bộ 2', true], ['Hướng dẫn', false]]);
  assert.deepEqual(await page.$$eval('[data-people]', (list) => list.map((cell) => cell.textContent)), ['3 người', '2 người', '–']);
  assert.deepEqual(await page.$$eval('[data-problem="grade.unknown"]', (list) => list.length), 1);
  await page.click('[data-look="Chi bộ 2"]');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.look), 'Chi bộ 2');
  assert.deepEqual(await page.$$eval('[data-problem="grade.unknown"]', (list) => list.length), 0);
  await column(page, 'C').selectOption('other');
  await page.waitForSelector('[data-problem="header.no-grade"]');
  await column(page, 'C').selectOption('grade');
  await page.waitForSelector('[data-problem="header.no-grade"]', { state: 'detached' });
  for (const list of await page.$$('details.folded:not([open]) summary')) await list.click();
  assert.deepEqual(await axeFinds(page, '.cells'), []);
  await page.click('[data-sheet="Chi bộ 2"]');
  await summary(page, '3 người, 1 đơn vị; 1 dòng không phải người được để riêng.');
  await page.click('[data-sheet="Chi bộ 2"]');
  await page.click('[data-sheet="Hướng dẫn"]');
  await summary(page, '5 người, 3 đơn vị; 3 dòng không phải người được để riêng.');
  await used(page);
  assert.deepEqual(await page.$$eval('tr[data-unit] th', (list) => list.map((one) => one.textContent)), ['Chi bộ 1', 'Chi bộ 2']);
  assert.deepEqual(problems, []);
}));

test('the table of every level is chosen, shown with its subtotals, and saved so', () => openPage(async ({ page }) => {
  await page.click('tr[data-unit="A1"] a');
  await page.waitForSelector('body[data-shown="A1"]');
  assert.deepEqual(await page.$$eval('#summary-levels option', (list) => list.map((one) => one.textContent)), ['các đơn vị ngay bên dưới', 'mọi cấp bên dưới (2 cấp)']);
  await page.selectOption('#summary-levels', '7');
  await page.click('[data-summary-tool="show"]');
  await page.waitForSelector('body[data-summary="A1"]');
  const rows = await page.$$eval('.xeploai-summary tbody tr', (list) => list.map((row) => [row.className, row.querySelector('.name').className, Number(row.children[2].textContent)]));
  const top = rows.filter(([, name]) => name === 'name').reduce((sum, [, , count]) => sum + count, 0);
  assert.equal(String(top), await page.textContent('.xeploai-summary tfoot td:nth-child(3)'));
  assert.ok(rows.some(([row]) => row === 'subtotal') && rows.some(([, name]) => name === 'name level-2'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-summary-tool="csv"]')]);
  assert.match(readFileSync(await download.path(), 'utf8').split('\r\n')[2], /^Cấp;TT;Đơn vị/);
}));

test('with the keyboard alone: to the choice of a column, on to the walk, and back to the sample', () => openPage(async ({ page }) => {
  await choose(page, ROWS);
  await state(page, 'check');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.columnRole), 'A');
  await page.focus('#import-use');
  await page.keyboard.press('Enter');
  await page.waitForSelector('body[data-shown="d0"]');
  await page.focus('#sample');
  await page.keyboard.press('Enter');
  await page.waitForSelector('body[data-shown="M"]');
  assert.equal(await page.isVisible('#sample'), false);
}));

test('a large roster shows how far it is, paints on, and stops when asked; nothing was read in', () => openPage(async ({ page }) => {
  const rows = [HEADER];
  for (let at = 1; at <= 62_000; at++) rows.push([at, `Nguyễn Văn ${at}`, `Chi bộ ${Math.floor(at / 20)}`, 'HTNV']);
  const file = { name: 'tinh.xlsx', mimeType: XLSX, buffer: Buffer.from(zipped(parts([{ rows }], { shared: false }), { level: 1 })) };
  await page.evaluate(() => {
    window.seen = new Set();
    window.frames = 0;
    const frame = () => {
      if (document.body.dataset.import === 'progress') {
        window.frames += 1;
        window.seen.add(document.getElementById('import-bar').value);
      }
      requestAnimationFrame(frame);
    };
    frame();
  });
  await page.setInputFiles('#import-file', file);
  await page.waitForFunction(() => window.seen.size > 3);
  await page.click('#import-stop');
  await state(page, 'start');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'import-file');
  await page.setInputFiles('#import-file', file);
  await state(page, 'check');
  await summary(page, '62.000 người, 3.102 đơn vị; 1 dòng không phải người được để riêng.');
  assert.ok(await page.evaluate(() => window.frames) > 10, 'the page painted while it was reading');
  await used(page);
  assert.match(await page.textContent('#unit-summary'), /^62\.000 đảng viên/);
}));

test('the table is taken away as a workbook and as CSV, named after the unit', () => openPage(async ({ page }) => {
  await choose(page, ROWS);
  await state(page, 'check');
  await used(page);
  const saved = async (tool) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-summary-tool="${tool}"]`)]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  const [name, xlsx] = await saved('xlsx');
  assert.deepEqual([name, xlsx.subarray(0, 2).toString()], ['dang-bo-xa-binh-minh-tong-hop.xlsx', 'PK']);
  const [csvName, csv] = await saved('csv');
  assert.equal(csvName, 'dang-bo-xa-binh-minh-tong-hop.csv');
  assert.match(csv.toString(), /\r\n1;Chi bộ 1;2;2;1;50,00;/);
  await choose(page, new Uint8Array(xlsx));
  await state(page, 'check');
}));

test('on paper the table is alone, on one sheet', () => openPage(async ({ page }) => {
  await choose(page, ROWS);
  await state(page, 'check');
  await used(page);
  await page.evaluate(() => { window.print = () => { window.printed = document.body.dataset.printing; }; });
  await page.click('[data-summary-tool="print"]');
  await page.waitForFunction(() => window.printed === 'summary');
  await page.emulateMedia({ media: 'print' });
  const visible = (selector) => page.locator(selector).first().isVisible();
  assert.deepEqual(await Promise.all(['.xeploai-summary', '.units', '#import', '.unit-head', '.masthead'].map(visible)), [true, false, false, false, false]);
  assert.equal((await page.pdf({ format: 'A4', landscape: true })).toString('latin1').match(/\/Type\s*\/Page\b/g).length, 1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  assert.deepEqual(await Promise.all(['.xeploai-summary', '.units'].map(visible)), [false, true]);
}));

test('English keeps the opened roster, and what was chosen in the step', () => openPage(async ({ page }) => {
  await choose(page, ROWS);
  await state(page, 'check');
  await page.selectOption('[data-word="Loại giỏi"]', 'httnv');
  await page.waitForFunction(() => document.querySelectorAll('[data-problem="grade.unknown"]').length === 0);
  await page.click('#language');
  await page.waitForSelector('body[data-locale="en"][data-import="check"]');
  await summary(page, '5 people, 3 units; 3 rows that are not people are set aside.');
  assert.equal(await page.inputValue('[data-word="Loại giỏi"]'), 'httnv');
  await used(page);
  await page.click('#language');
  await page.waitForSelector('body[data-locale="vi"]');
  assert.equal(await page.textContent('#unit-title'), 'ĐẢNG BỘ XÃ BÌNH MINH');
}));

for (const [title, settings, fontSize] of [['320 pixels', { viewport: { width: 320, height: 640 } }, ''], ['320 pixels, text of 200%', { viewport: { width: 320, height: 640 } }, '225%']]) {
  test(`nothing of the step runs over the side: ${title}`, () => openPage(async ({ page }) => {
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, fontSize);
    await choose(page, [['STT', 'Hä vµ tªn', 'Chi bộ', 'Xếp loại'], [1, 'NguyÔn V¨n An', 'Chi bộ 1', 'Không rõ ràng lắm đâu'], ...PEOPLE]);
    await state(page, 'check');
    for (const list of await page.$$('details.folded:not([open]) summary')) await list.click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), settings.viewport.width);
    await used(page);
    await page.click('[data-summary-tool="show"]');
    await page.waitForSelector('body[data-summary="d0"]');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), settings.viewport.width);
  }, settings));
}

test('the record of a roster holds no name, and agrees only with the same roster, opened again', () => openPage(async ({ page }) => {
  const unfold = async () => { if (!(await page.locator('.room-tools[open]').count())) await page.click('.room-tools > summary'); };
  const verdict = async (text) => {
    await unfold();
    await page.setInputFiles('#record-file', { name: 'phieu.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.waitForSelector('.verdict');
    const said = await page.$eval('.verdict', (node) => ({ state: node.dataset.verdict, text: node.innerText }));
    await page.evaluate(() => document.querySelector('.verdict').remove());
    return said;
  };
  const openOwn = async (rows) => {
    await choose(page, rows);
    await state(page, 'check');
    await used(page);
  };
  await openOwn(ROWS);
  await page.click('tr[data-unit="d2"] a');
  await page.waitForSelector('body[data-shown="d2"]');
  await page.locator('.member select').first().selectOption('0');
  await page.waitForFunction(() => document.getElementById('status').textContent === 'Đã sửa 1 người.');
  await unfold();
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-record]')]);
  const text = readFileSync(await download.path(), 'utf8');
  for (const name of ['Lê Đức Chung', 'Chi bộ 2', 'Vũ Thị Em']) assert.ok(!text.includes(name), name);
  const record = JSON.parse(text);
  assert.deepEqual([record.place, record.results.htxsnv, record.results.rows, record.inputs.roster], ['d2', '1', '5', 'own']);
  assert.equal((await verdict(text)).state, 'same');

  await page.click('#sample');
  await page.waitForSelector('body[data-shown="M"]');
  const closed = await verdict(text);
  assert.equal(closed.state, 'differs');
  assert.match(closed.text, /chưa mở; hãy mở lại tệp “danh-sach\.xlsx”/);
  await openOwn(ROWS);
  assert.equal((await verdict(text)).state, 'same');
  await openOwn(ROWS.map((row) => row.map((cell) => (cell === 'Hoàn thành nhiệm vụ' ? 'HTXSNV' : cell))));
  const other = await verdict(text);
  assert.equal(other.state, 'differs');
  assert.match(other.text, /Mã SHA-256 của danh sách: phiếu ghi/);
}));
