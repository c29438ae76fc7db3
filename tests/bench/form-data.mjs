/**
 * Filled-in forms, Mẫu 2B of Guidance 43: some in order, some with slips, and some that differ in one field only.
 * Numbers are numbers and days are `2025-12-31`, as a page with `<input type=number>` and `<input type=date>` has them.
 */
const SAID = ['Chấp hành nghị quyết, quy định của Đảng', 'giữ vững lập trường', 'hoàn thành việc được giao', 'đoàn kết, cầu thị', 'báo cáo có lúc còn chậm'];

function words(round, length) {
  let text = `Kỳ ${round}: `;
  for (let at = round; text.length < length; at++) text += SAID[at % SAID.length] + '; ';
  return text.slice(0, length).trim();
}

/** A form in order, proposing the best grade. Another round is another person: names, words, counts and scores differ. */
export function inOrder(round) {
  const assigned = 12 + (round % 9);
  const exceeded = Math.ceil(assigned * 0.3) + (round % 3);
  const [politics, capacity, own] = [9 + (round % 3) / 2, 8.5 + (round % 4) / 2, 8 + (round % 5) / 2];
  const general = politics + capacity + own > 30 ? 30 : politics + capacity + own;
  const results = 65.5 + (round % 10) / 2;
  return {
    name: `Nguyễn Văn ${words(round, 14)}`, 'birth-date': `19${60 + (round % 40)}-0${1 + (round % 9)}-1${round % 10}`,
    'unit-name': `Phòng ${round}`, branch: `Chi bộ ${1 + (round % 30)}`, role: 'non-leader',
    conduct: words(round, 180), manifestations: words(round + 1, 90), duties: words(round + 2, 240), commitment: words(round + 3, 60),
    shortcomings: words(round + 4, 120), causes: words(round + 5, 80), 'has-earlier': 'yes',
    earlier: [0, 1].map((row) => ({ content: words(round + row, 40), status: 'remedied', responsibility: `Bản thân, lần ${round}` })),
    suggested: words(round + 6, 50), responsibility: words(round + 7, 50), plan: words(round + 8, 120),
    'tasks-assigned': assigned, 'tasks-done': assigned, 'tasks-undone': 0, 'tasks-on-time': assigned, 'tasks-late': 0, 'tasks-exceeded': exceeded,
    'done-percent': 100, 'late-percent': 0, 'exceeded-percent': Math.round((exceeded * 10000) / assigned) / 100,
    'quality-met': 'yes', discipline: 'none', degraded: 'no', 'conduct-violation': 'no',
    total: general + results, general, politics, capacity, 'self-criticism': general - politics - capacity, results, grade: 'htxsnv',
  };
}

/** The same with its annex: a row for each task. */
export function withAnnex(round) {
  const form = inOrder(round);
  form.tasks = Array.from({ length: form['tasks-assigned'] }, (_, row) => ({ task: words(round + row, 40), product: `Báo cáo ${round}.${row}`,
    progress: 'on-time', quality: row < form['tasks-exceeded'] ? 'exceeded' : 'met' }));
  return form;
}

const without = (...ids) => (form) => ids.forEach((id) => delete form[id]);
const given = (values) => (form) => Object.assign(form, values);

/** What goes wrong in a form. */
const SLIPS = [
  ...['name', 'plan', 'duties', 'role', 'birth-date', 'has-earlier', 'earlier', 'tasks-assigned', 'tasks-done', 'tasks-late', 'tasks-exceeded', 'quality-met', 'discipline',
    'degraded', 'grade', 'total', 'general', 'results', 'politics', 'capacity'].map((id) => without(id)),
  without('politics', 'capacity', 'self-criticism'), without('total', 'results'), without('tasks-done', 'tasks-undone'),
  ...[{ role: 'leader' }, { role: 'boss' }, { 'birth-date': '1985-02-30' }, { 'birth-date': '2031-01-01' }, { conduct: '   ' }, { shortcomings: 'Không có.' }, { causes: 'không' },
    { 'tasks-exceeded': 40 }, { 'tasks-exceeded': 2 }, { 'tasks-done': 11 }, { 'tasks-done': 4, 'tasks-undone': 9 }, { 'tasks-assigned': 0 }, { 'tasks-late': 2 }, { 'tasks-late': 5 },
    { 'tasks-late': 2.5 }, { 'tasks-done': -1 }, { 'done-percent': 99.5 }, { 'exceeded-percent': 33.3 }, { 'late-percent': -2 }, { degraded: 'yes' }, { 'conduct-violation': 'yes', discretion: 'yes' },
    { degraded: 'yes', discretion: 'yes', 'discretion-reason': 'Bất khả kháng' }, { discretion: 'yes' }, { discretion: 'yes', 'discretion-reason': 'Tự khắc phục' },
    { discipline: 'canh-cao' }, { discipline: 'khien-trach', 'discipline-duty': 'yes' }, { discipline: 'canh-cao', 'discipline-duty': 'no' }, { discipline: 'nặng' },
    { total: 101 }, { general: 31 }, { results: 70.5 }, { results: 45 }, { total: 88, results: 60.5 }, { capacity: 20 }, { 'self-criticism': -1 }, { politics: 9.25 },
    { 'has-earlier': 'no' }, { earlier: [{ content: 'Họp muộn', status: 'in-progress' }] }, { earlier: [{ content: 'Họp muộn' }] }, { earlier: [{ content: 'Họp muộn', status: 'xong' }] },
    { exclusion: 'new' }, { exclusion: 'đi vắng' }, { grade: 'httnv' }, { grade: 'htnv', 'lower-reason': 'Tự nhận' }, { grade: 'khtnv' }, { grade: 'giỏi' },
    { general: 20, politics: 7, capacity: 7, 'self-criticism': 6, results: 20, total: 40 }, { 'quality-met': 'no' }].map(given),
];

/** A form with so many slips; the same number gives the same form. */
export function withSlips(round, slips) {
  const form = (round % 4 ? inOrder : withAnnex)(round);
  let seed = round * 7919 + 13;
  for (let slip = 0; slip < slips; slip++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    SLIPS[(seed >> 8) % SLIPS.length](form);
  }
  return form;
}

/** Forms that differ from each other in one field. */
export function oneField(id, values, also = {}) {
  const form = { ...inOrder(3), ...also };
  return values.map((value) => ({ ...form, [id]: value }));
}

/** Those of the unit who are rated already; in some rounds there are too many. */
export function unitOf(round) {
  return { tally: { htxsnv: 7 + (round % 5), httnv: 38 + (round % 11), htnv: 4 + (round % 3), khtnv: round % 2 } };
}
