/** The step `types`: the declarations that the entries reach, for `import` and, renamed, for `require`. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { attempt, Stop } from './command.mjs';
import { build, dist, js, npmBin } from './paths.mjs';

const FROM = path.join(build, 'types');
const RELATIVE = /((?:from|import)\s*\(?\s*)(['"])(\.[^'"]*)\.js\2/g;

/** Checks js/src; null when it is right, else what the compiler says. */
export function typeErrors(...more) {
  const done = attempt(path.join(npmBin, 'tsc'), ['-p', path.join(js, 'tsconfig.json'), ...more]);
  return done.ok ? null : done.text;
}

export async function buildTypes() {
  await rm(FROM, { recursive: true, force: true });
  const errors = typeErrors();
  if (errors) throw new Stop(`js/src does not type-check:\n${errors}`);
  await mkdir(dist, { recursive: true });
  const seen = new Set();
  for (const entry of ['index', 'forms', 'author', 'slim', 'nowasm', 'elements', 'excel']) await copyFrom(entry, seen);
}

/** `Symbol.dispose` is younger than what most projects compile against; naming its library spares them an error in our file. */
function withLibraries(text) {
  return text.includes('Symbol.dispose') ? `/// <reference lib="esnext.disposable" />\n${text}` : text;
}

/** Copies one declaration file and those it names. */
async function copyFrom(name, seen) {
  if (seen.has(name)) return;
  seen.add(name);
  const text = withLibraries(await readFile(path.join(FROM, `${name}.d.ts`), 'utf8'));
  const named = [...text.matchAll(RELATIVE)].map((match) => path.posix.join(path.posix.dirname(name), match[3]));
  const outside = named.find((other) => other.startsWith('..'));
  if (outside) throw new Stop(`js/src/${name}.ts shows ${outside} in its public types; mark that export @internal or give it a type of js/src/types.`);
  const target = path.join(dist, name);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(`${target}.d.ts`, text);
  await writeFile(`${target}.d.cts`, text.replace(RELATIVE, '$1$2$3.cjs$2'));
  for (const other of named) await copyFrom(other, seen);
}
