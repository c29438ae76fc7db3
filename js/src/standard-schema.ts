/** `engine.schema(form)`: Standard Schema v1, synchronous, for form libraries that take one. */
import type { Report, StandardSchema } from './types.js';
import { guarded, has } from './usage.js';

function known(ids: readonly string[], value: Record<string, unknown>): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  for (const id of ids) if (has(value, id)) answers[id] = value[id];
  return answers;
}

/** Errors become issues; what has lawful exceptions does not keep anybody from sending a form. */
export function schema(ids: readonly string[], check: (answers: Record<string, unknown>) => Report): StandardSchema {
  const validate = (value: unknown) => {
    if (value === null || typeof value !== 'object') return { issues: [{ message: 'an object is expected', path: [] }] };
    // A form library may hold more than the form's own fields; that is no business of ours.
    const report = check(guarded('value', () => known(ids, value as Record<string, unknown>)));
    const errors = report.diagnostics.filter((found) => found.severity === 'error');
    if (errors.length === 0) return { value: value as Record<string, unknown> };
    return { issues: errors.map(({ message, path }) => ({ message, path: path.slice() })) };
  };
  return Object.freeze({ '~standard': Object.freeze({ version: 1 as const, vendor: 'xeploai', validate }) });
}
