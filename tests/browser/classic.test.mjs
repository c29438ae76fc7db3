/** The shared cases in Chromium, from file:// with one classic script and a policy without network. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { tests } from '../../js/tools/paths.mjs';
import { bundleRunner } from './page.mjs';
import { casesInPage } from './run-page.mjs';

await bundleRunner();
await casesInPage(
  pathToFileURL(path.join(tests, 'browser', 'classic.html')).href,
  // The classic script has everything a page needs, and so no lints.
  ({ caseFiles, overlays }) => caseRunner.runCases({
    xeploai, rulebooks: xeploai.rulebooks, overlays, caseFiles: caseFiles.filter(({ file }) => file !== 'lints.json'),
  }),
);
