/**
 * The step `rulebooks`: each src/regulations/<id>.json as a module of its own, so that a page ships only the law it needs,
 * and dist/rulebooks/index.* with all of them: `rulebooks` (by date of effect) and each by its id with `_` for `-`.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Stop } from './command.mjs';
import { dist, regulations } from './paths.mjs';

const OUT = path.join(dist, 'rulebooks');

export async function buildRulebooks() {
  await mkdir(OUT, { recursive: true });
  const books = await readRulebooks();
  const names = books.map((book) => book.id);
  const files = [...books.flatMap(moduleFiles), ...indexFiles(names)];
  await Promise.all(files.map(([name, text]) => writeFile(path.join(OUT, name), text)));
}

/** Every file whose `id` is its own name, ordered by date of effect; other data of src/regulations is not a rulebook. */
export async function readRulebooks() {
  const files = (await readdir(regulations).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const books = await Promise.all(files.map(readRegulation));
  const found = books.filter((book, at) => book?.id === path.basename(files[at], '.json'));
  if (found.length === 0) throw new Stop('src/regulations has no rulebook (a .json whose "id" is its file name).');
  return found.sort((one, other) => (from(one) < from(other) ? -1 : from(one) > from(other) ? 1 : 0));
}

const from = (book) => String(book.effective?.from ?? '');

async function readRegulation(name) {
  try {
    return JSON.parse(await readFile(path.join(regulations, name), 'utf8'));
  } catch (error) {
    throw new Stop(`src/regulations/${name} is not JSON: ${error.message}`);
  }
}

/** `hd21-2019` as the name of a variable: `hd21_2019`. */
const variable = (id) => id.replaceAll('-', '_');

function moduleFiles(book) {
  const text = ascii(JSON.stringify(book));
  const type = (extension) => `import type { RulebookSource } from '../index.${extension}';\ndeclare const rulebook: RulebookSource;\n`;
  return [
    [`${book.id}.js`, `export default ${text};\n`],
    [`${book.id}.cjs`, `module.exports = ${text};\n`],
    [`${book.id}.d.ts`, `${type('js')}export default rulebook;\n`],
    [`${book.id}.d.cts`, `${type('cjs')}export = rulebook;\n`],
  ];
}

function indexFiles(ids) {
  const names = ids.map(variable);
  const types = (extension) => [
    `import type { RulebookSource } from '../index.${extension}';`,
    '/** All rulebooks, by date of effect. */',
    'export declare const rulebooks: readonly RulebookSource[];',
    ...names.map((name) => `export declare const ${name}: RulebookSource;`),
    '',
  ].join('\n');
  return [
    ['index.js', [
      ...ids.map((id) => `import ${variable(id)} from './${id}.js';`),
      `export { ${names.join(', ')} };`,
      `export const rulebooks = /* @__PURE__ */ Object.freeze([${names.join(', ')}]);`,
      '',
    ].join('\n')],
    ['index.cjs', [
      ...ids.map((id) => `exports.${variable(id)} = require('./${id}.cjs');`),
      `exports.rulebooks = Object.freeze([${names.map((name) => `exports.${name}`).join(', ')}]);`,
      '',
    ].join('\n')],
    ['index.d.ts', types('js')],
    ['index.d.cts', types('cjs')],
  ];
}

/** Old portal pages are not always UTF-8; escaped letters arrive whole on any of them. */
function ascii(text) {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
