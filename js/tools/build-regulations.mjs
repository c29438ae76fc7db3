/**
 * The steps `rulebooks` and `overlays`: each src/regulations/<id>.json and src/regulations/overlays/<id>.json as a module of
 * its own, so that a page ships only the law it needs; and an index.* of each kind with all of them: `rulebooks` (by date
 * of effect), `overlays` (by id), and each by its id with `_` for `-`.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Stop } from './command.mjs';
import { dist, regulations, root } from './paths.mjs';

const RULEBOOKS = { name: 'rulebooks', one: 'rulebook', type: 'RulebookSource', from: regulations, order: 'by date of effect' };
const OVERLAYS = { name: 'overlays', one: 'overlay', type: 'OverlaySource', from: path.join(regulations, 'overlays'), order: 'by id' };

export const buildRulebooks = async () => write(RULEBOOKS, await readRulebooks());
export const buildOverlays = async () => write(OVERLAYS, await readOverlays());

/** Every file whose `id` is its own name, ordered by date of effect; other data of src/regulations is not a rulebook. */
export async function readRulebooks() {
  const books = await readFolder(RULEBOOKS);
  if (books.length === 0) throw new Stop('src/regulations has no rulebook (a .json whose "id" is its file name).');
  return books.sort((one, other) => (from(one) < from(other) ? -1 : from(one) > from(other) ? 1 : 0));
}

/** Every overlay, ordered by its id. */
export const readOverlays = () => readFolder(OVERLAYS);

const from = (book) => String(book.effective?.from ?? '');

async function readFolder(kind) {
  const files = (await readdir(kind.from).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const found = await Promise.all(files.map((name) => readJson(path.join(kind.from, name))));
  return found.filter((one, at) => one?.id === path.basename(files[at], '.json'));
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Stop(`${path.relative(root, file)} is not JSON: ${error.message}`);
  }
}

async function write(kind, sources) {
  const folder = path.join(dist, kind.name);
  await mkdir(folder, { recursive: true });
  const files = [...sources.flatMap((source) => moduleFiles(kind, source)), ...indexFiles(kind, sources.map(({ id }) => id))];
  await Promise.all(files.map(([name, text]) => writeFile(path.join(folder, name), text)));
}

/** `hd21-2019` as the name of a variable: `hd21_2019`. */
const variable = (id) => id.replaceAll('-', '_');

/** UTF-8, which modules always are: a third smaller than escaped letters. Only the classic bundle must be ASCII. */
function moduleFiles({ one, type }, source) {
  // Two characters that JSON allows in a text and JavaScript before 2019 does not.
  const text = JSON.stringify(source).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  const types = (extension) => `import type { ${type} } from '../index.${extension}';\ndeclare const ${one}: ${type};\n`;
  return [
    [`${source.id}.js`, `export default ${text};\n`],
    [`${source.id}.cjs`, `module.exports = ${text};\n`],
    [`${source.id}.d.ts`, `${types('js')}export default ${one};\n`],
    [`${source.id}.d.cts`, `${types('cjs')}export = ${one};\n`],
  ];
}

function indexFiles({ name: all, type, order }, ids) {
  const names = ids.map(variable);
  const types = (extension) => [
    `import type { ${type} } from '../index.${extension}';`,
    `/** All ${all}, ${order}. */`,
    `export declare const ${all}: readonly ${type}[];`,
    ...names.map((name) => `export declare const ${name}: ${type};`),
    '',
  ].join('\n');
  return [
    ['index.js', [
      ...ids.map((id) => `import ${variable(id)} from './${id}.js';`),
      `export { ${names.join(', ')} };`,
      `export const ${all} = /* @__PURE__ */ Object.freeze([${names.join(', ')}]);`,
      '',
    ].join('\n')],
    ['index.cjs', [
      ...ids.map((id) => `exports.${variable(id)} = require('./${id}.cjs');`),
      `exports.${all} = Object.freeze([${names.map((name) => `exports.${name}`).join(', ')}]);`,
      '',
    ].join('\n')],
    ['index.d.ts', types('js')],
    ['index.d.cts', types('cjs')],
  ];
}
