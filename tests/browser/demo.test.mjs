/** The demo as people meet it: a double-click on a file, without network. */
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { demo } from '../../js/tools/paths.mjs';
import { serve } from '../../js/tools/serve.mjs';
import { withPage } from './page.mjs';

const folder = `${pathToFileURL(demo).href}/`;

test('the demo opens from a file, asks for nothing outside its folder and complains about nothing', async () => {
  await withPage(`${folder}index.html`, async ({ page, requests, problems }) => {
    await settled(page);
    assert.deepEqual(requests.filter((url) => !url.startsWith(folder)), []);
    assert.deepEqual(problems, []);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'vi');
    assert.match(await page.evaluate(() => document.body.innerText), /%/);
  });
});

test('the demo works the same when served', async () => {
  const server = await serve({ folder: demo, port: 0 });
  try {
    await withPage(server.url, async ({ page, requests, problems }) => {
      await settled(page);
      assert.deepEqual(requests.filter((url) => !url.startsWith(server.url)), []);
      assert.deepEqual(problems.filter((text) => !text.includes('favicon')), []);
    });
  } finally {
    await server.close();
  }
});

/** Until a share stands on the page. */
async function settled(page) {
  await page.waitForFunction(() => document.body.innerText.includes('%'), null, { timeout: 10_000 });
}
