/** Workbooks written by hand for the tests, part by part, so that each can be wrong in its own way. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { js } from '../../js/tools/paths.mjs';

const { strToU8, zipSync } = createRequire(path.join(js, 'package.json'))('fflate');

const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');
export const letterOf = (column) => (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A cell: text, number, null, or `{ xml }`, `{ date }` (a serial day), `{ formula, value }`, `{ error }`, `{ text, style }`. */
function cell(value, place, shared) {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return cell({ text: value }, place, shared);
  if (value.xml) return value.xml(place);
  if (value.date !== undefined) return `<c r="${place}" s="1"><v>${value.date}</v></c>`;
  if (value.formula) return `<c r="${place}" t="str"><f>${escaped(value.formula)}</f>${value.value === undefined ? '' : `<v>${escaped(value.value)}</v>`}</c>`;
  if (value.error) return `<c r="${place}" t="e"><v>${value.error}</v></c>`;
  if (shared) {
    const at = shared.push(value.text) - 1;
    return `<c r="${place}" t="s"${value.style ? ` s="${value.style}"` : ''}><v>${at}</v></c>`;
  }
  return `<c r="${place}" t="inlineStr"${value.style ? ` s="${value.style}"` : ''}><is><t>${escaped(value.text)}</t></is></c>`;
}

export function sheetXml(rows, { merges = [], shared = null, attributes = () => '', after = '' } = {}) {
  const body = rows.map((row, at) => `<row r="${at + 1}"${attributes(at + 1)}>${row.map((value, column) => cell(value, letterOf(column) + (at + 1), shared)).join('')}</row>`).join('');
  const merged = merges.length ? `<mergeCells count="${merges.length}">${merges.map((place) => `<mergeCell ref="${place}"/>`).join('')}</mergeCells>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}${after}</sheetData>${merged}</worksheet>`;
}

/** The parts of a workbook by name, as texts. `sheets`: `{ name, rows, merges, hidden, xml }`; style 1 is a date, style 2 `font`. */
export function parts(sheets, { shared = true, date1904 = false, font = '.VnTime', folder = 'xl' } = {}) {
  const texts = shared ? [] : null;
  const xml = sheets.map((one) => one.xml ?? sheetXml(one.rows, { ...one, shared: texts }));
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const all = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', `${folder}/workbook.xml`)}</Relationships>`,
    [`${folder}/workbook.xml`]: `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map((one, at) => `<sheet name="${escaped(one.name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${one.hidden ? ' state="hidden"' : ''} r:id="s${at + 1}"/>`).join('')}</sheets></workbook>`,
    [`${folder}/_rels/workbook.xml.rels`]: `<Relationships>${sheets.map((_, at) => relation(`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    [`${folder}/styles.xml`]: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts><font><name val="Times New Roman"/></font><font><name val="${font}"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`,
  };
  xml.forEach((text, at) => { all[`${folder}/worksheets/sheet${at + 1}.xml`] = text; });
  if (texts) all[`${folder}/sharedStrings.xml`] = `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
  return all;
}

export function zipped(all, options) {
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])), options);
}

/** A workbook of one sheet. */
export const workbook = (rows, options = {}) => zipped(parts([{ rows, ...options }], options));

/** A small roster of an invented branch: header, people, a total. */
export const PEOPLE = [
  [1, 'Nguyễn Văn An', 'Chi bộ 1', 'HTXSNV'],
  [2, 'Trần Thị Bình', 'Chi bộ 1', 'Hoàn thành tốt nhiệm vụ'],
  [3, 'Lê Đức Chung', 'Chi bộ 2', 'HTTNV'],
  [4, 'Phạm Minh Dũng', 'Chi bộ 2', 'Hoàn thành nhiệm vụ'],
];
export const HEADER = ['STT', 'Họ và tên', 'Chi bộ', 'Mức xếp loại'];
