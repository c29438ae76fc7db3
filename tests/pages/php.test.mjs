/** The example for PHP, run by PHP: the page checks while one types, and Node checks on the server what was sent. */
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { js } from '../../js/tools/paths.mjs';
import { findPhp } from '../../js/tools/php.mjs';
import { openAddress } from '../consumers/pages.mjs';
import { needs, project } from '../consumers/project.mjs';
import { serving } from '../consumers/serving.mjs';
import { fillsIn, reads, WRONG } from './person.mjs';

const able = findPhp() ? needs('pages') : { skip: 'PHP could not be installed' };
const TOTAL = '[data-xeploai-message="total"]';

async function served(work) {
  const folder = project('pages', 'php', [path.join(js, 'examples', 'php')]);
  copyFileSync(path.join(folder, '..', 'node_modules', 'xeploai', 'dist', 'xeploai.global.js'), path.join(folder, 'xeploai.global.js'));
  await serving(folder, '/usr/bin/env', ['php', '-S', `127.0.0.1:${await freePort()}`], {}, (url) => work(`${url}/review.php`));
}

/** PHP does not say which port it took when it is told to take any. */
function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

test('a page of PHP is checked while one types, and what was sent all the same is checked again by the same package', able, () => served((url) => openAddress(url, async (page, { problems }) => {
  await reads(page, '#quota', 'Còn 1 suất');
  await fillsIn(page, { message: TOTAL });
  await page.getByRole('button', { name: 'Gửi' }).click();
  await reads(page, '#received', 'Đã nhận.');
  assert.equal(await page.inputValue('#results'), '62');
  // PHP has no icon for the browser.
  assert.deepEqual(problems.filter((line) => !line.includes('404 (Not Found)')), []);
})));

test('what the server found stands in the page that comes back, until it is put right', able, () => served((url) => openAddress(url, async (page) => {
  await reads(page, '#quota', 'Còn 1 suất');
  for (const [name, text] of [['general', '28'], ['results', '64'], ['total', '90']]) await page.fill(`#${name}`, text);
  await Promise.all([page.waitForResponse((response) => response.status() === 422), page.getByRole('button', { name: 'Gửi' }).click()]);
  await reads(page, '#quota', 'Còn 1 suất');
  await reads(page, '#points', '92 điểm');
  await reads(page, TOTAL, WRONG);
  await page.fill('#total', '92');
  await page.waitForFunction((at) => document.querySelector(at).textContent === '', TOTAL);
})));

test('without any script in the browser the server says the same, and keeps what was typed', able, () => served(async (url) => {
  const send = async (fields) => {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
    return [response.status, await response.text()];
  };
  const [status, page] = await send({ general: '28', results: '64', total: '90' });
  assert.equal(status, 422);
  assert.ok(page.includes(`<span data-xeploai-message="total">${WRONG}</span>`));
  assert.match(page, /name="total"[^>]*value="90"/);
  const [quoted, hostile] = await send({ total: '"><script>alert(1)</script>' });
  assert.equal(quoted, 422);
  assert.ok(!hostile.includes('<script>alert'));
  for (const fields of [{ 'total[]': '90' }, { nothing: '1' }, { general: '28', results: '64', total: '92' }]) {
    const [fine, received] = await send(fields);
    assert.equal(fine, 200);
    assert.match(received, /id="received"/);
  }
}));
