/** The page of rooms in headless Chromium, from its file: when something is painted, and how long from a key to the painted answer. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { demo } from '../../js/tools/paths.mjs';
import { withPage } from '../browser/page.mjs';

const PAGE = pathToFileURL(path.join(demo, 'index.html')).href;
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** First paint, and when the room can be used; a new context each time, so that nothing is compiled already. */
async function opening(browser) {
  const [paints, ready] = [[], []];
  for (let run = 0; run < 9; run += 1) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(PAGE);
    await page.waitForSelector('body[data-ready="true"]');
    ready.push(await page.evaluate(() => performance.now()));
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    await page.context().close();
  }
  return { paint: median(paints), ready: median(ready) };
}

/** From a key's own time to the first moment after the frame that shows its answer, in milliseconds. */
const listen = () => {
  window.keys = [];
  window.answered = (at) => new Promise((done) => {
    const look = () => (window.keys.length > at ? done() : setTimeout(look, 5));
    look();
  });
  window.addEventListener('keydown', (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keys.push(performance.now() - event.timeStamp);
      port2.postMessage(null);
    });
  }, true);
};

async function typing(page, fragment, ready, press) {
  await page.goto('about:blank');
  await page.goto(`${PAGE}#${fragment}`);
  await page.waitForSelector('body[data-ready="true"]');
  await ready();
  await page.evaluate(listen);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const works = [];
  for (let at = 0; at < 40; at += 1) {
    const before = await spent(cdp);
    await press(at);
    await page.evaluate((n) => window.answered(n), at);
    works.push(await spent(cdp) - before);
  }
  const keys = await page.evaluate(() => window.keys);
  await cdp.detach();
  return { median: median(keys), worst: Math.max(...keys), work: median(works), worstWork: Math.max(...works) };
}

/** Milliseconds the page's thread has spent on scripts, styles and layout so far: what a key costs apart from waiting for the frame. */
async function spent(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.filter(({ name }) => /^(?:Script|Layout|RecalcStyle)Duration$/.test(name)).reduce((sum, { value }) => sum + 1000 * value, 0);
}

/** `{ paint, ready, form, roster, report }` */
export async function measureDemo() {
  return withPage('about:blank', async ({ page }) => {
    const opened = await opening(page.context().browser());
    const keyboard = page.keyboard;
    const form = await typing(page, 'bieu-mau/2025-12-15/mau-2b', async () => {
      await page.click('[data-example]');
      await page.focus('#f-results');
      await keyboard.press('End');
    }, (at) => keyboard.press(at % 2 ? 'Backspace' : '5'));
    const roster = await typing(page, 'danh-sach/A4.01.4', () => page.focus('.member select'), (at) => keyboard.press(at % 2 ? 'ArrowUp' : 'ArrowDown'));
    const report = await typing(page, 'bao-cao', () => page.focus('#report-text'), (at) => keyboard.press(at % 2 ? 'Backspace' : '5'));
    return { ...opened, form, roster, report };
  });
}
