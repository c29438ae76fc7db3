/** Labels, kinds and options of fields, as one form calls them. */

/** `form`: the form whose own labels and trees come first; null: none. */
export function namesOf({ book }, say, form = null) {
  const { fields = {}, criteria = {}, marks = {}, grades = {}, subjects = {}, exclusions = {} } = book;
  const sections = Object.values(form?.sections ?? {});

  const itemOf = (tree, id) => {
    const item = criteria[tree]?.items[id];
    return item && { kind: item.marks ? 'mark' : 'score', ...item };
  };
  const first = (list, look) => list.map(look).find(Boolean);

  /** `rows.column` is a column of a grid. */
  function find(id) {
    const [grid, column] = id.split('.');
    if (column) return fields[grid]?.columns?.[column];
    return first(sections, (section) => section.criteria && itemOf(section.criteria, id)) ?? fields[id]
      ?? first(Object.keys(criteria), (tree) => itemOf(tree, id));
  }

  function option(id, name) {
    const known = find(id)?.options?.[name] ?? (marks[name] ?? grades[name] ?? exclusions[name])?.label;
    if (known) return say.label(known);
    return name === 'yes' || name === 'no' ? say(`option.${name}`) : name;
  }

  const field = (id) => say.label(first(sections, (section) => section.fields?.[id]?.label) ?? find(id)?.label) || id;

  return {
    find,
    field,
    /** A rule without a label asks for one yes, and is called as the field it asks. */
    rule: ({ label, test }) => (label ? say.label(label) : field(test.field)),
    kind: (id) => find(id)?.kind ?? 'text',
    options: (id, list) => list.map((name) => option(id, name)),
    marks: () => Object.keys(marks),
    /** A row without a label is called as the grade it counts. */
    row: ({ label, grade }) => say.label(label ?? grades[grade]?.label),
    mark: (id) => say.label(marks[id]?.label) || id,
    grade: (id) => say.label(grades[id]?.label) || id,
    subject: (id) => say.label(subjects[id]?.label) || id,
    gradesOf: (subject) => subjects[subject]?.grades ?? Object.keys(grades),
  };
}
