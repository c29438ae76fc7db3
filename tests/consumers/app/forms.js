import { createEngine } from 'xeploai/forms';
import { ask } from './question.js';
import { show } from './show.js';

show(ask(createEngine));
