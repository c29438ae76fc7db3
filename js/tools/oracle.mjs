/** `npm run oracle [-- TIMES [SEED]]`: random tables and quotas, the package against fractions of BigInt; a million of each, with a new seed, when nothing is said. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, Stop } from './command.mjs';
import { tests } from './paths.mjs';

main(async () => {
  const [times, seed] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? Date.now() % 2 ** 32)];
  if (!Number.isInteger(times) || !Number.isInteger(seed)) throw new Stop('npm run oracle -- TIMES SEED, both whole numbers.');
  const { breakdowns, engines, generator, quotas } = await import(pathToFileURL(path.join(tests, 'oracle', 'compare.mjs')).href);
  const engine = engines();
  for (const [name, ask] of [['quotas', quotas], ['tables', breakdowns]]) {
    const started = Date.now();
    const differs = ask(engine, times, generator(seed));
    if (differs) throw new Stop(`Of random ${name}, seed ${seed}, one differs:\n${JSON.stringify(differs, null, 1)}`);
    console.log(`${times} random ${name}, seed ${seed}: the package and the fractions agree on all of them (${Math.round((Date.now() - started) / 1000)} s).`);
  }
});
