/** Drives the demo as people do: picks a set, types, leaves fields, reads what stands there. */
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { demo } from '../../js/tools/paths.mjs';

export const folder = `${pathToFileURL(demo).href}/`;

/** One browser for all tests of a file; each opens the demo in a context of its own, with nothing left from another. */
let browser = null;
after(() => browser?.close());

/** Opens the demo by its file and calls `work(demo)`; `settings` are the browser context's. */
export async function openDemo(work, settings = {}) {
  browser ??= await launchChromium();
  const context = await browser.newContext(settings);
  try {
    const driver = new Demo(await context.newPage());
    await driver.page.goto(`${folder}index.html`);
    await driver.ready();
    await work(driver);
  } finally {
    await context.close();
  }
}

export class Demo {
  requests = [];
  problems = [];

  constructor(page) {
    this.page = page;
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (line) => {
      if (['error', 'warning'].includes(line.type())) this.problems.push(line.text());
    });
  }

  ready() {
    return this.page.waitForSelector('body[data-ready="true"]', { timeout: 10_000 });
  }

  setIds() {
    return this.page.evaluate(() => window.demo.sets.map(({ id }) => id));
  }

  async show(set) {
    await this.page.click(`[data-tab="${set}"]`);
    await this.page.waitForSelector(`body[data-shown="${set}"]`);
  }

  async speak(locale) {
    await this.page.click('#language');
    await this.page.waitForSelector(`body[data-locale="${locale}"]`);
  }

  section(id) {
    return new Section(this.page, id);
  }

  /** Two frames: what one input sets off is on the screen. */
  frames() {
    return this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** The page's time stands still from here on, however slow the machine; it goes by only with `pass`. */
  async hold() {
    await this.page.clock.install();
    await this.page.clock.pauseAt(Date.now() + 1_000);
  }

  pass(milliseconds) {
    return this.page.clock.runFor(milliseconds);
  }

  live() {
    return this.page.textContent('#live');
  }

  /** The engine's own sentence about a text in a field. */
  engineSays(text, kind) {
    return this.page.evaluate(async ([typed, field]) => {
      const engine = await window.xeploai.createEngine({ rulebook: window.xeploai.rulebooks, asOf: '2020-12-31' });
      return engine.readNumber(typed, field).message;
    }, [text, kind]);
  }
}

class Section {
  constructor(page, id) {
    this.page = page;
    this.at = page.locator(`[data-section="${id}"]`);
  }

  field(row) {
    return this.at.locator(`input[data-row="${row}"]`);
  }

  text(selector) {
    return this.at.locator(selector).first().textContent();
  }

  share(row) {
    return this.text(`[data-share="${row}"]`);
  }

  /** How long a row's part of the bar is, as drawn. */
  barWidths() {
    return this.at.locator('.bar').first().evaluate((bar) => [...bar.querySelectorAll(':scope > svg')].map((part) => part.getAttribute('width')));
  }

  /** What each reading comes to: `{ inclusive: { state: 'open', text }, exclusive: ... }` */
  readings() {
    return this.at.evaluate((node) => Object.fromEntries(
      [...node.querySelectorAll('[data-reading]')].map((one) => [one.dataset.reading, { state: one.dataset.state, text: one.textContent }]),
    ));
  }

  findings() {
    return this.at.locator('.finding').evaluateAll((list) => list.map((one) => ({ code: one.dataset.code, severity: one.dataset.severity, text: one.textContent })));
  }

  /** All numbers someone sees: what is typed and what follows from it. */
  figures() {
    return this.at.evaluate((node) => [
      ...[...node.querySelectorAll('input')].map((input) => input.value),
      ...[...node.querySelectorAll('[data-share], [data-inferred], [data-summary], [data-reading]')].map((one) => one.textContent),
    ]);
  }

  /** Types key by key over what stands there; the field keeps the focus. */
  async type(row, text) {
    await this.field(row).focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** How a field stands: for the eye, and for assistive technology. */
  state(row) {
    return this.field(row).evaluate((input) => {
      const note = document.getElementById(input.getAttribute('aria-describedby') ?? '');
      return { colour: input.dataset.state ?? null, invalid: input.getAttribute('aria-invalid'), note: note && !note.closest('[hidden]') ? note.textContent : null };
    });
  }
}
