/** A page that stays open all day: what it holds at noon it holds in the evening. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { tests } from '../../js/tools/paths.mjs';

/** What a garbage collector may keep for itself, of some ten megabytes. */
const SLACK = 1_500_000;
/** Engines that nobody holds are freed when the collector comes by; kept, 250 of them would be over ten megabytes. */
const LATE = 1_500_000;

const WORK = {
  checks: 'a hundred thousand checks, good and bad',
  rosters: 'three hundred rosters of seventy thousand rows',
  disposed: 'engines that are disposed of',
  forgotten: 'engines that nobody holds any more',
};

for (const [work, title] of Object.entries(WORK)) {
  test(`${title} leave memory as it was`, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', path.join(tests, 'js', 'memory-work.mjs'), work]);
    const { before, after } = JSON.parse(stdout);
    const grown = after.core - before.core;
    assert.ok(grown <= (work === 'forgotten' ? LATE : 0), `the core's memory grew by ${grown}`);
    assert.ok(after.heap - before.heap < SLACK, `the heap went from ${before.heap} to ${after.heap}`);
    assert.ok(after.buffers - before.buffers < SLACK, `buffers went from ${before.buffers} to ${after.buffers}`);
  });
}
