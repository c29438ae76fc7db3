/** Drives the page with the form as people do: chooses a form, types, leaves fields, reads what stands there. */
import { after } from 'node:test';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { Demo, folder } from './demo-page.mjs';

let browser = null;
after(() => browser?.close());

/** Opens the form by its file and calls `work(form)`. */
export async function openForm(work, viewport = { width: 1366, height: 768 }) {
  browser ??= await launchChromium();
  const context = await browser.newContext({ viewport });
  try {
    const driver = new Form(await context.newPage());
    await driver.page.goto(`${folder}index.html#bieu-mau`);
    await driver.ready();
    await work(driver);
  } finally {
    await context.close();
  }
}

class Form extends Demo {
  field(id) {
    return this.page.locator(`#f-${id}`);
  }

  async shown(book, form) {
    await this.page.waitForSelector(`body[data-shown="${book} ${form}"]`);
  }

  async choose(form) {
    await this.page.click(`[data-tab="${form}"]`);
    await this.page.waitForSelector(`[data-form="${form}"]`);
  }

  async law(asOf) {
    await this.page.click(`[data-as-of="${asOf}"]`);
    await this.page.waitForSelector(`[data-as-of="${asOf}"][aria-pressed="true"]`);
  }

  async example() {
    await this.page.click('[data-example]');
    await this.frames();
  }

  /** Fills fields of one line and leaves the last. */
  async fill(values) {
    for (const [id, text] of Object.entries(values)) await this.field(id).fill(text);
    await this.page.keyboard.press('Tab');
    await this.frames();
  }

  /** Chooses an option of a group by its place. */
  async pick(id, option) {
    await this.page.check(`input[data-path="${id}"][value="${option}"]`);
    await this.frames();
  }

  async check() {
    await this.page.click('[data-check]');
    await this.frames();
  }

  /** The codes that stand beside a field, seen. */
  async notes(id) {
    const note = this.page.locator(`#f-${id}-note`);
    return (await note.isVisible()) ? note.locator('[data-code]').evaluateAll((list) => list.map((one) => one.dataset.code)) : [];
  }

  /** Every code beside any field. */
  allNotes() {
    return this.page.$$eval('.f-note:not([hidden]) [data-code]', (list) => list.map((one) => one.dataset.code));
  }

  summary() {
    return this.page.$$eval('#summary:not([hidden]) li', (list) => list.map((one) => ({ code: one.dataset.code, at: one.dataset.at, text: one.textContent })));
  }

  grades() {
    return this.page.$$eval('[data-grade]', (list) => Object.fromEntries(list.map((one) => [one.dataset.grade, one.dataset.status])));
  }

  rule(id) {
    return this.page.$eval(`[data-rule="${id}"]`, (one) => [one.dataset.verdict, one.textContent]);
  }

  async forms() {
    return this.page.$$eval('[data-tab]', (tabs) => tabs.map((tab) => tab.dataset.tab));
  }
}
