/** Whether a build step has anything to do: a fingerprint of all it reads, kept beside what it wrote. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, root } from './paths.mjs';

/** A fingerprint of files and folders (given relative to the root) and of further words. */
export function fingerprint(inputs, words = [], skip = () => false) {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`${word}\0`);
  for (const file of inputs.flatMap(filesUnder).filter((name) => !skip(name)).sort()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file))).update('\0');
  }
  return hash.digest('hex');
}

const stampOf = (name) => path.join(build, `${name}.stamp`);

/** Whether a step has run on these inputs and what it wrote is still there. */
export function isFresh(name, print, outputs) {
  const stamp = stampOf(name);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === print && outputs.every((file) => existsSync(file));
}

/** Runs a step; only one that ends well leaves its stamp. */
export async function stamped(name, print, work) {
  rmSync(stampOf(name), { force: true });
  await work();
  mkdirSync(build, { recursive: true });
  writeFileSync(stampOf(name), print);
}

function filesUnder(name) {
  const full = path.join(root, name);
  const kind = statSync(full, { throwIfNoEntry: false });
  if (!kind) return [];
  if (kind.isFile()) return [name];
  return readdirSync(full).flatMap((entry) => filesUnder(path.posix.join(name, entry)));
}
