/** Where things are. Everything here is absolute, so that no tool depends on the folder it was started in. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const js = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const root = path.dirname(js);
export const build = path.join(js, 'build');
export const dist = path.join(js, 'dist');
export const demo = path.join(root, 'demo');
export const tests = path.join(root, 'tests');
export const regulations = path.join(root, 'src', 'regulations');
/** Programs this project installs for itself, git-ignored. */
export const toolsRoot = path.join(js, '.tools');
export const toolsBin = path.join(toolsRoot, 'bin');
export const npmBin = path.join(js, 'node_modules', '.bin');
