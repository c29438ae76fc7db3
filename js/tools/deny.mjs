/** cargo-deny: licences, doubles, sources of the crates, by js/tools/deny.toml; advisories where their database can be reached. */
import path from 'node:path';
import { cargoTool } from './cargo-tool.mjs';
import { attempt, output, Stop } from './command.mjs';
import { js, toolsBin } from './paths.mjs';

const VERSION = '0.20.2';
const CONFIG = path.join(js, 'tools', 'deny.toml');
const PROGRAM = path.join(toolsBin, 'cargo-deny');
/** Whoever cannot reach the database learns it within so long. */
const PATIENCE = 30_000;

/** Installs it; where that fails, its test is skipped, with a word. */
export function ensureDeny(say) {
  try {
    cargoTool(say, { program: 'cargo-deny', crate: 'cargo-deny', version: VERSION, locked: true });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message, { numbered: false });
  }
}

export function crates(tally) {
  if (output(PROGRAM, ['--version']) === null) return console.log('      skipped  cargo-deny could not be installed: licences and sources of the crates are not looked at.');
  const check = (what, longest) => attempt(PROGRAM, ['--locked', '--config', CONFIG, 'check', ...what], { longest });
  const held = check(['licenses', 'bans', 'sources']);
  tally.gate('Licences, doubles and sources of the crates', held.ok ? null : held.text);
  const advised = check(['advisories'], PATIENCE);
  if (!advised.ok && !/^error\[/m.test(advised.text)) return console.log('      skipped  The database of advisories cannot be reached.');
  tally.gate('Advisories about the crates', advised.ok ? null : advised.text);
}
