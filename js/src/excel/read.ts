/** `readRoster`, `readRosters`: a file or pasted cells → a sheet, or several, as rows, with a guess of what each column is. */
import { UsageError } from '../errors.js';
import type { Locale } from '../types.js';
import { guessColumns } from './columns.js';
import { readCsv } from './csv.js';
import { decodeText } from './decode.js';
import { ExcelError, Refusal } from './error.js';
import { fold } from './fold.js';
import type { Grid, Note, Row } from './grid.js';
import { findHeader, levelOf } from './header.js';
import { readHtml } from './html.js';
import { kindOf } from './kind.js';
import { cellReader, findLegacy } from './letters.js';
import { Meanings } from './meaning.js';
import { Pace } from './pace.js';
import { buildRoster, problemOf, type Asked } from './roster.js';
import { readSheet } from './sheet.js';
import type { ClipboardCells, Limits, Mapping, ReadManyOptions, ReadOptions, RosterInput, RosterReading } from './types.js';
import { readWorkbook, Reader, type SheetPlace } from './workbook.js';
import { megabytes } from './words.js';
import { partsOf } from './zip.js';

const LIMITS: Limits = { bytes: 60_000_000, unpacked: 600_000_000, ratio: 400, rows: 300_000, cells: 4_000_000 };
const OPTIONS = ['rulebook', 'subject', 'locale', 'sheet', 'limits', 'signal', 'onProgress'];
const MANY = OPTIONS.map((one) => (one === 'sheet' ? 'sheets' : one));
const TOP: Readonly<Record<Locale, string>> = { vi: 'Toàn bộ danh sách', en: 'The whole list' };

interface Sheet {
  readonly name: string;
  readonly grid: Grid;
}
interface Sheets {
  /** All there are. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly read: readonly Sheet[];
}
/** Which sheets are asked for; null: the first that is a roster, or with `many` all that are. */
interface Which {
  readonly isRoster: (grid: Grid) => boolean;
  readonly wanted: readonly string[] | null;
  readonly many: boolean;
}

/** Reads a roster. Throws an `ExcelError` when the file cannot be read, and an error named `AbortError` when `signal` says so. */
export async function readRoster(input: RosterInput, options: ReadOptions): Promise<RosterReading> {
  const given = ownOptions('readRoster', options, OPTIONS);
  const { sheet } = given;
  const [first] = await readAll(input, given, sheet === undefined ? null : [sheet], false);
  return first as RosterReading;
}

/**
 * Reads several sheets of a workbook at once, each a roster by itself, as offices keep one sheet a branch: those named, or all that are shown
 * and have a roster's header. `joinRosters` makes one roster of them. Of a file without sheets there is one.
 */
export async function readRosters(input: RosterInput, options: ReadManyOptions): Promise<readonly RosterReading[]> {
  const given = ownOptions('readRosters', options, MANY);
  const { sheets } = given as ReadManyOptions;
  return Object.freeze(await readAll(input, given, sheets ? sheets.filter((name, at) => sheets.indexOf(name) === at) : null, true));
}

async function readAll(input: RosterInput, given: ReadOptions, wanted: readonly string[] | null, many: boolean): Promise<RosterReading[]> {
  const { rulebook, subject = 'member', locale = 'vi' } = given;
  if (!rulebook || !rulebook.subjects) throw new UsageError('usage.bad-type', '`rulebook` expects `engine.rulebook`');
  if (!rulebook.subjects.some((one) => one.id === subject)) {
    throw new UsageError('usage.unknown-subject', `\`${subject}\` is no \`subject\``, { help: 'known: ' + rulebook.subjects.map((one) => one.id).join(', ') });
  }
  const asked: Asked = { rulebook, subject, locale };
  const limits = Object.assign({}, LIMITS, given.limits);
  const pace = new Pace(given.signal, given.onProgress);
  const meanings = new Meanings(rulebook, subject, {});
  try {
    pace.begin('open', 0, .02);
    const { sheets, read } = await openInput(input, limits, pace, { isRoster: (grid) => findHeader(grid, meanings) !== null, wanted, many });
    const taken = read.map((one) => one.name);
    const readings: RosterReading[] = [];
    for (const one of read) {
      if (!one.grid.rows.length && (!many || read.length === 1)) throw new Refusal('file.nothing');
      readings.push(await reading(one, sheets, taken, asked, meanings, pace));
    }
    return readings;
  } catch (error) {
    throw error instanceof Refusal ? new ExcelError(error.code, error.params, locale) : error;
  }
}

/** Members of the object itself, each known: what a page hung onto every object's prototype is none. */
function ownOptions(call: string, options: ReadOptions | ReadManyOptions, known: readonly string[]): ReadOptions {
  const given: ReadOptions = Object.create(null);
  for (const key of Object.keys(options)) {
    if (known.indexOf(key) < 0) throw new UsageError('usage.unknown-field', `\`${key}\` is not known in \`${call}\``, { help: 'known: ' + known.join(', ') });
    (given as unknown as Record<string, unknown>)[key] = (options as ReadOptions)[key as keyof ReadOptions];
  }
  return given;
}

async function openInput(input: RosterInput, limits: Limits, pace: Pace, which: Which): Promise<Sheets> {
  if (typeof input === 'string') return alone(await pasted({ text: input }, limits, pace));
  if (typeof Blob !== 'undefined' && input instanceof Blob) {
    tooLarge(input.size, limits);
    return openBytes(new Uint8Array(await bytesOf(input).catch(() => { throw new Refusal('file.unreadable'); })), limits, pace, which);
  }
  if (input instanceof Uint8Array) return openBytes(input, limits, pace, which);
  if (Object.prototype.toString.call(input) === '[object ArrayBuffer]') return openBytes(new Uint8Array(input as ArrayBuffer), limits, pace, which);
  if (input && typeof input === 'object') return alone(await pasted(input as ClipboardCells, limits, pace));
  throw new UsageError('usage.bad-type', '`readRoster` expects a file, its bytes, a text, or { html, text }');
}

function tooLarge(size: number, limits: Limits): void {
  if (size > limits.bytes) throw new Refusal('file.too-large', { found: megabytes(size), limit: megabytes(limits.bytes) });
}

/** Browsers of 2018 have no `blob.arrayBuffer()`. */
function bytesOf(file: Blob): Promise<ArrayBuffer> {
  if (typeof file.arrayBuffer === 'function') return file.arrayBuffer();
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => { done(reader.result as ArrayBuffer); };
    reader.onerror = () => { failed(reader.error); };
    reader.readAsArrayBuffer(file);
  });
}

function alone(grid: Grid): Sheets {
  return { sheets: [{ name: '', hidden: false }], read: [{ name: '', grid }] };
}

async function pasted(cells: ClipboardCells, limits: Limits, pace: Pace): Promise<Grid> {
  const [html, text] = [cells.html || '', cells.text || ''];
  tooLarge(html.length + text.length, limits);
  pace.begin('sheet', .02, .7);
  if (/<table\b/i.test(html)) return readHtml(html, limits, pace);
  return readCsv(text, 'text', null, limits, pace);
}

async function openBytes(bytes: Uint8Array, limits: Limits, pace: Pace, which: Which): Promise<Sheets> {
  if (!bytes.length) throw new Refusal('file.empty');
  tooLarge(bytes.length, limits);
  const kind = kindOf(bytes);
  if (kind === 'zip') return openWorkbook(bytes, limits, pace, which);
  const { text, encoding } = decodeText(bytes);
  pace.begin('sheet', .02, .7);
  const grid = kind === 'html' ? await readHtml(text, limits, pace) : await readCsv(text, 'csv', encoding, limits, pace);
  return alone(Object.assign({}, grid, { encoding }));
}

async function openWorkbook(bytes: Uint8Array, limits: Limits, pace: Pace, { isRoster, wanted, many }: Which): Promise<Sheets> {
  const reader = new Reader(partsOf(bytes), limits, pace);
  const workbook = await readWorkbook(reader);
  const sheets = workbook.sheets.map(({ name, hidden }) => Object.freeze({ name, hidden }));
  const read = async (place: SheetPlace, at: number, of: number): Promise<Sheet> => {
    pace.begin('sheet', .3 + .5 * at / of, .3 + .5 * (at + 1) / of);
    return { name: place.name, grid: await readSheet(reader, workbook, place) };
  };
  if (wanted) {
    const places = wanted.map((name) => {
      const place = workbook.sheets.filter((one) => one.name === name)[0];
      if (!place) throw new Refusal('file.no-sheet', { sheet: name, known: sheets.map((one) => one.name).join(', ') });
      return place;
    });
    if (!places.length) throw new UsageError('usage.bad-value', '`sheets` names no sheet');
    const all: Sheet[] = [];
    for (let at = 0; at < places.length; at++) all.push(await read(places[at] as SheetPlace, at, places.length));
    return { sheets, read: all };
  }
  // Those shown first; of those without a header the first that holds anything.
  const shown = workbook.sheets.filter((one) => !one.hidden);
  const places = many && shown.length ? shown : shown.concat(workbook.sheets.filter((one) => one.hidden));
  const found: Sheet[] = [];
  let first: Sheet | null = null;
  for (let at = 0; at < places.length; at++) {
    const one = await read(places[at] as SheetPlace, many ? at : 0, many ? places.length : 1);
    if (isRoster(one.grid)) {
      found.push(one);
      if (!many) break;
    }
    if (!first || (!first.grid.rows.length && one.grid.rows.length)) first = one;
  }
  return { sheets, read: found.length ? found : [first as Sheet] };
}

async function reading({ name: sheet, grid }: Sheet, sheets: Sheets['sheets'], taken: readonly string[], asked: Asked, meanings: Meanings, pace: Pace): Promise<RosterReading> {
  const { locale } = asked;
  pace.begin('look', .8, 1);
  const header = findHeader(grid, meanings);
  const { columns, notes } = guessColumns(grid, header, meanings, locale);
  const letters = await findLegacy(grid, pace);
  const mapping: Mapping = Object.freeze({
    header: header ? Object.freeze([(grid.rows[header[0]] as Row).number, (grid.rows[header[1]] as Row).number] as const) : null,
    roles: Object.freeze(columns.map((one) => one.role)),
    headings: true, convert: null, words: Object.freeze({}), rows: Object.freeze({}), top: topOf(grid, header) || (taken.length > 1 ? sheet : TOP[locale]),
  });
  const said: Note[] = grid.notes.concat(notes, letters.notes);
  if (!header) said.unshift({ code: 'header.none' });
  const others = sheets.filter((one) => taken.indexOf(one.name) < 0);
  if (others.length) said.push({ code: 'sheets.more', params: { sheet: taken.join(', '), count: String(others.length), others: others.map((one) => one.name).join(', ') } });
  return Object.freeze({
    source: Object.freeze({ kind: grid.kind, encoding: grid.encoding, delimiter: grid.delimiter }),
    sheets: Object.freeze(sheets), sheet, rows: grid.rows.length, columns, mapping,
    problems: Object.freeze(said.map((note) => problemOf(note, locale))),
    needsConversion: letters.conversion,
    cells: (row: number) => cellsOf(grid, row),
    roster: (changed?: Partial<Mapping>, given: { signal?: AbortSignal; onProgress?: ReadOptions['onProgress'] } = {}) => {
      const own = new Pace(given.signal, given.onProgress);
      own.begin('rows', 0, 1);
      const whole = Object.assign({}, mapping, changed);
      return buildRoster(grid, whole, cellReader(whole.convert, letters.all), asked, own);
    },
  });
}

function cellsOf(grid: Grid, row: number): readonly string[] {
  let [low, high] = [0, grid.rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = grid.rows[middle] as Row;
    if (found.number === row) return found.cells.slice();
    if (found.number < row) low = middle + 1;
    else high = middle - 1;
  }
  return [];
}

/** The unit a title above the table names; of several the lowest. */
function topOf(grid: Grid, header: readonly [number, number] | null): string {
  let [name, level] = ['', -1];
  for (let at = 0; header && at < header[0]; at++) {
    for (const cell of (grid.rows[at] as Row).cells) {
      const folded = fold(cell);
      if (!/^(dang bo|dang uy|chi bo|chi uy)\b/.test(folded) || cell.length > 80 || levelOf(folded) < level) continue;
      [name, level] = [cell, levelOf(folded)];
    }
  }
  return name;
}
