/** The pages of the law in Chromium, from their files: their own policy lets their style through, nothing is asked for, nothing runs over the side. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../js/tools/paths.mjs';
import { axeFinds } from './elements-page.mjs';
import { withPage } from './page.mjs';

const files = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.html') && name !== 'api.html');

test('every page of the law opens from its file in its own style, without a request or a complaint, on 360 pixels too', async () => {
  assert.ok(files.length > 20);
  await withPage(pathToFileURL(path.join(dist, 'law.html')).href, async ({ page, requests, problems }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const file of files) {
      const url = pathToFileURL(path.join(dist, file)).href;
      requests.length = 0;
      await page.goto(url);
      const seen = await page.evaluate(() => [document.documentElement.scrollWidth, getComputedStyle(document.body).display, getComputedStyle(document.querySelector('thead') ?? document.body.firstChild).display]);
      assert.equal(seen[0], 360, file);
      assert.ok(file.startsWith('law') || seen[2] === 'none', `${file} has no style`);
      assert.deepEqual(requests, [url]);
    }
    assert.deepEqual(problems, []);
  });
});

test('axe finds nothing on the pages of the law', async () => {
  await withPage(pathToFileURL(path.join(dist, 'law.html')).href, async ({ page }) => {
    // The English ones are the same page with other words.
    for (const file of files.filter((name) => !name.endsWith('.en.html'))) {
      await page.goto(pathToFileURL(path.join(dist, file)).href);
      assert.deepEqual(await axeFinds(page), [], file);
    }
  });
});
