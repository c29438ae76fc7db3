/** The roster of the invented province: walked down and back, mapped, edited, undone, read in both languages. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { demo } from '../../js/tools/paths.mjs';
import { axeFinds, open } from './elements-page.mjs';

const folder = `${pathToFileURL(demo).href}/`;
const address = (code = '') => `${folder}index.html#danh-sach${code && `/${code}`}`;

const openRoster = (work, { code, locale = 'vi', ...settings } = {}) => open(address(code), async (opened) => {
  await opened.page.waitForSelector('body[data-ready="true"]');
  if (locale === 'en') {
    await opened.page.click('#language');
    await opened.page.waitForSelector('body[data-locale="en"]');
  }
  await work(opened);
}, settings);

const shown = (page, code) => page.waitForSelector(`body[data-shown="${code}"]`);
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const active = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
const number = (text) => Number(text.replace(/\./g, ''));
const GRADES = ['htxsnv', 'httnv', 'htnv', 'khtnv'];

/** The roster the page makes, counted one by one up the tree: `{ code: { htxsnv, ..., waiting } }`. */
const oneByOne = (page) => page.evaluate((ids) => {
  const { units, columns } = window.demo.buildProvince(ids, 3);
  const counts = Object.fromEntries(units.map((unit) => [unit.code, {}]));
  columns.unit.forEach((own, row) => {
    const id = columns.exclusion[row] ? 'excluded' : columns.grade[row] === 255 ? 'waiting' : ids[columns.grade[row]];
    for (let at = own; at >= 0; at = units[at].above) counts[units[at].code][id] = (counts[units[at].code][id] ?? 0) + 1;
  });
  return { counts, kinds: units.map((unit) => unit.kind), below: Object.fromEntries(units.map((unit) => [unit.code, unit.below.map((at) => units[at].code)])) };
}, GRADES);

/** The table of units, by code. */
const table = (page) => page.$$eval('tr[data-unit]', (rows) => Object.fromEntries(rows.map((row) => [row.dataset.unit, Object.fromEntries(
  [...row.querySelectorAll('[data-column]')].map((cell) => [cell.dataset.column, cell.dataset.column === 'left' ? cell.querySelector('[data-left]').dataset.left : cell.querySelector('.cell-value').textContent]),
)])));

/** The way up: how many are excellent in each unit, this one first. */
const way = (page) => page.$$eval('tr[data-way]', (rows) => rows.map((row) => [row.dataset.way, row.querySelector('[data-column="used"] .cell-value').textContent, row.querySelector('[data-left]').dataset.left]));

for (const locale of ['vi', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`the page of the roster asks for nothing outside its folder, complains about nothing, and axe finds nothing: ${locale}, ${colorScheme}`, () => openRoster(async ({ page, requests, problems }) => {
      // An area has cells of every shade; over the 950 of the province axe would take a minute.
      for (const code of locale === 'vi' ? ['M', 'A6', 'A4.01.4'] : ['M', 'A4.01', 'A4.01.4']) {
        await page.evaluate((next) => { location.hash = `danh-sach/${next}`; }, code);
        await shown(page, code);
        const why = page.locator('.units button[aria-expanded]').first();
        if (await why.count()) await why.click();
        assert.deepEqual(await axeFinds(page, code === 'M' ? '.cells' : null), [], code);
      }
      assert.deepEqual(requests.filter((url) => !url.startsWith(folder)), []);
      assert.deepEqual(problems, []);
    }, { locale, colorScheme }));
  }
}

test('every word of the page stands in both languages', () => openRoster(async ({ page }) => {
  const { vi, en, keys } = await page.evaluate(() => ({
    vi: Object.keys(window.demo.words.vi), en: Object.keys(window.demo.words.en), keys: document.body.textContent.match(/roster\.[a-z.-]+/g),
  }));
  assert.deepEqual(vi.filter((key) => !en.includes(key)), []);
  assert.deepEqual(en.filter((key) => !vi.includes(key)), []);
  assert.equal(keys, null, 'no key is left on the page');
}));

test('the old address leads to the room, with its unit', () => openRoster(async ({ page }) => {
  await page.goto(`${folder}roster.html#A4.01`);
  await shown(page, 'A4.01');
  assert.match(page.url(), /index\.html#danh-sach\/A4\.01$/);
}));

test('the province is as large as it says, and the same every time', () => openRoster(async ({ page }) => {
  const first = await oneByOne(page);
  assert.deepEqual(await oneByOne(page), first);
  const kinds = (...names) => first.kinds.filter((kind) => names.includes(kind)).length;
  assert.deepEqual([kinds('area'), kinds('base', 'base-branch'), kinds('branch')], [11, 950, 3200]);
  assert.equal(Object.values(first.counts.M).reduce((sum, count) => sum + count, 0), 62_000);
}));

test('what stands in each table is what counting one by one gives', () => openRoster(async ({ page }) => {
  const { counts, below } = await oneByOne(page);
  for (const code of ['M', 'A4', 'A4.01', 'A11']) {
    await page.evaluate((next) => { location.hash = `danh-sach/${next}`; }, code);
    await shown(page, code);
    const rows = await table(page);
    assert.deepEqual(Object.keys(rows), below[code], code);
    for (const [unit, row] of Object.entries(rows)) {
      const own = GRADES.map((id) => counts[unit][id] ?? 0);
      assert.deepEqual(GRADES.map((id) => number(row[id])), own, unit);
      assert.equal(number(row.rated), own.reduce((sum, count) => sum + count, 0), unit);
      assert.equal(number(row.waiting), counts[unit].waiting ?? 0, unit);
      assert.equal(number(row.limit), Math.floor((own[0] + own[1]) / 5), unit);
      assert.equal(Number(row.left), number(row.limit) - own[0], unit);
    }
  }
}));

test('the map has a cell for each of the 950 base organisations, and says what its table says', () => openRoster(async ({ page }) => {
  assert.equal(await page.locator('.map-sheet .cells .cell').count(), 950);
  await page.evaluate(() => { location.hash = 'danh-sach/A4'; });
  await shown(page, 'A4');
  const cells = Object.fromEntries(await page.$$eval('.cells .cell', (list) => list.map((cell) => [cell.hash.split('/')[1], cell.firstChild.textContent.replace('−', '-')])));
  const rows = await table(page);
  assert.deepEqual(cells, Object.fromEntries(Object.entries(rows).map(([code, row]) => [code, row.left])));
}));

test('some areas are over the quota, some only under one reading, and a switch turns the readings round', () => openRoster(async ({ page }) => {
  const over = async () => Object.entries(await table(page)).filter(([, row]) => Number(row.left) < 0).map(([code]) => code);
  const inclusive = await over();
  const split = await page.$$eval('tr[data-unit]', (rows) => rows.filter((row) => row.querySelector('.split')).map((row) => row.dataset.unit));
  assert.ok(inclusive.length > 0 && split.length > 0, `${inclusive} / ${split}`);
  await page.check('input[name="reading"][value="exclusive"]');
  await page.waitForSelector('body[data-reading="exclusive"]');
  assert.deepEqual((await over()).sort(), [...inclusive, ...split].sort());
  assert.equal(await page.evaluate(() => document.activeElement.value), 'exclusive', 'the focus stays on the switch');
}));

test('with the keyboard alone: down through the table to a branch, and back by the trail and by the browser', () => openRoster(async ({ page }) => {
  const enter = async (selector, code) => {
    await page.focus(selector);
    await page.keyboard.press('Enter');
    await shown(page, code);
    assert.equal(await active(page), 'unit-title', 'reading goes on at the name of the unit');
  };
  await enter('tr[data-unit="A4"] a', 'A4');
  await enter('tr[data-unit="A4.01"] a', 'A4.01');
  await enter('tr[data-unit="A4.01.4"] a', 'A4.01.4');
  assert.deepEqual(await page.$$eval('#trail a', (links) => links.map((link) => link.hash)), ['#danh-sach/M', '#danh-sach/A4', '#danh-sach/A4.01', '#danh-sach/A4.01.4']);
  await enter('#trail a[href="#danh-sach/A4"]', 'A4');
  await page.goBack();
  await shown(page, 'A4.01.4');
  await enter('#trail a[href="#danh-sach/M"]', 'M');
}));

test('with the keyboard alone: one stop in the map, arrows within, Enter opens the unit', () => openRoster(async ({ page }) => {
  assert.equal(await page.locator('.cells .cell[tabindex="0"]').count(), 1);
  await page.focus('.cells .cell[tabindex="0"]');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.hash), '#danh-sach/A1.02');
  await page.keyboard.press('ArrowDown');
  const [from, to] = await page.evaluate(() => ['[href="#danh-sach/A1.02"].cell', ':focus'].map((selector) => { const box = document.querySelector(selector).getBoundingClientRect(); return [box.left, box.top]; }));
  assert.ok(to[1] > from[1] && Math.abs(to[0] - from[0]) < 2, 'the cell below');
  assert.equal(await page.textContent('[data-map-line]'), await page.evaluate(() => document.activeElement.lastChild.textContent));
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.hash), '#danh-sach/A1.02');
  await page.keyboard.press('End');
  assert.match(await page.evaluate(() => document.activeElement.hash), /^#danh-sach\/A11\./);
  assert.equal(await page.locator('.cells .cell[tabindex="0"]').count(), 1);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await shown(page, 'A1.01');
}));

test('the units are sorted by the places left, and a second time the other way round', () => openRoster(async ({ page }) => {
  const left = async () => Object.values(await table(page)).map((row) => Number(row.left));
  const rising = (await left()).sort((a, b) => a - b);
  await page.click('th.col-left button');
  assert.deepEqual(await left(), rising);
  assert.equal(await page.getAttribute('th.col-left', 'aria-sort'), 'ascending');
  await page.click('th.col-left button');
  assert.deepEqual(await left(), rising.reverse());
  assert.equal(await page.getAttribute('th.col-left', 'aria-sort'), 'descending');
}));

test('“Vì sao?” opens both readings of a unit with the arithmetic, what rounding loses and what binds, and closes', () => openRoster(async ({ page }) => {
  const button = page.locator('tr[data-unit="A4"] button');
  await button.click();
  const why = page.locator('[data-why-of="A4"]');
  assert.match(await why.innerText(), /A · cách tính gộp xuất sắc vào tốt \(đang áp dụng\): 980\/[^]*20% × [^]*B · cách tính tách xuất sắc khỏi tốt: 980\//);
  const { counts, below } = await oneByOne(page);
  const limit = (code) => Math.floor(((counts[code].htxsnv ?? 0) + (counts[code].httnv ?? 0)) / 5);
  const sum = below.A4.reduce((all, code) => all + limit(code), 0);
  const said = await why.locator('[data-rounding="below"]').textContent();
  assert.match(said, new RegExp(`cộng lại là ${sum}; của cả đơn vị là ${limit('A4')}\\. Kém ${limit('A4') - sum},`));
  assert.equal(await why.locator('[data-binding]').getAttribute('data-binding'), 'A4');
  await button.click();
  assert.equal(await why.count(), 0);
}));

test('one grade changed is seen in the branch, its base organisation, its area and the province, and undone in all', () => openRoster(async ({ page }) => {
  const before = await way(page);
  assert.deepEqual(before.map(([code]) => code), ['A4.01.4', 'A4.01', 'A4', 'M']);
  const select = page.locator('select[data-row]').first();
  const was = await select.inputValue();
  assert.equal(was, '1', 'good at first');
  await select.focus();
  await select.selectOption('0');
  await painted(page);
  const after = await way(page);
  assert.deepEqual(after.map(([, used]) => number(used)), before.map(([, used]) => number(used) + 1));
  assert.deepEqual(after.map(([, , left]) => Number(left)), before.map(([, , left]) => Number(left) - 1));
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'select', 'the focus stays');
  assert.match(await page.textContent('#status'), /Đã sửa 1 người/);
  assert.match(await page.locator('xeploai-quota .summary').textContent(), new RegExp(`đã dùng ${after[0][1]},`));
  await page.click('#undo');
  assert.deepEqual(await way(page), before);
  assert.equal(await select.inputValue(), was);
  assert.match(await page.textContent('#status'), /số mẫu ban đầu/);
  assert.equal(await active(page), 'unit-title', 'both buttons have nothing to do');
}, { code: 'A4.01.4' }));

test('the sample is restored from anywhere, and that is undone too', () => openRoster(async ({ page }) => {
  const before = await way(page);
  await page.locator('select[data-row]').nth(0).selectOption('0');
  await page.locator('select[data-row]').nth(1).selectOption('255');
  await painted(page);
  const edited = await way(page);
  await page.click('#trail a[href="#danh-sach/A4"]');
  await shown(page, 'A4');
  assert.match(await page.textContent('#status'), /Đã sửa 2 người/);
  await page.click('#restore');
  assert.equal(await active(page), 'undo');
  await page.goBack();
  await shown(page, 'A4.01.4');
  assert.deepEqual(await way(page), before);
  await page.click('#undo');
  assert.deepEqual(await way(page), edited);
}, { code: 'A4.01.4' }));

test('what an edit does is said aloud once it has settled: the branch, and a level above that turned', () => openRoster(async ({ page }) => {
  await page.clock.install();
  await page.locator('select[data-row]').first().selectOption('0');
  await page.clock.runFor(2000);
  assert.equal(await page.textContent('#live'), 'Chi bộ A4.01.4: vượt 3.');
  await page.click('#undo');
  await page.clock.runFor(2000);
  assert.match(await page.textContent('#live'), /^Đã hoàn tác: .+, Chi bộ A4\.01\.4\. Chi bộ A4\.01\.4: vượt 2\.$/);
}, { code: 'A4.01.4' }));

test('English keeps the unit and what was changed', () => openRoster(async ({ page }) => {
  await page.locator('select[data-row]').first().selectOption('0');
  await painted(page);
  const edited = await way(page);
  await page.click('#language');
  await page.waitForSelector('body[data-locale="en"]');
  assert.equal(await page.textContent('#unit-title'), 'Branch A4.01.4');
  assert.deepEqual(await way(page), edited);
  assert.equal(await page.textContent('#status'), 'People changed: 1.');
}, { code: 'A4.01.4' }));

for (const [title, settings, fontSize] of [['320 pixels', { viewport: { width: 320, height: 640 } }, ''], ['320 pixels, text of 200%', { viewport: { width: 320, height: 640 } }, '225%'], ['1024 pixels', { viewport: { width: 1024, height: 768 } }, '']]) {
  test(`nothing of the roster runs over the side: ${title}`, () => openRoster(async ({ page }) => {
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, fontSize);
    for (const code of ['M', 'A4', 'A4.01', 'A4.01.4']) {
      await page.evaluate((next) => { location.hash = `danh-sach/${next}`; }, code);
      await shown(page, code);
      const why = page.locator('.units button[aria-expanded]').first();
      if (await why.count()) await why.click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), settings.viewport.width, code);
    }
  }, settings));
}

test('in the system’s own colours a cell keeps its edge and its number, and one that is over a thicker edge', () => openRoster(async ({ page }) => {
  const seen = await page.evaluate(() => ['over', 'many'].map((shade) => getComputedStyle(document.querySelector(`.cells .left-${shade}`)).borderTopWidth));
  assert.deepEqual(seen, ['3px', '1px']);
}, { forcedColors: 'active' }));

test('on paper the province is one sheet: its table, without map, buttons and links', () => openRoster(async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const visible = (selector) => page.locator(selector).first().isVisible();
  assert.deepEqual(await Promise.all(['.units', '#unit-title', '.map-sheet', '#undo', '.units .col-why', '#trail'].map(visible)), [true, true, false, false, false, false]);
  assert.match(await page.innerText('.law-line'), /^Cách tính đang áp dụng\s+Gộp xuất sắc vào tốt\s+Xét cho cả năm 2025/);
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
}));

test('a unit says how few must move so that it and all below it are within: no fewer than each of them has too many', () => openRoster(async ({ page }) => {
  const said = async () => Number((await page.textContent('.why-sheet [data-moves]')).match(/[\d.]+/)[0].replace(/\./g, ''));
  const top = await said();
  const tooMany = Object.values(await table(page)).map(({ left }) => Math.max(0, -Number(left)));
  assert.ok(top >= tooMany.reduce((sum, one) => sum + one, 0), `${top} of ${tooMany}`);
}));

test('the page is painted before the roster is made', () => open(address(), async ({ page }) => {
  await page.waitForSelector('body[data-ready="true"]');
  assert.deepEqual(await page.evaluate(() => window.order), ['painted', 'made']);
}, { before: () => {
  window.order = [];
  const wait = () => requestAnimationFrame(() => (document.getElementById('loading') ? setTimeout(() => window.order.push('painted'), 0) : wait()));
  wait();
  let [demo, make] = [null, null];
  Object.defineProperty(window, 'demo', {
    get: () => demo,
    set(value) {
      demo = value;
      Object.defineProperty(demo, 'buildProvince', { get: () => (...given) => { window.order.push('made'); return make(...given); }, set(given) { make = given; } });
    },
  });
} }));
