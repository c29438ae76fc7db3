/**
 * What a careful portal developer writes beside a schema: what fields say of each other, the rating and the quota.
 * Counts by plain integers, scores and shares by decimal.js; a Vietnamese message for each finding. All peers share it.
 */
import { quotaByDecimalJs } from './work.mjs';

const GRADES = ['htxsnv', 'httnv', 'htnv', 'khtnv'];
const BANDS = [90, 70, 50];
const LOWEST = 3;
const PENALTIES = ['khien-trach', 'canh-cao', 'cach-chuc', 'khai-tru'];
const PARTS = { total: ['general', 'results'], general: ['politics', 'capacity', 'self-criticism'] };
const MAX = { total: 100, general: 30, results: 70 };
const NONE = /^không( có( gì| hạn chế(,? khuyết điểm)?| khuyết điểm)?)?[.;, ]*$/i;

const yes = (id) => ({ holds: (facts) => facts.answer(id) === 'yes', open: (facts) => facts.answer(id) === null });
const share = (id, compare) => ({ share: id, holds: ({ shares }) => shares[id].percent !== null && compare(shares[id].percent), open: ({ shares }) => shares[id].percent === null });

/** Whether a rule holds; and when it does not, whether that is still open. `grades`: those that need it; a trigger leaves the lowest. */
const RULES = [
  { id: 'done', grades: [0, 1, 2], ...share('tasks-done', (percent) => percent.gte(100)) },
  { id: 'on-time', grades: [0, 1], ...share('tasks-late', (percent) => percent.lte(0)) },
  { id: 'quality', grades: [0, 1], ...yes('quality-met') },
  { id: 'exceeded', grades: [0], ...share('tasks-exceeded', (percent) => percent.gte(30)) },
  { id: 'remedied', grades: [0], holds: (facts) => facts.answer('has-earlier') === 'no' || facts.remedied === 'yes',
    open: (facts) => facts.answer('has-earlier') === null || facts.remedied === 'open' },
  { id: 'late', grades: [2], ...share('tasks-late', (percent) => percent.lte(20)) },
  { id: 'degraded', ...yes('degraded') },
  { id: 'discipline', holds: (facts) => PENALTIES.includes(facts.answer('discipline')) && facts.answer('discipline-duty') === 'yes',
    open: (facts) => facts.answer('discipline') !== 'none' && facts.answer('discipline-duty') !== 'no' },
  { id: 'conduct', ...yes('conduct-violation') },
  { id: 'over-50-undone', ...share('tasks-undone', (percent) => percent.gt(50)) },
];

export const byHand = (facts) => (rule) => rule.holds(facts);

export function portal({ Decimal, info, grades, asOf }) {
  const fields = info.sections.flatMap((section) => section.fields);
  const label = Object.fromEntries(fields.map((field) => [field.id, field.label]));
  const rules = RULES.map((rule) => ({ ...rule, label: info.rules.find(({ id }) => id === rule.id).label }));
  const comma = (value) => value.toString().replace('.', ',');
  const percentText = (value) => value.toFixed(2, Decimal.ROUND_HALF_UP).replace('.', ',') + '%';

  /** What the answers are worth. `found`: what the schema says of single fields. */
  function understand(answers, found) {
    const wrong = new Set(found.map((finding) => finding.field));
    const answer = (id) => (wrong.has(id) || answers[id] === undefined ? null : answers[id]);
    const said = (id) => typeof answers[id] === 'string' && answers[id].trim() !== '';
    const whole = answer('tasks-assigned');
    const shares = {};
    for (const id of ['tasks-done', 'tasks-late', 'tasks-exceeded', 'tasks-undone']) {
      const part = answer(id);
      const percent = part === null || !whole ? null : new Decimal(part).div(whole).times(100);
      shares[id] = { percent, values: part === null || whole === null ? null : `${part}/${whole} = ${percent ? percentText(percent) : '–'}` };
    }
    const rows = (answers.earlier ?? []).map((row) => row.status);
    const known = rows.filter((status) => ['remedied', 'in-progress', 'not-remedied'].includes(status));
    const remedied = known.some((status) => status !== 'remedied') ? 'no' : known.length === 0 || known.length < rows.length ? 'open' : 'yes';
    return { answers, answer, said, shares, remedied, excluded: answer('exclusion') !== null };
  }

  /** Fields against each other. */
  function compare({ answers, answer, said, excluded }, add) {
    const needed = (id) => excluded || said(id) || typeof answers[id] === 'number' || add(id, `Chưa điền: ${label[id]}.`);
    if (answer('has-earlier') === 'yes' && !answers.earlier?.length && !excluded) add('earlier', `Chưa điền: ${label.earlier}.`);
    if (answer('has-earlier') === 'no' && answers.earlier?.length && !excluded) add('earlier', `${label.earlier}: đã ghi trong khi “${label['has-earlier']}” là không.`);
    if (answer('discipline') === 'none' && answer('discipline-duty') === 'yes' && !excluded) add('discipline-duty', `${label['discipline-duty']}: đã chọn trong khi không bị kỷ luật.`);
    if (answer('grade') === 'htxsnv') needed('tasks-exceeded');
    if (['htxsnv', 'httnv'].includes(answer('grade'))) needed('quality-met');
    if (PENALTIES.includes(answer('discipline'))) needed('discipline-duty');
    if (answer('discretion') === 'yes') needed('discretion-reason');
    const born = answer('birth-date');
    if (born !== null) {
      const day = new Date(born);
      if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== born) add('birth-date', `${label['birth-date']}: “${born}” không phải là một ngày.`);
      else if (born > asOf) add('birth-date', `${label['birth-date']}: ${born} sau ngày đang xét ${asOf}.`);
    }
    for (const id of ['shortcomings', 'causes']) if (said(id) && NONE.test(answers[id].trim())) add(id, `${label[id]} chỉ ghi là không có.`);
    const role = answer('role');
    if (role !== null && role !== 'non-leader') add('role', `${info.number} không dành cho đối tượng này; mẫu đúng là mẫu khác.`);
    if (excluded && answer('grade') !== null) add('grade', 'Đã ghi lý do không xếp loại nhưng vẫn chọn một mức.');
    const sum = (parts, id) => {
      const [a, b, total] = [answer(parts[0]), answer(parts[1]), answer(id)];
      if (total !== null && (a !== null && b !== null ? a + b !== total : (a ?? b ?? 0) > total)) add(id, `${label[id]}: ${a ?? '…'} + ${b ?? '…'} = ${(a ?? 0) + (b ?? 0)}, không bằng ${total}.`);
    };
    sum(['tasks-done', 'tasks-undone'], 'tasks-assigned');
    sum(['tasks-on-time', 'tasks-late'], 'tasks-done');
    const [exceeded, done] = [answer('tasks-exceeded'), answer('tasks-done')];
    if (exceeded !== null && done !== null && exceeded > done) add('tasks-exceeded', `${label['tasks-exceeded']} (${exceeded}) lớn hơn ${label['tasks-done']} (${done}).`);
    const [undone, assigned] = [answer('tasks-undone') ?? 0, answer('tasks-assigned')];
    if (exceeded !== null && done === null && assigned !== null && exceeded + undone > assigned) add('tasks-exceeded', `${label['tasks-exceeded']}: ${exceeded} + ${undone}, nhiều hơn ${assigned}.`);
    for (const [id, of] of [['done-percent', 'tasks-done'], ['late-percent', 'tasks-late'], ['exceeded-percent', 'tasks-exceeded']]) {
      const [stated, part, whole] = [answer(id), answer(of), answer('tasks-assigned')];
      if (stated === null || part === null || !whole) continue;
      const typed = new Decimal(stated);
      const right = new Decimal(part).div(whole).times(100).toDecimalPlaces(typed.decimalPlaces(), Decimal.ROUND_HALF_UP);
      if (!right.equals(typed)) add(id, `${label[id]}: ${part}/${whole} = ${comma(right)}%, không phải ${comma(typed)}%.`);
    }
    const tasks = answers.tasks ?? [];
    if (tasks.length) for (const [column, option, id] of [['progress', 'on-time', 'tasks-on-time'], ['progress', 'late', 'tasks-late'], ['progress', 'undone', 'tasks-undone'], ['quality', 'exceeded', 'tasks-exceeded']]) {
      const stated = answer(id);
      if (stated === null) continue;
      const rows = tasks.filter((row) => row[column] === option).length;
      if (tasks.some((row) => !row[column]) ? rows > stated : rows !== stated) add(id, `${label[id]}: ghi ${stated}, nhưng ${label.tasks} có ${rows} dòng như vậy.`);
    }
  }

  /** A score, even one above its maximum. */
  const score = (answers, id) => (typeof answers[id] === 'number' && answers[id] >= 0 ? new Decimal(answers[id]) : null);

  function compareScores(answers, add) {
    for (const id of ['total', 'general']) {
      const parts = PARTS[id].map((part) => score(answers, part));
      const known = parts.filter(Boolean);
      const whole = score(answers, id);
      const limit = whole ?? new Decimal(MAX[id]);
      if (!known.length) continue;
      const sum = known.reduce((sum, part) => sum.plus(part), new Decimal(0));
      if (whole && known.length === parts.length ? !sum.equals(limit) : sum.gt(limit)) add(id, `${label[id]}: ${known.map(comma).join(' + ')} = ${comma(sum)}, không bằng ${comma(limit)}.`);
    }
  }

  /** The least and the most points of an item; of its parts where they say more. */
  function points(answers, id) {
    const max = MAX[id] === undefined ? null : new Decimal(MAX[id]);
    const typed = score(answers, id);
    const own = typed && !(max && typed.gt(max)) ? { least: typed, most: typed } : null;
    let found = own;
    if (PARTS[id]) {
      const parts = PARTS[id].map((part) => points(answers, part));
      const sum = { least: parts.reduce((sum, part) => sum.plus(part.least), new Decimal(0)), most: parts.every((part) => part.most) ? parts.reduce((sum, part) => sum.plus(part.most), new Decimal(0)) : null };
      const fits = !max || sum.least.lte(max);
      if (fits && parts.some((part) => exact(part) || !part.least.isZero()) && (!own || exact(sum))) found = sum;
    }
    found ??= { least: new Decimal(0), most: max };
    return max && !exact(found) && (!found.most || found.most.gt(max)) ? { ...found, most: max } : found;
  }
  const exact = ({ least, most }) => most !== null && most.equals(least);

  /** Points, band, verdicts and the grades they leave, with what they say of the grade proposed. */
  function rate(facts, holds, add) {
    const { answers, answer, said } = facts;
    const total = points(answers, 'total');
    const reached = BANDS.findIndex((least) => total.least.gte(least));
    const band = exact(total) ? (reached < 0 ? LOWEST : reached) : null;
    const claimed = (rule) => !rule.grades && answer('discretion') === 'yes' && said('discretion-reason');
    const verdicts = rules.map((rule) => {
      const [part, whole] = (rule.share && facts.shares[rule.share].values || '').split(/[/ ]/);
      // Of no tasks there is no share: people decide, unless nothing is more than half of nothing.
      if (whole === '0') return !rule.grades && part === '0' ? 'no' : 'waived';
      if (!holds(rule)) return rule.open(facts) ? 'open' : 'no';
      return claimed(rule) ? 'waived' : 'yes';
    });
    const statuses = GRADES.map((_, grade) => {
      const lowest = grade === LOWEST;
      const least = BANDS[lowest ? LOWEST - 1 : grade];
      const truths = [total.least.gte(least) ? 'yes' : total.most.lt(least) ? 'no' : 'open'];
      rules.forEach((rule, at) => {
        if (rule.grades ? rule.grades.includes(grade) : true) truths.push(rule.grades ? verdicts[at].replace('waived', 'open') : { yes: 'no', no: 'yes', open: 'open', waived: 'open' }[verdicts[at]]);
      });
      const [some, none] = lowest ? ['allowed', 'refused'] : ['refused', 'allowed'];
      return truths.includes('no') ? some : truths.includes('open') ? 'open' : none;
    });
    const best = statuses.findIndex((status) => status !== 'refused');
    const fallen = rules.filter((rule, at) => !rule.grades && verdicts[at] === 'yes');
    const unmet = rules.filter((rule, at) => rule.grades && verdicts[at] === 'no');
    if (answer('tasks-assigned') === 0) add('tasks-assigned', `${label['tasks-assigned']} bằng 0 nên không tính được tỷ lệ.`);
    if (answer('discretion') === 'yes') rules.forEach((rule, at) => verdicts[at] === 'waived' && claimed(rule) && holds(rule) && add('discretion', `${rule.label}: mức xếp loại do cấp có thẩm quyền quyết định.`));
    if (best < 0) add('grade', `Không mức nào khớp hoàn toàn. Điều kiện chưa đạt: ${unmet.map((rule) => rule.label).join('; ')}.`);
    else if (band !== null && best > band && best < LOWEST && statuses[best] === 'allowed' && !fallen.length) add('grade', `${comma(total.least)} điểm đạt mức ${grades[band].label}, mức cao nhất đủ điều kiện là ${grades[best].label}.`);
    const proposed = GRADES.indexOf(answer('grade'));
    if (proposed >= 0) {
      const name = grades[proposed].label;
      let told = false;
      const tell = (message) => { told = true; add('grade', message); };
      if (proposed < LOWEST && total.most.lt(BANDS[proposed])) tell(`${name} cần từ ${BANDS[proposed]} điểm; hiện có nhiều nhất ${comma(total.most)}.`);
      rules.forEach((rule, at) => {
        if (rule.grades?.includes(proposed) && verdicts[at] === 'no') tell(`${name} cần: ${rule.label}. Điều kiện này chưa đạt.`);
        if (rule.grades?.includes(proposed) && verdicts[at] === 'open') tell(`${name} cần: ${rule.label}. Chưa có đủ thông tin để kết luận.`);
      });
      if (proposed < LOWEST) for (const rule of fallen) tell(`${rule.label}: chỉ được xếp tối đa ${grades[LOWEST].label}, không thể là ${name}.`);
      if (!told && best >= 0 && statuses[proposed] === 'refused') add('grade', `Không có căn cứ nào trong phiếu cho mức ${name}.`);
      const certain = statuses.indexOf('allowed');
      if (certain >= 0 && proposed > certain && !said('lower-reason')) add('lower-reason', `Đề xuất ${name} thấp hơn ${grades[certain].label}; chưa ghi lý do.`);
    }
    return { least: total.least, most: total.most, band: band === null ? null : GRADES[band], verdicts, values: rules.map((rule) => (rule.share ? facts.shares[rule.share].values : null)), statuses };
  }

  /** The quota with this person on top. */
  function quota(facts, { tally }, add) {
    const grade = facts.excluded ? null : facts.answer('grade');
    const counts = grade === null ? tally : { ...tally, [grade]: tally[grade] + 1 };
    const { limits, headroom, nextSlotAt, shares } = quotaByDecimalJs(Decimal, counts);
    const used = counts.htxsnv;
    if (headroom < 0) add('grade', `Vượt ${-headroom} suất ${grades[0].label} (đã dùng ${used}, tối đa ${limits[0]}).`);
    if (used <= limits[0] && used > limits[1]) add('grade', `Theo cách gộp là ${shares[0]}%, theo cách tách là ${shares[1]}%.`);
    return { used, limits, headroom, nextSlotAt };
  }

  /** All of it. `judge` says whether a rule of the standard holds: by hand, or what a rule engine found. */
  return {
    understand,
    finish(facts, found, holds, unit) {
      const add = (field, message) => { found.push({ field, message }); };
      compare(facts, add);
      compareScores(facts.answers, add);
      const rating = facts.excluded ? null : rate(facts, holds, add);
      return { findings: found, rating, quota: quota(facts, unit, add) };
    },
  };
}
