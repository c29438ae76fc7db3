/** The shared cases in one page: each case is a test, and so is the page's own good conduct. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { caseFiles, overlays } from '../js/case-files.mjs';
import { reportCases } from '../js/report-cases.mjs';
import { withPage } from './page.mjs';

/** `runAll` is run inside the page with the case files and the overlays and gives the runner's results. */
export async function casesInPage(url, runAll) {
  const { results, asked, problems } = await withPage(url, async ({ page, requests, problems }) => {
    const before = requests.length;
    const results = await page.evaluate(runAll, { caseFiles: caseFiles(), overlays: overlays() });
    return { results, asked: requests.slice(before), problems };
  });
  reportCases(results);
  test('the page asks for nothing while the engine is made and answers', () => assert.deepEqual(asked, []));
  test('the page has no error and no warning on its console', () => assert.deepEqual(problems, []));
}
