/** The page with the form: from a file, without network; what it shows of points, grades, conditions and quotas. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { demo as demoFolder } from '../../js/tools/paths.mjs';
import { serve } from '../../js/tools/serve.mjs';
import { Demo, folder } from './demo-page.mjs';
import { axeFinds } from './elements-page.mjs';
import { openForm } from './form-page.mjs';
import { withPage } from './page.mjs';

const LAWS = ['2025-12-15', '2020-12-15'];

test('it opens from a file, and through every form, law and language asks for nothing outside its folder and complains about nothing', () => openForm(async (form) => {
  let seen = 0;
  for (const locale of ['vi', 'en']) {
    if (locale === 'en') await form.speak('en');
    for (const law of LAWS) {
      await form.law(law);
      for (const id of await form.forms()) {
        await form.choose(id);
        await form.example();
        assert.doesNotMatch(await form.page.innerText('main'), /undefined|\[object|NaN|\{\w+\}|(?:form|rating|unit|rows)\.[a-z]/, `${law} ${id} ${locale}`);
        assert.ok(await form.page.isHidden('.form > .stop'));
        seen += 1;
      }
    }
  }
  assert.equal(seen, 20);
  assert.deepEqual(form.requests.filter((url) => !url.startsWith(folder)), []);
  assert.deepEqual(form.problems, []);
}));

test('it works the same when served', async () => {
  const server = await serve({ folder: demoFolder, port: 0 });
  try {
    await withPage(`${server.url}index.html#bieu-mau`, async ({ page, requests, problems }) => {
      await new Demo(page).ready();
      assert.deepEqual(requests.filter((url) => !url.startsWith(server.url)), []);
      assert.deepEqual(problems.filter((text) => !text.includes('favicon')), []);
    });
  } finally {
    await server.close();
  }
});

test('the words of the page stand in both languages', () => openForm(async (form) => {
  const [vi, en] = await form.page.evaluate(() => ['vi', 'en'].map((locale) => Object.keys(window.demo.words[locale]).sort()));
  assert.deepEqual(en, vi);
}));

test('points are added up on every keystroke against 30, 70 and 100, with the grade they reach', () => openForm(async (form) => {
  await form.field('general').fill('27,5');
  await form.field('results').fill('43');
  await form.frames();
  assert.equal(await form.page.textContent('[data-points]'), '70,5 / 100');
  assert.match(await form.page.textContent('.points-parts'), /27,5\/30.*43\/70/);
  assert.match(await form.page.textContent('[data-band]'), /Hoàn thành tốt/);
  await form.page.keyboard.type('9');
  await form.frames();
  assert.notEqual(await form.page.textContent('[data-points]'), '70,5 / 100', 'before the field is left');
  await form.fill({ results: '71' });
  assert.deepEqual(await form.notes('results'), ['form.above-max']);
  await form.fill({ results: '43', total: '71' });
  assert.deepEqual(await form.notes('total'), ['form.sum-mismatch']);
  assert.match(await form.page.textContent('#f-total-note'), /27,5 \+ 43 = 70,5/);
}));

test('the grades that are allowed, and what the next one up takes', () => openForm(async (form) => {
  await form.example();
  await form.fill({ total: '', general: '26', results: '50' });
  await form.pick('quality-met', 'yes');
  await form.pick('conduct-violation', 'no');
  assert.deepEqual(await form.grades(), { htxsnv: 'refused', httnv: 'allowed', htnv: 'allowed', khtnv: 'refused' });
  assert.match(await form.page.textContent('[data-next]'), /Hoàn thành xuất sắc.*14 điểm/);
  assert.equal(await form.page.getAttribute('.option-status[data-status="refused"]', 'data-status'), 'refused');
  assert.ok((await form.notes('grade')).includes('rating.above-band'));
  await form.pick('grade', 'httnv');
  assert.deepEqual(await form.notes('grade'), [], 'gone the instant it is right');
}));

test('where no grade fits, the panel says that people decide, and what is missing for the lowest that could', () => openForm(async (form) => {
  await form.example();
  await form.fill({ 'tasks-done': '5', 'tasks-undone': '1', 'tasks-on-time': '5', total: '90,5' });
  await form.pick('quality-met', 'yes');
  await form.pick('conduct-violation', 'no');
  assert.deepEqual(new Set(Object.values(await form.grades())), new Set(['refused']));
  assert.ok(await form.page.isVisible('.decision'));
  assert.match(await form.page.textContent('[data-next]'), /Hoàn thành 100% nhiệm vụ/);
  assert.deepEqual((await form.notes('grade')).slice(0, 1), ['rating.no-grade-fits']);
}));

test('each condition shows its values and leads to its place in the law', () => openForm(async (form) => {
  await form.example();
  const [verdict, text] = await form.rule('exceeded');
  assert.equal(verdict, 'yes');
  assert.match(text, /2\/6 = 33,33%/);
  await form.fill({ 'tasks-exceeded': '1' });
  assert.equal((await form.rule('exceeded'))[0], 'no');
  for (const law of LAWS) {
    await form.law(law);
    for (const id of await form.forms()) {
      await form.choose(id);
      const wanted = await form.page.$$eval('.rule-where a', (links) => links.map((link) => link.getAttribute('href')));
      // Drawn aside, so that the form stays.
      assert.deepEqual(await form.page.evaluate((hrefs) => {
        const drawn = {};
        return hrefs.filter((href) => {
          const [book, anchor] = href.replace('#quy-dinh/', '').split('/');
          if (!drawn[book]) window.demo.drawLaw(drawn[book] = document.createElement('div'), window.xeploai.rulebooks.find((one) => one.id === book), null, 'vi');
          return !drawn[book].querySelector(`[id="${anchor}"]`);
        });
      }, wanted), []);
    }
  }
}));

test('the quota of the unit counts this person on top', () => openForm(async (form) => {
  await form.example();
  const said = () => form.page.textContent('[data-quota-summary="member-htxsnv"]');
  assert.match(await said(), /đã dùng 2, tối đa 2/);
  await form.pick('grade', 'httnv');
  assert.match(await said(), /đã dùng 1, tối đa 2/);
  await form.pick('grade', 'htxsnv');
  await form.page.fill('#unit-htxsnv', '4');
  await form.page.keyboard.press('Tab');
  await form.frames();
  assert.equal(await form.page.getAttribute('[data-quota="member-htxsnv"]', 'data-state'), 'exceeded');
  assert.ok((await form.notes('grade')).includes('quota.exceeded'));
}));

test('an example is half finished with one contradiction, at the field it says, and can be undone', () => openForm(async (form) => {
  await form.fill({ name: 'Người khác' });
  for (const law of LAWS) {
    await form.law(law);
    for (const id of await form.forms()) {
      await form.choose(id);
      await form.example();
      const expected = await form.page.evaluate((one) => Object.values(window.demo.formExamples).map((make) => make(one).contradiction), id);
      const found = await form.page.evaluate(async ([asOf, one]) => {
        const engine = await window.xeploai.createEngine({ rulebook: window.xeploai.rulebooks, asOf });
        const ids = engine.forms().find((info) => info.id === one).sections.flatMap((section) => section.fields.map((field) => field.id));
        const example = window.demo.formExamples[engine.rulebook.id](one);
        const answers = Object.fromEntries(Object.entries(example.answers).filter(([field]) => ids.includes(field)));
        const report = engine.check({ form: one, answers, unit: { tally: example.tally } });
        return { errors: report.diagnostics.filter(({ severity }) => severity === 'error').map((finding) => finding.path[0]), complete: report.complete, has: ids.includes(example.contradiction) };
      }, [law, id]);
      assert.equal(found.complete, false, id);
      if (found.has) assert.deepEqual(found.errors.filter((at) => !expected.includes(at)).concat(found.errors.length), [1], `${law} ${id}`);
    }
  }
  await form.law(LAWS[0]);
  await form.choose('mau-2b');
  await form.page.click('[data-clear]');
  await form.fill({ name: 'Trước ví dụ' });
  await form.example();
  assert.equal(await form.field('name').inputValue(), 'Nguyễn Văn An');
  await form.page.click('[data-undo]');
  await form.frames();
  assert.equal(await form.field('name').inputValue(), 'Trước ví dụ');
}));

test('the day picks the law; a day without law is said and leaves the form as it is; what is typed stays', () => openForm(async (form) => {
  await form.fill({ name: 'Nguyễn Văn An' });
  await form.page.fill('#as-of', '31/12/2024');
  await form.page.keyboard.press('Tab');
  await form.page.waitForSelector('body[data-shown^="hd25-2023"]');
  for (const [day, said] of [['31/12/1999', /1999/], ['hôm nay', /15\/12\/2025/]]) {
    await form.page.fill('#as-of', day);
    await form.page.keyboard.press('Tab');
    await form.page.waitForSelector('#as-of[aria-invalid="true"]');
    assert.match(await form.page.textContent('#as-of-note'), said);
    assert.ok(await form.page.isVisible('[data-form]'));
    await form.page.evaluate(() => document.getElementById('as-of').removeAttribute('aria-invalid'));
  }
  await form.law('2025-12-15');
  await form.choose('mau-2b');
  assert.equal(await form.field('name').inputValue(), 'Nguyễn Văn An');
  await form.choose('mau-2c');
  assert.equal(await form.field('name').inputValue(), 'Nguyễn Văn An', 'what two forms ask is typed once');
}));

test('English changes labels, findings and the language of the page, and keeps what is typed', () => openForm(async (form) => {
  await form.example();
  await form.fill({ results: '71' });
  const words = () => form.page.evaluate(() => [document.title, ...['#form-name', '.f-label', '.panel-title', '[data-grade]', '[data-rule]', '[data-quota-summary]', '[data-check]', '#as-of-note', '#room-form-title']
    .map((selector) => document.querySelector(selector).textContent)]);
  const vietnamese = await words();
  await form.speak('en');
  const english = await words();
  assert.deepEqual(english.filter((text, index) => text === vietnamese[index]), []);
  assert.equal(await form.page.evaluate(() => document.documentElement.lang), 'en');
  assert.equal(await form.field('results').inputValue(), '71');
  await form.speak('vi');
  assert.deepEqual(await words(), vietnamese);
}));

test('a rule leads to its clause in the rules, and back to the form as it was', () => openForm(async (form) => {
  await form.example();
  const [page] = await Promise.all([form.page.context().waitForEvent('page'), form.page.click('.rule-where a')]);
  await page.waitForSelector('.is-target');
  assert.match(await page.title(), /366/);
  await page.close();
  await form.page.click('[data-to="quy-dinh"]');
  await form.page.waitForSelector('body[data-shown="law"]');
  await form.page.click('[data-to="bieu-mau"]');
  await form.ready();
  assert.notEqual(await form.field('results').inputValue(), '');
}));

test('on 320 pixels with the text doubled nothing runs over the side, and at 1024 x 768 the first field is on the first screen', () => openForm(async (form) => {
  assert.ok(await form.page.$eval('#f-name', (field) => field.getBoundingClientRect().bottom) < 768);
  await form.page.setViewportSize({ width: 320, height: 640 });
  await form.page.evaluate(() => { document.documentElement.style.fontSize = '225%'; });
  for (const law of LAWS) {
    await form.law(law);
    for (const id of await form.forms()) {
      await form.choose(id);
      await form.example();
      await form.check();
      assert.equal(await form.page.evaluate(() => document.documentElement.scrollWidth), 320, `${law} ${id}`);
    }
  }
}, { width: 1024, height: 768 }));

test('every form of every rulebook can be filled in: no line of law, no day and no form is left out, and axe finds nothing', () => openForm(async (form) => {
  const offered = new Set();
  for (const family of await form.page.$$eval('#family option', (options) => options.map(({ value }) => value))) {
    await form.page.selectOption('#family', family);
    await form.page.waitForFunction((id) => { const line = window.demo.families.find((one) => one.id === id); return document.querySelectorAll('[data-as-of]').length === line.laws.length && document.body.dataset.shown.endsWith(line.laws[0].form); }, family);
    for (const day of await form.page.$$eval('[data-as-of]', (buttons) => buttons.map((button) => button.dataset.asOf))) {
      await form.law(day);
      for (const id of await form.forms()) {
        await form.choose(id);
        offered.add(`${(await form.page.getAttribute('body', 'data-shown')).split(' ')[0]} ${id}`);
        assert.doesNotMatch(await form.page.innerText('main'), /undefined|\[object|NaN|\{\w+\}/, `${family} ${day} ${id}`);
        assert.ok(await form.page.isHidden('.form > .stop'));
      }
      assert.deepEqual(await axeFinds(form.page), [], `${family} ${day}`);
    }
  }
  const all = await form.page.evaluate(() => window.xeploai.rulebooks.flatMap((book) => Object.entries(book.forms).filter(([, one]) => one.grade).map(([id]) => `${book.id} ${id}`)));
  assert.deepEqual(all.filter((one) => !offered.has(one)), []);
  assert.deepEqual(form.problems, []);
}));
