/** `npm start`: installs what is missing, builds, and shows the demo. `--no-serve` ends after printing where it is. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, Stop } from './command.mjs';
import { counter } from './counter.mjs';
import { demo } from './paths.mjs';
import { serve } from './serve.mjs';
import { setup, setupSteps } from './setup.mjs';

const PORT = 8765;

main(async () => {
  const flags = process.argv.slice(2);
  const unknown = flags.find((flag) => flag !== '--no-serve' && flag !== '--build-only');
  if (unknown) throw new Stop(`Unknown option ${unknown}; there are --no-serve and --build-only.`);
  const say = counter(setupSteps('run') + 1);
  setup('run', say);
  // Only now: the build needs the npm packages.
  const { buildAll } = await import('../build.mjs');
  await buildAll(say);
  if (!flags.includes('--build-only')) await show(flags.includes('--no-serve'));
});

async function show(onlyPrint) {
  const page = path.join(demo, 'index.html');
  if (!existsSync(page)) throw new Stop('The package is built, but demo/index.html is not there.');
  console.log(`\nThe demo is a file; a double-click opens it:\n  ${page}\n  ${pathToFileURL(page)}`);
  if (onlyPrint) return;
  const { url } = await serve({ folder: demo, port: PORT });
  console.log(`It is also served here until Ctrl-C:\n  ${url}`);
}
