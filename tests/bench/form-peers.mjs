/**
 * The form by ajv, zod, valibot and json-rules-engine: single fields by a schema made of the form's own description, the
 * rest by `form-rules.mjs`. They see the whole form each time. A schema answers `{ field, message }` for what is wrong.
 */
import { byHand, portal } from './form-rules.mjs';
import { byCedar, byZen } from './rule-engines.mjs';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBERS = ['count', 'percent', 'score'];
const LISTS = ['choice', 'yes-no', 'grade', 'exclusion'];

const missing = (field) => `Chưa điền: ${field.label}.`;
const unknown = (field, value) => `${field.label}: “${value}” không có trong danh sách.`;
const notNumber = (field, value) => `${field.label}: “${value}” không phải là số phù hợp.`;
const tooMuch = (field, value) => `${field.label}: ${String(value).replace('.', ',')} lớn hơn mức tối đa ${field.max}.`;
const notDay = (field, value) => `${field.label}: “${value}” không phải là một ngày.`;
const options = (field) => field.options.map((option) => option.id);
const isLong = (field) => field.required === 'yes';
const all = (info) => info.sections.flatMap((section) => section.fields);

function byAjv({ Ajv }, info) {
  const schemaOf = (field) => {
    if (field.kind === 'rows') return { type: 'array', items: object(field.columns) };
    if (NUMBERS.includes(field.kind)) return { type: field.kind === 'count' ? 'integer' : 'number', minimum: 0, ...(field.max && { maximum: Number(field.max) }) };
    if (LISTS.includes(field.kind)) return { enum: options(field) };
    if (field.kind === 'date') return { type: 'string', pattern: DAY.source };
    return isLong(field) ? { type: 'string', pattern: '\\S' } : { type: 'string' };
  };
  const object = (fields) => ({ type: 'object', properties: Object.fromEntries(fields.map((field) => [field.id, schemaOf(field)])), required: fields.filter(isLong).map((field) => field.id) });
  const known = new Map(all(info).flatMap((field) => [[field.id, field], ...field.columns.map((column) => [`${field.id}.${column.id}`, column])]));
  const validate = new Ajv({ allErrors: true, verbose: true }).compile(object(all(info)));
  const say = ({ keyword, instancePath, params, data }) => {
    const path = instancePath.split('/').slice(1).concat(keyword === 'required' ? params.missingProperty : []);
    const field = known.get(path.length === 3 ? `${path[0]}.${path[2]}` : path[0]);
    const words = { required: missing, enum: unknown, maximum: tooMuch, pattern: field.kind === 'date' ? notDay : missing }[keyword] ?? notNumber;
    return { field: path[0], message: words(field, data), missing: words === missing };
  };
  return (answers) => (validate(answers) ? [] : validate.errors.map(say));
}

function byZod({ z }, info) {
  const error = (field, words) => ({ error: (issue) => (issue.input === undefined ? missing(field) : words(field, issue.input)) });
  const own = (field) => {
    if (field.kind === 'rows') return z.array(object(field.columns));
    if (NUMBERS.includes(field.kind)) {
      const number = (field.kind === 'count' ? z.int(error(field, notNumber)) : z.number(error(field, notNumber))).min(0, error(field, notNumber));
      return field.max ? number.max(Number(field.max), error(field, tooMuch)) : number;
    }
    if (LISTS.includes(field.kind)) return z.enum(options(field), error(field, unknown));
    if (field.kind === 'date') return z.string(error(field, notDay)).regex(DAY, error(field, notDay));
    return isLong(field) ? z.string(error(field, missing)).regex(/\S/, error(field, missing)) : z.string();
  };
  const object = (fields) => z.object(Object.fromEntries(fields.map((field) => [field.id, isLong(field) ? own(field) : own(field).optional()])));
  const schema = object(all(info));
  return (answers) => {
    const parsed = schema.safeParse(answers);
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ field: path[0], message, missing: message.startsWith('Chưa điền') }));
  };
}

function byValibot({ v }, info) {
  const words = (field, say) => (issue) => (issue.input === undefined ? missing(field) : say(field, issue.input));
  const own = (field) => {
    if (field.kind === 'rows') return v.array(object(field.columns));
    if (NUMBERS.includes(field.kind)) {
      const steps = [v.number(words(field, notNumber)), v.minValue(0, words(field, notNumber))];
      if (field.kind === 'count') steps.push(v.integer(words(field, notNumber)));
      if (field.max) steps.push(v.maxValue(Number(field.max), words(field, tooMuch)));
      return v.pipe(...steps);
    }
    if (LISTS.includes(field.kind)) return v.picklist(options(field), words(field, unknown));
    if (field.kind === 'date') return v.pipe(v.string(words(field, notDay)), v.regex(DAY, words(field, notDay)));
    return isLong(field) ? v.pipe(v.string(words(field, missing)), v.regex(/\S/, words(field, missing))) : v.string();
  };
  const object = (fields) => {
    const label = new Map(fields.map((field) => [field.id, field]));
    return v.object(Object.fromEntries(fields.map((field) => [field.id, isLong(field) ? own(field) : v.optional(own(field))])), (issue) => missing(label.get(issue.path[0].key)));
  };
  const schema = object(all(info));
  return (answers) => {
    const parsed = v.safeParse(schema, answers);
    return parsed.success ? [] : parsed.issues.map((issue) => ({ field: issue.path[0].key, message: issue.message, missing: issue.message.startsWith('Chưa điền') }));
  };
}

/** The conditions as data for json-rules-engine; shares are facts, by decimal.js. */
function engineOf({ rules }) {
  const is = (fact, value) => ({ fact, operator: 'equal', value });
  const share = (fact, operator, value) => ({ all: [{ fact: `share-${fact}`, operator, value }] });
  const conditions = {
    done: share('tasks-done', 'greaterThanInclusive', 100),
    'on-time': share('tasks-late', 'lessThanInclusive', 0),
    quality: { all: [is('quality-met', 'yes')] },
    exceeded: share('tasks-exceeded', 'greaterThanInclusive', 30),
    remedied: { any: [is('has-earlier', 'no'), is('remedied', 'yes')] },
    late: share('tasks-late', 'lessThanInclusive', 20),
    degraded: { all: [is('degraded', 'yes')] },
    discipline: { all: [{ fact: 'discipline', operator: 'in', value: ['khien-trach', 'canh-cao', 'cach-chuc', 'khai-tru'] }, is('discipline-duty', 'yes')] },
    conduct: { all: [is('conduct-violation', 'yes')] },
    'over-50-undone': share('tasks-undone', 'greaterThan', 50),
  };
  const engine = new rules.Engine([], { allowUndefinedFacts: true });
  for (const [type, condition] of Object.entries(conditions)) engine.addRule({ conditions: condition, event: { type } });
  return async (facts) => {
    const given = { remedied: facts.remedied };
    for (const id of ['quality-met', 'has-earlier', 'degraded', 'discipline', 'discipline-duty', 'conduct-violation']) given[id] = facts.answer(id);
    for (const id of Object.keys(facts.shares)) given[`share-${id}`] = facts.shares[id].percent === null ? null : facts.shares[id].percent.toNumber();
    const { events } = await engine.run(given);
    const held = new Set(events.map((event) => event.type));
    return (rule) => held.has(rule.id);
  };
}

/**
 * `{ name: (answers, unit) => result }` of the libraries that are there; json-rules-engine answers later. The rule engines judge the conditions; fields are ajv's with
 * all of them.
 */
export function peers(libraries, form) {
  const own = portal({ Decimal: libraries.Decimal, ...form });
  const excused = (answers, found) => (answers.exclusion === undefined || found.some(({ field }) => field === 'exclusion') ? found : found.filter((finding) => !finding.missing));
  const judged = (schema, verdicts) => (answers, unit) => {
    const found = excused(answers, schema(answers));
    const facts = own.understand(answers, found);
    return own.finish(facts, found, verdicts(facts), unit);
  };
  const later = (schema, verdicts) => async (answers, unit) => {
    const found = excused(answers, schema(answers));
    const facts = own.understand(answers, found);
    return own.finish(facts, found, await verdicts(facts), unit);
  };
  const ajv = libraries.Ajv && byAjv(libraries, form.info);
  return {
    ...(ajv && { ajv: judged(ajv, byHand) }),
    ...(libraries.z && { zod: judged(byZod(libraries, form.info), byHand) }),
    ...(libraries.v && { valibot: judged(byValibot(libraries, form.info), byHand) }),
    ...(libraries.rules && { 'json-rules-engine': later(ajv, engineOf(libraries)) }),
    ...(libraries.zen && { 'zen-engine': judged(ajv, byZen(libraries.zen)) }),
    ...(libraries.cedar && { cedar: judged(ajv, byCedar(libraries.cedar)) }),
  };
}
