/** What a screen reader hears: a region that is there and empty, a pause, and only what turned. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openPortal } from './portal-page.mjs';

const FORM = `<input name="q"><form><input name="general"><input name="results"><input name="total">
  <label><input type="radio" name="grade" value="htxsnv">Xuất sắc</label><label><input type="radio" name="grade" value="httnv">Tốt</label></form>`;

/** A watched form whose reports are announced. */
const open = (options, work) => openPortal(FORM, async (portal) => {
  await portal.run((given) => {
    window.announcer = xeploai.createAnnouncer(given);
    window.watcher = xeploai.watchForm(document.body, window.engine, {
      form: 'mau-2b', unit: { tally: { htxsnv: 1, httnv: 5, htnv: 0, khtnv: 0 } }, report: window.announcer,
    });
  }, options);
  await portal.frame();
  await work(portal);
});
const heard = (portal) => portal.page.textContent('[aria-live]');

test('the region is there at load, empty, polite, whole, and seen by nobody', () => open({}, async (portal) => {
  const region = await portal.page.$eval('[aria-live]', (node) => {
    const { width, height } = node.getBoundingClientRect();
    return [node.textContent, node.getAttribute('role'), node.getAttribute('aria-live'), node.getAttribute('aria-atomic'), width, height, node.parentNode === document.body];
  });
  assert.deepEqual(region, ['', 'status', 'polite', 'true', 1, 1, true]);
  await portal.wait(5_000);
  assert.equal(await heard(portal), '', 'how things stand at first is not news');
  assert.deepEqual(portal.problems, []);
}));

test('a quota that is exceeded is said once, after the pause, in its own sentence', () => open({}, async (portal) => {
  await portal.page.check('[value="htxsnv"]');
  await portal.frame();
  await portal.wait(400);
  assert.equal(await heard(portal), '', 'not yet');
  await portal.wait(500);
  const said = await heard(portal);
  assert.match(said, /Hoàn thành xuất sắc/);
  assert.equal(said.match(/tối đa/g).length, 1, said);
}));

test('whoever goes on typing is not spoken to, and what came and went in between is never heard', () => open({}, async (portal) => {
  await portal.page.check('[value="htxsnv"]');
  await portal.frame();
  for (const key of '12345') {
    await portal.field('total').pressSequentially(key);
    await portal.wait(600);
  }
  assert.equal(await heard(portal), '');
  await portal.page.check('[value="httnv"]');
  await portal.field('total').fill('');
  await portal.wait(600);
  assert.equal(await heard(portal), '');
}));

test('who types elsewhere on the page is not spoken to either', () => open({}, async (portal) => {
  await portal.page.check('[value="htxsnv"]');
  await portal.frame();
  for (const key of 'abc') {
    await portal.field('q').pressSequentially(key);
    await portal.wait(600);
  }
  assert.equal(await heard(portal), '');
  await portal.wait(400);
  assert.match(await heard(portal), /Hoàn thành xuất sắc/);
}));

test('a finding is said when it comes, and when the last one has gone', () => open({}, async (portal) => {
  await portal.type('general', '31');
  await portal.tab();
  await portal.wait(1_000);
  assert.match(await heard(portal), /31 lớn hơn mức tối đa 30/);
  await portal.field('general').fill('28');
  await portal.wait(1_000);
  assert.match(await heard(portal), /Không còn nội dung cần xem lại\./);
}));

test('the same sentence twice is a change twice', () => open({}, async (portal) => {
  await portal.run(() => {
    window.changes = [];
    new MutationObserver(() => window.changes.push(document.querySelector('[aria-live]').textContent)).observe(document.querySelector('[aria-live]'), { childList: true });
  });
  for (let times = 0; times < 2; times += 1) {
    await portal.run(() => window.announcer.say('Đã bỏ dòng 2.'));
    await portal.wait(1_000);
  }
  assert.deepEqual(await portal.run(() => window.changes), ['Đã bỏ dòng 2.', '', 'Đã bỏ dòng 2.']);
}));

test('what is hushed is not said', () => open({}, async (portal) => {
  await portal.run(() => { window.announcer.say('Đã bỏ dòng 2.'); window.announcer.hush(); });
  await portal.wait(2_000);
  assert.equal(await heard(portal), '');
}));

test('a region of the page\'s own is used, and emptied at the end; an added one is taken away', () => openPortal('<div id="mine" role="status" aria-live="polite"></div>', async (portal) => {
  await portal.run(() => { window.announcer = xeploai.createAnnouncer({ region: document.querySelector('#mine') }); window.announcer.say('Xong.'); });
  await portal.wait(1_000);
  assert.equal(await portal.page.textContent('#mine'), 'Xong.');
  await portal.run(() => { window.announcer.stop(); window.announcer.say('Nữa.'); });
  await portal.wait(2_000);
  assert.equal(await portal.page.textContent('#mine'), '');
  assert.equal(await portal.run(() => {
    const added = xeploai.createAnnouncer({ politeness: 'assertive' });
    const role = document.body.lastElementChild.getAttribute('role');
    added.stop();
    return [role, document.body.children.length].join();
  }), 'alert,1');
}));

test('in English it speaks English; a wrong option is told by its name', () => openPortal(FORM, async (portal) => {
  assert.deepEqual(await portal.run(() => {
    const codes = [];
    for (const given of [{ politness: 'polite' }, { politeness: 'rude' }, { pauseMs: -1 }, { locale: 'fr' }]) {
      try { xeploai.createAnnouncer(given); codes.push(null); } catch (error) { codes.push(error.code); }
    }
    return codes;
  }), ['usage.unknown-field', 'usage.bad-value', 'usage.out-of-range', 'usage.bad-value']);
  await portal.run(() => {
    const announcer = xeploai.createAnnouncer({ locale: 'en', pauseMs: 0 });
    xeploai.watchForm(document.body, window.engine, { form: 'mau-2b', report: announcer });
  });
  await portal.frame();
  await portal.type('general', '31');
  await portal.tab();
  await portal.field('general').fill('28');
  await portal.wait(500);
  assert.match(await heard(portal), /Nothing left to look at again\./);
}));
