/** The example for WebForms: an UpdatePanel under a master page, view state, partial and whole postbacks. */
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { axeFinds } from '../browser/elements-page.mjs';
import { site } from '../browser/site.mjs';
import { js } from '../../js/tools/paths.mjs';
import { openAddress } from '../consumers/pages.mjs';
import { needs, project } from '../consumers/project.mjs';
import { pageScript, partialAnswer, wholePage } from './aspnet.mjs';
import { reads, WRONG } from './person.mjs';

const MESSAGE = '[data-xeploai-message="total"]';
const TYPED = { 'ctl00$Main$txtGeneral': '28', 'ctl00$Main$txtResults': '64', 'ctl00$Main$txtTotal': '90' };

/** The portal: keeps what is posted and the number of the state it has sent. */
async function portal(work) {
  const posts = [];
  const html = (response, body) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  const script = (text) => ({ headers: { 'content-type': 'text/javascript' }, body: text });
  const folder = project('pages', 'webforms', [path.join(js, 'examples', 'webforms')]);
  const place = await site({
    '/aspnet.js': script(`(${pageScript})();`),
    '/review.js': path.join(folder, 'review.js'),
    '/xeploai.global.js': path.join(folder, '..', 'node_modules', 'xeploai', 'dist', 'xeploai.global.js'),
    '/Review.aspx': async (request, response) => {
      if (request.method === 'GET') return html(response, wholePage({}, 'state-0'));
      let body = '';
      for await (const part of request.setEncoding('utf8')) body += part;
      const sent = Object.fromEntries(new URLSearchParams(body));
      posts.push(sent);
      const state = `state-${posts.length}`;
      return html(response, '__ASYNCPOST' in sent ? partialAnswer(sent, state) : wholePage(sent, state));
    },
  });
  try {
    await openAddress(`${place.url}/Review.aspx`, (page, { problems }) => work(page, { posts, problems }));
  } finally {
    await place.close();
  }
}

async function fill(page) {
  await reads(page, '#quota', 'Còn 1 suất');
  for (const [name, text] of Object.entries(TYPED)) await page.locator(`[name="${name}"]`).fill(text);
  await page.keyboard.press('Tab');
  await reads(page, MESSAGE, WRONG);
}

test('a partial postback: the server gets its own fields as they were typed and nothing else, and in the new panel the finding stands', needs('pages'), () => portal(async (page, { posts, problems }) => {
  await fill(page);
  await page.evaluate(() => { window.old = document.querySelector('[name$="txtTotal"]'); });
  await page.getByRole('button', { name: 'Lưu tạm' }).click();
  await page.waitForFunction(() => !window.old.isConnected);
  assert.deepEqual(posts, [{ __EVENTTARGET: '', __EVENTARGUMENT: '', __VIEWSTATE: 'state-0', ...TYPED, 'ctl00$Main$btnSave': 'Lưu tạm', __ASYNCPOST: 'true' }]);
  assert.equal(await page.inputValue('#__VIEWSTATE'), 'state-1');
  await reads(page, MESSAGE, WRONG);
  assert.equal(await page.getByLabel('Tổng điểm').getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await axeFinds(page), []);
  await page.getByLabel('Tổng điểm').fill('92');
  await page.waitForFunction((at) => document.querySelector(at).textContent === '', MESSAGE);
  assert.deepEqual(problems, []);
}));

test('a second partial postback brings the state of the first, and what was put right stays right', needs('pages'), () => portal(async (page, { posts }) => {
  await fill(page);
  for (const [times, total] of ['90', '92'].entries()) {
    await page.getByLabel('Tổng điểm').fill(total);
    await page.evaluate(() => { window.old = document.querySelector('[name$="txtTotal"]'); });
    await page.getByRole('button', { name: 'Lưu tạm' }).click();
    await page.waitForFunction(() => !window.old.isConnected);
    assert.equal(posts[times].__VIEWSTATE, `state-${times}`);
  }
  assert.equal(await page.textContent(MESSAGE), '');
  await page.getByLabel('Tiêu chí chung').fill('27');
  await page.keyboard.press('Tab');
  await reads(page, MESSAGE, '27 + 64 = 91, không bằng 92');
}));

test('a whole postback by __doPostBack: the summary comes before it, it is sent all the same, and the next page is checked again', needs('pages'), () => portal(async (page, { posts, problems }) => {
  await fill(page);
  await page.evaluate(() => { window.__doPostBack = (...sent) => { window.sent = sent; }; });
  await page.getByLabel('Tổng điểm').fill('91');
  await page.getByRole('link', { name: 'Gửi' }).click();
  await reads(page, MESSAGE, 'không bằng 91');
  // A link with `javascript:` is followed after the click.
  await page.waitForFunction(() => window.sent);
  assert.deepEqual(await page.evaluate(() => window.sent), ['ctl00$Main$lnkSend', '']);
  await page.evaluate(() => document.getElementById('form1').submit());
  await reads(page, '#points', '92 điểm');
  assert.equal(posts[0]['ctl00$Main$txtTotal'], '91');
  await page.getByLabel('Tổng điểm').fill('90');
  await page.keyboard.press('Tab');
  await reads(page, MESSAGE, WRONG);
  assert.deepEqual(problems, []);
}));
