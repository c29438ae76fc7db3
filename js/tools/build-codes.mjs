/** The step `codes`: src/codes.json, which `npm run coverage` writes, as a module that whoever explains findings may load: dist/codes.js, .cjs and their types. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dist, root } from './paths.mjs';

export async function buildCodes() {
  const text = JSON.stringify(JSON.parse(await readFile(path.join(root, 'src', 'codes.json'), 'utf8')));
  const types = (end) => `import type { CodeInfo } from './index.${end}';\n/** Every code of a finding, in the order they are shown in. */\nexport declare const codes: readonly CodeInfo[];\n`;
  const files = [
    ['codes.js', `export const codes = ${text};\n`],
    ['codes.cjs', `exports.codes = ${text};\n`],
    ['codes.d.ts', types('js')],
    ['codes.d.cts', types('cjs')],
  ];
  await Promise.all(files.map(([name, content]) => writeFile(path.join(dist, name), content)));
}
