/** The schema of a form is what form libraries and the standard itself take for one. It is compiled, never run. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { useForm } from 'react-hook-form';
import type { Engine } from 'xeploai';

export function use(engine: Engine): StandardSchemaV1.InferOutput<ReturnType<Engine['schema']>> {
  const schema: StandardSchemaV1 = engine.schema('mau-2b');
  const form = useForm({ mode: 'onTouched', resolver: standardSchemaResolver(engine.schema('mau-2b')) });
  form.register('total', { deps: Object.keys(form.formState.errors) });
  // @ts-expect-error a schema is no engine
  standardSchemaResolver(engine);
  const result = schema['~standard'].validate({});
  return result instanceof Promise || result.issues ? {} : { result: result.value };
}
