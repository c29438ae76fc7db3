/** The browser of the tests: Debian's Chromium, driven headless. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { aptInstall, canInstall } from './apt.mjs';
import { Stop } from './command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
export const CHROMIUM_MISSING =
  'Chromium is missing: install it (on Debian "apt-get install chromium") or set the variable CHROMIUM to its path, and run the tests again.';

/** The path of a Chromium, or null. The variable CHROMIUM wins. */
export function findChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const name of NAMES) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (folder && existsSync(file)) return file;
    }
  }
  return null;
}

/** Installs Chromium where that may be done, otherwise says what to install; the browser tests then fail by themselves. */
export function ensureChromium(say) {
  if (findChromium()) {
    say('Chromium: already here.');
    return;
  }
  if (process.env.CHROMIUM || !canInstall()) {
    say(CHROMIUM_MISSING);
    return;
  }
  say('Chromium: apt-get install chromium, about 30 s ...');
  try {
    aptInstall(['chromium']);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message, { numbered: false });
  }
}

/** A headless browser with a new empty profile. The switches keep it from calling home while the tests count requests. */
export async function launchChromium(more = []) {
  const executablePath = findChromium();
  if (!executablePath) throw new Stop(CHROMIUM_MISSING);
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
