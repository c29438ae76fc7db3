/** Drives the page of rooms as people do: follows its links, types, reads what stands there. */
import { pathToFileURL } from 'node:url';
import { demo } from '../../js/tools/paths.mjs';
import { open } from './elements-page.mjs';

export const folder = `${pathToFileURL(demo).href}/`;
export const ROOMS = ['ty-le', 'chi-tieu', 'bieu-mau', 'phieu', 'bao-cao', 'danh-sach', 'quy-dinh', 'nhung'];

const settled = (page, room) => page.waitForSelector(`body[data-room="${room}"][data-ready="true"][data-locale]`, { timeout: 15_000 });
/** Two frames: what one input sets off is on the screen. */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Opens the page from its file at a fragment and calls `work` with `{ page, requests, problems, enter, speak, ... }`. */
export const openRooms = (work, { at = '', room = at.split(/[/?]/)[0] || 'ty-le', ...settings } = {}) => open(`${folder}index.html${at && `#${at}`}`, async (opened) => {
  const { page } = opened;
  await settled(page, room);
  await work({
    ...opened,
    painted: () => painted(page),
    /** By the link in the head. */
    async enter(id) {
      await page.click(`[data-to="${id}"]`);
      await settled(page, id);
    },
    /** By the address, from nowhere. */
    async goTo(fragment) {
      await page.goto('about:blank');
      await page.goto(`${folder}index.html#${fragment}`);
      await settled(page, fragment.split(/[/?]/)[0]);
    },
    async speak(locale) {
      await page.click('#language');
      await page.waitForSelector(`body[data-locale="${locale}"]`);
    },
    active: () => page.evaluate(() => document.activeElement.id),
  });
}, settings);
