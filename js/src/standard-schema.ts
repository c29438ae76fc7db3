/** `engine.schema(form)`: Standard Schema v1, synchronous, for form libraries that take one. */
import type { Report, StandardSchema } from './types.js';

/** Errors become issues; what has lawful exceptions does not keep anybody from sending a form. */
export function schema(ids: readonly string[], check: (answers: Record<string, unknown>) => Report): StandardSchema {
  const validate = (value: unknown) => {
    if (value === null || typeof value !== 'object') return { issues: [{ message: 'an object is expected', path: [] }] };
    // A form library may hold more than the form's own fields; that is no business of ours.
    const answers: Record<string, unknown> = {};
    for (const id of ids) if (Object.prototype.hasOwnProperty.call(value, id)) answers[id] = (value as Record<string, unknown>)[id];
    const report = check(answers);
    const errors = report.diagnostics.filter((found) => found.severity === 'error');
    if (errors.length === 0) return { value: value as Record<string, unknown> };
    return { issues: errors.map(({ message, path }) => ({ message, path: path.slice() })) };
  };
  return Object.freeze({ '~standard': Object.freeze({ version: 1 as const, vendor: 'xeploai', validate }) });
}
