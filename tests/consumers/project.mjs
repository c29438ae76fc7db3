/** Projects that use the packed package with a tool of js/.tools/consumers, and what is in what the tool makes of them. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attempt } from '../../js/tools/command.mjs';
import { findConsumer } from '../../js/tools/consumers.mjs';
import { dist, tests } from '../../js/tools/paths.mjs';
import { packTarball } from '../packaging/install.mjs';

/** What every consumer has to answer: 28 + 64 is not 90; and 20 % of 57.135 are 11.427, of which 9.942 are taken. */
export const ANSWER = { runsOn: 'wasm', said: ['Tổng điểm: 28 + 64 = 92, không bằng 90.'], left: 1485 };

/** For `test(title, options, …)`: skips what needs a tool that is not there, or a program of it that is not made for this machine. */
export function needs(tool, program = '') {
  const home = findConsumer(tool);
  return { skip: home && existsSync(path.join(home, 'node_modules', program)) ? false : `${tool} could not be installed` };
}

let tarball;

/**
 * An empty folder `name` among a tool's, with a copy of `sources` (folders or files) in it. The package is beside the tool as npm would install it: unpacked
 * from the tarball.
 */
export function project(tool, name, sources = [path.join(tests, 'consumers', 'app')]) {
  const home = findConsumer(tool);
  tarball ??= packTarball();
  const installed = path.join(home, 'node_modules', 'xeploai');
  const folder = path.join(home, name);
  for (const old of [installed, folder]) rmSync(old, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  const done = spawnSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  if (done.status !== 0) throw new Error(`The tarball could not be unpacked: ${done.stderr}`);
  for (const source of sources) cpSync(source, folder, { recursive: true });
  return folder;
}

/** Runs a program of the tool in the project; what it says is the error when it fails. */
export function runTool(folder, program, args, env) {
  const done = attempt(path.join(folder, '..', 'node_modules', program), args, { cwd: folder, env: { CI: 'true', ...env } });
  if (!done.ok) throw new Error(`${program} ${args.join(' ')} failed:\n${done.text}`);
  return done.text;
}

/** A page that runs one script and has a place for the answer. */
export const html = (script) => `<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="data:,"><title>-</title><output></output><script type="module" src="${script}"></script></html>\n`;

export function write(folder, files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
}

const bytes = readFileSync(path.join(dist, 'engine.wasm')).subarray(0, 96);
const [, packed] = readFileSync(path.join(dist, 'index.js'), 'latin1').match(/[`"']([A-Za-z0-9+/]{96})[A-Za-z0-9+/]{9999}/);
const BEGINNINGS = [bytes, Buffer.from(packed), Buffer.from(bytes.toString('base64'))];

/** How often the core is in a folder: as a file, packed in a script, or as a data URL. */
export function copies(folder) {
  let found = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // A source map quotes what is in the script beside it.
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const text = readFileSync(path.join(entry.parentPath, entry.name));
    for (const beginning of BEGINNINGS) found += occurrences(text, beginning);
  }
  return found;
}

function occurrences(text, part) {
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found += 1;
  return found;
}
