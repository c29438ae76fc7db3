/** The README's snippets for modules run as they stand, and give what the comments beside them say. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { build, dist, root } from '../../js/tools/paths.mjs';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const snippets = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1]);
const folder = path.join(build, 'readme');
mkdirSync(folder, { recursive: true });

const file = (name) => pathToFileURL(path.join(dist, ...name.split('/'))).href;
/** The package as it is built here, under the names the README imports it by. */
const resolved = (code) => code
  .replace(/from 'xeploai'/g, `from '${file('index.js')}'`)
  .replace(/from 'xeploai\/([\w/-]+)'/g, (_, name) => `from '${file(name + '.js')}'`);

/** Snippets go on from one another; each begins with what the others imported. */
async function run(at, ending) {
  const name = path.join(folder, `${at}.mjs`);
  const start = /import \{ createEngine \}/.test(snippets[at]) ? '' : "import { createEngine } from 'xeploai';\n";
  writeFileSync(name, resolved(start + snippets[at] + ending));
  return import(pathToFileURL(name).href);
}

test('the first snippet gives the sentence beside it', async () => {
  const { summary, shares, code } = await run(0, `
export const summary = quotas[0].summary, shares = quotas[0].readings.map((r) => r.shareText).join(' · '), code = diagnostics[0].code;`);
  assert.match(snippets[0], new RegExp(`// ${summary.replace(/[().]/g, '\\$&')}`));
  assert.match(snippets[0], new RegExp(`// ${shares}`));
  assert.equal(code, 'quota.readings-disagree');
});

test('the form of the second snippet is checked, rated and counted', async () => {
  const { report, forms } = await run(1, '\nexport const forms = engine.forms().map(({ id }) => id);\nexport { report };');
  assert.deepEqual(forms, ['mau-01', 'mau-2a', 'mau-2b', 'mau-2c', 'mau-05']);
  assert.ok(report.diagnostics.some(({ code }) => code === 'rating.condition-unmet'));
  assert.equal(report.rating.grades[0].status, 'refused');
  assert.equal(report.rating.points.least, '92');
  assert.match(report.quotas[0].summary, /Vừa đủ/);
});

test('the snippet of votes, tasks and goals gives what stands beside it', async () => {
  const { code, load } = typed('engine.ballot(');
  const { votes, ledger, plan } = await load('votes', '\nexport { votes, ledger, plan };');
  for (const sentence of [votes.diagnostics[0].message, plan.targets[0].summary]) assert.ok(code.includes(`'${sentence}'`), sentence);
  const good = votes.items[0].options[1];
  assert.deepEqual([votes.base, good.votes, good.share, good.orBetter], ['valid', 9, '52.94', 14]);
  assert.deepEqual([ledger.answers['tasks-assigned'], ledger.answers['tasks-on-time']], ['47', '44']);
  assert.deepEqual(ledger.rules.filter(({ id }) => ['exceeded', 'late'].includes(id)).map(({ verdict }) => verdict), ['yes', 'yes']);
});

test('the snippet of a report gives what stands beside it', async () => {
  const { code, load } = typed('engine.audit(');
  const { audit } = await load('report', '\nexport { audit };');
  const [found] = audit.diagnostics;
  const beside = [...code.matchAll(/\/\/ (.*)/g)].map(([, text]) => text);
  assert.deepEqual(beside.map((text) => text.replace(/: UTF-16.*/, '')), [`'${found.message}'`, `[${found.span.join(', ')}]`, `{ text: '${found.fix.text}' }`,
    `{ ${Object.entries(audit.counts).map(([name, count]) => `${name}: ${count}`).join(', ')} }`]);
});

test('the snippet of a roster reads it, counts it and writes it', async () => {
  const sheet = 'Họ và tên\\tChi bộ\\tXếp loại\\nNguyễn Văn An\\tChi bộ 1\\tLoại giỏi\\nTrần Thị Bình\\tChi bộ 2\\tHTNV';
  const { load } = typed('readRoster(file');
  const { roster, rolled, summary, workbook } = await load('roster', '\nexport { roster, rolled, summary, workbook };', `const file = '${sheet}';\n`);
  assert.deepEqual([roster.names, roster.problems.length, roster.unknownWords.length], [['Nguyễn Văn An', 'Trần Thị Bình'], 0, 0]);
  assert.deepEqual(roster.units.map(({ name }) => name), ['Toàn bộ danh sách', 'Chi bộ 1', 'Chi bộ 2']);
  assert.deepEqual([...rolled.all.slice(0, 4)], [0, 1, 1, 0]);
  assert.match(JSON.stringify(summary), /Chi bộ 2/);
  assert.deepEqual([...workbook.slice(0, 2)], [...'PK'].map((letter) => letter.charCodeAt(0)));
});

/** A snippet for TypeScript, run as JavaScript after `before`, with the engine of the law of 2025. */
function typed(part) {
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1]).find((one) => one.includes(part));
  const start = "import { createEngine } from 'xeploai';\nimport hd43 from 'xeploai/rulebooks/hd43-2025';\nconst engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31' });\n";
  return { code, load(name, ending, before = '') {
    const file = path.join(folder, `${name}.mjs`);
    writeFileSync(file, resolved(start + before + code.replace(/: Uint8Array/, '') + ending));
    return import(pathToFileURL(file).href);
  } };
}

test('the snippet of the year gives what stands beside it', async () => {
  const at = snippets.findIndex((code) => code.includes('engine.workingDays'));
  const { told } = await run(at, `
export const told = [balance.moves, balance.changes, rows.find(({ id }) => id === 'httnv').shareChangeText, diagnostics[0].code,
  engine.workingDays({ from: '2025-12-31', add: 3 }).to, draft.date, finish.text];`);
  const beside = [...snippets[at].matchAll(/\/\/ (.*)/g)].map(([, text]) => text);
  const written = (value) => (typeof value === 'object' ? JSON.stringify(value).replace(/"/g, '').replace(/([:,])/g, '$1 ').replace('{', '{ ').replace('}', ' }') : String(value));
  assert.deepEqual(told.map(written), beside);
});

test('the snippets named after an example are its lines', () => {
  const named = [...readme.matchAll(/```jsx?\n\/\/ (js\/examples\/[\w./-]+)\n([\s\S]*?)```/g)];
  assert.deepEqual(named.map(([, name]) => name), ['js/examples/vite/main.js', 'js/examples/react/review.jsx']);
  for (const [, name, snippet] of named) {
    // A part of a file is written without the indent it has there.
    const lines = (text) => text.split('\n').map((line) => line.trim()).join('\n').trim();
    assert.ok(lines(readFileSync(path.join(root, name), 'utf8')).includes(lines(snippet)), name);
  }
});

test('every example that has a style has the same', () => {
  const folder = path.join(root, 'js', 'examples');
  const styles = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.css')).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  assert.ok(styles.length >= 8);
  assert.equal(new Set(styles).size, 1);
});

test('the list of examples names every folder', () => {
  const folders = readdirSync(path.join(root, 'js', 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  const list = readFileSync(path.join(root, 'js', 'examples', 'README.md'), 'utf8');
  assert.deepEqual([...list.matchAll(/^\| \[`([\w-]+)`\]\(\1\)/gm)].map(([, name]) => name).sort(), folders);
});
