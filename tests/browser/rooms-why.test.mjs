/** "Vì sao?" on every figure and every warning of every room: each is opened by a click, and what it opens has the arithmetic or the clause. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openRooms } from './rooms-page.mjs';

const DETAILS = 'details.why, .quota details.why';
const CLAUSE = /\d+-(?:QĐ|HD|ĐA|QĐi|NĐ|CV|KH)|Nghị định|Quy định|Điều \d/;
const ARITHMETIC = /\d.* [=×≤] |\/\d|không quá|\d+%/;

/** Opens every "Vì sao?" that is seen by a click, and gives what each says besides its summary. */
async function openAll(page) {
  const said = [];
  for (const details of await page.$$(DETAILS)) {
    if (!(await details.isVisible())) continue;
    if (!(await details.evaluate((node) => node.open))) await (await details.$('summary')).click();
    // What is inside is asked for when it opens.
    said.push(await (await page.waitForFunction((node) => [...node.children].slice(1).map((one) => one.innerText).join('\n').trim(), details)).jsonValue());
  }
  return said;
}

/** Figures, shares and places the room shows, each with the sheet it stands in: there is a way to ask why in the same sheet. */
const unexplained = (page, figures) => page.evaluate((selector) => [...document.querySelectorAll(selector)].filter((node) => node.getClientRects().length).filter((node) => {
  const sheet = node.closest('.sheet, .panel, .quota, tr, section');
  return !sheet || !(sheet.closest('.sheet, .panel') || sheet).querySelector('details.why, [data-why], .why-unit, xeploai-quota, .steps, .arithmetic');
}).map((node) => node.outerHTML.slice(0, 120)), figures);

/** In which state of each room the most stands there, what its figures are, and what is a warning. */
const ROOMS = [
  { at: 'ty-le', figures: '.share-value, .summary, [data-value]', warnings: '.finding', make: (page) => page.fill('[data-section="dang-vien"] input[data-row="kht"]', '4000') },
  { at: 'chi-tieu', figures: '.summary, [data-value]', warnings: '.finding' },
  { at: 'bieu-mau', figures: '.points-now, .grade, .summary', warnings: '.f-finding.is-error, .f-finding.is-warning', make: async (page) => {
    await page.click('[data-example]');
    await page.fill('#unit-htxsnv', '3');
    await page.fill('#unit-httnv', '9');
    await page.click('[data-check]');
  } },
  { at: 'phieu', figures: '.k-share, .share-value, .k-stands', warnings: '.finding' },
];
for (const { at, figures, warnings, make } of ROOMS) {
  test(`every figure and every warning says why: ${at}`, () => openRooms(async ({ page, painted, problems }) => {
    await make?.(page);
    await page.keyboard.press('Tab');
    await painted();
    assert.ok(await page.locator(figures).filter({ visible: true }).count() > 3);
    assert.deepEqual(await unexplained(page, figures), []);
    const count = await page.locator(warnings).filter({ visible: true }).count();
    assert.ok(count > 0, 'there is a warning to ask about');
    assert.equal(await page.locator(warnings).filter({ visible: true, has: page.locator('details[data-reason]') }).count(), count, 'each warning has its own');
    const said = await openAll(page);
    assert.ok(said.length > count);
    assert.deepEqual(said.filter((text) => text.length < 15 || /undefined|NaN/.test(text)), []);
    assert.ok(said.some((text) => ARITHMETIC.test(text)), 'arithmetic');
    assert.ok(said.some((text) => CLAUSE.test(text)), 'clauses');
    assert.deepEqual(problems, []);
  }, { at }));
}

test('the arithmetic that is open follows what is typed', () => openRooms(async ({ page, painted }) => {
  const steps = page.locator('[data-part="votes"] .steps');
  await page.locator('[data-part="votes"] .table-why summary').click();
  await steps.filter({ hasText: 'Hoàn thành tốt nhiệm vụ 10/17 = 58,82%' }).waitFor();
  await page.fill('#k-v\\.p1\\.httnv', '9');
  await painted();
  assert.match(await steps.textContent(), /Hoàn thành tốt nhiệm vụ 9\/17 = 52,94%/);
}, { at: 'phieu' }));

test('the unit’s arithmetic counts the grade proposed, as its summary does', () => openRooms(async ({ page, painted }) => {
  await page.click('[data-example]');
  await page.fill('#unit-htxsnv', '3');
  await page.fill('#unit-httnv', '9');
  await painted();
  assert.match(await page.textContent('[data-quota-summary="member-htxsnv"]'), /đã dùng 4/);
  await page.locator('[data-quota="member-htxsnv"] .table-why summary').click();
  await page.locator('[data-quota="member-htxsnv"] .steps', { hasText: '4/13 = 30,77%' }).waitFor();
}, { at: 'bieu-mau' }));

test('the report: each share and sum with its arithmetic, each kind of finding with its reason, each quota with its clause', () => openRooms(async ({ page }) => {
  assert.ok((await page.locator('#report-steps li').allTextContents()).every((text) => ARITHMETIC.test(text)));
  const found = await page.evaluate(() => document.querySelector('xeploai-report').shadowRoot.querySelectorAll('[data-severity], .finding').length);
  assert.ok(found > 0);
  const [said] = await openAll(page);
  assert.match(said, /cơ sở được suy ra từ câu văn/);
  await page.locator('#report-quotas xeploai-quota').locator('summary').click();
  assert.match(await page.locator('#report-quotas xeploai-quota').locator('details').innerText(), CLAUSE);
}, { at: 'bao-cao' }));

test('the roster: every unit below says why, and the unit itself', () => openRooms(async ({ page }) => {
  const buttons = page.locator('#unit-body tbody button', { hasText: 'Vì sao?' });
  const count = await buttons.count();
  assert.ok(count > 5);
  assert.equal(count, await page.locator('#unit-body tbody tr').count());
  await buttons.first().click();
  assert.match(await page.locator('.why-unit[data-why-of]').first().innerText(), ARITHMETIC);
  await page.locator('.why-unit xeploai-quota').first().locator('summary').click();
  assert.match(await page.locator('.why-unit xeploai-quota').first().locator('details').innerText(), CLAUSE);
}, { at: 'danh-sach' }));

test('the rules: no number without its clause', () => openRooms(async ({ page }) => {
  await page.getByRole('link', { name: /^Quy định 366-QĐ\/TW/ }).click();
  await page.waitForSelector('body[data-shown="hd43-2025"]');
  assert.ok(await page.locator('#quotas .cite').count() > 0);
}, { at: 'quy-dinh' }));
