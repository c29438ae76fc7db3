/** When a finding is seen: live values at once, findings late, gone at once; whatever the keyboard is. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openPortal } from './portal-page.mjs';

const FORM = `<form action="/sent" method="post">
  <input name="name"> <input name="general"> <input name="results"> <input name="total"> <input name="tasks-assigned"> <input name="birth-date">
  <textarea name="shortcomings"></textarea>
  <label><input type="radio" name="has-earlier" value="yes">Có</label> <label><input type="radio" name="has-earlier" value="no">Không</label>
  <label><input type="radio" name="grade" value="htxsnv">Xuất sắc</label> <label><input type="radio" name="grade" value="httnv">Tốt</label>
  <button formnovalidate name="draft">Lưu nháp</button> <button name="send">Gửi</button> <button type="reset" name="again">Nhập lại</button>
</form>`;
const open = (work, options) => openPortal(FORM, async (portal) => {
  await portal.watch(options);
  await work(portal);
});

test('nothing is said of a form nobody has touched, and nothing of what is still empty while one is there', () => open(async (portal) => {
  await portal.field('name').focus();
  await portal.wait(10_000);
  assert.deepEqual(await portal.everShown(), []);
}));

test('a field left blank says so once it is left, only that one, and stops the instant it is filled', () => open(async (portal) => {
  await portal.field('name').focus();
  await portal.leave();
  assert.deepEqual(await portal.shown(), ['form.missing@name']);
  await portal.type('name', 'A');
  assert.deepEqual(await portal.shown(), []);
}));

test('points and grades are live from the first key', () => open(async (portal) => {
  await portal.type('general', '2');
  assert.equal(await portal.run(() => window.diffs[window.diffs.length - 1].report.rating.points.leastText), '2');
  await portal.type('general', '8');
  assert.equal(await portal.run(() => window.diffs[window.diffs.length - 1].report.rating.points.leastText), '28');
}));

test('a half-typed number is said when it is left, never before; a wrong one also after quiet', () => open(async (portal) => {
  await portal.type('tasks-assigned', '1.2');
  await portal.wait(10_000);
  assert.deepEqual(await portal.everShown(), []);
  await portal.tab();
  assert.deepEqual(await portal.shown(), ['form.incomplete@tasks-assigned']);
  await portal.type('general', '31');
  assert.equal((await portal.shown()).includes('form.above-max@general'), false);
  await portal.wait(1_000);
  assert.equal((await portal.shown()).includes('form.above-max@general'), false, 'not before the quiet is over');
  await portal.wait(400);
  assert.equal((await portal.shown()).includes('form.above-max@general'), true);
  await portal.page.keyboard.press('Backspace');
  await portal.frame();
  assert.equal((await portal.shown()).includes('form.above-max@general'), false);
}));

test('a sum that fails is said when any of its fields is left, and while another is typed in only what was there stays', () => open(async (portal) => {
  await portal.type('total', '92');
  await portal.tab();
  await portal.type('results', '64');
  await portal.tab();
  await portal.type('general', '30');
  assert.deepEqual(await portal.shown(['error']), [], 'it may become right yet');
  await portal.tab();
  assert.deepEqual(await portal.shown(['error']), ['form.sum-mismatch@total']);
  await portal.field('general').focus();
  for (const key of ['End', 'Backspace', 'Backspace']) await portal.page.keyboard.press(key);
  await portal.type('general', '28');
  assert.deepEqual(await portal.shown(['error']), []);
}));

test('a part that is changed from right to wrong brings up the total, though nobody was at the total again', () => openPortal(
  FORM.replace('name="general"', 'name="general" value="28"').replace('name="results"', 'name="results" value="64"').replace('name="total"', 'name="total" value="92"'),
  async (portal) => {
    await portal.watch();
    await portal.field('general').fill('29');
    await portal.frame();
    assert.deepEqual(await portal.shown(), []);
    await portal.tab();
    assert.deepEqual(await portal.shown(['error']), ['form.sum-mismatch@total']);
  },
));

test('a total that is wrong from the start is said once a part of it was changed and left, not because something else was left', () => openPortal(
  FORM.replace('name="general"', 'name="general" value="28"').replace('name="results"', 'name="results" value="64"').replace('name="total"', 'name="total" value="90"'),
  async (portal) => {
    await portal.watch();
    await portal.field('name').focus();
    await portal.tab();
    assert.deepEqual(await portal.shown(['error']), []);
    await portal.field('general').fill('29');
    await portal.frame();
    assert.deepEqual(await portal.shown(['error']), []);
    await portal.tab();
    assert.deepEqual(await portal.shown(['error']), ['form.sum-mismatch@total']);
  },
));

test('who goes to another window has not left the field', () => open(async (portal) => {
  await portal.field('name').focus();
  await portal.run(() => document.activeElement.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  await portal.frame();
  assert.deepEqual(await portal.everShown(), []);
}));

test('a grid that is still empty says so when one leaves it, not when one goes on inside it', () => openPortal(
  '<input type="checkbox" name="has-earlier" checked><input name="earlier[0][content]"><input name="earlier[0][status]"><input name="plan">', async (portal) => {
    await portal.watch();
    await portal.field('earlier[0][content]').focus();
    await portal.tab();
    assert.deepEqual(await portal.shown(), []);
    await portal.tab();
    assert.deepEqual(await portal.shown(), ['form.missing@earlier']);
  },
));

test('a choice is done when it is made', () => open(async (portal) => {
  await portal.page.check('[name="grade"][value="htxsnv"]');
  await portal.frame();
  const shown = await portal.shown();
  assert.ok(shown.length > 0 && shown.every((key) => key.startsWith('rating.')), shown.join());
}));

test('going from one radio to the other of the same question does not leave it', () => open(async (portal) => {
  await portal.page.focus('[name="has-earlier"][value="yes"]');
  await portal.page.evaluate(() => document.querySelector('[name="has-earlier"][value="no"]').focus());
  await portal.frame();
  assert.deepEqual(await portal.shown(), []);
  await portal.field('name').focus();
  await portal.frame();
  assert.deepEqual(await portal.shown(), ['form.missing@has-earlier']);
}));

test('nothing appears under a mouse button that is down, so that a click on "Send" is not lost', () => open(async (portal) => {
  await portal.field('name').focus();
  const { x, y } = await portal.page.locator('[name="draft"]').boundingBox();
  await portal.page.mouse.move(x + 5, y + 5);
  await portal.page.mouse.down();
  await portal.frame();
  assert.deepEqual(await portal.shown(), [], 'it would move the button away');
  await portal.page.evaluate(() => document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); window.clicked = true; }));
  await portal.page.mouse.up();
  await portal.frame();
  assert.deepEqual([await portal.shown(), await portal.run(() => window.clicked)], [['form.missing@name'], true]);
}));

/**
 * As UniKey sends "Không" and "chậm" typed as "Khoong", "chaamj": letters, then backspaces and the word again; no composition.
 * In between stands what is no number, or nothing at all.
 */
const NONE = ['K', 'h', 'o', ['Backspace'], 'ô', 'n', 'g', ['Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace'], 'Không'];
const LATE = ['c', 'h', 'a', ['Backspace'], 'â', 'm', ['Backspace', 'Backspace', 'Backspace', 'Backspace'], 'chậm'];

async function play(portal, recording) {
  for (const step of recording) {
    if (Array.isArray(step)) for (const key of step) await portal.page.keyboard.press(key);
    else await portal.page.keyboard.insertText(step);
    await portal.wait(30);
  }
}

test('UniKey: words erased and typed again make no warning flicker, neither where they are typed nor elsewhere', () => open(async (portal) => {
  await portal.field('shortcomings').focus();
  await portal.leave();
  assert.deepEqual(await portal.shown(), ['form.missing@shortcomings']);
  await portal.field('shortcomings').focus();
  await play(portal, LATE);
  await portal.field('tasks-assigned').focus();
  await play(portal, NONE);
  assert.deepEqual(await portal.everShown(), ['form.missing@shortcomings']);
  await portal.tab();
  assert.deepEqual([await portal.shown(['error', 'warning']), await portal.field('shortcomings').inputValue(), await portal.field('tasks-assigned').inputValue()], [[], 'chậm', 'Không']);
}));

test('UniKey: a wrong word that is corrected goes while it is corrected, and does not come and go in between', () => open(async (portal) => {
  await portal.field('tasks-assigned').focus();
  await play(portal, ['b', 'a', 's', ['Backspace', 'Backspace'], 'bá']);
  await portal.leave();
  const shown = await portal.shown(['error']);
  assert.equal(shown.length, 1);
  const before = await portal.diffs();
  await portal.field('tasks-assigned').focus();
  await play(portal, [['End', 'Backspace', 'Backspace', 'Backspace'], 'b', 'o', ['Backspace'], 'ô', ['Backspace', 'Backspace'], '4']);
  assert.deepEqual(await portal.run((from) => window.diffs.slice(from).flatMap((diff) => diff.appeared.map((one) => one.key)), before), []);
  assert.deepEqual(await portal.shown(['error']), []);
}));

test('Telex by an input method: nothing new is said in the middle of a composition, however long it stands', () => open(async (portal) => {
  const session = await portal.page.context().newCDPSession(portal.page);
  await portal.field('general').focus();
  for (const text of ['b', 'ba', 'bá']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await portal.wait(50);
  }
  assert.equal(await portal.field('general').inputValue(), 'bá');
  await portal.wait(5_000);
  assert.deepEqual(await portal.everShown(), []);
  await session.send('Input.insertText', { text: 'bá' });
  await portal.wait(500);
  assert.deepEqual(await portal.everShown(), []);
  await portal.wait(1_000);
  assert.equal((await portal.shown(['error'])).length, 1, 'after the quiet');
}));

test('dictation: a sentence that comes in pieces without a key is read as it comes', () => open(async (portal) => {
  await portal.field('shortcomings').focus();
  for (const piece of ['Còn chậm', ' trong báo cáo', '.']) {
    await portal.page.keyboard.insertText(piece);
    await portal.frame();
  }
  assert.equal((await portal.answers()).shortcomings, 'Còn chậm trong báo cáo.');
  assert.deepEqual(await portal.everShown(), []);
}));

test('an input that comes while the focus is elsewhere, as a filled-in one does, counts as done', () => open(async (portal) => {
  await portal.run(() => {
    const field = document.querySelector('[name="general"]');
    field.value = '31';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await portal.frame();
  assert.deepEqual(await portal.shown(['error']), ['form.above-max@general']);
}));

test('the summary shows everything, what is missing is an error from then on, and the first of them can be gone to', () => open(async (portal) => {
  assert.equal(await portal.run(() => window.watcher.summary().asked), true);
  const shown = await portal.shown(['error']);
  assert.ok(shown.includes('form.missing@name') && shown.includes('form.missing@plan'), shown.join());
  assert.equal(await portal.run(() => window.watcher.focus()), true);
  assert.equal(await portal.run(() => document.activeElement.name), 'name');
  await portal.type('name', 'A');
  assert.equal((await portal.shown()).includes('form.missing@name'), false);
  assert.equal(await portal.run(() => window.watcher.focus({ path: ['grade'] })), true);
  assert.equal(await portal.run(() => document.activeElement.name), 'grade');
}));

test('what cannot take the focus is passed over', () => openPortal('<input name="name" disabled><input type="hidden" name="unit-name"><input name="branch">', async (portal) => {
  await portal.watch();
  assert.deepEqual(await portal.run(() => {
    window.watcher.summary();
    return [window.watcher.focus(), document.activeElement.name, window.watcher.focus({ path: ['name'] }), window.watcher.elementOf({ path: ['plan'] })];
  }), [true, 'branch', false, null]);
}));

test('a submit shows everything and goes through', () => open(async (portal) => {
  await portal.run(() => window.addEventListener('submit', (event) => { window.wouldSend = !event.defaultPrevented; event.preventDefault(); }));
  await portal.page.click('[name="send"]');
  assert.equal(await portal.run(() => window.wouldSend), true);
  assert.deepEqual(await portal.run(() => { const { asked, blocked, shown } = window.diffs[window.diffs.length - 1]; return [asked, blocked, shown.length > 10]; }), [true, false, true]);
}));

test('with blockSubmit a form with errors is not sent and the page is told; a draft is, and so is a form that is right', () => open(async (portal) => {
  await portal.run(() => {
    window.sent = [];
    document.querySelector('form').addEventListener('submit', (event) => { window.sent.push(event.submitter.name); event.preventDefault(); });
  });
  await portal.page.click('[name="send"]');
  assert.deepEqual(await portal.run(() => [window.sent, window.diffs[window.diffs.length - 1].blocked]), [[], true]);
  await portal.page.click('[name="draft"]');
  assert.deepEqual(await portal.run(() => window.sent), ['draft']);
  await portal.run(() => {
    const { check } = window.engine;
    const lenient = { ...window.engine, check: (input) => ({ ...check(input), diagnostics: check(input).diagnostics.filter((one) => one.severity !== 'error') }) };
    window.watcher = xeploai.watchForm(document.body, lenient, { form: 'mau-2b', blockSubmit: true });
  });
  await portal.page.click('[name="send"]');
  assert.deepEqual(await portal.run(() => window.sent), ['draft', 'send']);
}, { blockSubmit: true }));

const PART = '<form><input name="name"><p data-xeploai-message="name"></p><input name="branch"><p data-xeploai-message="earlier"></p><button name="send">Gửi</button></form>';
const asksFor = () => window.diffs[window.diffs.length - 1].shown.map((one) => one.path.join('.'));

test('of a form that goes over several pages only the fields of this page are asked for, and what is filled in is sent', () => openPortal(PART, async (portal) => {
  await portal.run(() => {
    window.sent = 0;
    document.querySelector('form').addEventListener('submit', (event) => { window.sent += 1; event.preventDefault(); });
  });
  await portal.watch({ blockSubmit: true, fields: 'page' });
  await portal.type('name', 'A');
  await portal.page.click('button');
  assert.deepEqual(await portal.run(() => [window.sent, window.watcher.focus(), document.activeElement.name]), [0, true, 'branch']);
  assert.deepEqual(await portal.run(asksFor), ['branch']);
  await portal.type('branch', 'Chi bộ 1');
  await portal.page.click('button');
  assert.deepEqual(await portal.run(() => [window.sent, window.failures]), [1, []]);
  await portal.watch({ fields: ['name', 'plan'] });
  await portal.run(() => window.watcher.summary());
  assert.deepEqual(await portal.run(asksFor), ['plan']);
}));

test('a form that cannot be sent for what the page does not have says so aloud, each time', () => openPortal(PART, async (portal) => {
  await portal.watch({ blockSubmit: true });
  await portal.page.click('button');
  assert.deepEqual(await portal.run(() => window.failures), []);
  await portal.type('name', 'A');
  await portal.type('branch', 'Chi bộ 1');
  await portal.page.click('button');
  assert.deepEqual(await portal.run(() => [window.failures, window.diffs[window.diffs.length - 1].blocked]), [['usage.missing-field'], true]);
  await portal.page.click('button');
  assert.deepEqual(await portal.run(() => window.failures.length), 2);
}));

test('a form elsewhere on the page is none of its business', () => openPortal(`<form id="search"><input name="q"><button>Tìm</button></form>${FORM}`, async (portal) => {
  await portal.watch({ blockSubmit: true });
  await portal.run(() => document.querySelector('#search').addEventListener('submit', (event) => { window.searched = true; event.preventDefault(); }));
  await portal.page.click('#search button');
  assert.deepEqual(await portal.run(() => [window.searched, window.diffs.some((diff) => diff.asked)]), [true, false]);
}));

test('a reset makes it as new: the values are read after it, and nothing is shown', () => open(async (portal) => {
  await portal.type('general', '31');
  await portal.run(() => window.watcher.summary());
  await portal.page.click('[name="again"]');
  await portal.frame();
  assert.deepEqual(await portal.shown(), []);
  assert.equal((await portal.answers()).general, '');
}));

test('a reset that the page prevents changes nothing', () => open(async (portal) => {
  await portal.run(() => document.querySelector('form').addEventListener('reset', (event) => event.preventDefault()));
  await portal.type('general', '31');
  await portal.run(() => window.watcher.summary());
  await portal.page.click('[name="again"]');
  await portal.frame();
  assert.ok((await portal.shown()).includes('form.above-max@general'));
}));

test('many keys in one frame are one check', () => open(async (portal) => {
  await portal.run(() => {
    window.checks = 0;
    const counted = Object.assign({}, window.engine, { check: (input) => { window.checks += 1; return window.engine.check(input); } });
    window.watcher = xeploai.watchForm(document.body, counted, { form: 'mau-2b', report: (report, diff) => window.diffs.push({ report, ...diff }) });
  });
  await portal.frame();
  assert.equal(await portal.run(() => window.checks), 1);
  await portal.field('name').pressSequentially('Nguyễn Văn A');
  assert.equal(await portal.run(() => window.checks), 1);
  await portal.frame();
  assert.equal(await portal.run(() => window.checks), 2);
}));
