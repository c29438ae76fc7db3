/** The roll-up table (biểu tổng hợp) of one unit: the units below it, as many levels as are asked for, and their total. As data; how it is written stands elsewhere. */
import { UsageError } from '../errors.js';
import type { Locale, RollUp, RulebookInfo } from '../types.js';
import type { RosterUnit } from './types.js';

export interface SummaryOptions {
  /** What `engine.rollUp` returned. */
  rolled: RollUp;
  /** `roster.units`, or a portal's own. */
  units: readonly RosterUnit[];
  /** `engine.rulebook`. */
  rulebook: RulebookInfo;
  /** Position of the unit whose table it is; the top when left out. */
  unit?: number;
  /** How many levels below it, 1 to 7, which are as many as Excel can fold; 1 when left out: the units just below. */
  levels?: number;
  title?: string;
  locale?: Locale;
}

/** How a column comes about; positions are those of `columns`. */
export type SummaryFormula =
  | { readonly kind: 'sum'; readonly of: readonly number[] }
  | { readonly kind: 'share'; readonly part: number; readonly base: number }
  | { readonly kind: 'less'; readonly from: number; readonly minus: number };

export interface SummaryColumn {
  readonly id: string;
  readonly label: string;
  /** Words over several columns. */
  readonly group: string | null;
  readonly kind: 'number' | 'name' | 'count' | 'share';
  readonly formula: SummaryFormula | null;
}
export interface SummaryRow {
  readonly name: string;
  /** How many levels below the table's unit; 0: the total. */
  readonly level: number;
  /** The rows behind it that are deeper are its parts. */
  readonly subtotal: boolean;
  /** By column; null where nothing stands. A share is a fraction of one. */
  readonly values: readonly (number | null)[];
}
export interface SummaryTable {
  readonly title: string;
  readonly columns: readonly SummaryColumn[];
  readonly rows: readonly SummaryRow[];
  readonly total: SummaryRow;
  readonly notes: readonly string[];
  readonly locale: Locale;
}

interface Words {
  readonly title: string;
  readonly number: string;
  readonly unit: string;
  readonly all: string;
  readonly rated: string;
  readonly count: string;
  readonly share: string;
  readonly waiting: string;
  readonly excluded: string;
  readonly most: string;
  readonly left: string;
  readonly own: string;
  readonly total: string;
  readonly law: string;
  readonly shares: string;
  readonly limit: string;
  readonly levels: string;
}
/** Levels that a spreadsheet can fold. */
const MOST_LEVELS = 7;
const WORDS: Readonly<Record<Locale, Words>> = {
  vi: {
    title: 'BIỂU TỔNG HỢP KẾT QUẢ XẾP LOẠI', number: 'TT', unit: 'Đơn vị', all: 'Tổng số', rated: 'Được xếp loại', count: 'Số lượng', share: 'Tỷ lệ (%)', waiting: 'Chưa xếp loại',
    excluded: 'Không xếp loại', most: 'Tối đa', left: 'Còn lại', own: 'Trực thuộc {unit}', total: 'Tổng cộng', law: 'Theo {title}; tính đến ngày {date}; xeploai {engine}.',
    shares: 'Tỷ lệ tính trên số được xếp loại.', limit: '“{grade}” tối đa: theo {reading}, từ danh sách lúc lập biểu; sửa số liệu thì tính lại bằng công cụ.',
    levels: 'Dòng in đậm cộng các dòng thụt vào bên dưới (SUBTOTAL: không cộng hai lần; khi lọc chỉ cộng các dòng còn hiện). Muốn sửa thì sửa ở dòng không in đậm.',
  },
  en: {
    title: 'SUMMARY OF RATINGS', number: 'No', unit: 'Unit', all: 'All', rated: 'Rated', count: 'Count', share: 'Share (%)', waiting: 'Not rated yet',
    excluded: 'Not rated', most: 'At most', left: 'Left', own: 'Directly under {unit}', total: 'Total', law: 'By {title}; as of {date}; xeploai {engine}.',
    shares: 'Shares are of those rated.', limit: '“{grade}” at most: {reading}, from the roster when this table was made; compute it again when figures change.',
    levels: 'Rows in bold add up the indented rows below them (SUBTOTAL: nothing is counted twice; with a filter only what is shown). Correct figures in rows that are not bold.',
  },
};

function filled(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (_, name: string) => params[name] || '');
}

/** Columns with how each comes about, and where its figures are. */
interface Plan {
  readonly columns: SummaryColumn[];
  /** Which count of the roll-up a column shows; -1: it follows from others. */
  readonly source: number[];
}

function planOf(rolled: RollUp, rulebook: RulebookInfo, words: Words): Plan {
  const subject = rulebook.subjects.filter((one) => one.id === rolled.subject)[0];
  if (!subject) throw new UsageError('usage.unknown-subject', `\`${rolled.subject}\` is not in \`rulebook\``);
  const plan: Plan = { columns: [], source: [] };
  const add = (id: string, label: string, group: string | null, kind: SummaryColumn['kind'], formula: SummaryFormula | null, source: number): number => {
    plan.columns.push(Object.freeze({ id, label, group, kind, formula }));
    plan.source.push(source);
    return plan.columns.length - 1;
  };
  add('number', words.number, null, 'number', null, -1);
  add('name', words.unit, null, 'name', null, -1);
  const at = (id: string) => rolled.columns.indexOf(id);
  const reasons = rulebook.exclusions.filter((one) => at(one.id) >= 0);
  // Counts stand right of what they add up to: all, rated, then two columns a grade, then who is not rated.
  const first = 4;
  const gradeAt = subject.grades.map((_, place) => first + place * 2);
  const waiting = first + subject.grades.length * 2;
  const ratedParts = subject.grades.map((grade, place) => (grade.within === null ? gradeAt[place] as number : -1)).filter((place) => place >= 0);
  add('all', words.all, null, 'count', { kind: 'sum', of: [3, waiting].concat(reasons.map((_, place) => waiting + 1 + place)) }, -1);
  add('rated', words.rated, null, 'count', { kind: 'sum', of: ratedParts }, -1);
  subject.grades.forEach((grade, place) => {
    add(grade.id, words.count, grade.label, 'count', null, at(grade.id));
    add(grade.id + ':share', words.share, grade.label, 'share', { kind: 'share', part: gradeAt[place] as number, base: 3 }, -1);
  });
  add('waiting', words.waiting, null, 'count', null, at('waiting'));
  for (const one of reasons) add(one.id, one.label, words.excluded, 'count', null, at(one.id));
  for (const quota of rolled.quotas) {
    const place = subject.grades.findIndex((grade) => grade.id === quota.grade);
    if (place < 0) continue;
    const most = add('limit:' + quota.id, words.most, quota.label, 'count', null, -2);
    add('left:' + quota.id, words.left, quota.label, 'count', { kind: 'less', from: most, minus: gradeAt[place] as number }, -1);
  }
  return plan;
}

/** A row for each unit below, one for people in none of them, and the total; shares of those rated, and the most of each quota. */
export function summaryTable(options: SummaryOptions): SummaryTable {
  const { rolled, units, rulebook, unit = 0, levels = 1, locale = 'vi' } = options;
  const words = WORDS[locale];
  if (units.length !== rolled.units) throw new UsageError('usage.bad-value', `\`units\` has ${units.length} units, \`rolled\` has ${rolled.units}`);
  const own = units[unit];
  if (!own) throw new UsageError('usage.out-of-range', `\`unit\` expects a position among ${units.length} units`);
  if (!(levels >= 1 && levels <= MOST_LEVELS) || levels % 1 !== 0) throw new UsageError('usage.out-of-range', `\`levels\` expects a whole number of 1 to ${MOST_LEVELS}`);
  const plan = planOf(rolled, rulebook, words);
  const below: number[][] = units.map(() => []);
  units.forEach((one, at) => { if (one.above >= 0) (below[one.above] as number[]).push(at); });
  const rows: SummaryRow[] = [];
  const row = (name: string, counts: Int32Array, at: number, level: number, number: number | null, limited: boolean, subtotal = false): SummaryRow => (
    Object.freeze({ name, level, subtotal, values: Object.freeze(valuesOf(plan, rolled, counts, at, number, limited)) })
  );
  const addBelow = (above: number, level: number): void => {
    let number = 0;
    for (const at of below[above] as number[]) {
      const parts = level < levels && (below[at] as number[]).length > 0;
      rows.push(row((units[at] as RosterUnit).name, rolled.all, at, level, ++number, true, parts));
      if (parts) addBelow(at, level + 1);
    }
    const direct = row(filled(words.own, { unit: (units[above] as RosterUnit).name }), rolled.own, above, level, number + 1, false);
    if (direct.values[2]) rows.push(direct);
  };
  if ((below[unit] as number[]).length) addBelow(unit, 1);
  else rows.push(row(own.name, rolled.all, unit, 1, 1, true));
  const { provenance } = rolled;
  const notes = [words.shares];
  for (const quota of rolled.quotas) {
    const reading = quota.readings.filter((one) => one.enforced)[0];
    if (reading) notes.push(filled(words.limit, { grade: quota.label, reading: reading.label }));
  }
  if (rows.some((one) => one.subtotal)) notes.push(words.levels);
  notes.push(filled(words.law, { title: rulebook.title, date: provenance.asOf.split('-').reverse().join('/'), engine: provenance.engine }));
  return Object.freeze({
    title: options.title || words.title + ': ' + own.name, columns: Object.freeze(plan.columns), rows: Object.freeze(rows),
    total: row(words.total, rolled.all, unit, 0, null, true), notes: Object.freeze(notes), locale,
  });
}

/** A unit's counts by column; groups of one unit are added up, their limits are not: each group has its own. */
function valuesOf(plan: Plan, rolled: RollUp, counts: Int32Array, unit: number, number: number | null, limited: boolean): (number | null)[] {
  const width = rolled.columns.length;
  let quota = 0;
  const values = plan.columns.map((column, place): number | null => {
    const source = plan.source[place] as number;
    if (column.kind === 'number') return number;
    if (source === -2) {
      const limit = (rolled.quotas[quota++] as RollUp['quotas'][number]).limit[unit];
      return limited && rolled.groups === 1 && limit !== undefined && limit >= 0 ? limit : null;
    }
    if (source < 0) return null;
    let sum = 0;
    for (let group = 0; group < rolled.groups; group++) sum += counts[(unit * rolled.groups + group) * width + source] as number;
    return sum;
  });
  // Rated before all, which is made of it; the rest in any order.
  for (const place of [3, 2].concat(values.map((_, at) => at).slice(4))) {
    const { formula } = plan.columns[place] as SummaryColumn;
    if (formula) values[place] = computed(formula, values);
  }
  return values;
}

/** What a spreadsheet would have in the cell. Its numbers are doubles, a share's too; as text a share is reckoned in whole numbers (`shareText`). */
function computed(formula: SummaryFormula, values: readonly (number | null)[]): number | null {
  if (formula.kind === 'sum') return formula.of.reduce((sum, at) => sum + (values[at] || 0), 0);
  if (formula.kind === 'share') return values[formula.base] ? (values[formula.part] as number) / (values[formula.base] as number) : null;
  const [from, minus] = [values[formula.from], values[formula.minus]];
  return typeof from === 'number' && typeof minus === 'number' ? from - minus : null;
}

/** A share with two decimals, half up, in whole numbers: `18,60`. */
export function shareText(part: number, base: number): string {
  const hundredths = Math.floor((part * 20_000 + base) / (2 * base));
  const decimals = String(hundredths % 100);
  return Math.floor(hundredths / 100) + ',' + (decimals.length < 2 ? '0' : '') + decimals;
}

/** What stands in a cell when it is text. */
export function cellText(table: SummaryTable, row: SummaryRow, at: number): string {
  const { kind, formula } = table.columns[at] as SummaryColumn;
  if (kind === 'name') return row.name;
  const value = row.values[at];
  if (value === null || value === undefined) return '';
  if (formula && formula.kind === 'share') return shareText(row.values[formula.part] as number, row.values[formula.base] as number);
  return String(value);
}
