/**
 * Writes src/CODES.md, with `npm run coverage`: every code the package gives, for ever the same, with what one of tests/cases made of it: a finding with its words and
 * the law it rests on, a fault and an error with its message. tests/js/coverage.test.mjs fails when it is not current, or when a code has neither case nor test.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, tests } from './paths.mjs';

export const CODES = path.join(root, 'src', 'CODES.md');
const HEAD = `# Every code

Written by \`npm --prefix js run coverage\`; a test fails when it is not current, and when a code is in no case and no test. Codes are for ever: never renamed, never
used for something else. Programs may rely on them, not on the words beside them.
`;
/** Codes of what is thrown, where they are written down. */
const THROWN = /["']((?:usage|rulebook|overlay|lint|init|engine)\.[a-z]+(?:-[a-z]+)*)["']/g;

export async function codes() {
  const { found, thrown, describe } = await played();
  const findings = describe.map((check) => {
    const one = shortest(ofRealLaw(found.get(check.code)));
    return `| \`${check.code}\` | ${check.severity} | ${cell(check.title)} | ${one ? cell(one.message) : named(check.code)} | ${one ? lawOf(one) : '–'} |`;
  });
  const faults = [...new Set(sources().flatMap((text) => [...text.matchAll(THROWN)].map((match) => match[1])))].sort().map((code) => {
    const one = shortest(thrown.get(code));
    return `| \`${code}\` | ${one ? cell(one.message) : named(code)} |`;
  });
  return [HEAD, '## Findings, on what was typed', 'The example is what a case was told; a dash where it follows from what was typed, without a law. 00-HD/TN is made up, by a case.\n',
    '| code | severity | what | example | law |', '|---|---|---|---|---|', ...findings, '',
    '## What is thrown, and what authors are told', '`usage.` a wrong call, `rulebook.` and `overlay.` a law that cannot be used, `lint.` what its author may have overlooked, `init.` and `engine.` the core itself.\n',
    '| code | example |', '|---|---|', ...faults, ''].join('\n');
}

/** Plays every case, and keeps what was found and thrown under its code. */
async function played() {
  const from = (file) => import(pathToFileURL(path.join(tests, 'js', file)).href);
  const [{ runCases }, { author, rulebooks, xeploai }, { caseFiles, overlays }] = [await from('run-cases.mjs'), await from('package.mjs'), await from('case-files.mjs')];
  const [found, thrown] = [new Map(), new Map()];
  const keep = (map, one) => map.set(one.code, [...(map.get(one.code) ?? []), one]);
  const seen = ({ one, engine, value }) => {
    if (one.do === 'lintRulebook') for (const fault of value) keep(thrown, fault);
    else if (engine?.locale === 'vi') for (const finding of value?.diagnostics ?? []) keep(found, finding);
  };
  const threw = ({ error }) => [error, ...(error.faults ?? [])].forEach((one) => keep(thrown, one));
  await runCases({ xeploai, author, rulebooks, overlays: overlays(), caseFiles: caseFiles(), seen, threw });
  const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2025-12-31', locale: 'en' });
  return { found, thrown, describe: register(engine).map((code) => engine.describe(code)) };
}

/** All codes of findings in their order: the engine lists them to whoever asks for one that is none. */
function register(engine) {
  try {
    return engine.describe('none');
  } catch ({ message }) {
    return message.match(/known: (.*)$/)[1].split(', ');
  }
}

/** Where it has no case: the first test that names it. */
function named(code) {
  const folders = [...['js', 'browser', 'consumers', 'browsers', 'packaging'].map((name) => path.join(tests, name)), tests];
  const files = folders.flatMap((folder) => readdirSync(folder).sort().filter((name) => /\.(?:mjs|rs)$/.test(name)).map((name) => path.join(folder, name)));
  const file = files.find((name) => new RegExp(`${code.replace('.', '\\.')}(?![\\w-])`).test(readFileSync(name, 'utf8')));
  if (!file) throw new Error(`${code} is in no case of tests/cases and in no test`);
  return `see \`${path.relative(root, file).split(path.sep).join('/')}\``;
}

/** The instrument and place that it rests on; none where it follows from what was typed. */
function lawOf({ citations: [first] }) {
  return first ? cell([first.number, first.article, first.clause, first.point].filter(Boolean).join(', ')) : '–';
}

/** Rather than those of a law that a case made up, or of none. */
function ofRealLaw(all = []) {
  const real = all.filter(({ citations: [first] }) => first && !first.number.startsWith('00-'));
  return real.length > 0 ? real : all;
}

const sources = () => ['src', path.join('js', 'src')].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true })
  .filter((name) => /\.(?:rs|ts)$/.test(name)).map((name) => readFileSync(path.join(root, folder, name), 'utf8').split('#[cfg(test)]')[0]));
const shortest = (all) => (all?.length ? all.reduce((least, one) => (one.message.length < least.message.length ? one : least)) : undefined);
/** One line, and not a long one. */
const cell = (text) => String(text).replaceAll('|', '/').replace(/\s+/g, ' ').replace(/^(.{200}).+$/u, '$1…');
