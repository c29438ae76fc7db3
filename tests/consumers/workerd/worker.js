import { createEngine } from 'xeploai/slim';
import wasm from 'xeploai/engine.wasm';
import { ask } from './question.js';

export default {
  async test() {
    console.log(JSON.stringify(await ask(createEngine, { wasm })));
  },
};
