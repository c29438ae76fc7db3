/** The README's snippets for a page without a bundler: they run as they stand and do what is written below them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { root } from '../../js/tools/paths.mjs';
import { openPortal } from './portal-page.mjs';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const [, first] = readme.match(/<script src="xeploai\.global\.js"><\/script>\n<script>([\s\S]*?)<\/script>/);
const [, snippet] = readme.match(/```html\n(<form[\s\S]*?)```/);
const [, script] = snippet.match(/<script>([\s\S]*?)<\/script>/);
const message = (portal, field) => portal.page.textContent(`[data-xeploai-message="${field}"]`);

test('a quota in words at every keystroke', () => openPortal('<input id="excellent"><p id="left"></p>', async (portal) => {
  await portal.run(first);
  await portal.run(() => xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2021-12-31' }).then(() => null));
  await portal.page.fill('#excellent', '3');
  assert.match(await portal.page.textContent('#left'), /^Còn 5 suất/);
  await portal.page.fill('#excellent', '40');
  assert.match(await portal.page.textContent('#left'), /^Vượt 24/);
  assert.deepEqual(portal.problems, []);
}));

test('points as they are typed, a wrong sum once it is left, both said aloud; and it can be sent', () => openPortal(snippet.slice(0, snippet.indexOf('<script')), async (portal) => {
  await portal.run(script);
  // An engine asked for later is there later.
  await portal.run(() => xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' }).then(() => null));
  await portal.frame();
  await portal.field('general').fill('28');
  await portal.field('results').fill('64');
  await portal.frame();
  assert.equal(await portal.page.textContent('#points'), '92 điểm');
  await portal.field('total').fill('90');
  assert.equal(await message(portal, 'total'), '');
  await portal.tab();
  assert.match(await message(portal, 'total'), /^Lỗi: Tổng điểm: 28 \+ 64 = 92, không bằng 90\./);
  await portal.wait(1_000);
  assert.match(await portal.page.textContent('[aria-live]'), /28 \+ 64 = 92/);
  assert.deepEqual(portal.problems, []);
}));
