/**
 * Chromium of earlier years: 109, the last for Windows 7; 79; and 67, the oldest supported. Built for Linux on x64 by people who
 * run it on servers, from the npm registry, pinned by the lock file beside old-chromium/package.json.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { npm, run, Stop } from './command.mjs';
import { js, toolsRoot } from './paths.mjs';

const FROM = path.join(js, 'tools', 'old-chromium');
const FOLDER = path.join(toolsRoot, 'old-chromium');
const FILES = ['package.json', 'package-lock.json', '.npmrc'];
export const VERSIONS = [109, 79, 67];

const folderOf = (version) => path.join(FOLDER, `unpacked-${version}`);

/** What runs that version: `{ executable, env }`, or null. */
export function findOldChromium(version) {
  const folder = folderOf(version);
  const executable = path.join(folder, 'chromium');
  // Libraries that a bare server does not have come with it.
  const libraries = [folder, path.join(folder, 'lib'), path.join(folder, 'swiftshader')].join(':');
  return existsSync(executable) ? { executable, env: { LD_LIBRARY_PATH: libraries } } : null;
}

export const canHaveOldChromium = () => process.platform === 'linux' && process.arch === 'x64';

export function installOldChromium() {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of FILES) copyFileSync(path.join(FROM, file), path.join(FOLDER, file));
  const [command, first] = npm();
  run(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER, failure: 'The old Chromium could not be installed from the npm registry; the lines above say why.',
  });
  for (const version of VERSIONS) unpack(version);
}

function unpack(version) {
  const packed = path.join(FOLDER, 'node_modules', `chromium-${version}`, 'bin');
  const folder = folderOf(version);
  mkdirSync(folder, { recursive: true });
  for (const archive of ['aws.tar.br', 'swiftshader.tar.br']) {
    if (!existsSync(path.join(packed, archive))) continue;
    const done = spawnSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(path.join(packed, archive))) });
    if (done.status !== 0) throw new Stop(`${archive} of Chromium ${version} could not be unpacked: ${done.stderr}`);
  }
  // The program last and under its name at once, so that half a file is never run.
  const half = path.join(folder, 'chromium.half');
  writeFileSync(half, brotliDecompressSync(readFileSync(path.join(packed, 'chromium.br'))));
  chmodSync(half, 0o755);
  renameSync(half, path.join(folder, 'chromium'));
}
