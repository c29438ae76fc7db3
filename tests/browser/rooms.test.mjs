/** Every room of the page: opened from a file, in both languages and themes, by keyboard, on small screens and on paper. */
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { demo, dist } from '../../js/tools/paths.mjs';
import { axeFinds, open } from './elements-page.mjs';
import { ROOMS, folder, openRooms } from './rooms-page.mjs';

/** Of the whole folder, with what the build puts there. */
const MOST_BYTES = 1.2e6;

test('the whole demo is at most 1,2 MB on disk', () => {
  const size = (at) => readdirSync(at, { withFileTypes: true }).reduce((sum, entry) => sum + (entry.isDirectory() ? size(path.join(at, entry.name)) : statSync(path.join(at, entry.name)).size), 0);
  assert.ok(size(demo) <= MOST_BYTES, `${size(demo)} bytes`);
});

for (const locale of ['vi', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`through every room nothing is asked for after the page is loaded, nothing is complained about, and axe finds nothing: ${locale}, ${colorScheme}`, () => openRooms(async ({ page, requests, problems, enter, speak }) => {
      if (locale === 'en') await speak('en');
      const loaded = requests.length;
      for (const room of ROOMS) {
        await enter(room);
        for (const summary of await page.$$('#tools summary, main summary')) if (await summary.isVisible()) await summary.click();
        // Over the 950 cells of the map axe would take a minute.
        assert.deepEqual(await axeFinds(page, room === 'danh-sach' ? '.cells' : null), [], room);
      }
      assert.deepEqual(requests.slice(loaded), []);
      assert.deepEqual(requests.filter((url) => !url.startsWith(folder)), []);
      assert.deepEqual(problems, []);
    }, { colorScheme }));
  }
}

test('each room says where one is: the title of the page, the heading with the focus, the link in the head', () => openRooms(async ({ page, enter, active }) => {
  for (const room of ROOMS.slice(1).concat(ROOMS[0])) {
    await enter(room);
    const seen = await page.evaluate(() => [document.title, document.getElementById('room-title').textContent, document.querySelector('[data-to][aria-current="page"]').textContent]);
    assert.equal(seen[1], seen[2]);
    assert.equal(await page.locator('[data-to][aria-current]').count(), 1);
    if (room !== 'danh-sach' && room !== 'quy-dinh') assert.ok(seen[0].startsWith(seen[1]), seen[0]);
    assert.equal(await active(), 'room-title');
  }
}));

test('back and forward lead through the rooms', () => openRooms(async ({ page, enter }) => {
  await enter('bao-cao');
  await enter('nhung');
  await page.goBack();
  await page.waitForSelector('body[data-room="bao-cao"][data-ready]');
  await page.goForward();
  await page.waitForSelector('body[data-room="nhung"][data-ready]');
}));

test('what is typed in a room is there when one comes back', () => openRooms(async ({ page, enter }) => {
  await page.fill('[data-section="dang-vien"] input[data-row="kht"]', '390');
  await enter('chi-tieu');
  await page.fill('#places-httnv', '16');
  await enter('bao-cao');
  await page.fill('#report-text', 'Có 1/4 (26,00%).');
  for (const [room, field, text] of [['ty-le', '[data-section="dang-vien"] input[data-row="kht"]', '390'], ['chi-tieu', '#places-httnv', '16'], ['bao-cao', '#report-text', 'Có 1/4 (26,00%).']]) {
    await enter(room);
    assert.equal(await page.inputValue(field), text);
  }
}));

test('every word of the page stands in both languages, and no key is left in any room', () => openRooms(async ({ page, enter, speak }) => {
  for (const locale of ['vi', 'en']) {
    if (locale === 'en') await speak('en');
    for (const room of ROOMS) {
      await enter(room);
      const keys = await page.evaluate(() => {
        const text = document.body.innerText.split(/\s+/);
        return Object.keys(window.demo.words.vi).filter((key) => key.includes('.') && text.includes(key));
      });
      assert.deepEqual(keys, [], `${room} ${locale}`);
      assert.doesNotMatch(await page.innerText('main'), /undefined|\[object|NaN|\{\w+\}/, `${room} ${locale}`);
    }
  }
  const { vi, en } = await page.evaluate(() => ({ vi: Object.keys(window.demo.words.vi).sort(), en: Object.keys(window.demo.words.en).sort() }));
  assert.deepEqual(vi, en);
}));

test('the reader’s theme wins over the system’s, and elements follow', () => openRooms(async ({ page, enter }) => {
  await enter('bao-cao');
  const colours = () => page.evaluate(() => [document.body, document.querySelector('xeploai-report').shadowRoot.querySelector('.report')].map((node) => getComputedStyle(node).color));
  const light = await colours();
  await page.click('#theme');
  const dark = await colours();
  assert.notEqual(dark[0], light[0]);
  assert.equal(dark[0], dark[1]);
  await page.click('#theme');
  assert.deepEqual(await colours(), light);
}));

for (const [title, viewport, fontSize] of [['320 pixels', { width: 320, height: 640 }, ''], ['320 pixels with the text doubled', { width: 320, height: 640 }, '225%'], ['1024 x 768', { width: 1024, height: 768 }, '']]) {
  test(`nothing runs over the side: ${title}`, () => openRooms(async ({ page, enter, painted }) => {
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, fontSize);
    for (const room of ROOMS) {
      await enter(room);
      for (const summary of await page.$$('#tools summary, main details:not([open]) > summary')) if (await summary.isVisible()) await summary.click();
      await painted();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width, room);
    }
  }, { viewport }));
}

test('with the keyboard alone: the skip link, the rooms, and the first thing to do in each', () => openRooms(async ({ page, active }) => {
  await page.keyboard.press('Tab');
  assert.equal(await active(), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await active(), 'main');
  assert.equal(await page.getAttribute('body', 'data-room'), 'ty-le', 'skipping is not leaving');
  for (const room of ROOMS.slice(1)) {
    await page.focus(`[data-to="${room}"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`body[data-room="${room}"][data-ready="true"]`);
    const inside = () => page.evaluate(() => document.getElementById('room').contains(document.activeElement));
    for (let presses = 0; !(await inside()) && presses < 6; presses += 1) await page.keyboard.press('Tab');
    assert.ok(await inside(), room);
  }
}));

test('on paper there is the room without its buttons and links, and a dark page prints light', () => openRooms(async ({ page, enter }) => {
  for (const room of ROOMS) {
    await page.emulateMedia({ media: 'screen' });
    await enter(room);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const seen = await page.evaluate(() => ({
      shown: [...document.querySelectorAll('.rooms, .masthead-tools, .room-tools, main .button')].filter((node) => node.getClientRects().length).map((node) => node.className),
      paper: getComputedStyle(document.body).backgroundColor,
      title: document.getElementById('room-title').getClientRects().length,
    }));
    assert.deepEqual(seen, { shown: [], paper: 'rgb(255, 255, 255)', title: 1 }, room);
  }
}));

test('the tour leads through the rooms by keyboard, marks what it speaks of, changes nothing, and Esc gives the focus back', () => openRooms(async ({ page, active }) => {
  const before = await page.$$eval('#panel input', (inputs) => inputs.map((input) => input.value));
  await page.focus('#tour');
  await page.keyboard.press('Enter');
  const seen = [];
  for (let step = 1; ; step += 1) {
    await page.waitForFunction((text) => document.querySelector('.tour-count')?.textContent.startsWith(text) && document.querySelector('.is-toured'), `Bước ${step}/`);
    assert.equal(await active(), 'tour-title');
    seen.push(await page.getAttribute('body', 'data-room'));
    if (!(await page.locator('[data-tour="next"]').count())) break;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  assert.deepEqual([...new Set(seen)], ['ty-le', 'chi-tieu', 'bieu-mau', 'phieu', 'bao-cao', 'danh-sach', 'quy-dinh']);
  await page.keyboard.press('Escape');
  assert.deepEqual([await active(), await page.locator('.tour, .is-toured').count()], ['tour', 0]);
  assert.deepEqual(await page.$$eval('#panel input', (inputs) => inputs.map((input) => input.value)), before);
}));

test('where the engine’s file is missing the page says what to do', async () => {
  await openRooms(async ({ page }) => {
    await page.route('**/xeploai.global.js', (route) => route.abort());
    await page.reload();
    await page.waitForSelector('body[data-stop="stop.missing"]');
    assert.match(await page.innerText('#stop'), /npm --prefix js start/);
  });
});

test('where WebAssembly is switched off the page says what to put beside it, and runs once that is there', () => open(`${folder}index.html`, async ({ page }) => {
  await page.waitForSelector('body[data-stop="stop.wasm"]');
  assert.match(await page.innerText('#stop'), /chép tệp ấy từ js\/dist của gói vào demo\/vendor/);
  await page.route('**/vendor/xeploai.nowasm.global.js', (route) => route.fulfill({ path: path.join(dist, 'xeploai.nowasm.global.js'), contentType: 'text/javascript' }));
  await page.reload();
  await page.waitForSelector('body[data-ready="true"]');
  assert.match(await page.innerText('#engine'), /JavaScript, vì trình duyệt không cho chạy WebAssembly/);
}, { before: () => { delete window.WebAssembly; } }));
