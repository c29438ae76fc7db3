import { createEngine } from 'xeploai/slim';
import wasm from 'xeploai/engine.wasm?url';
import { ask } from './question.js';
import { show } from './show.js';

show(ask(createEngine, { wasm }));
