/**
 * dist/engine.wasm and dist/forms.wasm: a module with a stamp, the same on both, a section that engines skip and `xeploai/slim` reads, so that files of two versions
 * on one server are told apart before one calls the other with the wrong arguments.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, js } from './paths.mjs';

const SECTION = 'xeploai';

/** Version of the package and fingerprint of the whole module: `0.1.0 3f9c0a1b2c3d`. */
export function engineStamp() {
  const { version } = JSON.parse(readFileSync(path.join(js, 'package.json'), 'utf8'));
  return `${version} ${createHash('sha256').update(moduleBytes('wasm')).digest('hex').slice(0, 12)}`;
}

export function engineFile(module) {
  return withStamp(moduleBytes(module), engineStamp());
}

/** Section 0 of the format: its length, then name and content; every length here is below 128 and so one byte. */
export function withStamp(bytes, stamp) {
  const name = Buffer.from(SECTION);
  const content = Buffer.concat([Buffer.from([name.length]), name, Buffer.from(stamp)]);
  return Buffer.concat([bytes, Buffer.from([0, content.length]), content]);
}

function moduleBytes(module) {
  return readFileSync(path.join(build, module, 'xeploai_bg.wasm'));
}
