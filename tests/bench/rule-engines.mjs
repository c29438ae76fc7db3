/**
 * The ten conditions of a form as data for the rule engines: what holds, they say; the rest stays with `form-rules.mjs`. Shares are compared in
 * whole numbers, which these engines do faster than decimals.
 */
const NEEDED = ['quality-met', 'has-earlier', 'degraded', 'discipline', 'discipline-duty', 'conduct-violation'];
const COUNTS = { assigned: 'tasks-assigned', done: 'tasks-done', late: 'tasks-late', exceeded: 'tasks-exceeded', undone: 'tasks-undone' };
const PENALTIES = ['khien-trach', 'canh-cao', 'cach-chuc', 'khai-tru'];
/** Of the tasks assigned: rule, count, sign, percent. */
const SHARES = [['done', 'done', '>=', 100], ['on-time', 'late', '<=', 0], ['exceeded', 'exceeded', '>=', 30], ['late', 'late', '<=', 20], ['over-50-undone', 'undone', '>', 50]];

/** One member for each answer that is there; no tasks at all are no base of a share. */
function contextOf(facts) {
  const context = { remedied: facts.remedied };
  for (const id of NEEDED) {
    const value = facts.answer(id);
    if (value !== null) context[id.replace(/-/g, '_')] = value;
  }
  const assigned = facts.answer('tasks-assigned');
  if (!assigned) return context;
  for (const name of Object.keys(COUNTS)) {
    const value = facts.answer(COUNTS[name]);
    if (value !== null) context[name] = value;
  }
  return context;
}

/** Expressions are the one thing its WebAssembly build evaluates: one of them gives all ten verdicts. */
export function byZen({ Variable }) {
  const share = (count, sign, percent) => `assigned != null and ${count} != null and ${count} * 100 ${sign} assigned * ${percent}`;
  const verdicts = [
    ...SHARES.map(([id, count, sign, percent]) => [id, share(count, sign, percent)]),
    ['quality', "quality_met == 'yes'"],
    ['remedied', "has_earlier == 'no' or remedied == 'yes'"],
    ['degraded', "degraded == 'yes'"],
    ['discipline', `discipline in [${PENALTIES.map((one) => `'${one}'`).join()}] and discipline_duty == 'yes'`],
    ['conduct', "conduct_violation == 'yes'"],
  ];
  const expression = `{ ${verdicts.map(([id, test]) => `'${id}': ${test}`).join(', ')} }`;
  return (facts) => {
    const variable = new Variable(contextOf(facts));
    const held = variable.evaluateExpression(expression);
    variable.free();
    return (rule) => held[rule.id] === true;
  };
}

/** A policy a rule, parsed once; the reasons of the answer are the rules that hold. */
export function byCedar({ preparsePolicySet, statefulIsAuthorized }) {
  const when = {
    ...Object.fromEntries(SHARES.map(([id, count, sign, percent]) => [id, `context has assigned && context has ${count} && context.${count} * 100 ${sign} context.assigned * ${percent}`])),
    quality: 'context has quality_met && context.quality_met == "yes"',
    remedied: '(context has has_earlier && context.has_earlier == "no") || context.remedied == "yes"',
    degraded: 'context has degraded && context.degraded == "yes"',
    discipline: `context has discipline && [${PENALTIES.map((one) => `"${one}"`).join()}].contains(context.discipline) && context has discipline_duty && context.discipline_duty == "yes"`,
    conduct: 'context has conduct_violation && context.conduct_violation == "yes"',
  };
  const staticPolicies = Object.fromEntries(Object.entries(when).map(([id, test]) => [id, `permit(principal, action, resource) when { ${test} };`]));
  const parsed = preparsePolicySet('form', { staticPolicies });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  const uid = (type) => ({ type, id: 'one' });
  const asked = { principal: uid('Person'), action: uid('Action'), resource: uid('Form'), preparsedPolicySetId: 'form', entities: [], validateRequest: false };
  return (facts) => {
    const answer = statefulIsAuthorized({ ...asked, context: contextOf(facts) });
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer));
    const held = new Set(answer.response.diagnostics.reason);
    return (rule) => held.has(rule.id);
  };
}
