/** A classic script of the package, run as a page would, in a world with nothing in it but what is given. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { dist } from '../../js/tools/paths.mjs';

/** The globals afterwards. */
export function classic(name, given = {}) {
  const page = createContext({ ...given });
  page.self = page;
  page.window = page;
  runInContext(readFileSync(path.join(dist, name), 'utf8'), page, { filename: name });
  return page;
}
