/** The demo under the hands: what answers at once, what waits, what is said aloud, and what stays untouched. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openDemo } from './demo-page.mjs';

/** Longer than the page waits before it judges, and before it speaks. */
const SETTLED = 1_500;
/** What one input sets off is on the screen. */
const FRAMES = 40;

test('editing a count changes its share, the bar and the quota at once', () => openDemo(async (demo) => {
  await demo.show('hoa-binh-2021');
  const members = demo.section('dang-vien');
  const seen = async () => [await members.share('xs'), JSON.stringify(await members.barWidths()), await members.text('[data-summary]')];
  const before = await seen();
  await members.field('xs').fill('12000');
  await demo.frames();
  const after = await seen();
  assert.equal(after[0], '19,25%');
  assert.deepEqual(after.filter((one, index) => one === before[index]), []);
  assert.equal(await members.field('xs').inputValue(), '12000', 'what is typed is never rewritten');
}));

test('a half-typed number is never red while the field has the focus, and gets the engine\'s sentence when it is left', () => openDemo(async (demo) => {
  const members = demo.section('dang-vien');
  await members.type('all', '61.5');
  await demo.page.waitForTimeout(SETTLED);
  assert.deepEqual(await members.state('all'), { colour: null, invalid: null, note: null });
  await demo.page.keyboard.press('Tab');
  await demo.frames();
  const { colour, note } = await members.state('all');
  assert.equal(note, await demo.engineSays('61.5', 'count'));
  assert.ok(colour);
}));

test('a wrong number is red once the field is left, with aria-invalid and its sentence, and clears the instant it is right', () => openDemo(async (demo) => {
  const members = demo.section('dang-vien');
  await members.type('all', 'abc');
  await demo.frames();
  assert.equal((await members.state('all')).invalid, null, 'not while typing');
  await demo.page.keyboard.press('Tab');
  await demo.frames();
  assert.deepEqual(await members.state('all'), { colour: 'error', invalid: 'true', note: await demo.engineSays('abc', 'count') });
  await members.field('all').fill('61567');
  await demo.frames();
  assert.deepEqual(await members.state('all'), { colour: null, invalid: null, note: null });
}));

test('trying a change on a quota shows before and after and leaves the figures untouched', () => openDemo(async (demo) => {
  await demo.show('hoa-binh-2021');
  const branches = demo.section('chi-bo');
  const figures = await branches.figures();
  await branches.at.locator('.try summary').click();
  await branches.at.locator('[data-whatif="fit"]').click();
  assert.notEqual(await branches.at.locator('[data-whatif-summary]').getAttribute('data-state'), 'exceeded');
  assert.deepEqual(await branches.figures(), figures);
  assert.equal(await demo.page.getAttribute('[data-edits]', 'data-edits'), '0');
  await branches.at.locator('[data-whatif="clear"]').click();
  assert.ok(await branches.at.locator('[data-whatif-result]').isHidden());
}));

test('restoring brings every figure back, and can itself be undone', () => openDemo(async (demo) => {
  const members = demo.section('dang-vien');
  const figures = await members.figures();
  await members.field('kht').fill('390');
  await members.at.locator('input[data-stated="kht"]').fill('0,70%');
  await demo.frames();
  const edited = await members.figures();
  assert.notDeepEqual(edited, figures);
  await demo.page.click('[data-restore]');
  await demo.frames();
  assert.deepEqual(await members.figures(), figures);
  assert.equal(await demo.page.getAttribute('[data-edits]', 'data-edits'), '0');
  await demo.page.click('[data-restore]');
  await demo.frames();
  assert.deepEqual(await members.figures(), edited);
}));

test('the live region is polite, empty at load, silent while nothing turns, and speaks once a state has changed', () => openDemo(async (demo) => {
  assert.deepEqual(await demo.page.$eval('#live', (live) => [live.getAttribute('role'), live.getAttribute('aria-live'), live.textContent]), ['status', 'polite', '']);
  await demo.show('hoa-binh-2021');
  const members = demo.section('dang-vien');
  await demo.hold();
  await members.type('kht', '300');
  await demo.pass(SETTLED);
  assert.equal(await demo.live(), '', 'one more, and no state has changed');
  await members.type('xs', '12000');
  await demo.pass(FRAMES);
  assert.equal(await demo.live(), '', 'not while typing');
  await demo.pass(SETTLED);
  assert.ok((await demo.live()).includes(await members.text('[data-summary]')));
}));

test('the tabs work with the keyboard alone: arrows, Home, End, and Tab goes on into the set', () => openDemo(async (demo) => {
  const sets = await demo.setIds();
  const focused = () => demo.page.evaluate(() => document.activeElement.dataset.tab ?? null);
  for (let steps = 0; await focused() !== sets[0] && steps < 25; steps += 1) await demo.page.keyboard.press('Tab');
  for (const [key, set] of [['ArrowRight', sets[1]], ['ArrowLeft', sets[0]], ['ArrowLeft', sets.at(-1)], ['Home', sets[0]], ['End', sets.at(-1)]]) {
    await demo.page.keyboard.press(key);
    await demo.page.waitForSelector(`body[data-shown="${set}"]`);
    assert.equal(await focused(), set, key);
    assert.deepEqual(await demo.page.$$eval('[role="tab"]', (tabs) => tabs.filter((tab) => tab.getAttribute('aria-selected') === 'true' && tab.tabIndex === 0).map((tab) => tab.dataset.tab)), [set]);
  }
  await demo.page.keyboard.press('Tab');
  assert.ok(await demo.page.evaluate(() => document.getElementById('panel').contains(document.activeElement)));
}));

test('nothing is stored, whatever was typed', () => openDemo(async (demo) => {
  await demo.section('dang-vien').type('kht', '390');
  await demo.show('hoa-binh-2021');
  await demo.speak('en');
  assert.deepEqual(await demo.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  await demo.page.reload();
  await demo.ready();
  assert.equal(await demo.page.getAttribute('body', 'data-shown'), 'hoa-binh-2021', 'the address says where one was');
  await demo.show('gia-lai-2020');
  assert.equal(await demo.section('dang-vien').field('kht').inputValue(), '391');
  assert.equal(await demo.page.evaluate(() => document.documentElement.lang), 'vi');
}));
