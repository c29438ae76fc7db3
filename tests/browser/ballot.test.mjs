/** The room of votes, tasks and goals: figures typed and put right, people who come and go, undo, in both languages. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { open } from './elements-page.mjs';
import { folder, openRooms } from './rooms-page.mjs';

const openVotes = (work) => openRooms(work, { at: 'phieu' });
const type = async ({ page, painted }, label, text) => {
  await page.getByLabel(label, { exact: true }).fill(text);
  await painted();
};
/** What is said in a part, once its fields are left. */
const told = async ({ page }, part) => {
  await page.locator('#room-title').focus();
  return page.locator(`[data-part="${part}"] .finding`).evaluateAll((items) => items.map((item) => item.querySelector('.finding-head').lastChild.textContent));
};
const EXCELLENT = 'Phiếu Hoàn thành xuất sắc nhiệm vụ, Lê Văn Giả Định';
const GOOD = 'Phiếu Hoàn thành tốt nhiệm vụ, Trần Thị Thử';

test('the old address leads on to the room', () => open(`${folder}ballot.html`, async ({ page }) => {
  await page.waitForSelector('body[data-room="phieu"][data-ready="true"]');
}));

test('votes that do not add up are said under their table, and gone the moment they do', () => openVotes(async (opened) => {
  const { page } = opened;
  assert.deepEqual(await told(opened, 'votes'), [
    'Trần Thị Thử: 1 + 9 + 5 + 1 = 16, không bằng 17 phiếu hợp lệ (chênh −1).',
    'Lê Văn Giả Định: Hoàn thành xuất sắc nhiệm vụ, Hoàn thành tốt nhiệm vụ cùng được nhiều phiếu nhất, mỗi mức 7 phiếu.',
  ]);
  assert.equal(await page.locator('#ballot [aria-invalid]').count(), 1);
  await page.getByText('Đến ô này').first().click();
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /Trần Thị Thử/);
  await type(opened, GOOD, '10');
  assert.equal(await page.locator('[data-part="votes"] .finding').count(), 1, 'at once, while the field has the focus');
  assert.equal(await page.locator('#ballot [aria-invalid]').count(), 0);
  await type(opened, EXCELLENT, 'sáu');
  assert.deepEqual(await told(opened, 'votes'), ['“sáu” không phải là số.']);
}));

test('a new finding waits until the field is left', () => openVotes(async (opened) => {
  await type(opened, GOOD, '10');
  await type(opened, EXCELLENT, '6');
  assert.equal(await opened.page.locator('[data-part="votes"] .finding').count(), 0);
  assert.equal((await told(opened, 'votes')).length, 1);
}));

test('a share is of what is chosen', () => openVotes(async ({ page, painted }) => {
  const share = page.locator('[data-share="p1.htxsnv"]');
  assert.equal(await share.textContent(), '29,41%');
  await page.getByLabel('Tỷ lệ tính trên').selectOption('summoned');
  await painted();
  assert.equal(await share.textContent(), '25,00%');
}));

test('people come and go, their votes with them, and every step can be taken back', () => openVotes(async ({ page, active }) => {
  const names = () => page.locator('[data-person] .k-words').evaluateAll((inputs) => inputs.map(({ value }) => value));
  await page.getByRole('button', { name: 'Bỏ Trần Thị Thử' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-person]').length === 2);
  assert.deepEqual(await names(), ['Nguyễn Văn Mẫu', 'Lê Văn Giả Định']);
  assert.equal(await active(), 'ballot-undo');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('[data-person]').length === 3);
  assert.equal(await page.inputValue('#k-v\\.p2\\.httnv'), '9');
  await page.getByRole('button', { name: 'Thêm một người' }).click();
  await page.waitForFunction(() => document.activeElement.id === 'k-n.p4');
  await page.keyboard.type('Phạm Văn Thêm');
  await page.keyboard.press('Tab');
  assert.deepEqual((await names()).slice(3), ['Phạm Văn Thêm']);
}));

test('an empty record teaches what to type, and one’s own first share comes from three figures', () => openVotes(async (opened) => {
  const { page, active, painted } = opened;
  await page.getByRole('button', { name: 'Xóa để nhập phiếu khác' }).click();
  await page.waitForFunction(() => document.activeElement.id === 'k-b.issued');
  assert.ok(await page.getByText('Bắt đầu từ biên bản').isVisible());
  assert.deepEqual(await told(opened, 'votes'), []);
  for (const [field, text] of [['b\\.valid', '9'], ['v\\.p1\\.htxsnv', '2'], ['v\\.p1\\.httnv', '7']]) await page.fill(`#k-${field}`, text);
  await painted();
  assert.equal(await page.textContent('[data-share="p1.httnv"]'), '77,78%');
  assert.ok(!(await page.getByText('Bắt đầu từ biên bản').isVisible()));
  await page.click('#ballot-restore');
  await page.waitForFunction(() => document.activeElement.id === 'ballot-undo');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('k-v.p1.httnv').value === '7');
  assert.equal(await active(), 'ballot-restore');
}));

test('the ledger decides conditions as it is typed: 14 of 47 tasks are not 30%', () => openVotes(async (opened) => {
  const condition = opened.page.locator('[data-rule="exceeded"]');
  assert.match(await condition.textContent(), /^Đạt: /);
  await type(opened, 'Nhiệm vụ vượt mức', '14');
  assert.match(await condition.textContent(), /^Không đạt: .*14\/47 = 29,79%/);
  await type(opened, 'Nhiệm vụ được giao', '');
  assert.equal(await condition.count(), 0);
}));

test('one branch more, and the goal is reached', () => openVotes(async (opened) => {
  const stands = opened.page.locator('[data-goal="meetings-good"] .k-stands');
  assert.equal(await stands.textContent(), 'Còn thiếu 1: 2.539/3.174 = 79,99%; cần 2.540 (80% × 3.174 = 2.539,2).');
  await type(opened, `Số đạt, ${await opened.page.textContent('[data-goal="meetings-good"] th')}`, '2.540');
  assert.equal(await stands.textContent(), 'Đạt: 2.540/3.174 = 80,03%, mục tiêu từ 80% trở lên.');
}));

test('what was typed is still there in the other language', () => openVotes(async (opened) => {
  await type(opened, GOOD, '10');
  await opened.speak('en');
  assert.equal(await opened.page.getByLabel('Votes for Good completion of duties, Trần Thị Thử').inputValue(), '10');
}));

test('a finding that comes is said aloud, and that it is gone', () => openVotes(async (opened) => {
  const said = (part) => opened.page.waitForFunction((text) => document.getElementById('live').textContent.includes(text), part);
  await type(opened, GOOD, '10');
  await told(opened, 'votes');
  await type(opened, GOOD, '8');
  await said('1 + 8 + 5 + 1 = 15');
  await type(opened, GOOD, '10');
  await type(opened, EXCELLENT, '8');
  await type(opened, 'Phiếu Hoàn thành tốt nhiệm vụ, Lê Văn Giả Định', '6');
  await said('không còn nội dung cần xem lại');
}));
