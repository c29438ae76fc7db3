/**
 * `npm run coverage`: writes src/regulations/COVERAGE.md: of each clause that a rulebook cites, what is encoded of it, how sure, and which cases rest on it;
 * which conditions were seen to hold and to fail; and what is left out. Made of the rulebooks and of running tests/cases with the built package;
 * tests/js/coverage.test.mjs fails when it is not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readRulebooks } from './build-regulations.mjs';
import { main } from './command.mjs';
import { regulations, tests } from './paths.mjs';

export const COVERAGE = path.join(regulations, 'COVERAGE.md');
const BASES = ['confirmed', 'secondary', 'unverified', 'silent'];
/** What an engine lists of a whole rulebook is no test of it. */
const LISTS = ['createEngine', 'forms', 'tables', 'describe', 'lintRulebook'];
const HEAD = `# What is encoded, and what tests it

Written by \`npm --prefix js run coverage\`; a test fails when it is not current. For each clause that a rulebook cites: how many values are encoded of it, and how
sure they are (\`confirmed\` read in a source, \`secondary\` read in somebody's account of it, \`unverified\` remembered, \`silent\` the text does not say and
somebody had to choose); how many cases of \`tests/cases\` have an answer that rests on it, and one of them. What has no case is read, compiled and linted, and not more.
`;

export async function coverage() {
  const from = (file) => import(pathToFileURL(path.join(tests, 'js', file)).href);
  const [{ runCases }, { author, rulebooks, xeploai }, { caseFiles, overlays }] = [await from('run-cases.mjs'), await from('package.mjs'), await from('case-files.mjs')];
  const books = new Map((await readRulebooks()).map((book) => [book.id, { book, clauses: new Map(), rules: new Map(), cases: 0 }]));
  const seen = ({ one, file, engine, value }) => {
    const known = engine && books.get(engine.rulebook.id);
    if (!known || LISTS.includes(one.do)) return;
    known.cases += 1;
    for (const id of citedBy(value)) known.clauses.set(id, [...(known.clauses.get(id) ?? []), `${file}: ${one.title}`]);
    for (const { id, verdict } of value?.rating?.rules ?? value?.rules ?? []) known.rules.set(id, (known.rules.get(id) ?? new Set()).add(verdict));
  };
  const failed = (await runCases({ xeploai, author, rulebooks, overlays: overlays(), caseFiles: caseFiles(), seen })).filter(({ ok }) => !ok);
  if (failed.length > 0) throw new Error(`${failed.length} cases fail, ${failed[0].name} among them: ${failed[0].detail}`);
  const forms = new Map(await Promise.all([...books.values()].map(async ({ book }) => [book.id, await formsOf(xeploai, book)])));
  return `${HEAD}\n${[...books.values()].map((known) => chapter(known, forms.get(known.book.id))).join('\n')}`;
}

/** Ids of the citations that an answer rests on; a rule that is still open says nothing yet. */
function citedBy(value, found = new Set()) {
  if (value === null || typeof value !== 'object' || value.verdict === 'open') return found;
  if (Array.isArray(value.citations)) for (const { id } of value.citations) found.add(id);
  for (const [key, inside] of Object.entries(value)) if (key !== 'citations') citedBy(inside, found);
  return found;
}

async function formsOf(xeploai, book) {
  const engine = await xeploai.createEngine({ rulebook: book, family: book.families[0], asOf: book.effective.from });
  return engine.forms();
}

/** Values with a citation, as `[id, basis, part of the rulebook]`. */
function* cited(value, part = null) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.cite === 'string' || Array.isArray(value.cite)) for (const id of [value.cite].flat()) yield [id, value.basis ?? 'confirmed', part];
  for (const [key, inside] of Object.entries(value)) yield* cited(inside, part ?? key);
}

function chapter({ book, clauses, rules, cases }, forms) {
  const all = [...cited(book)];
  const rows = Object.entries(book.citations).map(([id, own]) => {
    const encoded = all.filter(([cite]) => cite === id);
    const parts = count(encoded.map(([, , part]) => part));
    const sure = BASES.map((basis) => [basis, encoded.filter(([, one]) => one === basis).length]).filter(([, times]) => times > 0);
    const tested = clauses.get(id) ?? [];
    return [
      `${nameOf(book, own)}<br>\`${id}\``, parts || 'cited only', sure.map(([basis, times]) => `${times} ${basis}`).join(', ') || '–',
      tested.length > 0 ? `${tested.length}, such as “${cell(tested[0].split(': ').slice(1).join(': '))}”` : encoded.length > 0 ? '**none**' : '–',
    ];
  });
  const ruled = new Map(forms.flatMap((form) => form.rules.map((rule) => [rule.id, rule])));
  const verdicts = [...ruled.keys()].map((id) => [id, rules.get(id) ?? new Set()]);
  const which = (wanted) => verdicts.filter(([, found]) => wanted(found)).map(([id]) => `\`${id}\``);
  const [both, holds, fails, never] = [
    which((found) => found.has('yes') && found.has('no')), which((found) => found.has('yes') && !found.has('no')),
    which((found) => !found.has('yes') && found.has('no')), which((found) => !found.has('yes') && !found.has('no')),
  ];
  const open = Object.values(book.openQuestions ?? {}).map((text) => `- ${text.en ?? text}`);
  return [
    `## ${book.id}: ${book.title.vi ?? book.title}`,
    `${cases} cases.`,
    ['| clause | encoded | how sure | cases |', '|---|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
    verdicts.length > 0 ? [
      `Of ${verdicts.length} conditions and cases that decide a grade, ${both.length} are seen both to hold and to fail.`,
      holds.length > 0 ? `Only to hold: ${holds.join(', ')}.` : '', fails.length > 0 ? `Only to fail: ${fails.join(', ')}.` : '', never.length > 0 ? `Neither: ${never.join(', ')}.` : '',
    ].filter(Boolean).join('\n') : '',
    open.length > 0 ? `Left out or open:\n\n${open.join('\n')}` : '',
  ].filter(Boolean).join('\n\n') + '\n';
}

/** What a citation is of: its instrument, then where in it. */
function nameOf(book, own) {
  const whole = own.of ? { ...book.citations[own.of], ...own } : own;
  return cell([whole.number, whole.article, whole.clause, whole.point].filter(Boolean).join(', ') || whole.title);
}

const cell = (text) => String(text).replaceAll('|', '/').replaceAll('\n', ' ');
const count = (words) => [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`).join(', ');

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(async () => {
    const { CODES, CODES_DATA, codes } = await import('./codes.mjs');
    const { page, data } = await codes();
    for (const [file, after] of [[COVERAGE, await coverage()], [CODES, page], [CODES_DATA, data]]) {
      const before = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
      writeFileSync(file, after);
      console.log(`${path.basename(file)} ${before === after ? 'was current' : 'is written anew'}.`);
    }
  });
}
