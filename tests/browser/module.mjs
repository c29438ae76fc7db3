/** The page's half of module.test.mjs: hands the package and the runner to the test. */
import * as xeploai from '../../js/dist/index.js';
import { rulebooks } from '../../js/dist/rulebooks/index.js';
import { runCases } from '../js/run-cases.mjs';

window.runAll = (caseFiles) => runCases({ xeploai, rulebooks, caseFiles });
