/** Programs that cargo installs into js/.tools, each in one version. */
import path from 'node:path';
import { output, run } from './command.mjs';
import { toolsBin, toolsRoot } from './paths.mjs';

/** A debug build: ready in a third of the time, and it writes the same bytes. A program made for cargo alone is `asked` for its version as cargo would. */
export function cargoTool(say, { program, crate, version, locked, asked = ['--version'] }) {
  if (output(path.join(toolsBin, program), asked) === `${program} ${version}`) {
    say(`${program} ${version}: already here.`);
    return;
  }
  say(`${program} ${version}: cargo install into js/.tools, about 1-2 min ...`);
  const args = ['install', '--quiet', '--debug', '--force', ...(locked ? ['--locked'] : []), crate, '--version', version, '--root', toolsRoot];
  run('cargo', args, {
    env: { CARGO_PROFILE_DEV_DEBUG: '0' },
    failure: `${program} ${version} could not be installed with cargo; the lines above say why (is there a network?).`,
  });
}
