/** What a tool has written, opened in Chromium under a strict policy. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { site } from '../browser/site.mjs';

export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'";

let browser = null;
after(() => browser?.close());

/** Opens a folder's index.html in a new context and calls `work(page, { problems, asked })`. */
export async function openFolder(folder, work, { policy = POLICY } = {}) {
  const routes = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) routes[`/${path.relative(folder, path.join(entry.parentPath, entry.name))}`] = path.join(entry.parentPath, entry.name);
  }
  const index = { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }, body: readFileSync(path.join(folder, 'index.html')) };
  const place = await site({ ...routes, '/': index });
  try {
    await openAddress(place.url, (page, seen) => work(page, { ...seen, asked: place.asked }));
  } finally {
    await place.close();
  }
}

export async function openAddress(url, work) {
  browser ??= await launchChromium();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      if (['error', 'warning'].includes(line.type())) problems.push(line.text());
    });
    await page.goto(url);
    await work(page, { problems }).catch((error) => {
      if (problems.length > 0) error.message += `\nThe page said: ${problems.join('\n')}`;
      throw error;
    });
  } finally {
    await context.close();
  }
}

/** What a page shows for an answer once it is there. */
export async function answerOf(page, selector = 'output') {
  const shown = page.locator(selector).filter({ hasText: '{' });
  await shown.waitFor();
  return JSON.parse(await shown.textContent());
}
