/** PHP, for the example of a portal that is rendered by it: Debian's command line, whose own small server is enough. */
import { aptInstall, canInstall } from './apt.mjs';
import { output, Stop } from './command.mjs';

export const findPhp = () => output('php', ['--version']) !== null;

/** Installs it where that may be done; its test is skipped otherwise, with a word. */
export function ensurePhp(say) {
  if (findPhp()) {
    say('PHP: already here.');
    return;
  }
  if (!canInstall()) {
    say('PHP is missing (on Debian "apt-get install php-cli"): the page it renders is not tried.');
    return;
  }
  say('PHP: apt-get install php-cli, about 15 s ...');
  try {
    aptInstall(['php-cli']);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message, { numbered: false });
  }
}
