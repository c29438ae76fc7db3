/**
 * Writes, with `npm run coverage`, every code the package gives, for ever the same, with what one of tests/cases made of it: a finding with its words and the law it
 * rests on, a fault and an error with its message. src/CODES.md is to read; src/codes.json has the findings in both languages, and is what `xeploai/codes` gives.
 * tests/js/coverage.test.mjs fails when one is not current, or when a code has neither case nor test.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, tests } from './paths.mjs';

export const CODES = path.join(root, 'src', 'CODES.md');
export const CODES_DATA = path.join(root, 'src', 'codes.json');
const HEAD = `# Every code

Written by \`npm --prefix js run coverage\`; a test fails when it is not current, and when a code is in no case and no test. Codes are for ever: never renamed, never
used for something else. Programs may rely on them, not on the words beside them. In a program: \`import { codes } from 'xeploai/codes'\`.
`;
/** Numbers of a law that is only a case's, and of one whose number nobody found. */
const NO_NUMBER = /^(?:00-|không rõ số)/;
/** Codes of what is thrown, where they are written down. */
const THROWN = /["']((?:usage|rulebook|overlay|lint|init|engine)\.[a-z]+(?:-[a-z]+)*)["']/g;

/** Both files: `{ page, data }`, as they ought to be. */
export async function codes() {
  const [vi, en] = [await played('vi'), await played('en')];
  const entries = vi.described.map((check, at) => entry(check, en.described[at], vi.found.get(check.code), en.found));
  return { page: page(entries, vi.thrown), data: `[\n${entries.map((one) => JSON.stringify(NO_NUMBER.test(one.law) ? { ...one, law: undefined } : one)).join(',\n')}\n]\n` };
}

/** A code with its words in both languages, and with what a case was told, if one was. */
function entry({ code, severity, ...vi }, en, all, inEnglish) {
  const one = shortest(ofRealLife(all));
  return {
    code, severity,
    title: { vi: vi.title, en: en.title },
    why: { vi: vi.why, en: en.why },
    ...one && { example: { vi: one.message, en: inEnglish.get(code).find(({ from }) => from === one.from).message } },
    ...one && lawOf(one) && { law: lawOf(one) },
  };
}

function page(entries, thrown) {
  const findings = entries.map(({ code, severity, title, example, law }) => (
    `| \`${code}\` | ${severity} | ${cell(title.en)} | ${example ? cell(example.vi) : named(code)} | ${law ? cell(law) : '–'} |`
  ));
  const faults = [...new Set(sources().flatMap((text) => [...text.matchAll(THROWN)].map((match) => match[1])))].sort().map((code) => {
    const one = shortest(thrown.get(code));
    return `| \`${code}\` | ${one ? cell(one.message) : named(code)} |`;
  });
  return [HEAD, '## Findings, on what was typed', 'The example is what a case was told; a dash where it follows from what was typed, without a law. 00-HD/TN is made up, by a case.\n',
    '| code | severity | what | example | law |', '|---|---|---|---|---|', ...findings, '',
    '## What is thrown, and what authors are told', '`usage.` a wrong call, `rulebook.` and `overlay.` a law that cannot be used, `lint.` what its author may have overlooked, `init.` and `engine.` the core itself.\n',
    '| code | example |', '|---|---|', ...faults, ''].join('\n');
}

/** Plays every case in one language, whatever its own, and keeps what was found and thrown under its code. */
async function played(locale) {
  const from = (file) => import(pathToFileURL(path.join(tests, 'js', file)).href);
  const [{ runCases }, { author, rulebooks, xeploai }, { caseFiles, overlays }] = [await from('run-cases.mjs'), await from('package.mjs'), await from('case-files.mjs')];
  const [found, thrown] = [new Map(), new Map()];
  const keep = (map, one) => map.set(one.code, [...(map.get(one.code) ?? []), one]);
  const shipped = new Set(Object.values(rulebooks).map(({ id }) => id));
  // A case may want a language that there is not.
  const createEngine = (options) => xeploai.createEngine(['vi', 'en', undefined].includes(options.locale) ? { ...options, locale } : options);
  const seen = ({ file, one, engine, value }) => {
    if (one.do === 'lintRulebook') for (const fault of value) keep(thrown, fault);
    // One finding of a case is the same in both languages: the same code, as many before it.
    else if (engine) {
      const real = typeof one.input?.table !== 'object' && shipped.has(engine.rulebook.id);
      value?.diagnostics?.forEach((finding, at) => keep(found, { ...finding, real, from: `${file}: ${one.title} ${at}` }));
    }
  };
  const threw = ({ error }) => [error, ...(error.faults ?? [])].forEach((one) => keep(thrown, one));
  await runCases({ xeploai: { ...xeploai, createEngine }, author, rulebooks, overlays: overlays(), caseFiles: caseFiles(), seen, threw });
  const engine = await createEngine({ rulebook: rulebooks, asOf: '2025-12-31' });
  return { found, thrown, described: register(engine).map((code) => engine.describe(code)) };
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

/** The instrument and place that it rests on; empty where it follows from what was typed. */
function lawOf({ citations: [first] }) {
  return first ? [first.number, first.article, first.clause, first.point].filter(Boolean).join(', ') : '';
}

/** Rather those a reader may meet: of a shipped rulebook and its own table; then those that name a law. */
function ofRealLife(all = []) {
  const rather = (some, fits) => (some.some(fits) ? some.filter(fits) : some);
  return rather(rather(all, ({ real }) => real), ({ citations: [first] }) => first && !NO_NUMBER.test(first.number));
}

const sources = () => ['src', path.join('js', 'src')].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true })
  .filter((name) => /\.(?:rs|ts)$/.test(name)).map((name) => readFileSync(path.join(root, folder, name), 'utf8').split('#[cfg(test)]')[0]));
const shortest = (all) => (all?.length ? all.reduce((least, one) => (one.message.length < least.message.length ? one : least)) : undefined);
/** One line, and not a long one. */
const cell = (text) => String(text).replaceAll('|', '/').replace(/\s+/g, ' ').replace(/^(.{200}).+$/u, '$1…');
