import { createEngine } from 'xeploai/slim';
import { ask } from './question.js';
import { show } from './show.js';

show(ask(createEngine, { wasm: new URL('xeploai/engine.wasm', import.meta.url) }));
