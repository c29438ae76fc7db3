/**
 * Pictures that are the same on every machine, and how they are compared. The text is drawn with a font of the package's tests instead of the
 * system's, without hinting, much smaller: what is left of another Debian's Chromium are a few pixels of its own controls.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { launchChromium } from '../../js/tools/chromium.mjs';
import { build, js, tests } from '../../js/tools/paths.mjs';

const require = createRequire(path.join(js, 'package.json'));
const { PNG } = require('pngjs');
const { default: pixelmatch } = await import(require.resolve('pixelmatch'));

/** Kept with the tests; and where this run leaves its own, and the differences. */
const KEPT = path.join(tests, 'browser', 'pictures');
const ARTEFACTS = path.join(build, 'tests', 'pictures');
/** Of all pixels: more than the controls of another Chromium, less than a line that moved. */
export const TOLERANCE = 0.01;
const FONT = 'node_modules/@fontsource-variable/open-sans/files/open-sans-';

/** The fonts the page asks for first are these. */
const FACES = [['vietnamese', 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'], ['latin', 'U+0000-00FF,U+2000-206F,U+2122,U+2191,U+2193,U+2212']]
  .map(([subset, range]) => `@font-face { font-family: "Segoe UI"; font-weight: 300 800; unicode-range: ${range}; src: url(data:font/woff2;base64,${readFileSync(path.join(js, `${FONT}${subset}-wght-normal.woff2`)).toString('base64')}) }`)
  .concat('.snippet, code, pre { font-family: "Segoe UI" !important }').join('\n');

export const launch = () => launchChromium(['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--hide-scrollbars']);

/** A page that takes the fonts; the policy is asserted elsewhere. */
export const newPage = async (browser, settings) => (await browser.newContext({ viewport: { width: 1366, height: 768 }, deviceScaleFactor: 0.4, bypassCSP: true, ...settings })).newPage();

export async function withFonts(page) {
  await page.addStyleTag({ content: FACES });
  await page.evaluate(async () => {
    await Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 16px "Segoe UI"`, 'Kiểm ẫ')));
    await document.fonts.ready;
  });
}

/** From the top of the page as far as `height`, without what moves. */
export async function picture(page, height = 1000) {
  const [width, tall] = await page.evaluate(() => [innerWidth, document.documentElement.scrollHeight]);
  return PNG.sync.read(await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tall) }, animations: 'disabled', caret: 'hide' }));
}

/** The part of the pixels that differ, and a picture of them; all of them where the sizes differ by more than a line. */
export function compare(one, other) {
  const width = Math.min(one.width, other.width), height = Math.min(one.height, other.height);
  const drawn = new PNG({ width, height });
  const [a, b] = [one, other].map((from) => {
    const cut = new PNG({ width, height });
    PNG.bitblt(from, cut, 0, 0, width, height);
    return cut.data;
  });
  const differ = pixelmatch(a, b, drawn.data, width, height, { threshold: 0.2 });
  const far = one.width !== other.width || Math.abs(one.height - other.height) > 12;
  return { part: far ? 1 : differ / (width * height), drawn };
}

/** Some thirty of each, which the comparison does not see and the file is half as large for. */
function fewerColours(png) {
  const fewer = new PNG({ width: png.width, height: png.height });
  for (let at = 0; at < png.data.length; at += 1) fewer.data[at] = at % 4 === 3 ? 255 : Math.round(png.data[at] / 8.5) * 8.5;
  return fewer;
}

/** Compares with the picture kept under this name, leaving both where people can look; with RENEW_PICTURES it is kept instead. */
export function compareKept(name, now) {
  const leave = (suffix, png) => writeFileSync(path.join(ARTEFACTS, `${name}${suffix}.png`), PNG.sync.write(png));
  mkdirSync(ARTEFACTS, { recursive: true });
  leave('', now);
  const kept = path.join(KEPT, `${name}.png`);
  if (process.env.RENEW_PICTURES) writeFileSync(kept, PNG.sync.write(fewerColours(now), { colorType: 2, deflateLevel: 9 }));
  const found = compare(PNG.sync.read(readFileSync(kept)), now);
  if (found.part > 0) leave('-differs', found.drawn);
  return found.part;
}
