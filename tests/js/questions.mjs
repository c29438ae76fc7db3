/** One ordinary question for each method of the engine, for tests that are about the method and not about the law. */
export const TABLE = {
  rows: [
    { id: 'all', label: 'Tổng số', kind: 'total' },
    { id: 'rated', label: 'Được đánh giá', kind: 'part', of: 'all' },
    { id: 'not-rated', label: 'Chưa đánh giá', kind: 'rest', of: 'all' },
    { id: 'best', label: 'Xuất sắc', kind: 'of-which', of: 'rated' },
  ],
};

/** What stands in a form of HD 21, half filled in. */
export const ANSWERS = {
  name: 'Nguyễn Văn A', 'has-earlier': true, earlier: [{ content: 'Chậm báo cáo', status: 'remedied' }, { content: 'Họp muộn' }],
  duties: 'xuat-sac', ideology: 'tot', ethics: 'tot', order: 'tot', style: 'Tốt', 'official-grade': 'httnv',
  'targets-assigned': '10', 'targets-done': 9, 'sick-months': '3', discipline: 'none', grade: 'htxsnv', 'review-date': '31/02/2020',
};
const FORM = { form: 'mau-02', answers: ANSWERS, unit: { tally: { htxsnv: 3, httnv: '12', htnv: 5, khtnv: 0 } }, final: true, trace: true };

export const QUESTIONS = {
  check: (engine) => engine.check(FORM),
  rate: (engine) => engine.rate(FORM),
  forms: (engine) => engine.forms(),
  breakdown: (engine) => engine.breakdown({ table: TABLE, counts: { all: '61.567', rated: 56585, best: 'Không' }, trace: true }),
  quota: (engine) => engine.quota({ subject: 'member', tally: { htxsnv: 3, httnv: '12', htnv: 5, khtnv: 0 }, propose: { htxsnv: 1, httnv: -1 }, trace: true }),
  rollUp: (engine) => engine.rollUp({ subject: 'member', parents: [-1, 0, 0], unit: [0, 1, 1, 2, 2, 9], grade: [0, 1, 1, 2, null, 3], show: [1] }),
  ballot: (engine) => engine.ballot({
    ballot: 'member-grade', items: [{ id: 'a', label: 'Nguyễn Văn A' }],
    groups: [{ ballots: { issued: '20', returned: 19, valid: 19, invalid: 'Không' }, votes: { a: { htxsnv: '09', httnv: 9, htnv: '', khtnv: 2 } } }],
  }),
  targets: (engine) => engine.targets({ targets: [{ id: 'a', label: 'Sinh hoạt tốt', atLeast: '80%' }], counts: { a: { count: '2.539', of: 3174 } } }),
  tasks: (engine) => engine.tasks({ form: 'mau-02', counts: { assigned: '10', done: 4 } }),
  tables: (engine) => engine.tables(),
  readNumber: (engine) => engine.readNumber('1.234', 'percent'),
  formatNumber: (engine) => engine.formatNumber('91.8156', { decimals: 2, percent: true }),
};
