/** For the demo: the pages of the law as nodes, from the data that the classic script brings along. Bundled with html-dom.mjs for html.mjs. */
import { lawBody } from './body.mjs';
import { append } from './html-dom.mjs';
import { Source } from './source.mjs';

/** Fills `root` with what there is to read of a rulebook or an overlay. */
window.demo.drawLaw = (root, base, overlay, language) => {
  append(root, lawBody(new Source(base, overlay), language, { version: window.xeploai.version, known: window.xeploai.rulebooks.map(({ id }) => id) }).body);
};
