/** Votes, tasks and goals on a page: figures typed and put right, in both languages, by keyboard, on a small screen. */
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { demo } from '../../js/tools/paths.mjs';
import { axeFinds, open } from './elements-page.mjs';

const folder = `${pathToFileURL(demo).href}/`;

const openVotes = (work, { locale = 'vi', ...settings } = {}) => open(`${folder}ballot.html`, async (opened) => {
  await opened.page.waitForSelector('body[data-ready="vi"]');
  if (locale === 'en') {
    await opened.page.click('#language');
    await opened.page.waitForSelector('body[data-ready="en"]');
  }
  await work(opened);
}, settings);

const type = (page, label, text) => page.getByLabel(label, { exact: true }).fill(text);
const told = (page, part) => page.locator('.vt-part').nth(part).locator('.vt-found li').evaluateAll((items) => items.map((item) => item.firstChild.textContent));
const GOOD = 'Phiếu Hoàn thành tốt nhiệm vụ, Trần Thị Thử';

for (const locale of ['vi', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`the page of votes asks for nothing outside its folder, complains about nothing, and axe finds nothing: ${locale}, ${colorScheme}`, () => openVotes(async ({ page, requests, problems }) => {
      assert.deepEqual(await axeFinds(page), []);
      assert.deepEqual(requests.filter((url) => !url.startsWith(folder) && !url.startsWith('data:')), []);
      assert.deepEqual(problems, []);
      assert.equal(await page.getAttribute('html', 'lang'), locale);
    }, { locale, colorScheme }));
  }
}

test('votes that do not add up are said beside their field, and gone the moment they do', () => openVotes(async ({ page }) => {
  assert.deepEqual(await told(page, 0), [
    'Trần Thị Thử: 1 + 9 + 5 + 1 = 16, không bằng 17 phiếu hợp lệ (chênh −1).',
    'Lê Văn Giả Định: Hoàn thành xuất sắc nhiệm vụ, Hoàn thành tốt nhiệm vụ cùng được nhiều phiếu nhất, mỗi mức 7 phiếu.',
  ]);
  assert.equal(await page.locator('.vt [aria-invalid]').count(), 1);
  await page.getByText('Đến ô này').first().click();
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /Trần Thị Thử/);
  await type(page, GOOD, '10');
  assert.equal((await told(page, 0)).length, 1);
  assert.equal(await page.locator('.vt [aria-invalid]').count(), 0);
  await type(page, 'Phiếu Hoàn thành xuất sắc nhiệm vụ, Lê Văn Giả Định', 'sáu');
  assert.deepEqual(await told(page, 0), ['“sáu” không phải là số.']);
}));

test('a share is of what is chosen', () => openVotes(async ({ page }) => {
  const share = page.locator('.vt-share').first();
  assert.equal(await share.textContent(), '29,41%');
  await page.getByLabel('Tỷ lệ tính trên').selectOption('summoned');
  assert.equal(await share.textContent(), '25,00%');
}));

test('the ledger decides conditions as it is typed: 14 of 47 tasks are not 30%', () => openVotes(async ({ page }) => {
  const condition = page.locator('.vt-rules li', { hasText: '30%' });
  assert.match(await condition.textContent(), /✓/);
  await type(page, 'Nhiệm vụ vượt mức', '14');
  assert.match(await condition.textContent(), /✗/);
  await type(page, 'Nhiệm vụ được giao', '');
  assert.equal(await page.locator('.vt-rules').count(), 0);
}));

test('one branch more, and the goal is reached', () => openVotes(async ({ page }) => {
  const stands = page.locator('.vt-stands').last();
  assert.equal(await stands.textContent(), 'Còn thiếu 1: 2.539/3.174 = 79,99%; cần 2.540 (80% × 3.174 = 2.539,2).');
  await type(page, 'Số đạt, Sinh hoạt chi bộ cả năm xếp loại Tốt', '2.540');
  assert.equal(await stands.textContent(), 'Đạt: 2.540/3.174 = 80,03%, mục tiêu từ 80% trở lên.');
}));

test('what was typed is still there in the other language', () => openVotes(async ({ page }) => {
  await type(page, GOOD, '10');
  await page.click('#language');
  await page.waitForSelector('body[data-ready="en"]');
  assert.equal(await page.getByLabel('Votes for Good completion of duties, Trần Thị Thử').inputValue(), '10');
  assert.equal(await page.locator('.vt').count(), 1);
}));

test('on a screen of 320 pixels nothing is wider than the page', () => openVotes(async ({ page }) => {
  assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]), [320, 320]);
}, { viewport: { width: 320, height: 640 } }));
