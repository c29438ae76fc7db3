/** What the documents show and name: every snippet is run by a test, every command, file, entry, code and method they name is there. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dist, js, root } from '../../js/tools/paths.mjs';
import { gzipSize } from '../../js/tools/size.mjs';
import { blocks, documents, files, inline, links } from './documents.mjs';
import { rulebooks, xeploai } from './package.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const { scripts, exports } = JSON.parse(read('js/package.json'));
const all = documents.flatMap(blocks);

/** Each snippet of a program or a page, in order: where it stands, its language, and the test that runs it. */
const RUN = [
  ['README.md', 'Use it', 'js', 'tests/js/readme.test.mjs', 'the first snippet gives the sentence beside it'],
  ['README.md', 'Use it', 'html', 'tests/browser/readme.test.mjs', 'a quota in words at every keystroke'],
  ['README.md', 'Use it', 'js', 'tests/js/readme.test.mjs', 'the form of the second snippet is checked, rated and counted'],
  ['README.md', 'On a form you already have', 'html', 'tests/browser/readme.test.mjs', 'points as they are typed, a wrong sum once it is left, both said aloud; and it can be sent'],
  ['README.md', 'In the project you have', 'js', 'tests/js/readme.test.mjs', 'the snippets named after an example are its lines'],
  ['README.md', 'In the project you have', 'jsx', 'tests/js/readme.test.mjs', 'the snippets named after an example are its lines'],
  ['README.md', 'Show it', 'html', 'tests/browser/readme.test.mjs', 'the elements show what the engine answered'],
  ['README.md', 'Show it', 'ts', 'tests/browser/readme.test.mjs', 'the elements show what the engine answered'],
  ['README.md', 'A report that checks itself', 'ts', 'tests/js/readme.test.mjs', 'the snippet of a report gives what stands beside it'],
  ['README.md', 'A roster from Excel', 'ts', 'tests/js/readme.test.mjs', 'the snippet of a roster reads it, counts it and writes it'],
  ['README.md', 'Votes, tasks and goals', 'ts', 'tests/js/readme.test.mjs', 'the snippet of votes, tasks and goals gives what stands beside it'],
  ['README.md', 'Over the quota, against last year, by when', 'js', 'tests/js/readme.test.mjs', 'the snippet of the year gives what stands beside it'],
  ['src/regulations/FORMAT.md', 'A whole one', 'json', 'tests/js/format.test.mjs', 'the rulebook of the page is whole: no fault, and it judges'],
  ['src/regulations/FORMAT.md', 'A whole one', 'json', 'tests/js/format.test.mjs', 'the overlay of the page may be laid over it'],
];
/** What is drawn or was printed, and nothing to run. */
const DRAWN = { 'src/ARCHITECTURE.md': 2, 'tests/bench/README.md': 1 };

test('every snippet has a test that runs it; only commands and drawings are left', () => {
  const programs = all.filter(({ language }) => !['sh', 'text'].includes(language));
  assert.deepEqual(programs.map(({ document, heading, language }) => [document, heading, language]), RUN.map((one) => one.slice(0, 3)));
  for (const [, , , file, title] of RUN) assert.ok(read(file).includes(`test('${title}'`), `${file} has no test "${title}"`);
  const drawn = {};
  for (const { document, language } of all) if (language === 'text') drawn[document] = (drawn[document] ?? 0) + 1;
  assert.deepEqual(drawn, DRAWN);
});

test('every command is one: its script, its file, its fuzz target is there', () => {
  const said = [...all.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.trim().split('\n')), ...documents.filter(({ name }) => name !== 'js/examples/README.md').flatMap(inline)];
  const commands = said.filter((one) => /^(?:npm|node|cargo) /.test(one) && !/^npm (?:ci|install)$/.test(one));
  assert.ok(commands.length > 12);
  for (const command of commands) assert.ok(runs(command), command);
  assert.ok(!runs('npm --prefix js run benhc') && !runs('node --test tests/js/none.test.mjs'));
});

function runs(command) {
  const [, script, given = ''] = /^npm (?:--prefix js )?(?:run )?([\w-]+)(?: -- (.*))?$/.exec(command) ?? [];
  if (script === 'run' || (script && !(script in scripts))) return false;
  if (script === 'fuzz' && given) return files.some((name) => [`tests/fuzz/targets/${given.split(' ')[0]}.rs`, `tests/fuzz/${given.split(' ')[0]}.mjs`].includes(name));
  if (script === 'mutants' && given) return files.includes(given);
  if (script) return true;
  const [, file] = /^node (?:--test )?(\S+)$/.exec(command) ?? [];
  return file !== undefined && files.includes(file);
}

/** A name of a file, or of several: `<id>` and `*` stand for anything. */
const FILE = /^[\w.<>*/-]+\.(?:rs|m?js|ts|jsx|json|html|css|md|toml|txt|wasm|xlsx|php)$/;
/** Those of the compiler and of a crate. */
const ELSEWHERE = /^(?:rust\/library|rust_decimal-)/;
const built = readdirSync(dist, { recursive: true }).map((name) => `js/dist/${name.split(path.sep).join('/')}`);
const vendored = ['demo/vendor/law.js'];
const known = [...files, ...built, ...vendored];

test('every file a document names is there', () => {
  let named = 0;
  for (const document of documents) {
    for (const name of inline(document).filter((one) => FILE.test(one) && !/^xeploai\//.test(one) && !ELSEWHERE.test(one))) {
      named += 1;
      assert.ok(isThere(name), `${document.name} names ${name}`);
    }
  }
  assert.ok(named > 80, `${named}`);
  assert.ok(!isThere('src/nowhere.rs'));
});

function isThere(name) {
  const pattern = new RegExp(`(?:^|/)${name.replace(/^\.\//, '').replace(/\./g, '\\.').replace(/<id>|\*/g, '[^/]+')}$`);
  return known.some((file) => pattern.test(file));
}

test('what the README says a page loads is what it loads, within 1 %', () => {
  const rows = [...read('README.md').matchAll(/^\| (`.*`) \| .* \| ([\d +]+) KB \|/gm)];
  assert.equal(rows.length, 8);
  const off = rows.flatMap(([, names, sizes]) => {
    const loaded = names.match(/[^`]+(?=`(?: and|$))/g).map(sizeOf);
    const said = sizes.split(' + ').map((size) => Number(size) * 1000);
    assert.equal(said.length, loaded.length, names);
    return said.some((size, at) => Math.abs(size - loaded[at]) > Math.max(500, loaded[at] / 100)) ? [`${names}: ${loaded.join(' + ')} bytes`] : [];
  });
  assert.deepEqual(off, [], 'these have changed: put them right in the README');
});

/** `xeploai` is `dist/index.js`, `xeploai/slim` is `dist/slim.js`, a file is itself. */
function sizeOf(name) {
  const file = name.startsWith('dist/') ? name.slice(5) : name.replace(/^xeploai\/?/, '') || 'index';
  return gzipSize(readFileSync(path.join(dist, path.extname(file) ? file : `${file}.js`)));
}

test('every link leads to a file, and to a heading in it', () => {
  for (const document of documents) {
    for (const link of links(document)) {
      const [file, heading] = link.split('#');
      const target = path.join(root, path.dirname(document.name), file || path.basename(document.name));
      assert.ok(existsSync(target), `${document.name}: ${link}`);
      if (heading) assert.ok(anchors(readFileSync(target, 'utf8')).includes(heading), `${document.name}: ${link}`);
    }
  }
});

const anchors = (text) => [...text.matchAll(/^#+ (.*)$/gm)].map((match) => match[1].toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').replace(/ /g, '-'));

test('every entry of the package a document names is in its map', () => {
  const entries = new Set(Object.keys(exports).map((name) => name.replace('.', 'xeploai')));
  const named = documents.flatMap(inline).filter((one) => /^xeploai\/[\w./-]*\w$/.test(one));
  assert.ok(named.length > 15);
  for (const name of named) assert.ok(entries.has(name) || isThere(`${name.replace('xeploai/', 'dist/')}.js`), name);
});

test('every method, option of a report and code a document names is one', async () => {
  const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2025-12-31' });
  const sources = files.filter((name) => /^(?:src|js\/src)\/.*\.(?:rs|ts|json)$/.test(name)).map(read).join('\n');
  const says = (code) => sources.includes(`'${code}'`) || sources.includes(`"${code}"`);
  const named = documents.flatMap(inline);
  // `engine.wasm` is the file.
  const methods = named.map((one) => /^engine\.(\w+)(?![\w.-]*-)/.exec(one)?.[1]).filter(Boolean);
  assert.ok(methods.length > 12);
  for (const method of methods) assert.ok(method in engine || method === 'wasm' || says(`engine.${method}`), `engine.${method}`);
  const codes = named.filter((one) => /^(?:audit|ballot|breakdown|form|init|lint|number|quota|rating|rulebook|targets?|usage|overlay)\.[a-z]+(?:-[a-z]+)*$/.test(one) && !FILE.test(one));
  assert.ok(codes.length > 5, `${codes.length}`);
  for (const code of codes) assert.ok(says(code), code);
  assert.ok(!says('quota.exceded'));
});

test('every entry of the changelog says what, which law it touches, and who must act', () => {
  const entries = read('CHANGELOG.md').split('\n- ').slice(1);
  assert.ok(entries.length > 10);
  for (const entry of entries) assert.ok(entry.trim().split(/\s·\s/).length >= 3 && /\.$/.test(entry.trim()), entry);
});
