/** What stands in the fields of a page, as the engine takes it: as typed, never rewritten. */
import type { AnswerValue, FormField } from '../types.js';
import { elementsOf, type Place, type Places } from './places.js';

type Box = HTMLInputElement;

/** The answers of the fields that are on the page. */
export function readAnswers(places: Places): Record<string, AnswerValue> {
  const answers: Record<string, AnswerValue> = {};
  const grids = new Map<FormField, Record<string, AnswerValue>[]>();
  places.rows.forEach((count, grid) => {
    const list: Record<string, AnswerValue>[] = [];
    while (list.length < count) list.push({});
    grids.set(grid, list);
    answers[grid.id] = list as AnswerValue;
  });
  places.byKey.forEach((place) => {
    const rows = place.grid && grids.get(place.grid);
    const row = rows ? rows[Number(place.key.split('.')[1])] : answers;
    if (row) row[place.field.id] = valueOf(place, places);
  });
  return answers;
}

function valueOf(place: Place, { byElement }: Places): AnswerValue {
  if (place.ask) {
    const said = place.ask();
    place.elements = elementsOf(said) || [];
    if (!place.elements.length) return said as AnswerValue;
    for (const element of place.elements) byElement.set(element, place);
  }
  const { elements, field } = place;
  const boxes = elements.filter((element) => /^(?:radio|checkbox)$/.test((element as Box).type)) as Box[];
  return boxes.length ? ticked(boxes, field) : textOf(elements[0], field);
}

/** A single box of a yes-no question answers it either way, unless it is neither; of several, the words of those ticked. */
function ticked(boxes: readonly Box[], field: FormField): AnswerValue {
  const [first] = boxes as [Box];
  if (boxes.length === 1 && first.type === 'checkbox' && field.kind === 'yes-no') return first.indeterminate ? '' : first.checked;
  const words: string[] = [];
  for (const box of boxes) if (box.checked) words.push(wordOf(box, field, labelOf(box)));
  return words.join(', ');
}

function textOf(element: Element | undefined, field: FormField): AnswerValue {
  if (!element) return '';
  if (element.tagName === 'SELECT') {
    const list = element as HTMLSelectElement;
    const option = list.options[list.selectedIndex];
    return option ? wordOf(option, field, option.text) : '';
  }
  const { type, value, valueAsNumber } = element as HTMLInputElement;
  // Its text has the point of a program whatever the page's language, so the number itself is passed on.
  if ((type === 'number' || type === 'range') && typeof valueAsNumber === 'number' && !isNaN(valueAsNumber)) return valueAsNumber;
  return typeof value === 'string' ? value : element.textContent;
}

/** What a choice stands for: what the page says, its value if the form knows it, else the words beside it. */
function wordOf(choice: HTMLOptionElement | Box, { options }: FormField, words: string): string {
  const said = choice.getAttribute('data-xeploai-value');
  if (said !== null) return said;
  const { value } = choice;
  if (value === '' || !options.length || options.some((option) => option.id === value)) return value;
  return words.trim() || value;
}

function labelOf(box: Box): string {
  const label = box.labels && box.labels[0];
  return (label && label.textContent) || box.getAttribute('aria-label') || '';
}
