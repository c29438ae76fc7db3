/** Runs `*.test.mjs` files with Node's own test runner and counts their tests. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { root } from './paths.mjs';

const TIMEOUT = 15 * 60_000;

/** Runs every `*.test.mjs` of the folders, so many at a time; a folder set without one passing or failing test is a failure. */
export async function testFiles(tally, folders, atATime = 1) {
  const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).map((name) => path.join(folder, name)));
  const queue = files.values();
  await Promise.all(Array.from({ length: atATime }, async () => {
    for (const file of queue) await testFile(tally, file);
  }));
  if (files.length === 0) tally.fail(folders.join(', '), 'There is no *.test.mjs file.');
}

/** A file that ends without having run a test is a failure: it broke off, or nothing is in it. */
async function testFile(tally, file) {
  const title = path.relative(root, file);
  let [tests, depth, said] = [0, 0, ''];
  for await (const { type, data } of run({ files: [file], timeout: TIMEOUT })) {
    if (type === 'test:stdout' || type === 'test:stderr') said += data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // The file itself is reported too: only its breaking off is news.
    if (data.name === file) {
      if (type === 'test:fail') {
        tally.fail(title, `${explain(data)}\n${said}`);
        tests += 1;
      }
      continue;
    }
    tests += 1;
    // A test is reported after those inside it, one level further out; the inner ones are counted already.
    const outer = data.nesting < depth;
    depth = data.nesting;
    if (type === 'test:fail' && !(outer && failedInside(data))) tally.fail(`${title}: ${data.name}`, explain(data));
    else if (data.skip !== undefined) console.log(`      skipped  ${data.name}: ${data.skip}`);
    else if (type === 'test:pass' && !outer) tally.pass();
  }
  if (tests === 0) tally.fail(title, `It ran no test.\n${said}`);
}

const failedInside = (data) => data.details?.error?.failureType === 'subtestsFailed';

/** The error's words and where in our files it arose, without the test runner's own lines. */
function explain(data) {
  const error = data.details?.error;
  const cause = error?.cause ?? error;
  const text = cause?.stack ?? cause?.message ?? String(cause ?? '');
  return text.split('\n').filter((line) => !/^\s+at .*node:internal/.test(line)).join('\n');
}
