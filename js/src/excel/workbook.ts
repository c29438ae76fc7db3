/** What a workbook says of itself: its sheets, where they are, its texts, and which styles are dates or old fonts. */
import { Refusal } from './error.js';
import { clean } from './fold.js';
import { fontOf, type Font } from './grid.js';
import type { Pace } from './pace.js';
import type { Limits } from './types.js';
import { megabytes } from './words.js';
import { readXml, type Tags } from './xml.js';
import type { Part, Unpacked } from './zip.js';

export interface SheetPlace {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: Part;
}
export interface SharedText {
  readonly text: string;
  readonly font: Font;
}
export interface Style {
  readonly date: boolean;
  readonly font: Font;
}
export interface Workbook {
  readonly sheets: readonly SheetPlace[];
  readonly texts: readonly SharedText[];
  readonly styles: readonly Style[];
  /** Days are counted from 1904, as on old Macs. */
  readonly from1904: boolean;
}

const MAX_LETTERS = 60_000_000;

export class Reader {
  readonly so: Unpacked = { bytes: 0 };
  private letters = 0;

  constructor(readonly parts: Map<string, Part>, readonly limits: Limits, readonly pace: Pace) {}

  /** Text that stays in memory; much of it packs into little. */
  hold(text: string, part: string): string {
    this.letters += text.length;
    if (this.letters > MAX_LETTERS) throw new Refusal('file.unpacks', { part, found: '> ' + megabytes(this.letters), limit: megabytes(MAX_LETTERS) });
    return text;
  }

  async xml(name: string, tags: Tags): Promise<boolean> {
    const part = this.parts.get(name);
    if (part) await readXml(part, this.limits, this.so, this.pace, tags);
    return part !== undefined;
  }
}

export async function readWorkbook(reader: Reader): Promise<Workbook> {
  const main = await mainPart(reader);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const targets = new Map<string, string>();
  let [textsAt, stylesAt] = [folder + 'sharedstrings.xml', folder + 'styles.xml'];
  await relations(reader, main, (id, type, target) => {
    const name = resolve(folder, target);
    targets.set(id, name);
    if (/\/sharedStrings$/.test(type)) textsAt = name;
    if (/\/styles$/.test(type)) stylesAt = name;
  });
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  await reader.xml(main, { open(name, attribute) {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') || '');
    if (name !== 'sheet') return;
    const part = reader.parts.get(targets.get(attribute('r:id') || attribute('d3p1:id') || '') || folder + 'worksheets/sheet' + (sheets.length + 1) + '.xml');
    if (part) sheets.push({ name: attribute('name') || '', hidden: /hidden/i.test(attribute('state') || ''), part });
  } });
  if (!sheets.length) throw new Refusal('file.damaged', { part: main });
  return { sheets, styles: await readStyles(reader, stylesAt), texts: await readTexts(reader, textsAt), from1904 };
}

/** A zip file is many things; a workbook names its main part, or has it where Excel puts it. */
async function mainPart(reader: Reader): Promise<string> {
  const { parts } = reader;
  let main = 'xl/workbook.xml';
  await relations(reader, '', (_, type, target) => {
    if (/\/officeDocument$/.test(type)) main = resolve('', target);
  });
  if (/\.bin$/.test(main) || parts.has('xl/workbook.bin')) throw new Refusal('file.xlsb');
  if (parts.has('word/document.xml')) throw new Refusal('file.word');
  if (parts.has('content.xml') && parts.has('mimetype')) throw new Refusal('file.ods');
  if (!parts.has(main)) throw new Refusal('file.other');
  return main;
}

async function relations(reader: Reader, of: string, tell: (id: string, type: string, target: string) => void): Promise<void> {
  const slash = of.lastIndexOf('/') + 1;
  await reader.xml(of.slice(0, slash) + '_rels/' + of.slice(slash) + '.rels', { open(name, attribute) {
    if (name === 'Relationship') tell(attribute('Id') || '', attribute('Type') || '', attribute('Target') || '');
  } });
}

function resolve(folder: string, target: string): string {
  const path = (target.charAt(0) === '/' ? target.slice(1) : folder + target).toLowerCase();
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}

/** Texts stand once for all sheets; what is written above letters to tell how they are read is left out. */
async function readTexts(reader: Reader, name: string): Promise<SharedText[]> {
  const texts: SharedText[] = [];
  let [text, font, inText, aside]: [string, Font, boolean, boolean] = ['', undefined, false, false];
  reader.pace.begin('texts', .02, .3);
  await reader.xml(name, {
    open(tag, attribute) {
      if (tag === 'si') [text, font] = ['', undefined];
      else if (tag === 'rPh') aside = true;
      else if (tag === 't') inText = !aside;
      else if (tag === 'rFont') font = fontOf(attribute('val') || '') || font;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') aside = false;
      else if (tag === 'si') texts.push({ text: reader.hold(clean(unescaped(text)), name), font });
    },
  });
  return texts;
}

/** What XML cannot hold is written as `_x000D_`. */
export function unescaped(text: string): string {
  return text.indexOf('_x') < 0 ? text : text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

async function readStyles(reader: Reader, name: string): Promise<Style[]> {
  const fonts: Font[] = [];
  const formats = new Map<string, boolean>();
  const styles: Style[] = [];
  let inside = '';
  await reader.xml(name, { open(tag, attribute) {
    if (tag === 'fonts' || tag === 'cellXfs' || tag === 'cellStyleXfs' || tag === 'dxfs' || tag === 'borders') inside = tag;
    else if (tag === 'numFmt') formats.set(attribute('numFmtId') || '', isDate(attribute('formatCode') || ''));
    else if (tag === 'font' && inside === 'fonts') fonts.push(undefined);
    else if ((tag === 'name' || tag === 'rFont') && inside === 'fonts') fonts[fonts.length - 1] = fontOf(attribute('val') || '');
    else if (tag === 'xf' && inside === 'cellXfs') {
      const format = attribute('numFmtId') || '0';
      const own = formats.get(format);
      styles.push({ date: own === undefined ? isBuiltInDate(Number(format)) : own, font: fonts[Number(attribute('fontId'))] });
    }
  } });
  return styles;
}

/** Formats that every Excel knows by number. */
function isBuiltInDate(format: number): boolean {
  return (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}

/** A format with days or years in it, outside of quotes, brackets and escapes. */
function isDate(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''));
}
