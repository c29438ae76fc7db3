/** What a person does on a page of js/examples, and what the page must not do behind their back. */
import assert from 'node:assert/strict';
import { axeFinds } from '../browser/elements-page.mjs';

export const WRONG = 'Tổng điểm: 28 + 64 = 92, không bằng 90.';
const LEFT = /Còn 1 suất Hoàn thành xuất sắc nhiệm vụ/;

/** Waits until a part of the page reads so. */
export const reads = (page, selector, text) => page.locator(selector).filter({ hasText: text }).waitFor({ state: 'visible' });

/** Points, a total that does not fit, and the points put right instead of the total; `message` is where the page writes what is wrong with it. */
export async function fillsIn(page, { message = '#total-message' } = {}) {
  const field = (label) => page.getByLabel(label, { exact: true });
  await field('Tiêu chí chung').fill('28');
  await field('Kết quả nhiệm vụ').fill('64');
  await reads(page, '#points', '92 điểm');
  assert.equal(await written(page, message), '', 'nobody has been in the field for the total yet');
  await field('Tổng điểm').fill('90');
  await page.keyboard.press('Tab');
  await reads(page, message, WRONG);
  assert.equal(await field('Tổng điểm').getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await axeFinds(page), []);
  await field('Kết quả nhiệm vụ').fill('62');
  await page.keyboard.press('Tab');
  await page.waitForFunction((at) => document.querySelector(at).textContent.trim() === '', message);
  assert.equal(await field('Tổng điểm').getAttribute('aria-invalid') ?? 'false', 'false');
}

const written = (page, selector) => page.evaluate((at) => (document.querySelector(at)?.textContent ?? '').trim(), selector);

/** The page of an example, from loading to the end: right, accessible, and quiet. */
export async function uses(page, { problems, asked }, options) {
  await page.getByLabel('Tổng điểm', { exact: true }).waitFor();
  await reads(page, '#quota', LEFT);
  const before = asked.length;
  await fillsIn(page, options);
  assert.deepEqual(asked.slice(before), [], 'nothing is asked for while somebody fills it in');
  assert.deepEqual(await stored(page), { cookie: '', local: 0, session: 0, databases: [] });
  assert.deepEqual(problems, []);
}

function stored(page) {
  return page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: await indexedDB.databases(),
  }));
}
