/** A Standard Schema for VeeValidate 4, which has an interface of its own; its successor takes the schema as it is. */
export function typedSchema(schema) {
  return {
    __type: 'VVTypedSchema',
    async parse(values) {
      const result = schema['~standard'].validate(values);
      if (!result.issues) return { value: result.value, errors: [] };
      return { errors: result.issues.map(({ path, message }) => ({ path: named(path), errors: [message] })) };
    },
  };
}

/** `['tasks', 0, 'progress']` is `tasks[0].progress`. */
function named(path) {
  return path.reduce((name, part) => (typeof part === 'number' ? `${name}[${part}]` : `${name}.${part}`));
}
