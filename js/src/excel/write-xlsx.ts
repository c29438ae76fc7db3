/**
 * The roll-up table as a workbook: counts, and live formulas with their results beside them, because Excel shows a file from the web without
 * computing it. The same table makes the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import { letterOf } from './grid.js';
import type { SummaryColumn, SummaryRow, SummaryTable } from './summary.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
/** Rows of title and header above the first unit. */
const TITLE = 1, HEAD = 3, FIRST = 5;
/** Positions in `cellXfs` of the styles below. */
const STYLE = { title: 1, head: 2, name: 3, count: 4, share: 5, totalName: 6, totalCount: 7, totalShare: 8, note: 9 };
/** Behind them names that stand in, ordinary and bold, by level from the second. */
const INDENTED = 10, DEEPEST = 7;

/** The bytes of an .xlsx: sums, shares and places left as formulas, each with its result; ready to print in landscape. */
export function writeXlsx(table: SummaryTable): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']]),
    'xl/workbook.xml': workbook(table),
    'xl/styles.xml': styles(),
    'xl/worksheets/sheet1.xml': sheet(table),
  };
  const packed: Record<string, Uint8Array> = {};
  for (const name of Object.keys(files)) packed[name] = strToU8(XML + files[name]);
  return zipSync(packed, { mtime: new Date(1980, 0, 1), level: 6 });
}

function relations(list: readonly (readonly [string, string])[]): string {
  return `<Relationships xmlns="${RELATIONS}">${list.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

/** Header rows are repeated on each printed page; everything is computed when the file is opened for editing. */
function workbook(table: SummaryTable): string {
  const name = table.locale === 'en' ? 'Summary' : 'Tổng hợp';
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$${HEAD}:$${HEAD + 1}</definedName></definedNames><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>`;
}

function styles(): string {
  const font = (size: number, more = '') => `<font>${more}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`;
  const xf = (format: number, fontId: number, border: number, align: string) => `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`;
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  let indented = '';
  for (let level = 2; level <= DEEPEST; level++) for (const fontId of [0, 2]) indented += xf(0, fontId, 1, `horizontal="left" vertical="center" wrapText="1" indent="${level - 1}"`);
  const middle = 'horizontal="center" vertical="center" wrapText="1"';
  return `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0"/></numFmts><fonts count="4">${font(12)}${font(14, '<b/>')}${font(12, '<b/>')}${font(11, '<i/>')}</fonts>`
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders>`
    + `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${INDENTED + 2 * (DEEPEST - 1)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`
    + xf(0, 1, 0, middle) + xf(0, 2, 1, middle) + xf(0, 0, 1, 'vertical="center" wrapText="1"') + xf(164, 0, 1, 'vertical="center"') + xf(10, 0, 1, 'vertical="center"')
    + xf(0, 2, 1, 'vertical="center" wrapText="1"') + xf(164, 2, 1, 'vertical="center"') + xf(10, 2, 1, 'vertical="center"') + xf(0, 3, 0, 'vertical="top"') + indented
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}

function sheet(table: SummaryTable): string {
  const { columns, rows } = table;
  // Leaves out other subtotals, which a sum would count once more.
  const adds = rows.some((row) => row.subtotal) ? 'SUBTOTAL(9,' : 'SUM(';
  const last = letterOf(columns.length - 1);
  const end = FIRST + rows.length - 1;
  const merges = [`A${TITLE}:${last}${TITLE}`];
  const head = header(columns, merges);
  const body = rows.map((row, at) => rowXml(table, row, FIRST + at, row.subtotal ? [FIRST + at + 1, FIRST + lastPart(rows, at)] : null, adds)).join('');
  const deepest = rows.reduce((most, row) => Math.max(most, row.level), 1);
  const total = rowXml(table, table.total, end + 1, [FIRST, end], adds);
  const notes = table.notes.map((note, at) => `<row r="${end + 3 + at}">${text('A' + (end + 3 + at), note, STYLE.note)}</row>`).join('');
  const widths = columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${column.kind === 'name' ? 36 : column.kind === 'number' ? 6 : 12}" customWidth="1"/>`).join('');
  return `<worksheet xmlns="${MAIN}"><sheetPr><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${end + 2 + table.notes.length}"/>`
    + `<sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="${FIRST - 1}" topLeftCell="C${FIRST}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"${deepest > 1 ? ` outlineLevelRow="${deepest - 1}"` : ''}/><cols>${widths}</cols>`
    + `<sheetData><row r="${TITLE}" ht="24" customHeight="1">${text('A' + TITLE, table.title, STYLE.title)}</row>${head}${body}${total}${notes}</sheetData>`
    + `<mergeCells count="${merges.length}">${merges.map((place) => `<mergeCell ref="${place}"/>`).join('')}</mergeCells>`
    + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>';
}

/** Two rows: words over several columns, and the columns' own. */
function header(columns: readonly SummaryColumn[], merges: string[]): string {
  let [above, below] = ['', ''];
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as SummaryColumn;
    const letter = letterOf(at);
    let to = at;
    while (column.group !== null && to + 1 < columns.length && (columns[to + 1] as SummaryColumn).group === column.group) to++;
    const isFirst = column.group === null || at === 0 || (columns[at - 1] as SummaryColumn).group !== column.group;
    above += text(letter + HEAD, column.group === null ? column.label : isFirst ? column.group : '', STYLE.head);
    below += text(letter + (HEAD + 1), column.group === null ? '' : column.label, STYLE.head);
    if (column.group === null) merges.push(`${letter}${HEAD}:${letter}${HEAD + 1}`);
    else if (isFirst && to > at) merges.push(`${letter}${HEAD}:${letterOf(to)}${HEAD}`);
  }
  return `<row r="${HEAD}" ht="34" customHeight="1">${above}</row><row r="${HEAD + 1}" ht="34" customHeight="1">${below}</row>`;
}

/** Position of the last row that a subtotal adds up. */
function lastPart(rows: readonly SummaryRow[], at: number): number {
  let last = at;
  while (last + 1 < rows.length && (rows[last + 1] as SummaryRow).level > (rows[at] as SummaryRow).level) last++;
  return last;
}

function nameStyle({ level, subtotal }: SummaryRow): number {
  if (level > 1) return INDENTED + (level - 2) * 2 + (subtotal ? 1 : 0);
  return level === 0 || subtotal ? STYLE.totalName : STYLE.name;
}

/** `rows`: first and last row that a total adds up. */
function rowXml(table: SummaryTable, row: SummaryRow, number: number, rows: readonly [number, number] | null, adds: string): string {
  const cells = table.columns.map((column, at) => {
    const place = letterOf(at) + number;
    const style = column.kind === 'share' ? (rows ? STYLE.totalShare : STYLE.share) : rows ? STYLE.totalCount : STYLE.count;
    if (column.kind === 'name') return text(place, row.name, nameStyle(row));
    const value = row.values[at];
    const formula = value === null ? blankFormula(column, number) : formulaOf(column, at, number, rows, adds);
    if (formula) return `<c r="${place}" s="${style}"${value === null ? ' t="str"' : ''}><f>${escaped(formula)}</f><v>${value === null ? '' : value}</v></c>`;
    return value === null || value === undefined ? `<c r="${place}" s="${style}"/>` : `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  });
  return `<row r="${number}"${row.level > 1 ? ` outlineLevel="${row.level - 1}"` : ''}>${cells.join('')}</row>`;
}

function formulaOf(column: SummaryColumn, at: number, row: number, rows: readonly [number, number] | null, adds: string): string | null {
  const { formula } = column;
  const cell = (place: number) => letterOf(place) + row;
  if (!formula) return rows && column.kind === 'count' && column.id.slice(0, 6) !== 'limit:' ? `${adds}${letterOf(at)}${rows[0]}:${letterOf(at)}${rows[1]})` : null;
  if (formula.kind === 'sum') return `SUM(${formula.of.map(cell).join(',')})`;
  if (formula.kind === 'share') return `IF(${cell(formula.base)}=0,"",${cell(formula.part)}/${cell(formula.base)})`;
  return `${cell(formula.from)}-${cell(formula.minus)}`;
}

/** A share of nobody is blank now, and a figure once somebody is rated. */
function blankFormula(column: SummaryColumn, row: number): string | null {
  return column.kind === 'share' ? formulaOf(column, 0, row, null, '') : null;
}

/** Text in its place, not among shared texts: it cannot be taken for a formula. */
function text(place: string, value: string, style: number): string {
  return value === '' ? `<c r="${place}" s="${style}"/>` : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no words for most control characters. */
function escaped(value: string): string {
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (mark) => MARKS[mark] as string);
}
