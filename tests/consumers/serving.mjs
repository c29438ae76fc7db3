/** A server of a tool, for as long as a test works with it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { environment } from '../../js/tools/command.mjs';

const LOCAL = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+/;
const LONGEST_START = 60_000;

/** A tool that colours what it says puts the codes inside the address; where CI is set, many do although nobody looks. */
const PLAIN = { NO_COLOR: '1', FORCE_COLOR: '0' };

/** Starts a program (of the tool, or any by its path) in a project, waits until it says its address, calls `work(url)` and ends it. */
export async function serving(folder, program, args, env, work) {
  const child = spawn(path.resolve(folder, '..', 'node_modules', program), args, {
    cwd: folder, env: environment({ ...PLAIN, ...env }), stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  });
  const ended = new Promise((done) => child.once('close', done));
  try {
    await work(await address(child));
  } finally {
    // With whatever it has started, unless it has ended by itself.
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
    await ended;
  }
}

function address(child) {
  return new Promise((found, failed) => {
    let said = '';
    setTimeout(() => failed(new Error(`It has not said its address for ${LONGEST_START / 1000} s:\n${said}`)), LONGEST_START).unref();
    const listen = (text) => {
      said += stripVTControlCharacters(String(text));
      const [url] = said.match(LOCAL) ?? [];
      if (url) found(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', failed);
    child.once('close', () => failed(new Error(`It ended before it said its address:\n${said}`)));
  });
}
