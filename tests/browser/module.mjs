/** The page's half of the tests over http: hands them the package and the runner. */
import * as author from '../../js/dist/author.js';
import * as xeploai from '../../js/dist/index.js';
import { rulebooks } from '../../js/dist/rulebooks/index.js';
import { runCases } from '../js/run-cases.mjs';

window.createEngine = (options) => xeploai.createEngine({ rulebook: rulebooks, ...options });
window.runAll = (files) => runCases({ xeploai, author, rulebooks, ...files });
