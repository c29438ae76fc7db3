/** The elements alone: semantics, hostile and careless pages, every way an element comes to a page. Results are computed here, in Node. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { rulebooks, xeploai } from '../js/package.mjs';
import { site } from './site.mjs';
import { axeFinds, bare, elementsScript, open, put, marks } from './elements-page.mjs';

const engines = Object.fromEntries(['vi', 'en'].map((locale) => [locale, xeploai.createEngineSync({ rulebook: rulebooks, asOf: '2021-12-31', locale })]));
/** Hòa Bình 2021: within 20% on one reading of the base, over it on the other. */
const hoaBinh = { htxsnv: '9.942', httnv: '47.193', htnv: '4.897', khtnv: '299' };
const quota = (tally = hoaBinh, locale = 'vi') => engines[locale].quota({ subject: 'member', tally, trace: true });
const breakdown = (counts = hoaBinh, locale = 'vi') => engines[locale].breakdown({ table: 'member-apart', counts });

test('under a policy that allows no style and no made-up script the elements have their style, ask for nothing and complain about nothing', () => open(bare, async ({ page, requests, problems }) => {
  await put(page, 'xeploai-quota', { result: quota() });
  await put(page, 'xeploai-breakdown', { result: breakdown() });
  await put(page, 'xeploai-findings', { result: quota() });
  await put(page, 'xeploai-report', { findings: [{ start: 0, end: 2, code: 'x', severity: 'error', message: 'x', fix: 'Ba' }], value: 'Hai' });
  assert.equal(await page.locator('xeploai-quota .quota').evaluate((node) => getComputedStyle(node).borderTopStyle), 'solid');
  await page.locator('xeploai-report').getByRole('button', { name: 'Sửa thành “Ba”' }).click();
  assert.equal(await page.locator('xeploai-report textarea').inputValue(), 'Bai');
  assert.deepEqual(problems, []);
  assert.equal(requests.length, 2);
}));

test('what is only worth knowing in a report stands in the list and is not underlined; one can still go there', () => open(bare, async ({ page }) => {
  const value = `${'Hai\n'.repeat(200)}Ba`;
  const findings = [['info', 800, 802], ['warning', 0, 3]].map(([severity, start, end]) => ({ start, end, code: severity, severity, message: 'x' }));
  await put(page, 'xeploai-report', { value, findings });
  const report = page.locator('xeploai-report');
  assert.deepEqual((await marks(page)).texts, ['Hai']);
  await report.getByRole('button', { name: 'Đến chỗ “Ba”' }).click();
  const [selected, scrolled, high] = await report.locator('textarea').evaluate((area) => [area.value.slice(area.selectionStart, area.selectionEnd), area.scrollTop, area.scrollHeight - area.clientHeight]);
  assert.equal(selected, 'Ba');
  assert.ok(scrolled > high / 2, 'the text area shows its end');
}));

test('a screen reader meets the quota as a named group with a heading, the headroom in words, a meter that says its figures, and the readings as a list', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-quota', { result: quota() }, { 'heading-level': 2 });
  const group = page.getByRole('group', { name: 'Đảng viên hoàn thành xuất sắc' });
  assert.equal(await group.getByRole('heading', { level: 2 }).textContent(), 'Đảng viên hoàn thành xuất sắc');
  const meter = page.getByRole('meter', { name: 'Đảng viên hoàn thành xuất sắc' });
  assert.equal(await meter.getAttribute('aria-valuetext'), '9.942; không quá 11.427');
  assert.ok(Number(await meter.getAttribute('aria-valuenow')) <= Number(await meter.getAttribute('aria-valuemax')));
  const readings = await group.getByRole('listitem').allTextContents();
  assert.equal(readings.length, 3);
  assert.match(readings[0], /^A .*Còn suất.*đang áp dụng.*17,40%.*57\.135.*11\.427.*1\.485/);
  assert.match(readings[1], /^B .*Vượt trần.*21,07%.*47\.193.*9\.522.*Vượt420/);
  const snapshot = await group.ariaSnapshot();
  assert.match(snapshot, /Còn 1\.485 suất/);
  assert.doesNotMatch(snapshot, /làm tròn xuống/, 'the arithmetic waits until it is asked for');
  await group.getByText('Cách tính và căn cứ').click();
  assert.match(await group.ariaSnapshot(), /link "21-HD\/BTCTW ngày 18\/10\/2019, mục II\.B/);
}));

test('the table is a table: a caption, column and row headers, every share with its base', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-breakdown', { result: breakdown() }, { caption: 'Hòa Bình, 2021' });
  const table = page.getByRole('table', { name: 'Hòa Bình, 2021' });
  assert.deepEqual(await table.getByRole('columnheader').allTextContents(), ['Nội dung', 'Số lượng', 'Tỷ lệ']);
  const row = table.getByRole('row', { name: 'Hoàn thành xuất sắc nhiệm vụ' });
  assert.equal(await row.getByRole('rowheader').textContent(), 'Hoàn thành xuất sắc nhiệm vụ');
  assert.match(await row.textContent(), /9\.94215,95%trên 62\.331/);
  assert.match(await table.getByRole('row', { name: /^Được đánh giá/ }).textContent(), /62\.331suy ra/);
}));

test('a change against last year gets a column, with its sign', () => open(bare, async ({ page }) => {
  const result = engines.vi.breakdown({ table: 'member-apart', counts: hoaBinh, previous: { htxsnv: 10_000, httnv: 47_000 } });
  await put(page, 'xeploai-breakdown', { result });
  assert.match(await page.getByRole('row', { name: 'Hoàn thành xuất sắc nhiệm vụ' }).textContent(), /\u221258$/);
  assert.match(await page.getByRole('row', { name: 'Hoàn thành tốt nhiệm vụ' }).textContent(), /\+193$/);
}));

test('where the law has no quota the element says so, and before there is a result it says nothing', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-quota', { result: { quotas: [] } });
  await put(page, 'xeploai-quota', { result: { quotas: null } });
  assert.deepEqual(await page.locator('xeploai-quota').evaluateAll((all) => all.map((one) => one.shadowRoot.querySelector('p') && one.shadowRoot.querySelector('p').textContent)), ['Không có tỷ lệ cho đối tượng này.', null]);
}));

test('what is missing is said and never drawn as zero', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-quota', { result: quota({ htxsnv: 3 }) });
  assert.match(await page.getByRole('group', { name: 'Đảng viên' }).textContent(), /Chưa đủ số/);
  assert.equal(await page.getByRole('meter').count(), 0);
  await put(page, 'xeploai-breakdown', { result: breakdown({ htxsnv: 3 }) });
  assert.match(await page.getByRole('row', { name: 'Hoàn thành tốt nhiệm vụ' }).ariaSnapshot(), /chưa có số/);
}));

test('over the cap the meter shows the excess as its own part, and the state in a word', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-quota', { result: quota({ htxsnv: 9, httnv: 20, htnv: 1, khtnv: 0 }) });
  assert.equal(await page.locator('.quota > .line .badge').textContent(), 'Vượt trần');
  const [used, over] = await page.locator('.picture').evaluate((drawing) => ['.used', '.too-many'].map((part) => drawing.querySelector(part).getBoundingClientRect().width));
  assert.ok(used > 0 && over > 0);
}));

test('words are English where the element, the engine or the page around it speaks English, and Vietnamese otherwise', () => open(bare, async ({ page }) => {
  const heading = async (attributes, around) => {
    await page.evaluate((lang) => { document.querySelector('main').replaceChildren(); document.querySelector('main').lang = lang; }, around);
    await put(page, 'xeploai-breakdown', { result: breakdown(hoaBinh) }, attributes);
    return page.getByRole('columnheader').first().textContent();
  };
  assert.equal(await heading({}, 'vi'), 'Nội dung');
  assert.equal(await heading({}, 'en-GB'), 'Item');
  assert.equal(await heading({ lang: 'en' }, 'vi'), 'Item');
  assert.equal(await heading({ locale: 'vi' }, 'en'), 'Nội dung');
  assert.equal(await heading({}, 'fr'), 'Nội dung');
}));

test('properties set before the element is known to the browser are taken, and a second copy of the package changes nothing', async () => {
  await open('about:blank', async ({ page, problems }) => {
    const [before, after] = await page.evaluate(async ([script, result]) => {
      const early = document.body.appendChild(document.createElement('xeploai-quota'));
      early.result = result;
      (0, eval)(script);
      const known = customElements.get('xeploai-quota');
      await null;
      const drawn = early.shadowRoot.querySelectorAll('.quota').length;
      (0, eval)(script);
      return [drawn, customElements.get('xeploai-quota') === known];
    }, [elementsScript, quota()]);
    assert.deepEqual([before, after], [1, true]);
    assert.deepEqual(problems, []);
  });
});

test('an element asks an engine itself, from properties or from attributes, and tells the page what it got', () => open(bare, async ({ page }) => {
  const heard = await page.evaluate(async ([report]) => {
    const heard = [];
    document.addEventListener('xeploai-result', (event) => heard.push(event.detail === report));
    const element = document.createElement('xeploai-quota');
    element.setAttribute('subject', 'member');
    element.setAttribute('tally', '{"htxsnv": "9.942"}');
    element.engine = { locale: 'vi', quota: (input) => (heard.push(input), report) };
    document.querySelector('main').appendChild(element);
    await null;
    element.tally = { htxsnv: 1 };
    element.group = { size: 9 };
    await null;
    return heard;
  }, [quota()]);
  assert.deepEqual(heard, [{ subject: 'member', tally: { htxsnv: '9.942' }, trace: true }, true, { subject: 'member', tally: { htxsnv: 1 }, group: { size: 9 }, trace: true }, true]);
}));

test('wrong input is an error event the page may handle; unhandled it stands in the console, and the element goes on', () => open(bare, async ({ page, problems }) => {
  await page.evaluate(() => document.addEventListener('xeploai-error', (event) => { if (event.target.id) event.preventDefault(); window.seen = event.detail.message; }));
  await put(page, 'xeploai-quota', {}, { id: 'handled', result: '{"quotas": [' });
  assert.match(await page.evaluate(() => window.seen), /JSON/);
  assert.deepEqual(problems, []);
  await put(page, 'xeploai-quota', {}, { result: '{"quotas": [' });
  await page.evaluate(async (result) => { const { lastChild } = document.querySelector('main'); lastChild.result = result; await null; }, quota());
  assert.equal(await page.getByRole('group', { name: 'Đảng viên' }).count(), 1);
  assert.equal(problems.length, 1);
}));

test('an element that refuses a question does not go on showing the answer of the last one', () => open(bare, async ({ page }) => {
  await page.evaluate(() => document.addEventListener('xeploai-error', (event) => event.preventDefault()));
  await put(page, 'xeploai-quota', { result: quota() });
  const shown = () => page.evaluate(() => document.querySelector('xeploai-quota').shadowRoot.querySelector('.body').children.length);
  assert.ok(await shown() > 0);
  await page.evaluate(async () => {
    const element = document.querySelector('xeploai-quota');
    element.result = null;
    element.subject = 'member';
    element.tally = { htxsvn: 1 };
    element.engine = { quota() { throw new Error('`htxsvn` is not known in `tally`'); } };
    await null;
  });
  assert.equal(await shown(), 0);
  await page.evaluate(async (result) => { document.querySelector('xeploai-quota').result = result; await null; }, quota());
  assert.ok(await shown() > 0);
}));

test('a report without a text is empty, as a text area is', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-report', { value: 'x' });
  const values = await page.evaluate(() => [null, undefined, '', 0].map((value) => {
    const report = document.querySelector('xeploai-report');
    report.value = value;
    return report.value;
  }));
  assert.deepEqual(values, ['', '', '', '0']);
}));

test('moved about the page, and into a frame, an element keeps what it shows and its style', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-quota', { result: quota() });
  const seen = await page.evaluate(async () => {
    const element = document.querySelector('xeploai-quota');
    const style = () => getComputedStyle(element.shadowRoot.querySelector('.quota')).borderTopStyle;
    const aside = document.body.appendChild(document.createElement('aside'));
    aside.appendChild(element);
    await null;
    const moved = [element.shadowRoot.querySelectorAll('.quota').length, style()];
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument.body.appendChild(element);
    await null;
    return [...moved, element.shadowRoot.querySelectorAll('.quota').length, style()];
  });
  assert.deepEqual(seen, [1, 'solid', 1, 'solid']);
}));

test('a new result leaves open what is open, and the focus where it is', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-quota', { result: quota() });
  await page.locator('summary').click();
  await page.evaluate(async (result) => { document.querySelector('xeploai-quota').result = result; await null; }, quota({ ...hoaBinh, htxsnv: 12_000 }));
  assert.match(await page.getByRole('group', { name: 'Đảng viên' }).textContent(), /12\.000\/59\.193/);
  assert.ok(await page.locator('details').evaluate((node) => node.open));
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.localName), 'summary');
}));

test('when a finding above is settled, the focus stays on the link it is on', () => open(bare, async ({ page }) => {
  const finding = (key) => ({ key, code: 'x', severity: 'error', path: [key], message: `Sai ở ${key}.`, params: {}, citations: [] });
  await page.evaluate(() => { for (const name of ['a', 'b', 'c']) document.querySelector('main').appendChild(Object.assign(document.createElement('input'), { name })); });
  await put(page, 'xeploai-findings', { findings: ['a', 'b', 'c'].map(finding) });
  await page.getByRole('link', { name: 'Sai ở b.' }).focus();
  await page.evaluate(async (findings) => { document.querySelector('xeploai-findings').findings = findings; await null; }, ['b', 'c'].map(finding));
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent), 'Sai ở b.');
  assert.equal(await page.getByRole('heading', { level: 3 }).textContent(), 'Có 2 nội dung cần xem lại');
}));

test('a finding leads to its field by name, by mark or by the page’s own rule; severity is a word, not only a colour', () => open(bare, async ({ page }) => {
  const finding = (path, severity) => ({ key: path.join(), code: 'x', severity, path, message: `Xem ${path.join('/')}.`, params: {}, citations: [] });
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const form = main.appendChild(Object.assign(document.createElement('form'), { id: 'f' }));
    form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: 'total' }));
    form.appendChild(Object.assign(document.createElement('input'), { name: 'total', id: 'by-name' }));
    const marked = form.appendChild(Object.assign(document.createElement('input'), { id: 'by-mark' }));
    marked.setAttribute('data-xeploai-field', 'earlier.0.content');
    main.insertBefore(Object.assign(document.createElement('input'), { name: 'total', id: 'elsewhere' }), form);
  });
  await put(page, 'xeploai-findings', { findings: [finding(['tally', 'total'], 'error'), finding(['earlier', 0, 'content'], 'warning'), finding([], 'info')] }, { for: 'f' });
  const follow = async (name) => {
    await page.getByRole('link', { name }).click();
    return page.evaluate(() => document.activeElement.id);
  };
  assert.equal(await follow('Xem tally/total.'), 'by-name');
  assert.equal(await follow('Xem earlier/0/content.'), 'by-mark');
  assert.equal(await page.getByRole('link').count(), 2, 'what is about the whole has no field');
  assert.deepEqual(await page.getByRole('listitem').allTextContents(), ['Lỗi: Xem tally/total.', 'Cảnh báo: Xem earlier/0/content.', 'Lưu ý: Xem .']);
  await page.evaluate(async () => { document.querySelector('xeploai-findings').field = () => document.getElementById('elsewhere'); await null; });
  assert.equal(await follow('Xem tally/total.'), 'elsewhere');
}));

test('nothing to look at again is said once it was checked, and nothing is said before', () => open(bare, async ({ page }) => {
  await put(page, 'xeploai-findings', {});
  assert.equal(await page.locator('xeploai-findings').innerText(), '');
  await page.evaluate(async () => { document.querySelector('xeploai-findings').findings = []; document.querySelector('xeploai-findings').focus(); });
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent), 'Không có nội dung nào cần xem lại.');
}));

test('an address in a citation that is no web address is not made a link', () => open(bare, async ({ page }) => {
  const citation = { id: 'x', number: 'x', issuer: 'x', issued: null, text: 'Văn bản', url: 'javascript:alert(1)' };
  await put(page, 'xeploai-findings', { findings: [{ key: 'k', code: 'x', severity: 'info', path: [], message: 'm', params: {}, citations: [citation] }] });
  assert.equal(await page.getByRole('link').count(), 0);
  assert.match(await page.getByRole('listitem').textContent(), /Căn cứ: Văn bản\./);
}));

test('on a page that has changed the prototypes of objects, arrays and elements the elements show the same', async () => {
  const show = async ({ page }) => {
    await put(page, 'xeploai-quota', { result: quota() });
    await put(page, 'xeploai-breakdown', { result: breakdown() });
    await put(page, 'xeploai-findings', { result: quota() });
    return page.evaluate(() => ['quota', 'breakdown', 'findings'].map((name) => document.querySelector('xeploai-' + name).shadowRoot.textContent));
  };
  let clean, odd;
  await open(bare, async (opened) => { clean = await show(opened); });
  await open(bare, async (opened) => {
    odd = await show(opened);
    assert.deepEqual(opened.problems, []);
  }, { before: () => {
    for (const name of ['get', 'set', 'value', 'nonce', 'stylesheet', 'class', 'role', 'extra']) Object.prototype[name] = 'polluted';
    Array.prototype.extra = 'polluted';
    // Only against our script: the test's own driver works on the page, too.
    for (const name of ['map', 'filter', 'forEach', 'reduce', 'concat', 'find', 'sort', 'push', 'join']) {
      const old = Array.prototype[name];
      Array.prototype[name] = function (...given) {
        if (new Error().stack.includes('xeploai.elements')) throw new Error(`the page’s own ${name}`);
        return old.apply(this, given);
      };
    }
    Object.freeze(HTMLElement.prototype);
    Object.freeze(Object.prototype);
  } });
  assert.deepEqual(odd, clean);
});

test('a browser without constructable style sheets gets a style with the page’s nonce', () => open('about:blank', async ({ page }) => {
  const seen = await page.evaluate(async ([script, result]) => {
    delete Document.prototype.adoptedStyleSheets;
    const tag = document.createElement('script');
    tag.nonce = 'n1';
    tag.textContent = script;
    document.head.appendChild(tag);
    const element = document.body.appendChild(document.createElement('xeploai-quota'));
    element.result = result;
    await null;
    return [element.shadowRoot.querySelector('style').nonce, getComputedStyle(element.shadowRoot.querySelector('.quota')).borderTopStyle];
  }, [elementsScript, quota()]);
  assert.deepEqual(seen, ['n1', 'solid']);
}));

test('or the sheet its script names, under a policy that allows no other', async () => {
  const page = `<!doctype html><html lang="vi"><title>-</title><link rel="icon" href="data:,"><script src="/dist/xeploai.elements.global.js" data-stylesheet="/dist/elements.css"></script><xeploai-quota></xeploai-quota>`;
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:";
  const place = await site({ '/old': { headers: { 'content-type': 'text/html', 'content-security-policy': policy }, body: page } });
  try {
    await open(`${place.url}/old`, async ({ page, problems }) => {
      const seen = await page.evaluate(async (result) => {
        const element = document.querySelector('xeploai-quota');
        element.result = result;
        await null;
        const link = element.shadowRoot.querySelector('link');
        if (!link.sheet) await new Promise((done) => { link.onload = done; link.onerror = done; });
        return [element.shadowRoot.querySelectorAll('style').length, getComputedStyle(element.shadowRoot.querySelector('.quota')).borderTopStyle];
      }, quota());
      assert.deepEqual(seen, [0, 'solid']);
      assert.deepEqual(problems, []);
    }, { before: () => { delete Document.prototype.adoptedStyleSheets; } });
  } finally {
    await place.close();
  }
});

for (const locale of ['vi', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing on the elements in every state: ${locale}, ${theme}`, () => open(bare, async ({ page }) => {
      await page.evaluate(([lang, dark]) => { document.documentElement.lang = lang; document.body.style.background = dark ? '#171310' : '#fff'; document.querySelector('h1').style.color = dark ? '#fff' : '#000'; }, [locale, theme === 'dark']);
      for (const tally of [hoaBinh, { htxsnv: 9, httnv: 20, htnv: 1, khtnv: 0 }, { htxsnv: 4, httnv: 16, htnv: 0, khtnv: 0 }, { htxsnv: 3 }]) {
        await put(page, 'xeploai-quota', { result: quota(tally, locale) }, { theme, 'heading-level': 2 });
      }
      await put(page, 'xeploai-breakdown', { result: breakdown(hoaBinh, locale) }, { theme });
      await put(page, 'xeploai-findings', { findings: ['error', 'warning', 'info'].map((severity) => ({ ...quota(hoaBinh, locale).diagnostics[0], key: severity, severity, fix: { text: '1' } })) }, { theme, 'heading-level': 2 });
      await put(page, 'xeploai-findings', { findings: [] }, { theme, 'heading-level': 2 });
      await put(page, 'xeploai-report', { value: 'Hai mươi', findings: ['error', 'warning', 'info'].map((severity, at) => ({ start: at, end: at + 1, code: severity, severity, message: 'Hai', fix: 'Ba' })) }, { theme, 'heading-level': 2, label: 'Report' });
      await page.evaluate(() => { for (const one of document.querySelectorAll('xeploai-quota')) one.shadowRoot.querySelector('details').open = true; });
      assert.deepEqual(await axeFinds(page), []);
    }));
  }
}
