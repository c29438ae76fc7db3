/** `xeploai/slim`: whatever a host hands over as the core, and what comes in its place when a server has other ideas. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import test, { after } from 'node:test';
import { runInNewContext } from 'node:vm';
import { withStamp } from '../../js/tools/engine-file.mjs';
import { build, dist } from '../../js/tools/paths.mjs';
import { rulebooks, xeploai } from './package.mjs';
import { QUESTIONS } from './questions.mjs';

const options = { rulebook: rulebooks, asOf: '2020-12-31' };
const bytes = readFileSync(path.join(dist, 'engine.wasm'));
const unstamped = readFileSync(path.join(build, 'wasm', 'xeploai_bg.wasm'));
const page = Buffer.from('<!doctype html><title>Đăng nhập</title>');
const WASM = 'application/wasm';

/** What a server may say: path, status, type, body. */
const ANSWERS = {
  '/engine.wasm': [200, WASM, bytes],
  '/octet': [200, 'application/octet-stream', bytes],
  '/text': [200, 'text/plain; charset=utf-8', bytes],
  '/no-type': [200, null, bytes],
  '/login': [200, 'text/html; charset=utf-8', page],
  '/login-as-wasm': [200, WASM, page],
  '/missing': [404, 'text/html', page],
  '/truncated': [200, WASM, bytes.subarray(0, 100_000)],
  '/truncated-octet': [200, 'application/octet-stream', bytes.subarray(0, 100_000)],
  '/empty': [200, 'application/octet-stream', Buffer.alloc(0)],
  '/other-version': [200, WASM, withStamp(unstamped, '0.0.9 000000000000')],
  '/no-stamp': [200, WASM, unstamped],
};
const asked = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  if (request.url === '/breaks') {
    response.writeHead(200, { 'content-type': WASM, 'content-length': bytes.length });
    response.write(bytes.subarray(0, 1000), () => response.destroy());
    return;
  }
  const [status, type, body] = ANSWERS[request.url];
  response.writeHead(status, type === null ? {} : { 'content-type': type }).end(body);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
after(() => server.close());
const base = `http://127.0.0.1:${server.address().port}`;

/** A copy of the package in which no engine runs yet. */
let copies = 0;
const fresh = () => import(`../../js/dist/slim.js?${++copies}`);
const right = QUESTIONS.quota(await xeploai.createEngine(options));

const SOURCES = {
  'an address as a text': () => `${base}/engine.wasm`,
  'an address as a URL': () => new URL('/engine.wasm', base),
  'an address whose type is application/octet-stream': () => `${base}/octet`,
  'an address whose type is text/plain': () => `${base}/text`,
  'an address without a type': () => `${base}/no-type`,
  'a Response': () => fetch(`${base}/engine.wasm`).then((response) => [response]),
  'a promise of a Response': () => fetch(`${base}/engine.wasm`),
  'a Response that streams in an old type': () => fetch(`${base}/octet`),
  'an ArrayBuffer': () => new Uint8Array(bytes).buffer,
  'a typed array': () => new Uint8Array(bytes),
  'a part of a larger buffer': () => new DataView(new Uint8Array([1, 2, 3, ...bytes, 4]).buffer, 3, bytes.length),
  'a promise of bytes': () => Promise.resolve(bytes),
  'bytes of another world': () => runInNewContext('Uint8Array').from(bytes).buffer,
  'a WebAssembly.Module': () => new WebAssembly.Module(bytes),
};
for (const [name, source] of Object.entries(SOURCES)) {
  test(`an engine is made of ${name}`, async () => {
    const slim = await fresh();
    const made = await source();
    const engine = await slim.createEngine({ ...options, wasm: Array.isArray(made) ? made[0] : source() });
    assert.deepEqual([engine.runsOn, QUESTIONS.quota(engine)], ['wasm', right]);
  });
}

const FAILURES = {
  '/login': ['init.not-wasm', /login page/],
  '/login-as-wasm': ['init.not-wasm', /login page/],
  '/missing': ['init.fetch-failed', /404/],
  '/empty': ['init.not-wasm', /empty/],
  '/truncated': ['init.damaged', /could not be read/],
  '/truncated-octet': ['init.damaged', /could not be read/],
  '/breaks': ['init.fetch-failed', /could not be loaded/],
  '/other-version': ['init.version-mismatch', /0\.0\.9 000000000000.*same package/],
  '/no-stamp': ['init.version-mismatch', /nothing of a version/],
};
for (const [url, [code, says]] of Object.entries(FAILURES)) {
  test(`${url} is refused as ${code}, and what is right the next time is taken`, async () => {
    const slim = await fresh();
    await assert.rejects(slim.createEngine({ ...options, wasm: base + url }), (error) => {
      assert.ok(error instanceof slim.InitError);
      assert.equal(error.code, code, error.message);
      assert.match(error.message, says);
      return true;
    });
    assert.deepEqual(QUESTIONS.quota(await slim.createEngine({ ...options, wasm: `${base}/engine.wasm` })), right);
  });
}

test('a server that is not there is init.fetch-failed, and so is a promise of a request that failed', async () => {
  const slim = await fresh();
  const nobody = 'http://127.0.0.1:9/engine.wasm';
  await assert.rejects(slim.createEngine({ ...options, wasm: nobody }), { name: 'InitError', code: 'init.fetch-failed' });
  await assert.rejects(slim.createEngine({ ...options, wasm: fetch(nobody) }), { name: 'InitError', code: 'init.fetch-failed' });
});

test('without `wasm`, or with something else, the error says what to pass', async () => {
  const slim = await fresh();
  await assert.rejects(slim.createEngine(options), (error) => error.code === 'usage.missing-field' && /engine\.wasm\?url/.test(error.help));
  for (const wasm of [null, 1, true, {}, [1, 2], () => bytes]) {
    await assert.rejects(slim.createEngine({ ...options, wasm }), { name: 'UsageError', code: 'usage.bad-type' });
  }
  await assert.rejects(slim.createEngine(), { name: 'UsageError' });
});

test('many engines asked for at once make one request, and later ones none', async () => {
  const slim = await fresh();
  asked.length = 0;
  const wasm = `${base}/engine.wasm`;
  await Promise.all([1, 2, 3].map(() => slim.createEngine({ ...options, wasm })));
  assert.equal((await slim.createEngine(options)).runsOn, 'wasm');
  assert.equal((await slim.lintRulebook({ id: 'mine' })).length > 0, true);
  assert.deepEqual(asked, ['/engine.wasm']);
});

test('a rulebook is looked through with a core of the host too', async () => {
  const slim = await fresh();
  assert.deepEqual(await slim.lintRulebook({ id: 'mine' }, undefined, { wasm: bytes }), await xeploai.lintRulebook({ id: 'mine' }));
});

test('createEngineSync takes bytes and modules, and of an address says why not', async () => {
  const { createEngineSync } = await fresh();
  assert.throws(() => createEngineSync({ ...options, wasm: `${base}/engine.wasm` }), { code: 'usage.bad-type' });
  assert.throws(() => createEngineSync({ ...options, wasm: page }), { code: 'init.not-wasm' });
  assert.throws(() => createEngineSync({ ...options, wasm: bytes.subarray(0, 1000) }), { code: 'init.damaged' });
  assert.deepEqual(QUESTIONS.quota(createEngineSync({ ...options, wasm: new WebAssembly.Module(bytes) })), right);
});

test('the default entry knows no `wasm`: it has its own', async () => {
  await assert.rejects(xeploai.createEngine({ ...options, wasm: bytes }), { code: 'usage.unknown-field' });
});

test('required as CommonJS it is the same', async () => {
  const slim = createRequire(import.meta.url)(path.join(dist, 'slim.cjs'));
  assert.deepEqual(QUESTIONS.quota(await slim.createEngine({ ...options, wasm: bytes })), right);
});
