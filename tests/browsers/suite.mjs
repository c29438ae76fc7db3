/** Opens each page in a browser and waits for its report. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { open } from '../../js/tools/browsers.mjs';
import { BROWSERS as OLDEST } from '../../js/tools/build-bundles.mjs';
import { build, demo, dist, js, tests } from '../../js/tools/paths.mjs';
import { site } from '../browser/site.mjs';
import { caseFiles, overlays } from '../js/case-files.mjs';
import { PAGES } from './pages.mjs';

/** A browser that says nothing for so long has failed. */
const SILENCE = 120_000;
const FOLDER = path.join(build, 'tests', 'browsers');
const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8' };
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** Gives `[{ page, results, least }]`; `results` is null where the browser never reported, `least` is how many there must be. */
export async function runSuite(browser) {
  const place = await site(await shared());
  const reports = [];
  try {
    for (const page of PAGES) reports.push({ page: page.name, results: await reportOf(browser, page, place), least: page.least });
  } finally {
    await place.close();
  }
  return reports;
}

/** Each page in a browser of its own: what one leaves behind no other sees. */
async function reportOf(browser, page, place) {
  const html = page.demo ? '' : document(page, `${place.url}/report`);
  let address = `${place.url}/page`;
  if (page.demo) address = copiedDemo(page, `${place.url}/report`);
  else if (page.fromFile) address = written(html);
  else place.routes['/page'] = { headers: HTML, body: html };
  const reported = new Promise((done) => { place.routes['/report'] = receiver(done); });
  const opened = open(browser, address);
  let patience;
  const silence = new Promise((done) => { patience = setTimeout(done, SILENCE, null); });
  const results = await Promise.race([reported, silence, opened.ended.then(() => null)]);
  clearTimeout(patience);
  await opened.close();
  return results;
}

/** What the pages need beside the package. */
async function shared() {
  const wasm = readFileSync(path.join(dist, 'engine.wasm'));
  const cases = { caseFiles: caseFiles().filter(({ file }) => file !== 'lints.json'), overlays: overlays() };
  return {
    '/run-cases.js': { headers: SCRIPT, body: await runner() },
    '/cases.js': { headers: SCRIPT, body: `var caseData = ${JSON.stringify(cases)};` },
    '/octets': { headers: { 'content-type': 'application/octet-stream' }, body: wasm },
    '/half.wasm': { headers: { 'content-type': 'application/wasm' }, body: wasm.subarray(0, 100_000) },
    '/login.wasm': { headers: HTML, body: '<!doctype html><title>Đăng nhập</title>' },
  };
}

/** The runner of the shared cases in the JavaScript of the oldest browser. */
async function runner() {
  const esbuild = createRequire(path.join(js, 'package.json'))('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(tests, 'js', 'run-cases.mjs')], write: false, bundle: true, format: 'iife', globalName: 'caseRunner', target: OLDEST,
    supported: { destructuring: true, 'template-literal': true }, logLevel: 'silent',
  });
  return outputFiles[0].text;
}

function document({ policy, scripts = [], modules, check, fromFile }, report) {
  const at = (address) => (fromFile ? pathToFileURL(path.join(dist, path.basename(address))).href : address);
  const imports = modules && `import * as entry from '${modules[0]}'; import { rulebooks } from '${modules[1]}'; window.xeploai = Object.assign({}, entry, { rulebooks: rulebooks });`;
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<title>xeploai</title>
<script nonce="page">${reporter(report)}</script>
${scripts.map((address) => `<script src="${at(address)}"></script>`).join('\n')}
<body>
<script nonce="page"${modules ? ' type="module"' : ''}>
${imports ?? ''}
${checking(check)}
</script>
</html>
`;
}

const reporter = (report) => `
function report(results) {
  fetch('${report}', { method: 'POST', mode: 'no-cors', body: JSON.stringify(results) });
}
window.onerror = function (message, file, line) {
  report([{ name: 'the page', ok: false, detail: message + ' ' + file + ':' + line }]);
};`;

const checking = (check) => `
function same(name, found, expected) {
  return { name: name, ok: found === expected, detail: found === expected ? null : 'expected ' + expected + ', found ' + found };
}
(${check})().then(report, function (error) {
  report([{ name: 'the page', ok: false, detail: String(error && error.stack || error) + ' ' + (error && error.message) }]);
});`;

/** The demo as it stands, but for its policy, which forbids the report and, in browsers before 2022, WebAssembly; and with the check at its end. */
function copiedDemo({ check }, report) {
  const folder = path.join(FOLDER, 'demo');
  rmSync(folder, { recursive: true, force: true });
  cpSync(demo, folder, { recursive: true });
  const file = path.join(folder, 'index.html');
  const html = readFileSync(file, 'utf8');
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  if (!policy.test(html)) throw new Error('The demo has no policy any more.');
  writeFileSync(file, html.replace(policy, () => `<script>${reporter(report)}</script>`).replace('</body>', () => `<script>${checking(check)}</script></body>`));
  return pathToFileURL(file).href;
}

function receiver(done) {
  return (request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      response.writeHead(204).end();
      done(JSON.parse(Buffer.concat(parts).toString()));
    });
  };
}

function written(html) {
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, 'page.html');
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}
