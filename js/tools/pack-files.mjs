/** npm takes a package's readme and licences from its own folder; ours stand at the root, so they visit while npm packs. */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { js, root } from './paths.mjs';

const FILES = ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE'];

for (const file of FILES) {
  const [here, there] = [path.join(root, file), path.join(js, file)];
  if (process.argv[2] === 'remove') rmSync(there, { force: true });
  else if (existsSync(here)) copyFileSync(here, there);
}
