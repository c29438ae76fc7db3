/**
 * The browsers of the tests. Each is only asked to open an address: the page does the work and reports by itself
 * (tests/browsers), so that no driver stands between, and one that is eight years old is opened like one of today.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aptInstall, canInstall } from './apt.mjs';
import { findChromium } from './chromium.mjs';
import { Stop } from './command.mjs';
import { canHaveOldChromium, findOldChromium, installOldChromium, VERSIONS } from './old-chromium.mjs';

const CHROMIUM_SWITCHES = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage', '--no-first-run', '--disable-sync',
  // With a port to be driven by it stays open; nobody drives it.
  '--disable-background-networking', '--disable-component-update', '--remote-debugging-port=0',
];
/** Nothing that calls home, and no page of Firefox's own. */
const FIREFOX_PREFS = {
  'browser.shell.checkDefaultBrowser': false, 'browser.startup.homepage_override.mstone': 'ignore', 'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false, 'toolkit.telemetry.reportingpolicy.firstRun': false, 'app.normandy.enabled': false,
  'app.update.disabledForTesting': true, 'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false,
  'browser.safebrowsing.malware.enabled': false, 'browser.safebrowsing.phishing.enabled': false, 'termsofuse.bypassNotification': true,
};

const chromium = (name, find) => ({
  name,
  find,
  start: ({ executable, env }, address, profile) => [executable, [...CHROMIUM_SWITCHES, `--user-data-dir=${profile}`, address], env],
});

const firefox = {
  name: 'Firefox',
  find: () => program('firefox-esr') ?? program('firefox'),
  start: ({ executable }, address, profile) => {
    const prefs = Object.entries(FIREFOX_PREFS).map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`);
    writeFileSync(path.join(profile, 'user.js'), prefs.join(''));
    return [executable, ['--headless', '--no-remote', '--profile', profile, address], { HOME: profile }];
  },
};

/** Safari's engine. It wants a screen, which xvfb-run pretends. */
const webkit = {
  name: 'WebKitGTK',
  find: () => {
    const screen = program('xvfb-run');
    const mini = screen && miniBrowser();
    return mini ? { executable: screen.executable, mini } : null;
  },
  // Asked politely, xvfb-run takes its screen away with it.
  end: 'SIGTERM',
  start: ({ executable, mini }, address, profile) => [executable, ['-a', mini, '--private', address], { HOME: profile }],
};

/** Today's and the others, each `{ name, find, start }`. */
export const BROWSERS = [
  chromium('Chromium', () => {
    const executable = findChromium();
    return executable ? { executable } : null;
  }),
  firefox,
  webkit,
  ...VERSIONS.map((version) => chromium(`Chromium ${version}`, () => findOldChromium(version))),
];

/** Opens an address in a browser with a new profile; what comes back ends it and removes the profile. */
export function open(browser, address) {
  const profile = mkdtempSync(path.join(tmpdir(), 'xeploai-browser-'));
  const [command, args, env] = browser.start(browser.find(), address, profile);
  // A group of its own: browsers are several programs, and end together.
  const child = spawn(command, args, { stdio: 'ignore', detached: true, env: { ...process.env, ...env } });
  const ended = new Promise((done) => { child.once('exit', done); child.once('error', done); });
  return {
    ended,
    close: async () => {
      signal(child, browser.end ?? 'SIGKILL');
      const patience = setTimeout(() => signal(child, 'SIGKILL'), 3_000);
      await ended;
      clearTimeout(patience);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended by itself.
  }
}

/** Installs what is missing where that may be done; a browser that is not there has its tests skipped, with a word. */
export function ensureBrowsers(say) {
  const missing = BROWSERS.filter((browser) => !browser.find());
  if (missing.length === 0) {
    say('Firefox, WebKitGTK and earlier Chromium: already here.');
    return;
  }
  say(`${missing.map(({ name }) => name).join(', ')}: apt-get and npm, about a minute ...`);
  const packages = [...(firefox.find() ? [] : ['firefox-esr']), ...(webkit.find() ? [] : ['webkit2gtk-driver', 'xvfb', 'xauth'])];
  attempt(say, () => packages.length > 0 && canInstall() && aptInstall(packages));
  if (VERSIONS.some((version) => !findOldChromium(version)) && canHaveOldChromium()) attempt(say, installOldChromium);
}

function attempt(say, install) {
  try {
    install();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message, { numbered: false });
  }
}

function program(name) {
  const found = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean).map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  return found ? { executable: found } : null;
}

function miniBrowser() {
  const libraries = '/usr/lib';
  for (const triplet of existsSync(libraries) ? readdirSync(libraries).filter((name) => name.endsWith('-linux-gnu')) : []) {
    for (const version of ['4.1', '4.0']) {
      const file = path.join(libraries, triplet, `webkit2gtk-${version}`, 'MiniBrowser');
      if (existsSync(file)) return file;
    }
  }
  return null;
}
