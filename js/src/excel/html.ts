/**
 * Tables in HTML, as Excel and Word copy them and as many portals save what they call .xls. Only tags are looked at; nothing becomes part
 * of a page, and DOMParser is not asked, because pages with Trusted Types refuse it.
 */
import { entities } from './entities.js';
import { Refusal } from './error.js';
import { clean } from './fold.js';
import { fontOf, letterOf, MAX_COLUMNS, spreadMerges, type Font, type Grid, type Merge, type Note, type Row } from './grid.js';
import type { Pace } from './pace.js';
import type { Limits } from './types.js';
import { whole } from './words.js';

/** A tag is not longer. */
const LONGEST_TAG = 4_000;
const PIECE = 400;

export async function readHtml(html: string, limits: Limits, pace: Pace): Promise<Grid> {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  const classes = new Map<string, Font>();
  /** Until which row a column is taken by a cell from above. */
  const taken: number[] = [];
  let [number, column, depth, width, filled, tags, cut] = [0, 0, 0, 0, 0, 0, 0];
  /** Where the next `>` is: looked for once, however many tags are open before it. */
  let close = -1;
  let inRow = false;
  let cells: string[] = [];
  let fonts: Font[] | undefined;
  let text: string | null = null;
  let [font, spanRows, spanColumns]: [Font, number, number] = [undefined, 1, 1];

  function endCell(): void {
    if (text === null) return;
    const value = clean(text);
    text = null;
    const last = Math.min(column + spanColumns, MAX_COLUMNS) - 1;
    if (spanRows > 1 || spanColumns > 1) merges.push([number, number + spanRows - 1, column, last]);
    for (let at = column; at <= last; at++) taken[at] = number + spanRows - 1;
    if (value && column >= MAX_COLUMNS) cut = cut || number;
    else if (value) {
      if (++filled > limits.cells) throw new Refusal('file.cells', { sheet: 'HTML', limit: whole(limits.cells) });
      while (cells.length < column) cells.push('');
      cells[column] = value;
      if (font) (fonts || (fonts = []))[column] = font;
    }
    column = last + 1;
  }
  /** A cell outside of a row begins one. */
  function beginRow(): void {
    number++;
    [column, inRow] = [0, true];
  }
  function endRow(): void {
    endCell();
    inRow = false;
    if (!cells.length) return;
    if (rows.length >= limits.rows) throw new Refusal('file.rows', { sheet: 'HTML', limit: whole(limits.rows) });
    if (cells.length > width) width = cells.length;
    rows.push(fonts ? { number, cells, fonts } : { number, cells });
    [cells, fonts] = [[], undefined];
  }

  for (let at = 0; at < html.length;) {
    const open = nextTag(html, at);
    if (text !== null) text += entities(html.slice(at, open));
    if (open === html.length) break;
    if (close < open) close = html.indexOf('>', open) < 0 ? html.length : html.indexOf('>', open);
    const { name, end, closes, attributes } = tagAt(html, open, close);
    at = end;
    if (name === 'style' && !closes) {
      const stop = endOf(html, name, at);
      fontsOf(html.slice(at, stop), classes);
      at = stop;
    } else if ((name === 'script' || name === 'title') && !closes) {
      at = endOf(html, name, at);
    } else if (name === 'table') {
      // A table within a cell is part of the cell.
      depth += closes ? -1 : 1;
      if (closes && depth <= 0) endRow();
    } else if (depth <= 1 && name === 'tr') {
      endRow();
      if (!closes) beginRow();
    } else if (depth <= 1 && (name === 'td' || name === 'th')) {
      endCell();
      if (!closes) {
        if (!inRow) beginRow();
        while ((taken[column] || 0) >= number) column++;
        [text, font] = ['', undefined];
        spanRows = span(attributes, 'rowspan', 70_000);
        spanColumns = span(attributes, 'colspan', MAX_COLUMNS);
      }
    } else if (text !== null && !closes && (name === 'br' || name === 'p' || name === 'div' || name === 'tr' || name === 'td')) text += ' ';
    if (text !== null && !closes) font = fontIn(attributes, classes) || font;
    if (++tags % PIECE === 0) {
      const rest = pace.step(at / html.length);
      if (rest) await rest;
    }
  }
  endRow();
  const notes: Note[] = [];
  if (cut) notes.push({ code: 'columns.cut', params: { column: letterOf(MAX_COLUMNS - 1), row: String(cut) } });
  if (!spreadMerges({ rows, merges, width })) notes.push({ code: 'merged.many' });
  return { kind: 'html', rows, merges, width, notes, encoding: null, delimiter: null };
}

/** What begins with a letter, a stroke or a mark is a tag; `<5` is text. */
function nextTag(html: string, from: number): number {
  let at = html.indexOf('<', from);
  while (at >= 0 && !/[a-z/!?]/i.test(html.charAt(at + 1))) at = html.indexOf('<', at + 1);
  return at < 0 ? html.length : at;
}

interface Tag {
  readonly name: string;
  readonly end: number;
  readonly closes: boolean;
  readonly attributes: string;
}

const NO_TAG = { name: '', closes: false, attributes: '' };

function tagAt(html: string, open: number, close: number): Tag {
  if (html.substr(open, 4) === '<!--') {
    const end = html.indexOf('-->', open + 4);
    return Object.assign({ end: end < 0 ? html.length : end + 3 }, NO_TAG);
  }
  if (close - open > LONGEST_TAG) return Object.assign({ end: open + 1 }, NO_TAG);
  const most = Math.min(html.length, open + LONGEST_TAG);
  let [end, quote] = [open + 1, ''];
  for (; end < most; end++) {
    const letter = html.charAt(end);
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '>') break;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  if (end === most) return Object.assign({ end: open + 1 }, NO_TAG);
  const inside = html.slice(open + 1, end);
  const found = /^(\/?)([a-z][a-z0-9]*)/i.exec(inside);
  if (!found) return Object.assign({ end: end + 1 }, NO_TAG);
  return { name: (found[2] as string).toLowerCase(), end: end + 1, closes: found[1] === '/', attributes: inside.slice(found[0].length) };
}

/** Where an element that holds no tags ends. */
function endOf(html: string, name: string, from: number): number {
  const close = new RegExp('</' + name, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  return found ? found.index : html.length;
}

function span(attributes: string, name: string, most: number): number {
  const found = new RegExp('\\b' + name + '\\s*=\\s*["\']?(\\d+)', 'i').exec(attributes);
  return found ? Math.max(1, Math.min(most, Number(found[1]))) : 1;
}

/** The old font a tag names: by itself, or by the class that a style sheet of Excel gives it. */
function fontIn(attributes: string, classes: ReadonlyMap<string, Font>): Font {
  if (!attributes) return undefined;
  const style = /font-family\s*:\s*(?:&quot;|["'])?([^;"',&]+)/i.exec(attributes) || /\bface\s*=\s*["']?([^"'\s>,]+)/i.exec(attributes);
  const name = /\bclass\s*=\s*["']?([\w-]+)/i.exec(attributes);
  return (style && fontOf(style[1] as string)) || (name ? classes.get(name[1] as string) : undefined);
}

function fontsOf(css: string, classes: Map<string, Font>): void {
  const rule = /\.([\w-]+)\s*\{([^{}]*)\}/g;
  for (let found = rule.exec(css); found; found = rule.exec(css)) {
    const family = /font-family\s*:\s*["']?([^;"',]+)/i.exec(found[2] as string);
    if (family) classes.set(found[1] as string, fontOf(family[1] as string));
  }
}
