import type { AbstractControl, ValidatorFn } from '@angular/forms';
import type { StandardSchema } from 'xeploai';

/** A validator for a whole `FormGroup`. What it finds is in `form.errors?.['xeploai']`, a message for each field. */
export function schemaValidator(schema: StandardSchema): ValidatorFn {
  return (group: AbstractControl) => {
    const result = schema['~standard'].validate(group.value);
    if (!('issues' in result)) return null;
    const messages: Record<string, string> = {};
    for (const { path, message } of result.issues) messages[path.join('.')] ??= message;
    return { xeploai: messages };
  };
}
