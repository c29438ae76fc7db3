/** The lines of the room for builders do what they promise, as they stand there. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dist } from '../../js/tools/paths.mjs';
import { withPage } from './page.mjs';
import { openRooms } from './rooms-page.mjs';
import { page as document, site } from './site.mjs';

/** The lines of one kind of portal, as copied: `[markup, script]`. */
async function snippet(kind) {
  let text = '';
  await openRooms(async ({ page }) => { text = await page.textContent('#embed-snippet .snippet'); }, { at: `nhung/${kind}` });
  return text.split(/\n\/\/ \w+\.js\n/);
}

/** A portal that has the package's files beside its page, under the policy the room names. */
async function portal([markup, script], work) {
  const files = Object.fromEntries(['xeploai.global.js', 'xeploai.elements.global.js', 'xeploai.nowasm.global.js'].map((file) => [`/${file}`, path.join(dist, file)]));
  const code = { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: script };
  const place = await site({ ...files, '/': document(markup, { policy: "script-src 'self' 'wasm-unsafe-eval'" }), '/review.js': code, '/quota.js': code });
  try {
    await withPage(place.url, work);
  } finally {
    await place.close();
  }
}

test('the lines for any page check its form while one types', async () => {
  const lines = await snippet('html');
  assert.ok(lines.join('\n').split('\n').length <= 12, 'about ten lines');
  await portal(lines, async ({ page, problems }) => {
    await page.fill('[name="general"]', '20');
    await page.fill('[name="results"]', '60');
    await page.fill('[name="total"]', '90');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => /80/.test(document.querySelector('[data-xeploai-message="total"]').textContent));
    assert.deepEqual(problems, []);
  });
});

test('the lines with elements show a quota', async () => portal(await snippet('elements'), async ({ page, problems }) => {
  await page.waitForFunction(() => /3/.test(document.querySelector('xeploai-quota').shadowRoot?.querySelector('.summary')?.textContent ?? ''));
  assert.deepEqual(problems, []);
}));

test('the fingerprints are those of the package’s files', () => openRooms(async ({ page }) => {
  const shown = await page.$$eval('#embed-files ~ * .snippet', (list) => list.map((one) => one.textContent));
  assert.deepEqual(shown, ['xeploai.global.js', 'xeploai.elements.global.js', 'xeploai.excel.global.js'].map((file) => `integrity="sha384-${createHash('sha384').update(readFileSync(path.join(dist, file))).digest('base64')}"`));
}, { at: 'nhung' }));

test('a click copies the lines; where that is refused they are selected, and the page says which', () => openRooms(async ({ page, speak }) => {
  const lines = await page.textContent('#embed-snippet .snippet');
  const said = () => page.textContent('#embed-snippet [role="status"]');
  await page.evaluate(() => { navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }; });
  await page.click('#embed-snippet [data-copy]');
  await page.waitForFunction(() => window.copied);
  assert.deepEqual([await page.evaluate(() => window.copied), await said()], [lines, 'Đã chép.']);
  await speak('en');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    document.execCommand = () => false;
  });
  await page.click('#embed-snippet [data-copy]');
  await page.waitForFunction(() => window.getSelection().toString().length > 0);
  assert.equal(await page.evaluate(() => window.getSelection().toString()), lines);
  assert.match(await said(), /Ctrl\+C/);
}, { at: 'nhung' }));

test('the room says what runs here', () => openRooms(async ({ page }) => {
  assert.match(await page.textContent('[data-fact="runs"]'), /WebAssembly/);
  assert.match(await page.textContent('#engine'), /WebAssembly/);
}, { at: 'nhung' }));
