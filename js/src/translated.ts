/** The core as JavaScript. It starts wherever JavaScript does, at once. */
import { start } from '../build/nowasm.js';
import type { Runner } from './instance.js';

export const translated: Runner = { runsOn: 'javascript', startSync: start, start: async (imports) => start(imports) };
