import { createEngine } from 'xeploai';
import { ask } from './question.js';
import { show } from './show.js';

show(ask(createEngine));
