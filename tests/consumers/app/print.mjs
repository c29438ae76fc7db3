import { createEngine } from 'xeploai';
import { ask } from './question.js';

console.log(JSON.stringify(await ask(createEngine)));
