/** The marks of `<xeploai-report>`: by the CSS Custom Highlight API where the browser has it, by a layer of spans elsewhere. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { bare, marks, open, put, withoutHighlights } from './elements-page.mjs';

const value = 'Có 61 đồng chí, chiếm 15,81%; 340 đồng chí (82,52%).';
const finding = (severity, quoted, fix = null) => {
  const start = value.indexOf(quoted);
  return { start, end: start + quoted.length, code: severity, severity, message: quoted, fix };
};
const findings = [finding('error', '15,81%', '14,81%'), finding('warning', 'chiếm 15,81%; 340'), finding('info', '82,52%')];
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

for (const [way, before] of [['highlights', undefined], ['spans', withoutHighlights]]) {
  const opened = (work, settings = {}) => open(bare, work, { ...settings, before });

  test(`what needs a look is marked as the worst that was found there: ${way}`, () => opened(async ({ page, problems }) => {
    await put(page, 'xeploai-report', { value, findings });
    assert.deepEqual((await marks(page)).texts, ['chiếm ', '15,81%', '; 340']);
    assert.deepEqual(problems, []);
  }));

  test(`a correction taken is no longer marked, and Ctrl+Z brings the text back: ${way}`, () => opened(async ({ page }) => {
    await put(page, 'xeploai-report', { audit: null, value, findings: [findings[0]] });
    await page.locator('xeploai-report').getByRole('button', { name: 'Sửa thành “14,81%”' }).click();
    await painted(page);
    const text = page.locator('xeploai-report textarea');
    assert.equal(await text.inputValue(), value.replace('15,81%', '14,81%'));
    assert.deepEqual((await marks(page)).texts, []);
    await text.press('Control+Z');
    assert.equal(await text.inputValue(), value);
  }));

  test(`a mark moves with the text typed before it: ${way}`, () => opened(async ({ page }) => {
    await put(page, 'xeploai-report', { value, findings: [findings[0]] });
    await page.locator('xeploai-report textarea').press('Control+Home');
    await page.keyboard.type('Năm 2021, ');
    await painted(page);
    assert.deepEqual((await marks(page)).texts, ['15,81%']);
  }));

  test(`what the layer repeats is hidden from screen readers, who hear the text area alone: ${way}`, () => opened(async ({ page }) => {
    await put(page, 'xeploai-report', { value, findings }, { label: 'Báo cáo' });
    assert.equal(await page.getByRole('textbox', { name: 'Báo cáo' }).count(), 1);
    assert.equal(await page.locator('xeploai-report [aria-hidden="true"] .mirror-text').count(), 1);
  }));

  test(`in the system’s own colours a mark is a line in the colour of its text: ${way}`, () => opened(async ({ page }) => {
    await put(page, 'xeploai-report', { value, findings });
    const seen = await page.evaluate(() => {
      const layer = document.querySelector('xeploai-report').shadowRoot.querySelector('.mirror-text');
      const span = layer.querySelector('.mark.error');
      const style = span ? getComputedStyle(span) : getComputedStyle(layer, '::highlight(xeploai-error)');
      return [span ? style.borderBottomColor : style.textDecorationColor, style.backgroundColor];
    });
    assert.deepEqual(seen, ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  }, { forcedColors: 'active' }));
}

test('with highlights the layer is one text and stays the same node while one types, however many marks there are', () => open(bare, async ({ page }) => {
  const many = '61 '.repeat(300);
  const all = Array.from({ length: 300 }, (_, at) => ({ start: 3 * at, end: 3 * at + 2, code: 'x', severity: 'error', message: 'x' }));
  await put(page, 'xeploai-report', { value: many, findings: all });
  await page.evaluate(() => { window.was = document.querySelector('xeploai-report').shadowRoot.querySelector('.mirror-text').firstChild; });
  await page.locator('xeploai-report textarea').press('Control+End');
  await page.keyboard.type('x');
  await painted(page);
  const seen = await page.evaluate(() => {
    const layer = document.querySelector('xeploai-report').shadowRoot.querySelector('.mirror-text');
    return [layer.firstChild === window.was, layer.children.length, CSS.highlights.get('xeploai-error').size];
  });
  assert.deepEqual(seen, [true, 0, 300]);
}));

test('two reports share the page’s highlights, and one taken off the page leaves none behind', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-report', { value, findings });
  await put(page, 'xeploai-report', { value, findings: [findings[0]] });
  const sizes = () => page.evaluate(() => ['error', 'warning'].map((name) => CSS.highlights.get(`xeploai-${name}`).size));
  assert.deepEqual(await sizes(), [2, 2]);
  await page.evaluate(() => { window.taken = document.querySelector('xeploai-report'); window.taken.remove(); });
  assert.deepEqual(await sizes(), [1, 0]);
  await page.evaluate(async () => { document.querySelector('main').appendChild(window.taken); await null; });
  assert.deepEqual(await sizes(), [2, 2]);
}));

test('a report moved into a frame is marked with the frame’s own highlights', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-report', { value, findings: [findings[0]] });
  const seen = await page.evaluate(async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inside = frame.contentWindow;
    inside.document.body.appendChild(document.querySelector('xeploai-report'));
    await null;
    return [CSS.highlights.get('xeploai-error').size, inside.CSS.highlights.get('xeploai-error').size];
  });
  assert.deepEqual(seen, [0, 1]);
}));
