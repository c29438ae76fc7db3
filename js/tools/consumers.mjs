/**
 * What the package is tried in: bundlers, runtimes and the libraries of pages. Each has a folder under tests/consumers with its lock file, and is
 * installed from the npm registry into a folder of its own under js/.tools/consumers.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, run, Stop } from './command.mjs';
import { js, tests, toolsRoot } from './paths.mjs';

const FROM = path.join(tests, 'consumers');
const INTO = path.join(toolsRoot, 'consumers');
const FILES = ['package.json', 'package-lock.json'];

export const CONSUMERS = readdirSync(FROM).filter((name) => existsSync(path.join(FROM, name, 'package-lock.json')));

/** The folder whose `node_modules` has that tool, or null when it could not be installed. */
export function findConsumer(name) {
  return findInstalled(path.join(FROM, name), path.join(INTO, name));
}

/** Installs what is missing; the tests of one that cannot be had are skipped, with a word. */
export function ensureConsumers(say) {
  const missing = CONSUMERS.filter((name) => !findConsumer(name));
  if (missing.length === 0) {
    say('Bundlers, runtimes and frameworks to try the package in: already here.');
    return;
  }
  say(`To try the package in: ${missing.join(', ')}: npm install, about 10 s each ...`);
  for (const name of missing) {
    try {
      install(path.join(FROM, name), path.join(INTO, name), `${name} could not be installed from the npm registry; the lines above say why. Its tests are skipped.`);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      say(error.message, { numbered: false });
    }
  }
}

const stampOf = (folder) => path.join(folder, 'node_modules', '.installed-from');
const wanted = (from) => createHash('sha256').update(FILES.map((file) => readFileSync(path.join(from, file), 'utf8')).join('')).digest('hex');

/** `folder`, when what its `node_modules` has is what `from` asks for; else null. */
export function findInstalled(from, folder) {
  const stamp = stampOf(folder);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted(from) ? folder : null;
}

/** Installs what the package.json and the lock file in `from` ask for. */
export function install(from, folder, failure) {
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) copyFileSync(path.join(from, file), path.join(folder, file));
  copyFileSync(path.join(js, '.npmrc'), path.join(folder, '.npmrc'));
  const [command, first] = npm();
  // Not `ci`: it refuses where a registry does not serve the binaries of other systems. What is in the lock file is what is installed.
  run(command, [...first, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, failure });
  writeFileSync(stampOf(folder), wanted(from));
}
