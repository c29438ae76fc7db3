/** A table written down in one of the many ways that are all right: as a workbook, as HTML, as text with separators. */
import { letterOf, zipped } from '../../js/excel-files.mjs';

const MARKS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (mark) => MARKS[mark]);

/** Some letters by their numbers, as some programs write them. */
function lettered(choose, text) {
  if (!choose.rarely(6)) return escaped(text);
  return Array.from(text, (letter) => (choose.rarely(4) ? `&#${choose.rarely(2) ? `x${letter.codePointAt(0).toString(16)}` : letter.codePointAt(0)};` : escaped(letter))).join('');
}

function words(choose, text) {
  const kept = ' xml:space="preserve"';
  if (choose.rarely(10) && !text.includes(']]>')) return `<t${kept}><![CDATA[${text}]]></t>`;
  if (!choose.rarely(10)) return `<t${kept}>${lettered(choose, text)}</t>`;
  const half = text.indexOf(' ') + 1;
  return `<r><t${kept}>${escaped(text.slice(0, half))}</t></r><r><rPr><rFont val="Arial"/></rPr><t${kept}>${escaped(text.slice(half))}</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh>`;
}

function cell(choose, text, place, shared) {
  const address = place ? ` r="${place}"` : '';
  if (text === '') return place && !choose.rarely(5) ? '' : `<c${address}${choose.rarely(4) ? ' s="1"' : ''}/>`;
  if (/^[1-9]\d{0,8}$/.test(text) && choose.rarely(2)) return `<c${address}><v>${text}</v></c>`;
  if (shared && !choose.rarely(4)) {
    shared.push(`<si>${words(choose, text)}</si>`);
    return `<c t="s"${address}><v>${shared.length - 1}</v></c>`;
  }
  if (choose.rarely(4)) return `<c${address} t="str"><f>A1</f><v>${lettered(choose, text)}</v></c>`;
  return `<c${address} t="inlineStr"><is>${words(choose, text)}</is></c>`;
}

function sheet(choose, table, shared, numbers) {
  const addressed = !choose.rarely(6);
  let number = 0;
  const body = table.map((row) => {
    number += addressed && choose.rarely(12) ? 1 + choose.below(50) : 1;
    numbers.push(number);
    const cells = row.map((text, column) => cell(choose, text, addressed ? letterOf(column) + number : '', shared)).join(choose.rarely(9) ? '\n' : '');
    return `<row${addressed ? ` r="${number}"` : ''}${choose.rarely(20) ? ' hidden="1"' : ''}>${cells}</row>${choose.rarely(20) ? '<!-- x -->' : ''}`;
  }).join('');
  const merges = choose.times(choose.below(3), () => `<mergeCell ref="A${1 + choose.below(9)}:${letterOf(choose.below(6))}${1 + choose.below(20)}"/>`).join('');
  const xml = `<worksheet xmlns="m"><sheetData>${body}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`;
  return choose.rarely(8) && !xml.includes('CDATA') ? xml.replace(/<(\/?)(\w+)(?=[\s/>])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=') : xml;
}

/** The parts of a workbook with these tables, by name, and which row of a sheet each row became. */
export function workbookOf(choose, tables) {
  const shared = choose.rarely(3) ? null : [];
  const folder = choose.one(['xl', 'xl', 'office']);
  const numbers = tables.map(() => []);
  const sheets = tables.map((table, at) => sheet(choose, table, shared, numbers[at]));
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${office}${type}" Target="${target}"/>`;
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', `${choose.one(['', '/'])}${folder}/workbook.xml`)}</Relationships>`,
    [`${folder}/workbook.xml`]: `<workbook xmlns:r="${office.slice(0, -1)}"><sheets>${tables.map((_, at) => `<sheet name="Trang ${at + 1}" sheetId="${at + 1}" r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    [`${folder}/_rels/workbook.xml.rels`]: `<Relationships>${tables.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)).join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    [`${folder}/styles.xml`]: '<styleSheet><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="1"/></cellXfs></styleSheet>',
  };
  sheets.forEach((xml, at) => { parts[`${folder}/worksheets/sheet${at}.xml`] = xml; });
  if (shared) parts[`${folder}/sharedStrings.xml`] = `<sst>${shared.join('')}</sst>`;
  return { parts, numbers };
}

export function bytesOf(choose, parts) {
  const names = choose.shuffled(Object.keys(parts));
  return zipped(Object.fromEntries(names.map((name) => [name, parts[name]])), { level: choose.one([0, 1, 6]) });
}

export function htmlOf(choose, table) {
  const name = choose.one(['td', 'td', 'TD', 'th']);
  const closed = choose.rarely(4) ? '' : `</${name}>`;
  const quote = choose.one(['"', "'", '']);
  const inside = (text) => (choose.rarely(5) ? `<p class=MsoNormal><span style='font-size:12pt'>${lettered(choose, text)}<o:p></o:p></span></p>` : choose.rarely(8) ? `<!-- <td> -->${escaped(text)}` : lettered(choose, text));
  const rows = table.map((row) => `<tr height=20>${row.map((text) => `<${name}${choose.rarely(4) ? ` class=${quote}xl65${quote}` : ''}${choose.rarely(9) ? ` colspan=${quote}2${quote}` : ''}>${inside(text)}${closed}`).join(choose.rarely(6) ? '\r\n' : '')}${closed && '</tr>'}`);
  return `<html xmlns:x="urn:x"><head><style><!-- .xl65 {font-family:"Times New Roman", serif;} --></style></head><body><!--StartFragment--><table border=0>${rows.join('\r\n')}</table><!--EndFragment--></body></html>`;
}

export function textOf(choose, table, delimiter) {
  const quoted = (text) => (text.includes(delimiter) || text.includes('"') || choose.rarely(10) ? `"${text.replace(/"/g, '""')}"` : text);
  return table.map((row) => row.map(quoted).join(delimiter)).join(choose.one(['\r\n', '\n', '\r'])) + choose.one(['', '\r\n']);
}

/** As a file: in one of the encodings that say which they are. */
export function encoded(choose, text) {
  const way = choose.below(4);
  if (way === 0) return new TextEncoder().encode(text);
  if (way === 1) return new TextEncoder().encode(`\ufeff${text}`);
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(way === 2 ? bytes : bytes.swap16());
}
