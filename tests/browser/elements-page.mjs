/** Puts elements on an empty page under the strictest policy and reads them as people and assistive technology do. */
import { after } from 'node:test';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { demo, dist, js, tests } from '../../js/tools/paths.mjs';

export const bare = pathToFileURL(path.join(tests, 'browser', 'elements.html')).href;
export const shown = pathToFileURL(path.join(demo, 'elements.html')).href;
export const elementsScript = readFileSync(path.join(dist, 'xeploai.elements.global.js'), 'utf8');
const axe = readFileSync(path.join(js, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

let browser = null;
after(() => browser?.close());

/** A page of its own at `url`; `before` runs in it before anything else. */
export async function open(url, work, { before, ...settings } = {}) {
  browser ??= await launchChromium();
  const context = await browser.newContext(settings);
  try {
    const page = await context.newPage();
    const [requests, problems] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      if (['error', 'warning'].includes(line.type())) problems.push(line.text());
    });
    if (before) await page.addInitScript(before);
    await page.goto(url);
    await work({ page, requests, problems });
  } finally {
    await context.close();
  }
}

/** The page of the demo, ready, in one of its languages. */
export const openShown = (work, { locale = 'vi', ...settings } = {}) => open(shown, async (opened) => {
  await opened.page.waitForSelector('body[data-ready="true"]');
  if (locale === 'en') {
    await opened.page.click('#language');
    await opened.page.waitForSelector('body[data-locale="en"]');
  }
  await work(opened);
}, settings);

/** What axe finds on the page, in short. `without`: a selector of what it need not look into. */
export async function axeFinds(page, without = null) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((selector) => window.axe.run(selector ? { exclude: [selector] } : document, { preload: false }), without);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Puts an element on the page with properties and attributes, and waits until it is drawn. */
export const put = (page, tag, properties, attributes = {}) => page.evaluate(async ([name, given, said]) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(said)) element.setAttribute(key, value);
  Object.assign(element, given);
  document.querySelector('main').appendChild(element);
  await null;
}, [tag, properties, attributes]);

/** For `before`: a browser without the CSS Custom Highlight API, where the report's marks are spans in a layer over the text. */
export const withoutHighlights = () => { delete window.Highlight; };

/** The marked texts of the first report, in their order, and where the first of them stands, by highlights or by spans. */
export const marks = (page) => page.locator('xeploai-report').first().evaluate((report) => {
  const layer = report.shadowRoot.querySelector('.mirror-text');
  const ranges = [...CSS.highlights.values()].flatMap((one) => [...one]).filter((range) => layer.contains(range.startContainer));
  const found = [...ranges, ...layer.querySelectorAll('.mark')];
  const box = (one) => { const { x, y, height } = one.getBoundingClientRect(); return { x, y, height }; };
  found.sort((one, other) => box(one).y - box(other).y || box(one).x - box(other).x);
  return { texts: found.map((one) => one.textContent || String(one)), first: found.length > 0 ? box(found[0]) : null };
});
