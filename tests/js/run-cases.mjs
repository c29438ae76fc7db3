/**
 * Runs the shared cases of tests/cases against the built package. Pure: no Node, no DOM, so that the same code runs
 * in Node and in every browser; tests/cases.rs does the same natively.
 *
 * A file: {"about": "...", "engine": {options of every case}, "sheets": {name: {"form", "answers"}}, "cases": [case]}. A case:
 *   {"title": "a sentence", "do": one of ACTIONS, "engine": {options of createEngine}, "input": {...}, "expect": subset}
 * or, instead of "expect", "throws": subset of the error. "why" is for the reader. "like": a sheet of the file that the
 * input is laid over, answer by answer. An engine's "rulebook" is an id, "all", a list of ids, or a rulebook written
 * out; its "overlay" is an id or written out. How "expect" matches: match.mjs.
 */
import { mismatch } from './match.mjs';

const CASE_KEYS = ['title', 'do', 'engine', 'input', 'expect', 'throws', 'like', 'why'];
const FILE_KEYS = ['about', 'engine', 'sheets', 'cases'];

/** The reviews of the rulebooks are not far from it, and it does not move as the page's clock does. */
const TODAY = '2026-11-22';

const ACTIONS = {
  breakdown: async (input, engine) => (await engine()).breakdown(input),
  audit: async (input, engine) => (await engine()).audit(input),
  quota: async (input, engine) => (await engine()).quota(input),
  ballot: async (input, engine) => (await engine()).ballot(input),
  targets: async (input, engine) => (await engine()).targets(input),
  tasks: async (input, engine) => (await engine()).tasks(input),
  rollUp: async (input, engine) => plain((await engine()).rollUp(input)),
  workingDays: async (input, engine) => (await engine()).workingDays(input),
  deadlines: async (input, engine) => (await engine()).deadlines(input),
  readNumber: async ({ text, kind }, engine) => (await engine()).readNumber(text, kind),
  formatNumber: async ({ value, options }, engine) => (await engine()).formatNumber(value, options),
  tables: async (_, engine) => (await engine()).tables(),
  check: async (input, engine) => (await engine()).check(input),
  rate: async (input, engine) => (await engine()).rate(input),
  forms: async (_, engine) => (await engine()).forms(),
  schema: async ({ form, answers }, engine) => (await engine()).schema(form)['~standard'].validate(answers),
  describe: async ({ code }, engine) => (await engine()).describe(code),
  createEngine: (_, engine) => engine(),
  lintRulebook: ({ rulebook, overlay, today = TODAY }, _, world) =>
    // A page without the author's module has the faults and not the lints.
    (world.author || world.xeploai).lintRulebook(rulebookOf(rulebook, world), overlayOf(overlay, world), { today }),
};

/** A roll-up as JSON can write it: columns of numbers as lists, no methods. */
const plain = (rolled) => JSON.parse(JSON.stringify(rolled, (_, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value)));

/**
 * `caseFiles`: `[{ file, content }]`, content as parsed. Gives `[{ name, ok, detail }]`, one a case, never throws. `seen` is told of every case
 * that was answered: the case, its file, its engine, the answer; `threw` of what was thrown.
 */
export async function runCases({ xeploai, author, rulebooks, overlays, caseFiles, seen = () => {}, threw = () => {} }) {
  const world = { xeploai, author, rulebooks, overlays, seen, threw, engines: new Map() };
  const results = [];
  for (const { file, content } of caseFiles) {
    const odd = unknownKey(content, FILE_KEYS);
    if (odd || !Array.isArray(content.cases) || content.cases.length === 0) {
      results.push({ name: file, ok: false, detail: odd ? `unknown key "${odd}"` : 'the file has no cases' });
      continue;
    }
    for (const one of content.cases) {
      const detail = await runCase(one, content, world, file);
      results.push({ name: `${file}: ${one.title}`, ok: detail === null, detail });
    }
  }
  return results;
}

/** Null when the case holds, else what differs. */
async function runCase(one, file, world, name) {
  try {
    const fault = malformed(one, file);
    if (fault) return `the case is malformed: ${fault}`;
    const config = { ...file.engine, ...one.engine, ...(one.do === 'createEngine' ? one.input : undefined) };
    const outcome = await attempt(() => ACTIONS[one.do](inputOf(one, file), () => engineFor(config, world), world));
    if ('value' in outcome) world.seen({ one, file: name, engine: await engineOf(one, config, world), value: outcome.value });
    else world.threw({ one, file: name, error: outcome.thrown });
    return judge(one, outcome);
  } catch (error) {
    return `the runner broke: ${error && error.stack ? error.stack : error}`;
  }
}

/** The input of a case, laid over the sheet of its file that it is like. */
function inputOf(one, file) {
  const input = one.input ?? {};
  if (one.like === undefined) return input;
  const sheet = file.sheets[one.like];
  return { ...sheet, ...input, answers: { ...sheet.answers, ...input.answers } };
}

function judge(one, outcome) {
  if ('throws' in one) {
    if (!('thrown' in outcome)) return `expected to throw ${short(one.throws)}, but got ${short(outcome.value)}`;
    const { thrown } = outcome;
    if (!(thrown instanceof Error)) return `what was thrown is not an Error: ${short(thrown)}`;
    return mismatch(thrown, one.throws, 'error');
  }
  if ('thrown' in outcome) return `threw ${describeError(outcome.thrown)}`;
  return mismatch(outcome.value, one.expect, '');
}

async function attempt(work) {
  try {
    return { value: await work() };
  } catch (thrown) {
    return { thrown };
  }
}

/** Null for what needs none. */
const engineOf = (one, config, world) => (one.do === 'lintRulebook' ? null : engineFor(config, world));

/** The engine of a case; the same options give the same engine. */
function engineFor(config, world) {
  const key = JSON.stringify(config);
  if (!world.engines.has(key)) {
    const options = { ...config };
    if ('rulebook' in options) options.rulebook = rulebookOf(options.rulebook, world);
    if ('overlay' in options) options.overlay = overlayOf(options.overlay, world);
    world.engines.set(key, world.xeploai.createEngine(options));
  }
  return world.engines.get(key);
}

/** `"all"`, an id, a list of those, or a rulebook written out. */
function rulebookOf(what, world) {
  if (what === 'all') return world.rulebooks;
  if (Array.isArray(what)) return what.map((one) => rulebookOf(one, world));
  if (typeof what !== 'string') return what;
  const found = world.rulebooks.find((book) => book.id === what);
  if (!found) throw new Error(`no rulebook has the id "${what}"`);
  return found;
}

/** An overlay by its id, or whatever stands there instead. */
function overlayOf(what, world) {
  return world.overlays.find((overlay) => overlay.id === what) || what;
}

function malformed(one, file) {
  const odd = unknownKey(one, CASE_KEYS);
  if (odd) return `unknown key "${odd}"`;
  if (typeof one.title !== 'string' || one.title === '') return 'no title';
  if (!Object.prototype.hasOwnProperty.call(ACTIONS, one.do)) return `unknown "do": ${short(one.do)}`;
  if ('like' in one && !Object.prototype.hasOwnProperty.call(file.sheets ?? {}, one.like)) return `no sheet is called ${short(one.like)}`;
  if ('expect' in one === 'throws' in one) return 'it needs exactly one of "expect" and "throws"';
  return null;
}

function unknownKey(object, known) {
  return Object.keys(object).find((key) => !known.includes(key));
}

function describeError(error) {
  if (!(error instanceof Error)) return short(error);
  const at = error.path ? ` at ${short(error.path)}` : '';
  return `${error.name} ${error.code === undefined ? '' : error.code}${at}: ${error.message}${error.help ? ` (${error.help})` : ''}`;
}

function short(value) {
  const text = JSON.stringify(value);
  return text === undefined ? String(value) : text.length > 600 ? `${text.slice(0, 600)}...` : text;
}
