/** A page of its own with the package in it, and what the engine answers there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { dist, tests } from '../../js/tools/paths.mjs';

const read = (...names) => readFileSync(path.join(...names), 'utf8');
const HOSTS = read(tests, 'js', 'hosts.js');
const QUESTIONS = read(tests, 'js', 'questions.mjs').replace(/^export /gm, '');
const LOADED = new Map();
const script = (name) => LOADED.get(name) ?? LOADED.set(name, read(dist, name)).get(name);

/** Asks everything there is to ask, in the page. */
const ASK = `(async function () {
  ${QUESTIONS}
  const answers = [];
  const say = (answer) => { answers[answers.length] = answer; };
  const engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2020-12-31' });
  say(engine.rulebook);
  for (const name in QUESTIONS) if (Object.prototype.hasOwnProperty.call(QUESTIONS, name)) say(QUESTIONS[name](engine));
  say(engine.audit({ text: 'Có 352/353 đồng chí nộp bản tự phê bình, chiếm 99,43%.' }));
  say(engine.schema('mau-02')['~standard'].validate(ANSWERS));
  say(engine.describe('quota.exceeded'));
  say(engine.workingDays({ from: '2020-01-20', to: '2020-02-05' }));
  say(engine.deadlines({ year: 2020 }));
  const local = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2017-12-31', overlay: xeploai.overlays.filter((one) => one.id === 'thuong-tin-2017')[0], locale: 'en' });
  say(local.rulebook);
  say(await xeploai.lintRulebook({ id: 'x', rows: 1 }, undefined, { today: '2026-11-22' }));
  try {
    const wrong = { subject: 'member', tally: { htxsnv: 1 } };
    wrong.contagem = 1;
    engine.quota(wrong);
  } catch (error) {
    say([error instanceof xeploai.EngineError, error.code, error.message, error.help]);
  }
  engine.dispose();
  return answers;
})()`;

export const hosts = () => {
  const page = createContext({});
  page.self = page;
  runInContext(HOSTS, page);
  return Object.keys(page.HOSTS);
};

/** The answers on a page that is made hostile before or after the script is loaded. */
export async function answers(host, when, name = 'xeploai.global.js') {
  const page = createContext({ TextDecoder, TextEncoder, atob, setTimeout, clearTimeout, performance, console });
  page.self = page.window = page;
  runInContext(HOSTS, page);
  if (when === 'before') page.HOSTS[host]();
  runInContext(script(name), page, { filename: name });
  if (when === 'after') page.HOSTS[host]();
  return plain(await runInContext(ASK, page));
}

/** What an engine of this realm answers to questions that another page made: its objects, lists and arrays of bytes are of another kind. */
export function fromElsewhere(engine) {
  const page = createContext({ engine });
  return plain(runInContext(`${QUESTIONS}
    const columns = { subject: 'member', parents: Int32Array.of(-1, 0, 0), unit: Uint16Array.of(0, 1, 2), grade: Uint8Array.of(0, 1, 1), exclusion: new Uint8Array(3) };
    [...Object.values(QUESTIONS).map((ask) => ask(engine)), engine.rollUp(columns)]`, page));
}

/** A copy in this realm, by own members alone: whatever the page's prototypes say. */
export function plain(value) {
  if (value === null || typeof value !== 'object') return value;
  const copy = Array.isArray(value) ? [] : {};
  for (const key of Reflect.ownKeys(value)) if (key !== 'length' || !Array.isArray(value)) copy[key] = plain(Reflect.getOwnPropertyDescriptor(value, key).value);
  return copy;
}
