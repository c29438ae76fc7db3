/** The form under the hands: what answers at once, what waits, what is said aloud, and that nothing is ever in the way. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openForm } from './form-page.mjs';

/** Longer than the page waits before it speaks. */
const SETTLED = 1_500;
/** What one input sets off is on the screen. */
const FRAMES = 40;

test('an empty form is quiet; a field that was left blank says so, only that one, and stops the instant it is filled', () => openForm(async (form) => {
  assert.deepEqual(await form.allNotes(), []);
  await form.field('name').focus();
  await form.page.waitForTimeout(SETTLED);
  assert.deepEqual(await form.allNotes(), [], 'not while one is there');
  await form.page.keyboard.press('Tab');
  await form.frames();
  assert.deepEqual([await form.notes('name'), await form.allNotes()], [['form.missing'], ['form.missing']]);
  await form.field('name').pressSequentially('A');
  await form.frames();
  assert.deepEqual(await form.notes('name'), []);
}));

test('a half-typed number or date is never red while the field has the focus', () => openForm(async (form) => {
  await form.field('tasks-assigned').pressSequentially('1.2');
  await form.page.waitForTimeout(SETTLED);
  assert.deepEqual(await form.notes('tasks-assigned'), []);
  await form.page.keyboard.press('Tab');
  await form.frames();
  assert.equal((await form.notes('tasks-assigned')).length, 1);
  await form.field('birth-date').pressSequentially('12/0');
  assert.deepEqual(await form.notes('birth-date'), []);
  await form.page.keyboard.press('Tab');
  await form.frames();
  assert.deepEqual(await form.notes('birth-date'), ['form.incomplete']);
  assert.equal(await form.field('birth-date').inputValue(), '12/0', 'what is typed is never rewritten');
}));

test('the check before handing in lists what is missing with links to the fields, and keeps up; typing is never blocked', () => openForm(async (form) => {
  assert.ok(await form.page.isHidden('#summary'));
  await form.example();
  await form.check();
  assert.equal(await form.page.evaluate(() => document.activeElement.id), 'summary');
  const before = await form.summary();
  assert.ok(before.some(({ code, at }) => code === 'form.missing' && at === 'plan'));
  assert.ok(before.some(({ code, at }) => code === 'form.sum-mismatch' && at === 'total'));
  assert.deepEqual([await form.field('plan').getAttribute('aria-invalid'), await form.field('plan').getAttribute('aria-describedby')], ['true', 'f-plan-note']);
  await form.page.click('#summary [data-at="plan"] a');
  assert.equal(await form.page.evaluate(() => document.activeElement.id), 'f-plan');
  await form.page.keyboard.type('Khắc phục trong quý I');
  await form.frames();
  assert.equal(await form.field('plan').inputValue(), 'Khắc phục trong quý I');
  assert.equal((await form.summary()).some(({ at }) => at === 'plan'), false);
  await form.fill({ causes: 'Chưa sắp xếp thời gian hợp lý', total: '90,5' });
  await form.pick('quality-met', 'yes');
  await form.pick('conduct-violation', 'no');
  assert.deepEqual(await form.summary(), []);
  assert.equal(await form.page.getAttribute('#summary', 'data-state'), 'good');
  assert.equal(await form.page.getAttribute('[data-form]', 'data-complete'), 'true');
}));

test('a link of the summary to a group goes to its first option, and to a cell of a grid to that cell', () => openForm(async (form) => {
  await form.example();
  await form.page.click('[data-add="earlier"]');
  await form.page.keyboard.type('Việc thứ hai');
  await form.check();
  await form.page.click('#summary [data-at="conduct-violation"] a');
  assert.equal(await form.page.evaluate(() => document.activeElement.dataset.path), 'conduct-violation');
  const cell = (await form.summary()).find(({ at }) => at === 'earlier.1.status');
  assert.match(cell.text, /dòng 2/);
  await form.page.click('#summary [data-at="earlier.1.status"] a');
  assert.equal(await form.page.evaluate(() => document.activeElement.id), 'f-earlier-1-status');
}));

test('rows of a grid can be added, removed and brought back, with the keyboard, and are counted', () => openForm(async (form) => {
  await form.example();
  const rows = () => form.page.$$eval('#f-tasks tbody tr', (list) => list.length);
  assert.equal(await rows(), 6);
  await form.page.focus('[data-add="tasks"]');
  await form.page.keyboard.press('Enter');
  await form.frames();
  assert.deepEqual([await rows(), await form.page.evaluate(() => document.activeElement.id)], [7, 'f-tasks-6-task']);
  await form.page.keyboard.type('Nhiệm vụ thứ bảy');
  // Nobody chooses within the frame of the last letter; a hurried test would, and both would be taken for one edit.
  await form.frames();
  await form.page.selectOption('#f-tasks-6-progress', 'on-time');
  await form.frames();
  assert.deepEqual(await form.notes('tasks-on-time'), ['form.count-mismatch']);
  await form.page.click('#f-tasks tbody tr:last-child .row-remove button');
  await form.frames();
  assert.deepEqual([await rows(), await form.notes('tasks-on-time')], [6, []]);
  await form.page.keyboard.press('Enter');
  await form.frames();
  assert.deepEqual([await rows(), await form.page.inputValue('#f-tasks-6-task')], [7, 'Nhiệm vụ thứ bảy']);
}));

test('a choice can be made with the arrow keys and taken back', () => openForm(async (form) => {
  await form.page.focus('#f-has-earlier-0');
  await form.page.keyboard.press('Space');
  await form.page.keyboard.press('ArrowRight');
  assert.equal(await form.page.isChecked('#f-has-earlier-1'), true);
  await form.page.click('[data-field="has-earlier"] .unchoose');
  await form.frames();
  assert.equal(await form.page.$$eval('#f-has-earlier input:checked', (list) => list.length), 0);
  assert.equal(await form.page.evaluate(() => document.activeElement.id), 'f-has-earlier-0');
}));

test('every control has a name, and Tab reaches every one in the order of the page', () => openForm(async (form) => {
  const nameless = await form.page.$$eval('input, select, textarea, [role="radiogroup"], [role="table"]', (list) => list.filter((one) => {
    const label = one.labels?.[0]?.textContent || one.getAttribute('aria-label') || document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent;
    return !label?.trim();
  }).map((one) => one.id));
  assert.deepEqual(nameless, []);
  await form.field('name').focus();
  const reached = [];
  for (let steps = 0; steps < 12; steps += 1) {
    reached.push(await form.page.evaluate(() => document.activeElement.getAttribute('data-path')));
    await form.page.keyboard.press('Tab');
  }
  assert.deepEqual(reached, ['name', 'birth-date', 'unit-name', 'branch', 'role', 'exclusion', 'conduct', 'manifestations', 'duties', 'commitment', 'shortcomings', 'causes']);
}));

test('the live region is polite, empty at load, silent while nothing turns, and says when another grade is the best', () => openForm(async (form) => {
  await form.example();
  await form.hold();
  await form.pass(SETTLED);
  const before = await form.live();
  await form.field('tasks-late').fill('1');
  await form.pass(FRAMES);
  assert.equal(await form.live(), before, 'not while typing');
  await form.pass(SETTLED);
  assert.match(await form.live(), /Mức cao nhất còn có thể: Hoàn thành nhiệm vụ/);
  assert.deepEqual(await form.page.$eval('#live', (live) => [live.getAttribute('role'), live.getAttribute('aria-live')]), ['status', 'polite']);
}));

test('nothing is stored, whatever was typed', () => openForm(async (form) => {
  await form.example();
  assert.deepEqual(await form.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  await form.page.reload();
  await form.ready();
  assert.equal(await form.field('name').inputValue(), '');
}));
