/** The whole package in a sandboxed frame among other people's code: a watched form, the elements and the engine show what they show elsewhere. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { tests } from '../../js/tools/paths.mjs';
import { hosts } from '../js/host-page.mjs';
import { page, site } from './site.mjs';

const browser = await launchChromium();
const place = await site({ '/': page(''), '/hosts.js': { headers: { 'content-type': 'text/javascript' }, body: readFileSync(path.join(tests, 'js', 'hosts.js')) } });
after(async () => { await browser.close(); await place.close(); });

/** What a person does in the frame, and what is then seen there; said to the page around it as one text. */
const WORK = `
  const say = (text) => parent.postMessage(text, '*');
  const options = { rulebook: xeploai.rulebooks, asOf: '2025-12-31' };
  const form = document.getElementById('review');
  addEventListener('error', ({ message }) => say('error: ' + message));
  addEventListener('unhandledrejection', ({ reason }) => say('error: ' + (reason && reason.stack)));
  xeploai.createEngine(options).then((engine) => {
    const quota = document.querySelector('xeploai-quota');
    quota.result = engine.quota({ subject: 'member', tally: { htxsnv: 3, httnv: 16, htnv: 1, khtnv: 0 } });
    const findings = document.querySelector('xeploai-findings');
    const report = document.querySelector('xeploai-report');
    report.engine = engine;
    const watcher = xeploai.watchForm(form, engine, { form: 'mau-2b', messages: true, report(diff) { findings.result = diff.result; } });
    form.elements.general.value = '31';
    form.elements.results.value = '64';
    form.elements.total.value = '97';
    watcher.recheck();
    watcher.summary();
    const seen = () => {
      const texts = [document.getElementById('message').textContent];
      for (const element of [quota, findings, report]) texts[texts.length] = element.shadowRoot.textContent;
      return texts.join('\\n');
    };
    // Drawn in the next frames; said when it stands still.
    let last = null;
    const wait = () => {
      const now = seen();
      if (now === last && now.length > 400) { say(now); return; }
      last = now;
      requestAnimationFrame(() => requestAnimationFrame(wait));
    };
    wait();
  });
`;
const BODY = `
  <form id="review"><input name="general"><input name="results"><input name="total"><p id="message" data-xeploai-message="general"></p></form>
  <xeploai-quota></xeploai-quota><xeploai-findings></xeploai-findings>
  <xeploai-report><textarea>Có 352/353 đồng chí nộp bản tự phê bình, chiếm 99,43%.</textarea></xeploai-report>`;

const PATIENCE = { timeout: 60_000 };

async function shown(host) {
  const opened = await browser.newPage();
  try {
    await opened.goto(place.url);
    // Whatever breaks where the frame's own ears do not hear it.
    const broken = new Promise((_, failed) => { opened.on('pageerror', (error) => failed(error)); opened.on('console', (line) => { if (line.type() === 'error') failed(new Error(line.text())); }); });
    return await Promise.race([broken, opened.evaluate(([url, name, body, work]) => new Promise((done) => {
      addEventListener('message', ({ data }) => done(data));
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = `<!doctype html><meta charset="utf-8"><base href="${url}/"><body>${body}<script src="/hosts.js"></script><script>HOSTS[${JSON.stringify(name)}]()</script>
        <script src="/dist/xeploai.global.js"></script><script src="/dist/xeploai.elements.global.js"></script><script>${work}</script>`;
      document.body.append(frame);
    }), [place.url, host, BODY, WORK])]);
  } finally {
    await opened.close();
  }
}

const right = await shown('an ordinary page');

test('in a sandboxed frame a form is watched, a quota shown, a report read', () => {
  assert.doesNotMatch(right, /^error/);
  for (const words of [/\b31\b/, /suất/, /352\/353/]) assert.match(right, words);
});

/** What draws needs the page's frames and timers. */
const NOT_HERE = ['an ordinary page', 'no clock, no timers, no random numbers'];
for (const host of hosts().filter((name) => !NOT_HERE.includes(name))) {
  test(`${host}: the frame shows the same`, PATIENCE, async () => assert.equal(await shown(host), right));
}
