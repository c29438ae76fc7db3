/** Packs the package as npm would publish it and installs the tarball into an empty project. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { attempt, npm } from '../../js/tools/command.mjs';
import { js } from '../../js/tools/paths.mjs';

const [command, first] = npm();

/** A new empty folder, removed when the process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'xeploai-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** `npm pack`; the tarball's path. */
export function packTarball() {
  const folder = temporaryFolder();
  must('npm pack', [...first, 'pack', '--pack-destination', folder], js);
  return path.join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')));
}

/** A bare project with the tarball installed; the package has no dependencies, so no network is needed. */
export function installTarball(tarball, { type = 'commonjs' } = {}) {
  const folder = emptyProject({ type });
  must('npm install', [...first, 'install', '--offline', '--no-audit', '--no-fund', tarball], folder);
  return folder;
}

/** A bare project that sees js/ as the installed package: quicker than a tarball where only its map and types matter. */
export function linkedProject({ type }) {
  const folder = emptyProject({ type });
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(js, path.join(folder, 'node_modules', 'xeploai'), 'junction');
  return folder;
}

function emptyProject({ type }) {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', private: true, type }));
  return folder;
}

function must(title, args, cwd) {
  const done = attempt(command, args, { cwd });
  if (!done.ok) throw new Error(`${title} failed:\n${done.text}`);
}
