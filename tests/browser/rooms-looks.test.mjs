/**
 * How the rooms look, in what does not depend on the machine's fonts: boxes, lines and what is on the first screen. Pictures of every room are
 * left in js/build/tests/rooms for people to look at, in the machine's own fonts; rooms-pictures.test.mjs compares pixels.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { build } from '../../js/tools/paths.mjs';
import { ROOMS, openRooms } from './rooms-page.mjs';

const PICTURES = path.join(build, 'tests', 'rooms');
const SIZES = { projector: { width: 1024, height: 768 }, phone: { width: 320, height: 640 } };

/** Every box that is seen, rounded to half a pixel. */
const boxes = (page) => page.evaluate(() => [...document.querySelectorAll('body *')].filter((node) => node.getClientRects().length && !node.closest('#theme')).map((node) => {
  const box = node.getBoundingClientRect();
  return [node.localName, ...[box.left, box.top + window.scrollY, box.width, box.height].map((value) => Math.round(value * 2) / 2)].join(' ');
}));

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`at night the colours change and nothing else: ${size}`, () => openRooms(async ({ page, enter, painted }) => {
    mkdirSync(PICTURES, { recursive: true });
    const label = await page.$('#theme');
    // Its own words are of different width.
    await label.evaluate((button) => { button.style.width = '9rem'; });
    for (const room of ROOMS) {
      await enter(room);
      // A button that glides from one colour to the other is not there yet.
      await page.mouse.move(0, 0);
      const light = await boxes(page);
      await page.screenshot({ path: path.join(PICTURES, `${room}-${size}.png`) });
      await page.click('#theme');
      await painted();
      assert.deepEqual(await boxes(page), light, room);
      await page.screenshot({ path: path.join(PICTURES, `${room}-${size}-dark.png`) });
      await page.click('#theme');
      await painted();
    }
  }, { viewport }));
}

test('on the projector the first thing to do in each room is on the first screen', () => openRooms(async ({ page, enter, speak }) => {
  const first = { 'ty-le': '.set-title', 'chi-tieu': '#places-httnv', 'bieu-mau': '#f-name', phieu: '#k-v\\.p1\\.htxsnv', 'bao-cao': '#report-text', 'danh-sach': '#unit-title', 'quy-dinh': '.law-card', nhung: '.snippet' };
  for (const locale of ['vi', 'en']) {
    if (locale === 'en') await speak('en');
    for (const room of ROOMS) {
      await enter(room);
      assert.ok(await page.$eval(first[room], (node) => node.getBoundingClientRect().top) < 700, `${room} ${locale}`);
    }
  }
}, { viewport: SIZES.projector }));

test('stacked diacritics have room: no line is tight, and no box cuts its text', () => openRooms(async ({ page, enter }) => {
  for (const room of ROOMS) {
    await enter(room);
    const tight = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((node) => node.getClientRects().length && !node.closest('svg, .visually-hidden, .icon')
      && [...node.childNodes].some((child) => child.nodeType === 3 && /\p{L}/u.test(child.data))).flatMap((node) => {
      const style = getComputedStyle(node), size = parseFloat(style.fontSize);
      const line = style.lineHeight === 'normal' ? Infinity : parseFloat(style.lineHeight);
      const cut = style.overflowY !== 'visible' && !/^(?:textarea|select|option|pre)$/.test(node.localName) && node.scrollHeight > node.clientHeight + 1;
      return line / size < 1.29 || size < 14 || cut ? [`${node.localName}.${node.className} ${size} ${line} ${cut} ${node.textContent.slice(0, 40)}`] : [];
    }));
    assert.deepEqual([...new Set(tight)], [], room);
  }
}));
