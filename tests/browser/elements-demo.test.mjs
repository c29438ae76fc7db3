/** The elements on a page of the demo, with the engine: by keyboard, on small screens, on paper, in the system's own colours. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { demo } from '../../js/tools/paths.mjs';
import { axeFinds, marks, openShown } from './elements-page.mjs';

const folder = `${pathToFileURL(demo).href}/`;
/** The id of the field with the focus; inside an element, what the focused node says. */
const active = (page) => page.evaluate(() => {
  const at = document.activeElement;
  return at.shadowRoot && at.shadowRoot.activeElement ? at.shadowRoot.activeElement.textContent : at.id;
});
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const report = (page) => page.locator('xeploai-report');
const written = (page) => page.locator('#report-text');
/** What the list offers: where to go, what to write instead. */
const offered = (page) => report(page).getByRole('button').allTextContents();
const marked = async (page) => (await marks(page)).texts;

for (const locale of ['vi', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`the page of the elements asks for nothing outside its folder, complains about nothing, and axe finds nothing: ${locale}, ${colorScheme}`, () => openShown(async ({ page, requests, problems }) => {
      await page.click('#counts button');
      assert.deepEqual(await axeFinds(page), []);
      assert.deepEqual(requests.filter((url) => !url.startsWith(folder)), []);
      assert.deepEqual(problems, []);
    }, { locale, colorScheme }));
  }
}

test('the page and the room for builders lead to each other', () => openShown(async ({ page }) => {
  await page.click('nav a');
  await page.waitForSelector('body[data-room="nhung"][data-ready]');
  await page.click('#embed a[href="elements.html"]');
  await page.waitForSelector('xeploai-quota');
}));

test('one figure changed changes quota, readings and table at once, and the field keeps the focus', () => openShown(async ({ page }) => {
  await page.fill('#count-htxsnv', '12.000');
  await painted(page);
  assert.match(await page.locator('xeploai-quota .summary').textContent(), /Vượt 162/);
  assert.match(await page.getByRole('row', { name: /^Hoàn thành xuất sắc/ }).textContent(), /12\.00018,64%trên 64\.389/);
  assert.equal(await active(page), 'count-htxsnv');
}));

test('with the keyboard alone: check, read the summary from its heading, follow a finding to its field', () => openShown(async ({ page }) => {
  await page.focus('#count-khtnv');
  await page.keyboard.press('Enter');
  assert.equal(await active(page), 'Có 1 nội dung cần xem lại');
  await page.keyboard.press('Tab');
  assert.match(await active(page), /17,40% của 57\.135/);
  await page.keyboard.press('Enter');
  assert.equal(await active(page), 'count-htxsnv');
}));

test('with the keyboard alone: a wrong percentage is put right, and Ctrl+Z takes that back', () => openShown(async ({ page }) => {
  const before = await written(page).inputValue();
  assert.deepEqual(await offered(page), ['Đến chỗ “0,53%”', 'Sửa thành “0,54%”', 'Đến chỗ “9.942/62.331”']);
  await report(page).getByRole('button', { name: 'Sửa thành “0,54%”' }).focus();
  await page.keyboard.press('Enter');
  await painted(page);
  assert.equal(await written(page).inputValue(), before.replace('0,53%', '0,54%'));
  assert.deepEqual(await offered(page), ['Đến chỗ “9.942/62.331”']);
  assert.deepEqual(await marked(page), [], 'both are only worth knowing');
  assert.match(await report(page).getByRole('heading').textContent(), /^Đã đọc \d+ con số, đã kiểm tra 4, không có nội dung cần xem lại\.$/);
  assert.equal(await active(page), 'report-text');
  await page.keyboard.press('Control+Z');
  await page.locator('#count-htxsnv').focus();
  await painted(page);
  assert.equal(await written(page).inputValue(), before);
  assert.deepEqual(await offered(page), ['Đến chỗ “0,53%”', 'Sửa thành “0,54%”', 'Đến chỗ “9.942/62.331”']);
}));

test('“Đến chỗ” selects the figure in the text, also far below', () => openShown(async ({ page }) => {
  await page.evaluate(async () => { document.querySelector('xeploai-report').value = `${'Một dòng.\n'.repeat(200)}1/4 (26,00%)\n${'Một dòng.\n'.repeat(50)}`; await null; });
  await report(page).getByRole('button', { name: 'Đến chỗ “26,00%”' }).click();
  assert.equal(await written(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), '26,00%');
  await painted(page);
  const [mark, box] = [(await marks(page)).first, await written(page).boundingBox()];
  assert.ok(mark.y > box.y && mark.y + mark.height < box.y + box.height, 'its underline is inside the text area');
}));

test('the layer of underlines breaks its lines where the text area does, narrow and wide, scrolled and resized', () => openShown(async ({ page }) => {
  await page.evaluate(async () => { document.querySelector('xeploai-report').value = 'Đảng bộ tỉnh Thái Nguyên có 28/5.198 (0,53%) đảng viên không hoàn thành nhiệm vụ, supercalifragilisticexpialidocious\t1/3 (33,33%).\n\n'.repeat(12); await null; });
  for (const width of [1280, 700, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await written(page).evaluate((area) => { area.scrollTop = 37; });
    await painted(page);
    const seen = await page.evaluate(() => {
      const [area, layer] = [document.getElementById('report-text'), document.querySelector('xeploai-report').shadowRoot.querySelector('.mirror-text')];
      const [outer, inner] = [area.getBoundingClientRect(), layer.getBoundingClientRect()];
      return { area: area.scrollHeight, layer: Math.round(inner.height), width: area.clientWidth - inner.width, top: outer.top + area.clientTop - area.scrollTop - inner.top };
    });
    // The layer ends with one line more where the text area does not scroll to it.
    assert.ok(Math.abs(seen.area - seen.layer) <= 1, JSON.stringify([width, seen]));
    assert.ok(Math.abs(seen.width) < 1 && Math.abs(seen.top) < 1, JSON.stringify([width, seen]));
  }
}));

test('what one is writing is judged after a pause, and what stands elsewhere at once', () => openShown(async ({ page }) => {
  await page.clock.install();
  await written(page).fill('');
  await written(page).pressSequentially('1/4 (26,00%)');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('0');
  await page.keyboard.press('Backspace');
  await page.clock.runFor(100);
  assert.deepEqual(await marked(page), []);
  await page.clock.runFor(700);
  assert.deepEqual(await marked(page), ['26,00%']);
  await page.keyboard.press('End');
  await page.keyboard.type(' và 1/5 ');
  await page.clock.runFor(100);
  assert.deepEqual(await marked(page), ['26,00%'], 'it stays while one writes on');
  await page.keyboard.press('Home');
  await page.keyboard.type('Chi bộ: ');
  await page.clock.runFor(100);
  assert.deepEqual(await marked(page), ['26,00%'], 'and moves with the text');
}));

test('leaving the text ends the pause', () => openShown(async ({ page }) => {
  await page.clock.install();
  await written(page).fill('1/4 (26,00%');
  await page.keyboard.type(')');
  await page.keyboard.press('ArrowLeft');
  await page.locator('#count-htxsnv').focus();
  await page.clock.runFor(50);
  assert.deepEqual(await marked(page), ['26,00%']);
}));

test('a word that is being composed is not looked at until it is done', () => openShown(async ({ page }) => {
  await page.evaluate(() => {
    const element = document.querySelector('xeploai-report');
    window.texts = [];
    element.audit = (text) => { window.texts.push(text); return []; };
  });
  await written(page).fill('');
  await painted(page);
  const texts = () => page.evaluate(() => window.texts);
  const before = (await texts()).length;
  const session = await page.context().newCDPSession(page);
  for (const part of ['d', 'dd', 'đ']) {
    await session.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
    await painted(page);
  }
  assert.equal((await texts()).length, before);
  await session.send('Input.insertText', { text: 'đảng' });
  await painted(page);
  assert.equal((await texts()).pop(), 'đảng');
  assert.equal(await written(page).inputValue(), 'đảng');
}));

test('the page may refuse a fix, and a text that may not be changed offers none', () => openShown(async ({ page }) => {
  const before = await written(page).inputValue();
  await page.evaluate(() => document.addEventListener('xeploai-fix', (event) => event.preventDefault()));
  await report(page).getByRole('button', { name: 'Sửa thành “0,54%”' }).click();
  assert.equal(await written(page).inputValue(), before);
  await page.evaluate(async () => { document.getElementById('report-text').readOnly = true; document.querySelector('xeploai-report').recheck(); await null; });
  assert.deepEqual(await report(page).getByRole('button').allTextContents(), ['Đến chỗ “0,53%”', 'Đến chỗ “9.942/62.331”']);
}));

for (const [title, settings, fontSize] of [['320 pixels', { viewport: { width: 320, height: 640 } }, ''], ['text of 200%', { viewport: { width: 640, height: 800 } }, '225%']]) {
  test(`nothing runs over the side: ${title}`, () => openShown(async ({ page }) => {
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, fontSize);
    await page.click('#counts button');
    await page.evaluate(() => { document.querySelector('xeploai-quota').shadowRoot.querySelector('details').open = true; });
    await painted(page);
    const over = await page.evaluate(() => {
      const wide = [document.documentElement.scrollWidth - innerWidth];
      for (const host of document.querySelectorAll('xeploai-quota, xeploai-breakdown, xeploai-findings, xeploai-report')) {
        const right = host.getBoundingClientRect().right + 1;
        for (const node of host.shadowRoot.querySelectorAll('*')) {
          if (!node.closest('.hidden, .mirror, svg') && node.getBoundingClientRect().right > right) wide.push(`${host.localName} ${node.className}`);
        }
      }
      return wide;
    });
    assert.deepEqual(over, [0]);
    const small = await page.evaluate(() => [...document.querySelectorAll('xeploai-quota, xeploai-report')].flatMap((host) => [...host.shadowRoot.querySelectorAll('button, summary')]).filter((node) => node.getBoundingClientRect().height < 24).length);
    assert.equal(small, 0, 'targets are at least 24 pixels high');
  }, settings));
}

test('in the system’s own colours the layer over the text stays transparent, and bars keep their edges', () => openShown(async ({ page }) => {
  await page.evaluate(async () => { document.querySelector('xeploai-report').value = '1/4 (26,00%)'; await null; });
  const seen = await page.evaluate(() => {
    const style = (host, part) => getComputedStyle(document.querySelector(host).shadowRoot.querySelector(part));
    return [style('xeploai-report', '.mirror').color, style('xeploai-quota', '.track').stroke, style('xeploai-quota', '.cap').stroke, style('xeploai-quota', '.used').fill !== style('xeploai-quota', '.track').fill];
  });
  assert.deepEqual(seen, ['rgba(0, 0, 0, 0)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)', true]);
}, { forcedColors: 'active' }));

test('on paper the whole report is there with its underlines, without buttons, and a dark page prints light', () => openShown(async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await page.evaluate(() => {
    const inside = (host, part) => document.querySelector(host).shadowRoot.querySelector(part);
    const [layer, area] = [inside('xeploai-report', '.mirror'), document.getElementById('report-text')];
    return [layer.innerText.includes('75,71%'), getComputedStyle(layer).color, layer.scrollHeight <= layer.clientHeight, getComputedStyle(area).display, getComputedStyle(inside('xeploai-report', '.button')).display, getComputedStyle(inside('xeploai-quota', '.quota')).backgroundColor];
  });
  assert.deepEqual(seen, [true, 'rgb(0, 0, 0)', true, 'none', 'none', 'rgb(255, 253, 250)']);
}));
