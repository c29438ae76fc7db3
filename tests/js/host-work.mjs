/** Run by hosts.test.mjs in a process of its own, to be started in other surroundings: prints what the package answers. */
import { answers } from './host-page.mjs';

console.log(JSON.stringify(await answers('an ordinary page', 'before')));
