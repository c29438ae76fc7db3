/** The built package, as the tests of Node import it. */
export * as xeploai from '../../js/dist/index.js';
export * as author from '../../js/dist/author.js';
export * as books from '../../js/dist/rulebooks/index.js';
export { rulebooks } from '../../js/dist/rulebooks/index.js';
export { overlays } from '../../js/dist/overlays/index.js';
