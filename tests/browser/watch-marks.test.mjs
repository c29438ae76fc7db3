/** What the page asks to be written: messages in its own places, aria on its controls, the browser's validity; all of it leaves no trace. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openPortal } from './portal-page.mjs';

const FORM = `<form action="/sent">
  <input name="general" aria-describedby="hint"><p id="hint">Tối đa 30</p><p data-xeploai-message="general"></p>
  <div role="radiogroup"><input type="radio" name="has-earlier" value="yes"><input type="radio" name="has-earlier" value="no"></div><p id="own" data-xeploai-message="has-earlier"></p>
  <table><tr data-xeploai-row="tasks"><td><input name="task" value="Việc"></td><td><input name="progress"><span data-xeploai-message="progress"></span></td></tr></table>
  <div id="rest" data-xeploai-message=""></div><button>Gửi</button>
</form>`;
const open = (options, work) => openPortal(FORM, async (portal) => {
  await portal.watch(options);
  await work(portal);
});
const text = (portal, field) => portal.page.textContent(`[data-xeploai-message="${field}"]`);
const attributes = (portal, selector) => portal.page.$eval(selector, (node) => Object.fromEntries([...node.attributes].map((one) => [one.name, one.value])));

test('a message stands in its field\'s place with its severity as a word, the control says so, and both go with it', () => open({ messages: true }, async (portal) => {
  const before = await portal.run(() => document.body.innerHTML);
  assert.deepEqual([await text(portal, 'general'), await text(portal, '')], ['', '']);
  await portal.type('general', '31');
  await portal.leave();
  assert.match(await text(portal, 'general'), /^Lỗi: Tiêu chí chung: 31 lớn hơn mức tối đa 30\./);
  const slot = await attributes(portal, '[data-xeploai-message="general"]');
  const control = await attributes(portal, '[name="general"]');
  assert.deepEqual([control['aria-invalid'], control['aria-describedby'], slot['data-xeploai-severity']], ['true', `hint ${slot.id}`, 'error']);
  await portal.field('general').fill('28');
  await portal.frame();
  assert.equal(await portal.run(() => document.body.innerHTML), before);
}));

test('a group, a cell of a row, and what has no place of its own have theirs', () => open({ messages: true }, async (portal) => {
  await portal.run(() => window.watcher.summary());
  assert.match(await text(portal, 'has-earlier'), /^Lỗi: Chưa điền: Có hạn chế kỳ trước\./);
  assert.deepEqual([await attributes(portal, '[role="radiogroup"]'), await attributes(portal, '[value="no"]')], [{ role: 'radiogroup', 'aria-invalid': 'true' }, { type: 'radio', name: 'has-earlier', value: 'no', 'aria-describedby': 'own' }]);
  assert.match(await text(portal, 'progress'), /^Lỗi: Chưa điền: Phụ lục nhiệm vụ, dòng 1: Tiến độ\./);
  assert.match(await text(portal, ''), /Chưa điền: Họ và tên\..*Chưa điền: Phương hướng khắc phục\./);
  assert.equal(await portal.page.getAttribute('#own', 'id'), 'own');
}));

test('two fields that share a place are both described by it', () => openPortal('<input name="name"><input name="plan"><p data-xeploai-message=""></p>', async (portal) => {
  await portal.watch({ messages: true });
  await portal.run(() => window.watcher.summary());
  const id = await portal.page.getAttribute('p', 'id');
  assert.deepEqual(await portal.page.$$eval('input', (all) => all.map((one) => one.getAttribute('aria-describedby'))), [id, id]);
}));

test('in an English engine the words are English', () => open({}, async (portal) => {
  await portal.run(async () => {
    const english = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-15', locale: 'en' });
    xeploai.watchForm(document.body, english, { form: 'mau-2b', messages: true }).summary();
  });
  assert.match(await text(portal, 'has-earlier'), /^Error: /);
}));

test('the browser is told of errors, shown or not, not of warnings or of what is missing from a draft; what the page found itself stays', () => open({ constraintValidation: true }, async (portal) => {
  await portal.run(() => document.querySelector('[name="progress"]').setCustomValidity('the page\'s own'));
  const said = (name) => portal.page.$eval(`[name="${name}"]`, (control) => control.validationMessage);
  assert.deepEqual([await said('general'), await said('has-earlier')], ['', '']);
  await portal.type('general', '31');
  assert.match(await said('general'), /31 lớn hơn mức tối đa 30/);
  await portal.field('general').fill('28');
  await portal.frame();
  assert.equal(await said('general'), '');
  await portal.run(() => window.watcher.summary());
  assert.match(await said('has-earlier'), /Chưa điền/);
  assert.equal(await said('progress'), 'the page\'s own');
}));

test('stop takes back every word, attribute and validity, also of a control that is disabled by then', () => open({ messages: true, constraintValidation: true }, async (portal) => {
  const before = await portal.run(() => document.body.innerHTML);
  await portal.type('general', '31');
  await portal.run(() => { window.watcher.summary(); document.querySelector('[name="general"]').disabled = true; });
  assert.notEqual(await portal.run(() => document.body.innerHTML), before);
  await portal.run(() => { window.watcher.stop(); document.querySelector('[name="general"]').disabled = false; });
  assert.equal(await portal.run(() => document.body.innerHTML), before);
  assert.deepEqual(await portal.page.$$eval('input', (all) => all.map((one) => one.validity.customError)), [false, false, false, false, false]);
}));

test('a place that came with a partial postback is filled, and one that went is forgotten', () => open({ messages: true }, async (portal) => {
  await portal.type('general', '31');
  await portal.tab();
  await portal.run(() => {
    const fresh = document.createElement('b');
    fresh.setAttribute('data-xeploai-message', 'general');
    document.querySelector('[data-xeploai-message="general"]').replaceWith(fresh);
  });
  await portal.frame();
  assert.match(await text(portal, 'general'), /31/);
  assert.equal(await portal.page.getAttribute('[name="general"]', 'aria-describedby'), `hint ${await portal.page.getAttribute('[data-xeploai-message="general"]', 'id')}`);
}));
