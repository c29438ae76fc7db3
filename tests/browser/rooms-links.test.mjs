/** Links that restore a room and its figures, whoever wrote them; and records that are computed again. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { folder, openRooms } from './rooms-page.mjs';

/** Opens what is folded away above the room. */
const unfold = async (page) => {
  await page.click('.room-tools > summary');
  await page.waitForSelector('.room-tools[open]');
};
const linkOf = async (page) => {
  await unfold(page);
  await page.focus('#link');
  return (await page.inputValue('#link')).split('#')[1];
};
const COUNT = '[data-section="dang-vien"] input[data-row="xs"]';

/** What is typed, and what must come back from the link, in each room with figures. */
const TYPED = [
  { at: 'ty-le/hoa-binh-2021', fields: [COUNT, '[data-section="dang-vien"] input[data-stated="xs"]'], texts: ['9.943', '15,96%'] },
  { at: 'chi-tieu/2024-12-31/organisation', fields: ['#places-htxsnv', '#places-httnv'], texts: ['02', '11'] },
  { at: 'bieu-mau/officials/2026-12-15/leader', fields: ['#unit-htxsnv'], texts: ['3'] },
  { at: 'bieu-mau/2025-12-15/mau-2b', fields: ['#f-results', '#f-general', '#unit-httnv'], texts: ['63', '27,5', '12'] },
  { at: 'phieu/2025-12-31', fields: ['#k-b\\.issued', '#k-v\\.p2\\.httnv', '#k-t\\.late', '#k-g\\.theory\\.count'], texts: ['19', '10', '04', '7.751'] },
];

for (const { at, fields, texts } of TYPED) {
  test(`a link restores what was typed, on a page that never saw it: ${at}`, () => openRooms(async ({ page, goTo, painted }) => {
    for (const [index, field] of fields.entries()) await page.fill(field, texts[index]);
    await painted();
    const link = await linkOf(page);
    await goTo(link);
    assert.ok(link.startsWith(at));
    assert.deepEqual(await Promise.all(fields.map((field) => page.inputValue(field))), texts);
    assert.equal(await linkOf(page), link);
  }, { at }));
}

test('a link of the roster carries the unit and the changed grades', () => openRooms(async ({ page, goTo }) => {
  const first = page.locator('.member select').first();
  const before = await first.inputValue();
  await first.selectOption(before === '0' ? '1' : '0');
  const chosen = await first.inputValue();
  const link = await linkOf(page);
  assert.match(link, /^danh-sach\/A4\.01\.4\?\d+=[a-z]+$/);
  await goTo(link);
  assert.equal(await first.inputValue(), chosen);
  await page.click('#undo');
  assert.equal(await first.inputValue(), before, 'a link’s change is a step like any other');
}, { at: 'danh-sach/A4.01.4' }));

test('no name and no sentence of a form is in its link, and they are in its record, which says so', () => openRooms(async ({ page, painted }) => {
  await page.click('[data-example]');
  await painted();
  const link = await linkOf(page);
  assert.match(link, /f\.total=/);
  assert.doesNotMatch(decodeURIComponent(link), /Nguyễn|chi bộ|f\.name|f\.tasks\.0\.task|birth/);
  assert.match(await page.innerText('.room-tools'), /có cả lời văn và họ tên/);
  const { record } = await saved(page);
  assert.equal(record.inputs['f.name'], 'Nguyễn Văn An');
}, { at: 'bieu-mau' }));

test('a link of votes carries who is there by place, and no name', () => openRooms(async ({ page, goTo }) => {
  await page.getByRole('button', { name: 'Bỏ Trần Thị Thử' }).click();
  await page.getByRole('button', { name: 'Thêm một người' }).click();
  await page.waitForFunction(() => document.activeElement.id === 'k-n.p4');
  await page.fill('#k-n\\.p4', 'Phạm Văn Thêm');
  await page.fill('#k-v\\.p4\\.httnv', '17');
  const link = await linkOf(page);
  assert.doesNotMatch(decodeURIComponent(link), /Phạm|n\.p/);
  await goTo(link);
  assert.deepEqual(await page.$$eval('[data-person]', (rows) => rows.map((row) => row.dataset.person)), ['p1', 'p3', 'p4']);
  assert.equal(await page.inputValue('#k-v\\.p4\\.httnv'), '17');
}, { at: 'phieu' }));

test('the address says the room and the place, and no figure until somebody asks for it', () => openRooms(async ({ page, painted }) => {
  await page.fill(COUNT, '9.943');
  await painted();
  assert.match(page.url(), /#ty-le\/gia-lai-2020$/);
}));

const HOSTILE = [
  '', '#', '%', '%E0%A4%A', '__proto__', 'constructor/prototype', 'ty-le/__proto__', 'ty-le/../../x?dang-vien.xs=1', 'chi-tieu/2025-12-31/__proto__?__proto__=1&constructor=2',
  'bieu-mau/9999-99-99/mau-2b', 'bieu-mau/2025-12-15/<img src=x onerror=alert(1)>', 'quy-dinh/__proto__', 'quy-dinh/hd43-2025/main', 'danh-sach/__proto__?-1=htxsnv&999999999=htxsnv&x=y',
  'danh-sach/A4.01.4?0=__proto__', 'ty-le/hoa-binh-2021?dang-vien.xs=%3Cscript%3Ealert(1)%3C/script%3E&&&=&=x&a', `ty-le?${'a=b&'.repeat(5000)}`, `chi-tieu?htxsnv=${'9'.repeat(5000)}`, 'nhung/toString', 'phieu/__proto__?people=p1,__proto__&base=constructor&v.p1.__proto__=1&n.p9=x', `phieu?people=${'p1,'.repeat(200)}p2`, 'bao-cao?text[]=1',
];
test('a fragment that was made to harm opens a room as if it were not there', () => openRooms(async ({ page, problems }) => {
  for (const fragment of HOSTILE) {
    await page.goto('about:blank');
    await page.goto(`${folder}index.html#${fragment}`);
    await page.waitForSelector('body[data-ready="true"]', { timeout: 15_000 });
    assert.ok(await page.locator('#room > :visible').count() > 0, fragment);
    assert.equal(await page.evaluate(() => [{}.polluted, Object.keys(Object.prototype)].join()), ',', fragment);
  }
  assert.deepEqual(problems, []);
}));

for (const [at, field, link, text] of [['ty-le/gia-lai-2020', COUNT, 'ty-le/gia-lai-2020?dang-vien.xs=1', '7.000'], ['chi-tieu', '#places-htxsnv', 'chi-tieu?htxsnv=1', '2']]) {
  test(`what a link takes the place of can be taken back: ${at}`, () => openRooms(async ({ page, painted }) => {
    await page.fill(field, text);
    await painted();
    await page.evaluate((fragment) => { location.hash = fragment; }, link);
    await page.waitForFunction((selector) => document.querySelector(selector).value === '1', field);
    await page.getByRole('button', { name: 'Hoàn tác', exact: true }).first().click();
    await page.waitForFunction(([selector, typed]) => document.querySelector(selector).value === typed, [field, text]);
  }, { at }));
}

test('a link that leads nowhere leaves everything as it is', () => openRooms(async ({ page, painted }) => {
  await page.fill(COUNT, '9.943');
  await page.evaluate(() => { location.hash = 'nowhere/at/all'; });
  await painted();
  assert.equal(await page.inputValue(COUNT), '9.943');
}));

/** Saves the record of the room: `{ name, text, record }`. */
async function saved(page) {
  if (!(await page.locator('.room-tools[open]').count())) await unfold(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-record]')]);
  const text = readFileSync(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text, record: JSON.parse(text) };
}
/** Drops a text in as a file and gives what the page says of it. */
async function verdictOf(page, text) {
  await page.setInputFiles('#record-file', { name: 'phieu.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.waitForSelector('.verdict');
  const said = await page.$eval('.verdict', (node) => ({ state: node.dataset.verdict, text: node.innerText, focused: node === document.activeElement }));
  await page.evaluate(() => document.querySelector('.verdict').remove());
  return said;
}

for (const at of ['ty-le/thai-nguyen-2020', 'chi-tieu', 'bieu-mau', 'phieu', 'bao-cao', 'danh-sach']) {
  test(`a record is saved, and agrees when it is computed again from its own inputs: ${at}`, () => openRooms(async ({ page, goTo, painted }) => {
    const room = at.split('/')[0];
    if (room === 'bieu-mau') await page.click('[data-example]');
    await painted();
    const { name, text, record } = await saved(page);
    assert.match(name, new RegExp(`^phieu-kiem-tra-${room}-\\d{4}-\\d\\d-\\d\\d\\.json$`));
    assert.match(record.sha256, /^[0-9a-f]{64}$/);
    assert.ok(text.length < 20_000);
    // Another room, another page: it brings everything along.
    await goTo(room === 'chi-tieu' ? 'ty-le' : 'chi-tieu');
    await unfold(page);
    const same = await verdictOf(page, text);
    assert.equal(same.state, 'same', same.text);
    assert.ok(same.focused);

    const [key] = Object.keys(record.results).filter((one) => Array.isArray(record.results[one]));
    const other = await verdictOf(page, JSON.stringify({ ...record, results: { ...record.results, [key]: ['khác'] } }));
    assert.equal(other.state, 'differs');
    assert.ok(other.text.includes(key), other.text);
    const input = Object.keys(record.inputs).find((one) => /\d/.test(record.inputs[one]));
    const changed = await verdictOf(page, JSON.stringify({ ...record, inputs: { ...record.inputs, [input]: '1' } }));
    assert.equal(changed.state, 'changed');
    const older = await verdictOf(page, JSON.stringify({ ...record, rulebookVersion: '0' }));
    assert.equal(older.state, 'differs');
  }, { at }));
}

test('a record opens its figures in the page', () => openRooms(async ({ page }) => {
  await page.fill('#report-text', 'Chi bộ có 1/4 đảng viên (26,00%).');
  await page.locator('#report-print').focus();
  const { text } = await saved(page);
  await page.click('#report-restore');
  await page.setInputFiles('#record-file', { name: 'phieu.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.click('[data-open-record]');
  await page.waitForFunction(() => document.getElementById('report-text').value.startsWith('Chi bộ có 1/4'));
}, { at: 'bao-cao' }));

test('what is no record is said to be none, and does no harm', () => openRooms(async ({ page, problems }) => {
  await unfold(page);
  for (const text of ['', '{', 'null', '[]', '{"kind":"xeploai-record"}', '{"kind":"xeploai-record","room":"__proto__","inputs":{},"results":{}}', '{"kind":"xeploai-record","room":"nhung","inputs":{},"results":{}}',
    '{"kind":"xeploai-record","room":"ty-le","place":"__proto__","inputs":{"a":"b"},"results":{"x":1}}', '{"kind":"xeploai-record","room":"bieu-mau","place":"1000-01-01/x","inputs":{},"results":{}}', 'x'.repeat(300_000)]) {
    assert.equal((await verdictOf(page, text)).state, 'unreadable', text.slice(0, 80));
  }
  assert.deepEqual(problems, []);
}));

test('without SHA-256, as some browsers have it for a page that is a file, a record is made and verified all the same', () => openRooms(async ({ page }) => {
  const { text, record } = await saved(page);
  assert.equal(record.sha256, null);
  assert.equal((await verdictOf(page, text)).state, 'same');
}, { at: 'chi-tieu', before: () => { Object.defineProperty(window.crypto, 'subtle', { value: undefined }); } }));

test('a file dropped anywhere on the page does not carry it away', () => openRooms(async ({ page }) => {
  const kept = await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.json'));
    const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    document.body.dispatchEvent(drop);
    return drop.defaultPrevented;
  });
  assert.ok(kept);
}));
