/** The sources at another place, under a name with a space, in another time zone and language, build the same bytes. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { attempt, output } from '../../js/tools/command.mjs';
import { integrityList } from '../../js/tools/integrity.mjs';
import { dist, js, root } from '../../js/tools/paths.mjs';
import { temporaryFolder } from './install.mjs';

/** What makes the package: git's list where there is one, so that nothing built before comes along. */
function copyOfTheSources() {
  const copy = path.join(temporaryFolder(), 'elsewhere', 'a second copy');
  const files = output('git', ['ls-files', '--cached', '--others', '--exclude-standard'], root)?.split('\n');
  if (!files) return null;
  for (const file of files) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(copy, file));
  }
  for (const tools of ['node_modules', '.tools']) symlinkSync(path.join(js, tools), path.join(copy, 'js', tools));
  return copy;
}

test('a second build, elsewhere, gives the same bytes in every file', (t) => {
  const copy = copyOfTheSources();
  if (!copy) return t.skip('git is not here to say which files are sources');
  const done = attempt(process.execPath, [path.join(copy, 'js', 'build.mjs')], { cwd: copy, env: { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8', LC_ALL: 'C', CARGO_BUILD_JOBS: '1' }, longest: 14 * 60_000 });
  assert.ok(done.ok, done.text);
  const again = path.join(copy, 'js', 'dist');
  assert.equal(readFileSync(path.join(again, 'INTEGRITY.txt'), 'utf8'), integrityList(again), 'the list of the copy is of the copy');
  const [here, there] = [dist, again].map((folder) => integrityList(folder).trimEnd().split('\n'));
  assert.ok(here.length > 50);
  assert.deepEqual({ onlyHere: here.filter((line) => !there.includes(line)), onlyThere: there.filter((line) => !here.includes(line)) }, { onlyHere: [], onlyThere: [] });
});
