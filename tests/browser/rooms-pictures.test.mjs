/**
 * How the rooms look, by their pixels. Against the pictures kept in tests/browser/pictures, in a font that is the same everywhere; and each room against
 * itself, after it went through the other theme, the other language and another room. What a run draws is left in js/build/tests/pictures.
 */
import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { ROOMS, folder } from './rooms-page.mjs';
import { TOLERANCE, compare, compareKept, launch, newPage, picture, withFonts } from './pictures.mjs';

const browser = await launch();
after(() => browser.close());

async function inRoom(room, settings, work) {
  const page = await newPage(browser, settings);
  try {
    await page.goto(`${folder}index.html#${room}`);
    await drawn(page, room);
    await withFonts(page);
    return await work(page);
  } finally {
    await page.context().close();
  }
}
/** In this room and language, and two frames later. */
async function drawn(page, room, locale = 'vi') {
  await page.waitForSelector(`body[data-room="${room}"][data-ready="true"][data-locale="${locale}"]`);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const PICTURES = [
  ...ROOMS.map((room) => [room, room, {}]),
  ['chi-tieu-dark', 'chi-tieu', { colorScheme: 'dark' }],
  ['phieu-320', 'phieu', { viewport: { width: 320, height: 640 } }],
  ['ty-le-forced', 'ty-le', { forcedColors: 'active' }],
  ['phieu-print', 'phieu', { print: true }],
];
for (const [name, room, { print, ...settings }] of PICTURES) {
  test(`it looks as it did: ${name}`, () => inRoom(room, settings, async (page) => {
    if (print) await page.emulateMedia({ media: 'print' });
    const part = compareKept(name, await picture(page));
    assert.ok(part <= TOLERANCE, `${(100 * part).toFixed(2)}% of the pixels differ; see js/build/tests/pictures, and renew with RENEW_PICTURES=1 where it is meant`);
  }));
}

test('a room that moved down by ten pixels is found, and so are colours that are gone', () => inRoom('phieu', {}, async (page) => {
  const before = await picture(page);
  assert.equal(compare(before, await picture(page)).part, 0);
  for (const css of ['.room-head { padding-top: 10px }', ':root { --surface: #fff; --sunken: #fff; --bad-soft: #fff; --warn-soft: #fff; --accent: #555 }']) {
    const style = await page.addStyleTag({ content: css });
    const { part } = compare(before, await picture(page));
    assert.ok(part > TOLERANCE, `${css}: ${part}`);
    await style.evaluate((node) => node.remove());
  }
}));

for (const room of ROOMS) {
  test(`through the other theme, the other language and another room it comes back as it was: ${room}`, () => inRoom(room, {}, async (page) => {
    const away = room === 'nhung' ? 'chi-tieu' : 'nhung';
    const enter = async (id, locale) => {
      await page.click(`[data-to="${id}"]`);
      await page.mouse.move(0, 0);
      await drawn(page, id, locale);
    };
    await enter(away);
    await enter(room);
    const before = await picture(page);
    for (const locale of ['en', 'vi']) {
      await page.click('#theme');
      await page.click('#language');
      await drawn(page, room, locale);
      await enter(away, locale);
      await enter(room, locale);
    }
    const found = compare(before, await picture(page));
    assert.equal(found.part, 0);
  }));
}
