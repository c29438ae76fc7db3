/**
 * What visits js/ while npm packs: the readme and licences, which npm takes from the package's own folder; and for each entry a folder of its name, for
 * tools that look for files and do not read the map `exports` (webpack 4, Parcel as it comes, TypeScript with `moduleResolution: node`).
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { js, root } from './paths.mjs';

const FILES = ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE'];
const { exports: map } = JSON.parse(readFileSync(path.join(js, 'package.json'), 'utf8'));

/** `./slim`, `./rulebooks`, and `./rulebooks/hd21-2019` of `./rulebooks/*`; not the root, nor what is a file. */
const ENTRIES = Object.entries(map).filter(([name, to]) => name !== '.' && to.import);

function namesOf(pattern, to) {
  if (!pattern.includes('*')) return [pattern];
  const [folder, end] = to.import.default.split('*');
  const all = readdirSync(path.join(js, folder)).filter((file) => file.endsWith(end)).map((file) => file.slice(0, -end.length));
  return all.filter((name) => name !== 'index').map((name) => pattern.replace('*', name));
}

function addEntry(name, to, filled) {
  const folder = path.join(js, name);
  const from = (file) => path.posix.relative(name, file.replace('*', filled));
  mkdirSync(folder, { recursive: true });
  const description = { main: from(to.require.default), module: from(to.import.default), types: from(to.require.types) };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
}

if (process.argv[2] === 'remove') {
  for (const name of [...FILES, ...ENTRIES.map(([entry]) => entry.split('/')[1])]) rmSync(path.join(js, name), { recursive: true, force: true });
} else {
  for (const file of FILES) if (existsSync(path.join(root, file))) copyFileSync(path.join(root, file), path.join(js, file));
  for (const [pattern, to] of ENTRIES) {
    for (const name of namesOf(pattern, to)) addEntry(name, to, path.posix.basename(name));
  }
}
