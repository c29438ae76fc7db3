/**
 * The step `pages`: each rulebook and each overlay as a page that a lawyer can lay beside the text of the law, in
 * Vietnamese and English: dist/rulebooks/<id>.html, dist/overlays/<id>.html and the list dist/law.html. They are written
 * from the data alone, by the files of tools/pages; the demo runs the same files in the browser.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readOverlays, readRulebooks } from './build-regulations.mjs';
import { fileName, indexPage, lawPage } from './pages/page.mjs';
import { Source } from './pages/source.mjs';
import { LANGUAGES } from './pages/words.mjs';
import { dist, js } from './paths.mjs';

export async function buildPages() {
  for (const [name, text] of await pages()) {
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await writeFile(path.join(dist, name), text);
  }
}

/** Every page as `[path, text]`. */
export async function pages() {
  const { version } = JSON.parse(await readFile(path.join(js, 'package.json'), 'utf8'));
  const [books, overlays] = await Promise.all([readRulebooks(), readOverlays()]);
  const sources = [
    ...books.map((book) => ['rulebooks', new Source(book)]),
    ...overlays.map((overlay) => ['overlays', new Source(books.find(({ id }) => id === overlay.over), overlay)]),
  ];
  return LANGUAGES.flatMap((language) => [
    [fileName('law', language), indexPage(books, overlays, language)],
    ...sources.map(([folder, source]) => [`${folder}/${fileName(source.own.id, language)}`, lawPage(source, language, { version, known: books.map(({ id }) => id) })]),
  ]);
}
