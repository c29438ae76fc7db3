/** xeploai/elements without a browser: its size, importing on a server, and what may be put to the test without a page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dist } from '../../js/tools/paths.mjs';
import { ELEMENTS_BUDGET, gzipSize } from '../../js/tools/size.mjs';

const css = readFileSync(path.join(dist, 'elements.css'), 'utf8');

test(`the four elements with their style and both languages are at most ${ELEMENTS_BUDGET} bytes gzipped`, () => {
  const size = gzipSize(readFileSync(path.join(dist, 'elements.js')));
  assert.ok(size <= ELEMENTS_BUDGET, `they are ${size} bytes`);
});

test('on a server the elements can be imported, asked for and defined, and nothing happens', async () => {
  const { defineElements, XeploaiQuota } = await import('../../js/dist/elements.js');
  defineElements();
  assert.equal(typeof XeploaiQuota, 'function');
  assert.equal(typeof globalThis.customElements, 'undefined');
});

test('nothing in the elements writes HTML, a style attribute or a handler as text', () => {
  const text = readFileSync(path.join(dist, 'elements.js'), 'utf8');
  assert.equal(text.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setAttribute\("(?:style|on)/)?.[0], undefined);
});

test('the linked style sheet, for browsers without constructable ones, is what the script has inside', () => {
  const script = readFileSync(path.join(dist, 'elements.js'), 'utf8');
  for (const rule of [':host{--ink: var(--xeploai-ink, #241d18)', '@media print{', 'forced-color-adjust:none']) {
    assert.ok(css.includes(rule) && script.includes(rule), rule);
  }
});

test('all text leaves room for stacked diacritics: no line height under 1.4', () => {
  const heights = [...css.matchAll(/line-height:([\d.]+)/g)].map(([, height]) => Number(height));
  assert.ok(heights.length > 0 && Math.min(...heights) >= 1.4, heights.join(' '));
});
