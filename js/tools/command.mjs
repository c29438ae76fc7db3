/** Running other programs, and stopping with one sentence when that is all there is to say. */
import { spawnSync } from 'node:child_process';
import { npmBin, root, toolsBin } from './paths.mjs';

/** Something a person can put right: its message is the whole explanation, so it is shown without a stack trace. */
export class Stop extends Error {}

/** Runs a tool's main function; a `Stop` becomes one sentence and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** npm tells its scripts which folder it was pointed at; a second npm or cargo must not inherit that. */
const INHERITED = ['npm_config_prefix', 'npm_config_local_prefix', 'npm_config_global_prefix', 'npm_config_globalconfig'];

/** The environment for child programs: our own tools come first. */
export function environment(extra = {}) {
  const env = { ...process.env, ...extra };
  for (const name of INHERITED) delete env[name];
  const separator = process.platform === 'win32' ? ';' : ':';
  env.PATH = [toolsBin, npmBin, process.env.PATH].join(separator);
  return env;
}

/** No program of ours needs so long; one that waits for something that never comes must not take the whole run with it. */
const LONGEST = 10 * 60_000;

/** Runs a program with its output kept: `{ ok, text, missing }`; never throws, and ends what has not ended within `longest`. */
export function attempt(command, args, { cwd = root, env, longest = LONGEST } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    env: environment(env),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 256 * 1024 * 1024,
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  const text = `${done.stdout ?? ''}${done.stderr ?? ''}${done.signal ? `\nended by ${done.signal}` : ''}`;
  return { ok: done.status === 0, text: done.error ? `${text}${done.error.message}` : text, missing: done.error?.code === 'ENOENT' };
}

/** The trimmed standard output of a program, or null when it is missing or fails. */
export function output(command, args, cwd = root) {
  const done = spawnSync(command, args, { cwd, env: environment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return done.status === 0 ? done.stdout.trim() : null;
}

/** Runs a program in view of the user; a failure is a `Stop` that says what could not be done. */
export function run(command, args, { cwd = root, env, failure }) {
  const done = spawnSync(command, args, { cwd, env: environment(env), stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) throw new Stop(failure ?? `${command} ${args.join(' ')} failed.`);
}

/** npm as a command and its first arguments: the npm that runs us, or else the one on the PATH. */
export function npm() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
}
