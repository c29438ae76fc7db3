/** What assistive technology gets of the rooms: names, roles, states, and what is said aloud. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openRooms } from './rooms-page.mjs';

const said = (page, text) => page.waitForFunction((part) => document.getElementById('live').textContent.includes(part), text, { timeout: 10_000 });

test('the frame: banner, navigation with the current room, main, and buttons by what they do', () => openRooms(async ({ page }) => {
  const banner = page.getByRole('banner');
  assert.equal(await banner.getByRole('navigation', { name: 'Các phần của trang' }).getByRole('link', { name: 'Tỷ lệ', exact: true }).getAttribute('aria-current'), 'page');
  for (const name of ['Hướng dẫn 2 phút', 'Nền tối', 'English']) assert.ok(await banner.getByRole('button', { name, exact: true }).isVisible(), name);
  assert.ok(await page.getByRole('main').getByRole('heading', { level: 2, name: 'Tỷ lệ', exact: true }).isVisible());
  assert.equal(await page.getByRole('button', { name: 'English' }).getAttribute('lang'), 'en');
}));

test('the quota: fields, steps and the slider say what they are and where they stand', () => openRooms(async ({ page, painted }) => {
  await page.getByRole('textbox', { name: 'Hoàn thành xuất sắc nhiệm vụ', exact: true }).fill('3');
  await page.getByRole('button', { name: 'Thêm 1 Hoàn thành tốt nhiệm vụ' }).click();
  await painted();
  await said(page, 'tối đa 3');
  const slider = page.getByRole('slider', { name: 'Kéo để chuyển giữa xuất sắc và tốt' });
  assert.equal(await slider.getAttribute('aria-valuetext'), '3 xuất sắc, 16 hoàn thành tốt');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await painted();
  assert.equal(await slider.getAttribute('aria-valuetext'), '4 xuất sắc, 15 hoàn thành tốt');
  await said(page, 'Vượt 1 suất');
  assert.match(await page.getByRole('img', { name: /^Đồ thị bậc thang/ }).getAttribute('aria-label'), /Hiện nay 19 người, 4 xuất sắc\./);
}, { at: 'chi-tieu' }));

test('the picture of the quota says the same as its table, and the table marks where one is', () => openRooms(async ({ page, painted }) => {
  await page.fill('#places-htxsnv', '3');
  await painted();
  await page.getByText('Xem bằng bảng số').click();
  const table = page.locator('.stairs-table');
  assert.deepEqual(await table.locator('th[scope="col"]').allTextContents(), ['Tốt trở lên', 'Tối đa, cách A', 'Tối đa, cách B', 'Tối đa, cách C']);
  const now = await table.locator('.is-now').locator('th, td').allTextContents();
  assert.deepEqual(now.slice(0, 2), ['18hiện nay', '3']);
  assert.equal(await page.locator('.reading.is-enforced [data-value="limit"]').textContent(), '3');
}, { at: 'chi-tieu' }));

test('what is no number is a finding with the field marked, and the picture waits', () => openRooms(async ({ page, painted }) => {
  await page.fill('#places-httnv', 'mười');
  await painted();
  assert.equal(await page.getAttribute('#places-httnv', 'aria-invalid'), 'true');
  assert.ok(await page.locator('.stairs-sheet .muted', { hasText: 'Nhập số xuất sắc' }).isVisible());
  assert.ok(await page.locator('#places-slide').isDisabled());
}, { at: 'chi-tieu' }));

test('the report: a slip put right is said aloud, and an empty box teaches', () => openRooms(async ({ page }) => {
  assert.ok(await page.getByRole('textbox', { name: 'Nội dung báo cáo' }).isVisible());
  await page.getByRole('button', { name: 'Sửa thành “8,59%”' }).click();
  await said(page, 'Không có nội dung cần xem lại.');
  await page.getByRole('button', { name: 'Xóa để dán báo cáo khác' }).click();
  assert.ok(await page.getByText('bấm Ctrl+A rồi Ctrl+C').isVisible());
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  assert.match(await page.inputValue('#report-text'), /8,59%/);
}, { at: 'bao-cao' }));

test('the report’s arithmetic stands under “Vì sao?”, what does not hold marked, with the quotas the text names', () => openRooms(async ({ page }) => {
  const steps = page.locator('#report-steps li');
  assert.equal(await steps.count(), 8);
  assert.deepEqual(await page.locator('#report-steps .is-wrong').allTextContents(), ['34/396 = 8,5859%; bài ghi 8,95%: không khớp.']);
  assert.match(await page.locator('#report-quotas xeploai-quota').locator('.summary').textContent(), /Còn 13 suất/);
}, { at: 'bao-cao' }));

test('the rules: from the list to a book, to a clause, and back', () => openRooms(async ({ page }) => {
  await page.getByRole('link', { name: /^Quy định 366-QĐ\/TW/ }).click();
  await page.waitForSelector('body[data-shown="hd43-2025"]');
  await page.getByRole('link', { name: 'Tỷ lệ tối đa', exact: true }).click();
  await page.waitForSelector('#quotas.is-target');
  assert.match(page.url(), /#quy-dinh\/hd43-2025\/quotas$/);
  const cite = page.locator('#quotas .cite').first();
  const href = await cite.getAttribute('href');
  await cite.click();
  await page.waitForSelector(`[id="${href.split('/').pop()}"].is-target`);
  await page.getByRole('link', { name: '← Tất cả văn bản' }).click();
  await page.waitForSelector('body[data-shown="law"]');
}, { at: 'quy-dinh' }));

test('every link of every book and overlay leads to something that is there', () => openRooms(async ({ page }) => {
  const missing = await page.evaluate(() => ['vi', 'en'].flatMap((language) => {
    const books = [...window.xeploai.rulebooks.map((base) => [base, null]), ...window.xeploai.overlays.map((one) => [window.xeploai.rulebooks.find(({ id }) => id === one.over), one])];
    const drawn = new Map(books.map(([base, overlay]) => {
      const root = document.createElement('div');
      window.demo.drawLaw(root, base, overlay, language);
      return [(overlay || base).id, root];
    }));
    return [...drawn].flatMap(([id, root]) => [...root.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')).filter((href) => !/^https?:/.test(href)).filter((href) => {
      const [file, anchor] = href.split('#');
      const target = file === '' ? id : file.replace(/^.*\//, '').replace(/(\.en)?\.html$/, '');
      if (target === 'law') return false;
      return !drawn.has(target) || (anchor && !drawn.get(target).querySelector(`[id="${anchor}"]`));
    }).map((href) => `${id}: ${href}`));
  }));
  assert.deepEqual(missing, []);
}, { at: 'quy-dinh' }));

test('each law and each subject of the quota has its card, its readings and its picture', () => openRooms(async ({ page, problems }) => {
  for (const law of await page.$$eval('[name="law"]', (radios) => radios.map(({ value }) => value))) {
    await page.check(`[name="law"][value="${law}"]`);
    await page.waitForFunction((day) => document.body.dataset.shown.startsWith(day), law);
    for (const who of await page.$$eval('[name="who"]', (radios) => radios.map(({ value }) => value))) {
      await page.check(`[name="who"][value="${who}"]`);
      await page.waitForSelector(`body[data-shown="${law}/${who}"]`);
      assert.ok(await page.locator('.quota .summary').first().isVisible(), `${law} ${who}`);
      assert.ok(await page.locator('.stairs').isVisible(), `${law} ${who}`);
      assert.ok(await page.locator('[data-reading]').count() > 0);
    }
  }
  assert.deepEqual(problems, []);
}, { at: 'chi-tieu' }));
