/** Opens pages in headless Chromium and keeps a record of what they asked for and complained about. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { build, js, tests } from '../../js/tools/paths.mjs';

/** Opens `url`, calls `work` with `{ page, requests, problems }`, and closes the browser whatever happens. */
export async function withPage(url, work) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const [requests, problems] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      if (['error', 'warning'].includes(line.type())) problems.push(line.text());
    });
    await page.goto(url, { waitUntil: 'load' });
    return await work({ page, requests, problems });
  } finally {
    await browser.close();
  }
}

/** The case runner as a classic script, for pages that are files: js/build/tests/run-cases.js, global `caseRunner`. */
export async function bundleRunner() {
  const esbuild = createRequire(path.join(js, 'package.json'))('esbuild');
  const file = path.join(build, 'tests', 'run-cases.js');
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(tests, 'js', 'run-cases.mjs')],
    write: false,
    bundle: true,
    format: 'iife',
    globalName: 'caseRunner',
    charset: 'ascii',
    logLevel: 'silent',
  });
  // Whole from the first moment: another test may be reading it.
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, outputFiles[0].contents);
  renameSync(`${file}.${process.pid}`, file);
}
