/** The project's documents, and what stands in them: blocks of code, code within a sentence, links. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../js/tools/paths.mjs';

/** What is installed, built or kept by tools is nobody's document. */
const NOT_OURS = new Set(['node_modules', 'target', 'dist', 'build', 'vendor', 'mutants.out']);

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || NOT_OURS.has(entry.name)) continue;
    const whole = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(whole);
    else yield path.relative(root, whole).split(path.sep).join('/');
  }
}

/** Every file of the project that is written by hand. */
export const files = [...walk(root)];

/** Every document with its text. */
export const documents = files.filter((name) => name.endsWith('.md')).map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));

/** Its blocks of code, as `{ document, heading, language, code }`. */
export function blocks({ name, text }) {
  const found = [];
  let heading = '';
  for (const [, title, language, code] of text.matchAll(/^#+ (.*)$|^```(.*)\n([^]*?)^```$/gm)) {
    if (title !== undefined) heading = title;
    else found.push({ document: name, heading, language, code });
  }
  return found;
}

/** Its pieces of code within sentences. */
export const inline = ({ text }) => [...new Set([...text.replace(/^```[^]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1]))];

/** Where its links lead, but for those to other sites. */
export const links = ({ text }) => [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map((match) => match[1]);
