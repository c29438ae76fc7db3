/** The same pages in every browser that is here: today's Chromium, Firefox, WebKit, and Chromium back to the oldest supported. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { BROWSERS } from '../../js/tools/browsers.mjs';
import { runSuite } from './suite.mjs';

for (const browser of BROWSERS) {
  if (!browser.find()) {
    test(`${browser.name}: every page`, { skip: `${browser.name} is not here and could not be installed` }, () => {});
    continue;
  }
  for (const { page, results, least } of await runSuite(browser)) {
    test(`${browser.name}: ${page}`, () => {
      assert.ok(results !== null, 'the page never reported');
      assert.deepEqual(results.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`), []);
      assert.ok(results.length >= least, `it reported ${results.length} results instead of ${least}`);
    });
  }
}
