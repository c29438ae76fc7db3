/** The examples that need no tool: pages with classic scripts of the packed package, beside the library they are for. */
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { js } from '../../js/tools/paths.mjs';
import { openAddress, openFolder, POLICY } from '../consumers/pages.mjs';
import { needs, project } from '../consumers/project.mjs';
import { fillsIn, reads, uses } from './person.mjs';

const OURS = ['xeploai.global.js', 'xeploai.nowasm.global.js', 'xeploai.floor.js', 'xeploai.elements.global.js'];
const OWN_PLACES = { message: '[data-xeploai-message="total"]' };
const WITHOUT_WASM = POLICY.replace(" 'wasm-unsafe-eval'", '').replace('; require', '; trusted-types xeploai; require');
/** RequireJS sets addresses of scripts, jQuery writes HTML, and its first version tries event handlers and styles out. */
const WITH_REQUIREJS = POLICY.replace(/; require-.*/, '');
const WITH_JQUERY = WITH_REQUIREJS.replace("-src 'self'", "-src 'self' 'unsafe-inline'").replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** An example with the scripts it expects beside it: ours from the tarball, others as `{ name: path in node_modules }`. */
function beside(example, others = {}) {
  const folder = project('pages', example, [path.join(js, 'examples', example)]);
  const modules = path.join(folder, '..', 'node_modules');
  for (const name of OURS) copyFileSync(path.join(modules, 'xeploai', 'dist', name), path.join(folder, name));
  for (const [name, from] of Object.entries(others)) copyFileSync(path.join(modules, from), path.join(folder, name));
  return folder;
}

test('a script tag: the strictest policy, with WebAssembly', needs('pages'), () => openFolder(beside('script-tag'), (page, seen) => uses(page, seen, OWN_PLACES)));

test('the same page where the policy forbids WebAssembly', needs('pages'), () => openFolder(beside('script-tag'), async (page, { asked }) => {
  await reads(page, '#quota', 'Còn 1 suất');
  await fillsIn(page, OWN_PLACES);
  assert.ok(asked.includes('/xeploai.nowasm.global.js'));
}, { policy: WITHOUT_WASM }));

test('the same page opened by double-click', needs('pages'), () => openAddress(pathToFileURL(path.join(beside('script-tag'), 'index.html')).href, async (page, { problems }) => {
  await reads(page, '#quota', 'Còn 1 suất');
  await fillsIn(page, OWN_PLACES);
  assert.deepEqual(problems, []);
}));

test('RequireJS itself loads the classic script as a module', needs('pages'), () => openFolder(beside('requirejs', { 'require.js': 'requirejs/require.js' }), async (page, seen) => {
  await uses(page, seen, OWN_PLACES);
  assert.ok(await page.evaluate(() => requirejs('xeploai') === window.xeploai));
}, { policy: WITH_REQUIREJS }));

for (const version of [1, 3, 4]) {
  test(`jQuery ${version} with jquery-validation`, needs('pages'), () => {
    const folder = beside('jquery', { 'jquery.min.js': `jquery-${version}/dist/jquery.min.js`, 'jquery.validate.min.js': 'jquery-validation/dist/jquery.validate.min.js' });
    return openFolder(folder, async (page, seen) => {
      await uses(page, seen, { message: '#total-error' });
      assert.match(await page.evaluate(() => jQuery.fn.jquery), new RegExp(`^${version}\\.`));
      await page.getByLabel('Tổng điểm').fill('<b>90</b>');
      await page.keyboard.press('Tab');
      await reads(page, '#total-error', '<b>90</b>');
    }, { policy: WITH_JQUERY });
  });
}
