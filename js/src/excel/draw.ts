/** The roll-up table as nodes of a page, to be shown and printed; its look is the page's. */
import { cellText, type SummaryColumn, type SummaryRow, type SummaryTable } from './summary.js';

/** `page`: the document it is made for. Classes: `xeploai-summary` the table, `count`, `share`, `name`, `level-2` to `level-7` by how deep a name stands, `subtotal`, `total`, `notes`. */
export function drawTable(table: SummaryTable, page: Document): HTMLElement {
  const node = <K extends keyof HTMLElementTagNameMap>(name: K, className: string, text: string): HTMLElementTagNameMap[K] => {
    const made = page.createElement(name);
    if (className) made.className = className;
    if (text) made.appendChild(page.createTextNode(text));
    return made;
  };
  const heading = (text: string, scope: string, columns: number, rows: number): HTMLElement => {
    const cell = node('th', '', text);
    cell.setAttribute('scope', scope);
    if (columns > 1) cell.colSpan = columns;
    if (rows > 1) cell.rowSpan = rows;
    return cell;
  };
  const line = (row: SummaryRow): HTMLElement => {
    const made = node('tr', row.subtotal ? 'subtotal' : '', '');
    table.columns.forEach((column, at) => {
      const text = cellText(table, row, at);
      const cell = column.kind === 'name' ? heading(text, 'row', 1, 1) : node('td', '', text);
      cell.className = column.kind === 'name' && row.level > 1 ? 'name level-' + row.level : column.kind;
      made.appendChild(cell);
    });
    return made;
  };
  const [above, below] = [node('tr', '', ''), node('tr', '', '')];
  const { columns } = table;
  for (let at = 0; at < columns.length; at++) {
    const { group, label } = columns[at] as SummaryColumn;
    if (group === null) above.appendChild(heading(label, 'col', 1, 2));
    else {
      let width = 1;
      while (at + width < columns.length && (columns[at + width] as SummaryColumn).group === group) width++;
      if (at === 0 || (columns[at - 1] as SummaryColumn).group !== group) above.appendChild(heading(group, 'colgroup', width, 1));
      below.appendChild(heading(label, 'col', 1, 1));
    }
  }
  const made = node('table', 'xeploai-summary', '');
  const [head, body, foot] = [node('thead', '', ''), node('tbody', '', ''), node('tfoot', '', '')];
  made.appendChild(node('caption', '', table.title));
  head.appendChild(above);
  head.appendChild(below);
  for (const row of table.rows) body.appendChild(line(row));
  const total = line(table.total);
  total.className = 'total';
  foot.appendChild(total);
  for (const part of [head, body, foot]) made.appendChild(part);
  const all = node('section', 'xeploai-summary-page', '');
  all.appendChild(made);
  const notes = node('div', 'notes', '');
  for (const note of table.notes) notes.appendChild(node('p', '', note));
  all.appendChild(notes);
  return all;
}
