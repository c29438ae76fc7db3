/** dist/INTEGRITY.txt: the fingerprint of every file, in the form that a page's attribute `integrity` takes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dist } from './paths.mjs';

const LIST = 'INTEGRITY.txt';

/** `sha384-…` of bytes. */
export const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** One line a file, by name: the fingerprint, two spaces, the path from `folder`. */
export function integrityList(folder) {
  const names = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll(path.sep, '/'));
  const files = names.filter((name) => name !== LIST && statSync(path.join(folder, name)).isFile()).sort();
  return files.map((name) => `${integrity(readFileSync(path.join(folder, name)))}  ${name}\n`).join('');
}

/** The step `integrity`, the last that writes to dist. */
export function buildIntegrity() {
  writeFileSync(path.join(dist, LIST), integrityList(dist));
}
