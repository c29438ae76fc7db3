/** `engine.schema(form)`: Standard Schema v1, synchronous, for form libraries that take one. */
import type { Answers, FormField, Report, StandardSchema } from './types.js';
import { each, guarded, has, kind } from './usage.js';

interface Issue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}
type Path = Issue['path'];

/** Errors become issues; what has lawful exceptions does not keep anybody from sending a form. */
export function schema(fields: readonly FormField[], check: (answers: Answers) => Report): StandardSchema {
  const validate = (value: unknown) => {
    const issues: Issue[] = [];
    const answers = guarded('value', () => members(fields, value, [], issues));
    if (issues.length === 0) {
      for (const { severity, message, path } of check(answers as Answers).diagnostics) {
        if (severity === 'error') issues.push({ message, path: path.slice() });
      }
    }
    return issues.length ? { issues } : { value: value as Record<string, unknown> };
  };
  return Object.freeze({ '~standard': Object.freeze({ version: 1 as const, vendor: 'xeploai', validate }) });
}

/** What is the form's own: a form library may hold more, and that is no business of ours. */
function members(fields: readonly FormField[], given: unknown, path: Path, issues: Issue[]): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  if (given === null || typeof given !== 'object') issues.push({ message: 'an object is expected', path });
  else for (const field of fields) {
    const { id } = field;
    if (has(given, id)) answers[id] = answer(field, (given as Record<string, unknown>)[id], path.concat(id), issues);
  }
  return answers;
}

/** What stands in a field, as the engine takes it; anything else is an issue of that field and not a wrong call. */
function answer(field: FormField, given: unknown, path: Path, issues: Issue[]): unknown {
  // NaN is what `valueAsNumber` says of a blank control.
  if (given === undefined || given === null || given === '' || given !== given) return undefined;
  const rows = field.kind === 'rows';
  if (rows && Array.isArray(given)) return each(given as unknown[], (row, at) => members(field.columns, row, path.concat(at), issues));
  if (!rows && given instanceof Date) return dayOf(given, path, issues);
  if (!rows && /^(?:string|number|boolean)$/.test(typeof given)) return given;
  issues.push({ message: `${rows ? 'a list of rows' : 'a text or a number'} is expected, found ${kind(given)}`, path });
  return undefined;
}

/** The day of `valueAsDate`, which is midnight in Greenwich, blank where there is none; any other moment is another day elsewhere. */
function dayOf(given: Date, path: Path, issues: Issue[]): string | undefined {
  const time = given.getTime();
  if (time !== time) return undefined;
  const [day, clock] = given.toISOString().split('T') as [string, string];
  if (clock !== '00:00:00.000Z') issues.push({ message: 'a day is expected as a text, or as the browser gives it: `valueAsDate`', path });
  return day;
}
