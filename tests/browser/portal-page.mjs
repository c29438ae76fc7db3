/** A portal's page, as strict as they come: no inline code, no request, Trusted Types; its clock stands until a test moves it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { dist } from '../../js/tools/paths.mjs';

const URL = 'https://portal.example/';
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'";
const SCRIPT = readFileSync(path.join(dist, 'xeploai.global.js'));
/** Longer than a frame, shorter than the quiet. */
const FRAME = 120;

let browser = null;
after(() => browser?.close());

/** Opens a page with `body`, makes the engine of 2025 there (`window.engine`) and calls `work(portal)`. */
export async function openPortal(body, work) {
  browser ??= await launchChromium();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const portal = new Portal(page);
    await page.route('**/*', (route) => {
      const asked = route.request();
      portal.requests.push(`${asked.method()} ${asked.url()}`);
      if (asked.url().endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: SCRIPT });
      const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng</title><script src="xeploai.global.js"></script><link rel="icon" href="data:,">${body}`;
      return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': POLICY }, body: html });
    });
    await page.clock.install({ time: new Date('2025-12-15T08:00:00') });
    await page.goto(URL);
    await page.clock.pauseAt(new Date('2025-12-15T09:00:00'));
    await page.evaluate(async () => {
      window.engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-15' });
    });
    await work(portal);
  } finally {
    await context.close();
  }
}

class Portal {
  requests = [];
  problems = [];

  constructor(page) {
    this.page = page;
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (line) => {
      if (['error', 'warning'].includes(line.type())) this.problems.push(line.text());
    });
  }

  /** Watches `selector` (the body) with options that can be sent to a page; what is reported is kept in `window.diffs`. */
  async watch(options = {}, selector = 'body') {
    await this.page.evaluate(([given, at]) => {
      window.diffs ??= [];
      window.failures ??= [];
      const report = (report, diff) => window.diffs.push({ report, diff, ...diff });
      const onError = (error) => window.failures.push(error.code ?? error.message);
      window.watcher = xeploai.watchForm(document.querySelector(at), window.engine, { form: 'mau-2b', report, onError, ...given });
    }, [options, selector]);
    await this.frame();
  }

  run(work, given) {
    return this.page.evaluate(work, given);
  }

  frame() {
    return this.page.clock.runFor(FRAME);
  }

  /** Nobody touches anything for so long. */
  wait(milliseconds) {
    return this.page.clock.runFor(milliseconds);
  }

  field(name) {
    return this.page.locator(`[name="${name}"]`);
  }

  async type(name, text) {
    await this.field(name).pressSequentially(text);
    await this.frame();
  }

  /** Leaves the field for nowhere in particular. */
  async leave() {
    await this.page.evaluate(() => document.activeElement.blur());
    await this.frame();
  }

  async tab() {
    await this.page.keyboard.press('Tab');
    await this.frame();
  }

  /** What is to be seen now: `form.missing@name`. */
  shown(severities = ['error', 'warning', 'info']) {
    return this.page.evaluate((wanted) => window.diffs[window.diffs.length - 1].shown.filter((one) => wanted.includes(one.severity)).map((one) => one.key), severities);
  }

  /** Everything that was ever shown since the page was opened. */
  everShown() {
    return this.page.evaluate(() => [...new Set(window.diffs.flatMap((diff) => diff.appeared.map((one) => one.key)))]);
  }

  answers() {
    return this.page.evaluate(() => window.watcher.answers());
  }

  diffs() {
    return this.page.evaluate(() => window.diffs.length);
  }

  failures() {
    return this.page.evaluate(() => window.failures);
  }
}
