/** Debian packages, where this user may install them. */
import { existsSync } from 'node:fs';
import { output, run } from './command.mjs';

/** The words before `apt-get`, or null where packages cannot be installed from here. */
function privilege() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return output('sudo', ['-n', 'true']) === null ? null : ['sudo', '-n'];
}

export function canInstall() {
  return privilege() !== null;
}

/** Installs packages; false where that is not possible, a `Stop` where it fails. */
export function aptInstall(packages) {
  const before = privilege();
  if (!before) return false;
  const apt = (...args) => {
    const [command, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    run(command, rest, { failure: `apt-get ${args.join(' ')} failed; install ${packages.join(' ')} by hand and run this again.` });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  return true;
}
