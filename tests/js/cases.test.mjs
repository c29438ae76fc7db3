/** The shared cases through WebAssembly in Node. */
import { caseFiles, overlays } from './case-files.mjs';
import { author, rulebooks, xeploai } from './package.mjs';
import { reportCases } from './report-cases.mjs';
import { runCases } from './run-cases.mjs';

reportCases(await runCases({ xeploai, author, rulebooks, overlays: overlays(), caseFiles: caseFiles() }));
