/** The fields of a form by the names pages give them: `tasks-done`, `TasksDone`, `ctl00$Main$txtTasksDone`, `tasks[0][progress]`. */
import type { FormField, FormInfo } from '../types.js';

export interface Shape {
  readonly fields: readonly FormField[];
  /** The field of an id as written. */
  field(id: string): FormField | undefined;
  /** What a control's name means: a field, or a column with what tells its row from others. */
  named(name: string): { readonly field: FormField; readonly grid?: FormField; readonly row?: string } | null;
  /** The column of a grid that a name means. */
  column(grid: FormField, name: string): FormField | undefined;
}

/** What WebForms pages put before a name. */
const PREFIX = /^(?:txt|ddl|cbo|chk|rdo|rbl)(?=[A-Z])/;
const DIGITS = /^\d+$/;

function fold(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}

function finder(fields: readonly FormField[]): (name: string) => FormField | undefined {
  const known = new Map<string, FormField>();
  for (const field of fields) known.set(fold(field.id), field);
  return (name) => known.get(fold(name)) || known.get(fold(name.replace(PREFIX, '')));
}

/** `ctl00$Main$tasks[0].progress` is `ctl00`, `Main`, `tasks`, `0`, `progress`. */
function partsOf(name: string): string[] {
  return name.split(/[^\w-]+/).filter((part) => part !== '');
}

export function shapeOf(form: FormInfo): Shape {
  const fields: FormField[] = [];
  for (const section of form.sections) for (const field of section.fields) fields.push(field);
  const find = finder(fields);
  const columns = new Map<FormField, (name: string) => FormField | undefined>();
  for (const field of fields) if (field.kind === 'rows') columns.set(field, finder(field.columns));
  const column = (grid: FormField, name: string) => (columns.get(grid) as (name: string) => FormField | undefined)(partsOf(name).pop() || '');

  return {
    fields,
    field: (id) => fields.filter((field) => field.id === id)[0],
    column,
    named(name) {
      const parts = partsOf(name);
      for (let at = 0; at + 2 < parts.length; at++) {
        const grid = find(parts[at] as string);
        if (!grid || grid.kind !== 'rows' || !DIGITS.test(parts[at + 1] as string)) continue;
        const field = column(grid, parts[at + 2] as string);
        return field ? { field, grid, row: parts.slice(0, at + 2).join(' ') } : null;
      }
      const field = find(parts.pop() || '');
      return field && field.kind !== 'rows' ? { field } : null;
    },
  };
}
