/** Where the fields of a form stand on a page. Finds and reads; changes nothing. */
import type { FormField } from '../types.js';
import { guarded, unknownField } from '../usage.js';
import type { Shape } from './fields.js';
import type { FieldPlace, GridPlace } from './types.js';

export interface Place {
  /** `total`, or `tasks.0.progress`: a finding's path, joined. */
  readonly key: string;
  readonly field: FormField;
  /** Of a grid's cell: the grid. */
  readonly grid: FormField | null;
  elements: Element[];
  /** Asked at each check for the controls, or for the answer itself. */
  readonly ask: (() => unknown) | null;
}

export interface Places {
  readonly byKey: ReadonlyMap<string, Place>;
  /** Controls that a function of the page gave are added when they are read. */
  readonly byElement: Map<Element, Place>;
  /** How many rows each grid has, of the grids that are on the page. */
  readonly rows: ReadonlyMap<FormField, number>;
  /** The page's places for messages, by key; `''` takes what has no place of its own. */
  readonly slots: ReadonlyMap<string, Element>;
}

export type Root = ParentNode & Node;
type FieldMap = Readonly<Record<string, FieldPlace | GridPlace>>;

const FIELD = 'data-xeploai-field';
const ROW = 'data-xeploai-row';
const MESSAGE = 'data-xeploai-message';
/** What `attributeFilter` of the watcher listens to. */
export const ATTRIBUTES = [FIELD, ROW, MESSAGE, 'data-xeploai-value', 'name', 'type'];
const INNER = 'input,select,textarea,[contenteditable]';
const WANTED = `input,select,textarea,[${FIELD}],[${ROW}],[${MESSAGE}]`;
/** Nothing is filled in there that a form could ask for. */
const NO_FIELD = /^(?:button|submit|reset|image|file|password)$/;

export const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && (value as Node).nodeType === 1;
const typeOf = (element: Element): string => (element as HTMLInputElement).type || '';

/** One element, or a list of them; null for anything else. */
export function elementsOf(value: unknown): Element[] | null {
  if (isElement(value)) return [value];
  if (typeof value !== 'object' || value === null || typeof (value as ArrayLike<unknown>).length !== 'number') return null;
  const list = value as ArrayLike<unknown>;
  const elements: Element[] = [];
  for (let at = 0; at < list.length; at++) {
    if (!isElement(list[at])) return null;
    elements.push(list[at] as Element);
  }
  // An empty list may be a grid without rows as well as a field without controls.
  return elements.length || !Array.isArray(value) ? elements : null;
}

export function findPlaces(root: Root, shape: Shape, map: FieldMap, wrong: (error: unknown) => void): Places {
  const byKey = new Map<string, Place>();
  const byElement = new Map<Element, Place>();
  const rows = new Map<FormField, number>();
  const slots = new Map<string, Element>();
  const mapped = new Map<FormField, boolean>();
  /** A row's number by its element, or by what its names have in common. */
  const numbers = new Map<Element | string, number>();

  function place(key: string, field: FormField, grid: FormField | null, ask: Place['ask'] = null): Place {
    let one = byKey.get(key);
    if (!one) byKey.set(key, one = { key, field, grid, elements: [], ask });
    return one;
  }
  function add(one: Place, elements: readonly Element[]): void {
    for (const element of elements) {
      if (byElement.has(element)) continue;
      // A hidden twin of a control (what a box sends when it is not ticked) is not what people see.
      const hidden = typeOf(element) === 'hidden';
      if (hidden && one.elements.length) continue;
      if (!hidden) one.elements = one.elements.filter((other) => typeOf(other) !== 'hidden');
      one.elements.push(element);
      byElement.set(element, one);
    }
  }
  function rowNumber(grid: FormField, row: Element | string): number {
    let number = numbers.get(row);
    if (number === undefined) {
      number = rows.get(grid) || 0;
      numbers.set(row, number);
      rows.set(grid, number + 1);
    }
    return number;
  }

  function takeGiven(field: FormField): void {
    const given = map[field.id] as FieldPlace | GridPlace;
    mapped.set(field, true);
    guarded('map.' + field.id, () => {
      if (field.kind === 'rows' && typeof given === 'object' && typeof (given as GridPlace).rows === 'string') return takeGrid(field, given as GridPlace);
      if (typeof given === 'function') return void place(field.id, field, null, () => given(root as Element));
      add(place(field.id, field, null), typeof given === 'string' ? Array.from(root.querySelectorAll(given)) : elementsOf(given) || []);
    });
  }
  function takeGrid(grid: FormField, { rows: selector, columns }: GridPlace): void {
    rows.set(grid, 0);
    root.querySelectorAll(selector).forEach((row) => {
      const number = rowNumber(grid, row);
      for (const column of grid.columns) {
        if (!Object.prototype.hasOwnProperty.call(columns, column.id)) continue;
        const where = columns[column.id] as GridPlace['columns'][string];
        const key = keyIn(grid, number, column.id);
        if (typeof where === 'function') place(key, column, grid, () => where(row));
        else add(place(key, column, grid), Array.from(row.querySelectorAll(where)));
      }
    });
  }

  const keyIn = (grid: FormField, number: number, column: string) => [grid.id, number, column].join('.');
  const misspelt = (where: string, name: string, known: readonly FormField[]) => wrong(unknownField(where, name, known.map((one) => one.id)));

  /** The row an element is in, with its grid. */
  function rowOf(element: Element): { grid: FormField; number: number } | null {
    const row = element.closest(`[${ROW}]`);
    if (!row || !root.contains(row)) return null;
    const id = row.getAttribute(ROW) as string;
    const grid = shape.field(id);
    if (grid && grid.kind === 'rows') return mapped.has(grid) ? null : { grid, number: rowNumber(grid, row) };
    misspelt(ROW, id, shape.fields.filter((field) => field.kind === 'rows'));
    return null;
  }

  /** Which field an element with a name, or with our attribute (`said`), belongs to. */
  function placeOf(element: Element, name: string, said: boolean): Place | null {
    const row = rowOf(element);
    const column = row && shape.column(row.grid, name);
    if (row && column) return place(keyIn(row.grid, row.number, column.id), column, row.grid);
    const meant = row ? null : shape.named(name);
    if (!meant) {
      if (said) misspelt(FIELD, name, row ? row.grid.columns : shape.fields);
      return null;
    }
    const { field, grid } = meant;
    if (mapped.has(grid || field)) return null;
    return grid ? place(keyIn(grid, rowNumber(grid, meant.row as string), field.id), field, grid) : place(field.id, field, null);
  }

  /** With our attribute: the element, or the controls inside it. `data-xeploai-field=""` takes it out. */
  function takeSaid(element: Element): void {
    const name = element.getAttribute(FIELD) as string;
    const one = name === '' ? null : placeOf(element, name, true);
    if (!one) return;
    const inner = Array.from(element.querySelectorAll(INNER)).filter((control) => !NO_FIELD.test(typeOf(control)));
    add(one, inner.length ? inner : [element]);
  }

  function takeSlot(element: Element): void {
    const name = element.getAttribute(MESSAGE) as string;
    const row = rowOf(element);
    slots.set(row ? keyIn(row.grid, row.number, name) : name, element);
  }

  for (const field of shape.fields) if (Object.prototype.hasOwnProperty.call(map, field.id)) takeGiven(field);
  root.querySelectorAll(WANTED).forEach((element) => {
    if (element.hasAttribute(ROW)) rowOf(element);
    if (element.hasAttribute(MESSAGE)) takeSlot(element);
    if (element.hasAttribute(FIELD)) return takeSaid(element);
    const name = element.getAttribute('name');
    if (!name || byElement.has(element) || NO_FIELD.test(typeOf(element)) || element.closest(`[${FIELD}]`)) return;
    const one = placeOf(element, name, false);
    if (one) add(one, [element]);
  });
  byKey.forEach((one) => {
    if (!one.ask && !one.elements.length) byKey.delete(one.key);
  });
  return { byKey, byElement, rows, slots };
}

/** The fields that are on the page: with a control, rows, or a place for what is said of them. */
export function present({ byKey, rows, slots }: Places, { fields }: Shape): string[] {
  const ids: string[] = [];
  for (const field of fields) if (byKey.has(field.id) || slots.has(field.id) || rows.has(field)) ids.push(field.id);
  return ids;
}

/** The control that stands where another one stood when the page was looked at last; null when it is gone for good. */
export function successor(element: Element, last: Places, now: Places): Element | null {
  if (now.byElement.has(element)) return element;
  const was = last.byElement.get(element);
  const is = was && now.byKey.get(was.key);
  const next = is && is.elements[0];
  return next && !last.byElement.has(next) ? next : null;
}
