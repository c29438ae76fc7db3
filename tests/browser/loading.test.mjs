/** Pages of every kind in Chromium: which core runs, where it comes from, and what is said when none can. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { dist, tests } from '../../js/tools/paths.mjs';
import { page, site } from './site.mjs';

const browser = await launchChromium();
after(() => browser.close());

const file = (name) => readFileSync(path.join(dist, name));
const integrity = (name) => `sha384-${createHash('sha384').update(file(name)).digest('base64')}`;
const CLASSIC = '<script src="/dist/xeploai.global.js"></script>';
const SIBLING = '/dist/xeploai.nowasm.global.js';
const WITH_WASM = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:";
const WITHOUT = "default-src 'none'; script-src 'self'; img-src data:";
const TRUSTED = "; require-trusted-types-for 'script'";

/** Opens `body` under `policy` on a site with `routes`, and gives what `work(page, site)` gives. */
async function visit(body, { routes = {}, address = '/', ...rest }, work) {
  const place = await site({ ...routes, [address]: page(body, rest) });
  const context = await browser.newContext();
  try {
    const opened = await context.newPage();
    await opened.goto(place.url + address);
    return await work(opened, place);
  } finally {
    await context.close();
    await place.close();
  }
}

/** What the page's own `xeploai` does: on what it runs and a limit it computes, or its error. */
const answers = (opened) => opened.evaluate(() => window.xeploai.createEngine({ rulebook: window.xeploai.rulebooks, asOf: '2020-12-31' }).then(
  (engine) => ({ runsOn: engine.runsOn, limit: engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit }),
  (error) => ({ name: error.name, code: error.code, help: error.help, ours: error instanceof window.xeploai.InitError }),
));
const ON_WASM = { runsOn: 'wasm', limit: 2 };
const ON_JAVASCRIPT = { runsOn: 'javascript', limit: 2 };

test('where the policy allows WebAssembly the classic script runs on it and loads nothing more', () => visit(CLASSIC, { policy: WITH_WASM }, async (opened, { asked }) => {
  assert.deepEqual(await answers(opened), ON_WASM);
  assert.deepEqual(asked, ['/', '/dist/xeploai.global.js']);
}));

test('where it does not, the classic script takes the file beside it, once, with the same query', () => visit('<script src="/dist/xeploai.global.js?v=7"></script>', { policy: WITHOUT }, async (opened, { asked }) => {
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
  assert.deepEqual(asked.slice(1), ['/dist/xeploai.global.js?v=7', `${SIBLING}?v=7`]);
  assert.equal(await opened.$('script[src*="nowasm"]'), null, 'it leaves no script element behind');
}));

test('the script for forms takes that file, too', () => visit('<script src="/dist/xeploai.forms.global.js"></script>', { policy: WITHOUT }, async (opened, { asked }) => {
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
  assert.deepEqual(asked.slice(1), ['/dist/xeploai.forms.global.js', SIBLING]);
}));

test('where WebAssembly is not there at all, the same', async () => {
  const context = await browser.newContext();
  const place = await site({ '/': page(CLASSIC) });
  await context.addInitScript(() => { delete window.WebAssembly; });
  const opened = await context.newPage();
  await opened.goto(place.url);
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
  await context.close();
  await place.close();
});

test('from file://, too', async () => {
  const context = await browser.newContext();
  const opened = await context.newPage();
  await opened.goto(pathToFileURL(path.join(tests, 'browser', 'refused.html')).href);
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
  await context.close();
});

test('a page may say where the other file is', () => visit('<script src="/dist/xeploai.global.js" data-nowasm="/elsewhere.js"></script>', {
  policy: WITHOUT, routes: { '/elsewhere.js': path.join(dist, 'xeploai.nowasm.global.js') },
}, async (opened, { asked }) => {
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
  assert.equal(asked.at(-1), '/elsewhere.js');
}));

test('under a policy of nonces the other file has the nonce of the script', () => visit('<script nonce="abc" src="/dist/xeploai.global.js"></script>', {
  policy: "default-src 'none'; script-src 'nonce-abc'; img-src data:",
}, async (opened) => assert.deepEqual(await answers(opened), ON_JAVASCRIPT)));

const PINNED = `<script integrity="${integrity('xeploai.global.js')}" src="/dist/xeploai.global.js"></script>`;

test('a page that pins the script has pinned the other file: as it was published it runs', () => visit(PINNED, { policy: WITHOUT }, async (opened) => {
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
}));

test('and a changed one does not', () => visit(PINNED, {
  policy: WITHOUT, routes: { [SIBLING]: { headers: { 'content-type': 'text/javascript' }, body: Buffer.concat([file('xeploai.nowasm.global.js'), Buffer.from('\nwindow.changed = true;')]) } },
}, async (opened) => {
  assert.equal((await answers(opened)).code, 'init.nowasm-missing');
  assert.equal(await opened.evaluate(() => window.changed), undefined);
}));

test('the file missing is an error that says what to do, and once it is there the next try succeeds', () => visit(CLASSIC, {
  policy: WITHOUT, routes: { [SIBLING]: { status: 404, headers: { 'content-type': 'text/html' }, body: '<title>404</title>' } },
}, async (opened, { routes }) => {
  const { name, code, help, ours } = await answers(opened);
  assert.deepEqual([name, code, ours], ['InitError', 'init.nowasm-missing', true]);
  assert.match(help, /xeploai\.nowasm\.global\.js beside this script/);
  delete routes[SIBLING];
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
}));

test('another script under that name is the same error, not silence', () => visit(CLASSIC, {
  policy: WITHOUT, routes: { [SIBLING]: { headers: { 'content-type': 'text/javascript' }, body: 'window.other = 1;' } },
}, async (opened) => assert.equal((await answers(opened)).code, 'init.nowasm-missing')));

test('the file of another version is not called with arguments of this one', () => {
  const stamp = String(file('engine.wasm').subarray(-18).toString('latin1'));
  const other = file('xeploai.nowasm.global.js').toString().replace(stamp, '0.0.9 000000000000');
  assert.ok(other.includes('0.0.9 000000000000'));
  return visit(CLASSIC, { policy: WITHOUT, routes: { [SIBLING]: { headers: { 'content-type': 'text/javascript' }, body: other } } }, async (opened) => {
    assert.equal((await answers(opened)).code, 'init.version-mismatch');
  });
});

test('trusted types: on WebAssembly nothing is needed, and nothing is reported', () => visit(CLASSIC, { policy: `${WITH_WASM}${TRUSTED}; trusted-types 'none'` }, async (opened) => {
  const problems = [];
  opened.on('console', (line) => problems.push(line.text()));
  assert.deepEqual(await answers(opened), ON_WASM);
  assert.deepEqual(problems, []);
}));

test('trusted types: the other file is loaded under the policy xeploai', () => visit(CLASSIC, { policy: `${WITHOUT}${TRUSTED}; trusted-types xeploai` }, async (opened) => {
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
}));

test('trusted types: a page that allows no such policy is told its name', () => visit(CLASSIC, { policy: `${WITHOUT}${TRUSTED}; trusted-types 'none'` }, async (opened) => {
  const { code, help } = await answers(opened);
  assert.equal(code, 'init.nowasm-missing');
  assert.match(help, /trusted-types xeploai/);
}));

test('the script that is JavaScript altogether asks the policy for nothing', () => visit(`<script src="${SIBLING}"></script>`, { policy: `${WITHOUT}${TRUSTED}; trusted-types 'none'` }, async (opened, { asked }) => {
  const problems = [];
  opened.on('console', (line) => problems.push(line.text()));
  assert.deepEqual(await answers(opened), ON_JAVASCRIPT);
  assert.deepEqual([problems, asked.length], [[], 2]);
}));

test('two copies on one page, and the modules beside them, each answer by themselves', () => visit(
  `${CLASSIC}<script src="/keep.js"></script><script src="${SIBLING}"></script><script type="module" src="/also.mjs"></script>`, {
    policy: WITH_WASM,
    routes: {
      '/keep.js': { headers: { 'content-type': 'text/javascript' }, body: 'window.first = window.xeploai;' },
      '/also.mjs': { headers: { 'content-type': 'text/javascript' }, body: "import * as third from '/dist/index.js'; window.third = third;" },
    },
  }, async (opened) => {
    const seen = await opened.evaluate(async () => {
      const { first, xeploai: second, third } = window;
      const made = [];
      for (const copy of [first, second, third, first]) made.push(await copy.createEngine({ rulebook: second.rulebooks, asOf: '2020-12-31' }));
      made[3].dispose();
      return made.slice(0, 3).map((engine) => [engine.runsOn, engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit]);
    });
    assert.deepEqual(seen, [['wasm', 2], ['javascript', 2], ['wasm', 2]]);
  },
));

const WORKERS = {
  'a classic worker': ['/classic.js', {}, "importScripts('/dist/xeploai.global.js'); const { rulebooks } = xeploai; const ready = Promise.resolve(xeploai);"],
  'a classic worker without WebAssembly': ['/nowasm.js', {}, `importScripts('${SIBLING}'); const { rulebooks } = xeploai; const ready = Promise.resolve(xeploai);`],
  'a module worker': ['/module.mjs', { type: 'module' }, "import * as xeploai from '/dist/index.js'; import { rulebooks } from '/dist/rulebooks/index.js'; const ready = Promise.resolve(xeploai);"],
};
const WORKER = `
  const ask = (engine) => [engine.runsOn, engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit];
  const options = { rulebook: rulebooks, asOf: '2020-12-31' };
  ready.then(async ({ createEngine, createEngineSync }) => postMessage([ask(createEngineSync(options)), ask(await createEngine(options))]));`;
for (const [name, [address, kind, program]] of Object.entries(WORKERS)) {
  test(`${name} has an engine, at once too`, () => visit('', { routes: { [address]: { headers: { 'content-type': 'text/javascript' }, body: program + WORKER } } }, async (opened) => {
    const said = await opened.evaluate(([url, options]) => new Promise((done, failed) => {
      const worker = new Worker(url, options);
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = (event) => failed(new Error(event.message));
    }), [address, kind]);
    const runsOn = address === '/nowasm.js' ? 'javascript' : 'wasm';
    assert.deepEqual(said, [[runsOn, 2], [runsOn, 2]]);
  }));
}

const SLIM = {
  headers: { 'content-type': 'text/javascript' },
  body: "import { createEngine, InitError } from '/dist/slim.js'; import { rulebooks } from '/dist/rulebooks/index.js'; window.xeploai = { InitError, rulebooks, createEngine: (options) => createEngine({ ...options, wasm: window.wasm }) };",
};
const NETWORK = `${WITH_WASM}; connect-src 'self'`;
const octets = { headers: { 'content-type': 'application/octet-stream' }, body: file('engine.wasm') };
const login = { headers: { 'content-type': 'text/html' }, body: '<title>Đăng nhập</title>' };
/** Where the .wasm is, and what the page then says. */
const ADDRESSES = {
  'served as WebAssembly, compiled while it comes': ['/dist/engine.wasm', {}, ON_WASM],
  'without the audit': ['/dist/forms.wasm', {}, ON_WASM],
  'served as application/octet-stream': ['/octets', { '/octets': octets }, ON_WASM],
  'which is a login page': ['/login', { '/login': login }, 'init.not-wasm'],
  'which is not there': ['/nowhere.wasm', {}, 'init.fetch-failed'],
  'on a server that does not answer': ['http://localhost:9/engine.wasm', {}, 'init.fetch-failed'],
};
for (const [name, [address, routes, expected]] of Object.entries(ADDRESSES)) {
  test(`slim with a core ${name}`, () => visit('<script type="module" src="/slim.mjs"></script>', { policy: NETWORK, routes: { '/slim.mjs': SLIM, ...routes } }, async (opened) => {
    const problems = [];
    opened.on('console', (line) => { if (line.type() === 'warning') problems.push(line.text()); });
    await opened.evaluate((url) => { window.wasm = url; }, address);
    const said = await answers(opened);
    assert.deepEqual(typeof expected === 'string' ? said.code : said, expected);
    assert.deepEqual(problems, []);
  }));
}

test('slim under a policy without WebAssembly names the word to add, however the file is served', () => visit('<script type="module" src="/slim.mjs"></script>', {
  policy: `${WITHOUT}; connect-src 'self'`, routes: { '/slim.mjs': SLIM, '/octets': octets },
}, async (opened) => {
  for (const address of ['/dist/engine.wasm', '/octets']) {
    await opened.evaluate((url) => { window.wasm = url; }, address);
    const { code, help } = await answers(opened);
    assert.equal(code, 'init.csp-blocked');
    assert.match(help, /wasm-unsafe-eval.*xeploai\/nowasm/);
  }
}));

test('a page in windows-1258 shows the words as they are', async () => {
  const place = await site({
    '/': page(CLASSIC, { type: 'text/html', charset: 'windows-1258' }),
    '/dist/xeploai.global.js': { headers: { 'content-type': 'text/javascript' }, body: file('xeploai.global.js') },
  });
  const context = await browser.newContext();
  const opened = await context.newPage();
  await opened.goto(place.url);
  assert.equal(await opened.evaluate(() => document.characterSet), 'windows-1258');
  const said = await opened.evaluate(async () => {
    const engine = await window.xeploai.createEngine({ rulebook: window.xeploai.rulebooks, asOf: '2020-12-31' });
    return engine.quota({ subject: 'member', tally: { htxsnv: '3', httnv: 12, htnv: 5, khtnv: 0 } }).quotas[0].summary;
  });
  assert.equal(said, 'Vừa đủ Hoàn thành xuất sắc nhiệm vụ: đã dùng 3, tối đa 3.');
  await context.close();
  await place.close();
});
