/** The README's snippets for a page without a bundler: they run as they stand and do what is written below them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dist, root } from '../../js/tools/paths.mjs';
import { open } from './elements-page.mjs';
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

test('the elements show what the engine answered', () => open('about:blank', async ({ page, problems }) => {
  const [, markup] = readme.match(/```html\n[^`]*?(<xeploai-quota[\s\S]*?)```/);
  const [, script] = readme.match(/```ts\nimport \{ defineElements \}.*\n([\s\S]*?)```/);
  await page.setContent(`<main>${markup}<form id="my-form"><input name="total"></form></main>`);
  for (const name of ['xeploai.global.js', 'xeploai.elements.global.js']) await page.addScriptTag({ path: path.join(dist, name) });
  const told = await page.evaluate(async ([code]) => {
    const engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' });
    const { diagnostics } = engine.check({ form: 'mau-2b', answers: { general: '28', results: '64', total: '90' } });
    const given = {
      engine, defineElements: xeploai.defineElements ?? (() => {}), tally: { htxsnv: 3, httnv: 16, htnv: 1, khtnv: 0 }, counts: { rated: 20, htxsnv: 3, 'httnv-up': 19, htnv: 1, khtnv: 0 },
      watcher: { elementOf: () => document.querySelector('[name="total"]') },
    };
    // The same elements by their ids, as on a page; `report` is one of them, and of its findings the list is shown.
    const elements = ['quota', 'table', 'findings', 'report'].map((id) => document.getElementById(id));
    const body = code.replace(/^import .*$/gm, '').replace(/ as HTMLElement \| null/g, '').replace('findings.result = report;', 'findings.result = { diagnostics };');
    new Function('quota', 'table', 'findings', 'report', 'diagnostics', ...Object.keys(given), body)(...elements, diagnostics, ...Object.values(given));
    document.querySelector('textarea').value = 'Có 352/353 đồng chí nộp bản tự phê bình, chiếm 99,43%.';
    document.querySelector('textarea').dispatchEvent(new Event('input', { bubbles: true }));
    await null;
    return { quota: elements[0].shadowRoot.textContent, table: elements[1].shadowRoot.textContent, findings: elements[2].shadowRoot.textContent, focus: document.activeElement.id };
  }, [script]);
  assert.match(told.quota, /Vừa đủ|Còn \d|Vượt/);
  assert.match(told.table, /Đảng viên được xếp loại[^]*15,00%/);
  assert.match(told.findings, /28 \+ 64 = 92/);
  assert.equal(told.focus, 'findings');
  await page.waitForFunction(() => /352\/353 = 99,72%/.test(document.getElementById('report').shadowRoot.textContent));
  assert.deepEqual(problems, []);
}));
