/** The elements' own words. Sentences about figures come from the engine. */
import type { Basis, Locale, QuotaState, Severity } from '../types.js';

export interface Words {
  readonly state: Readonly<Record<QuotaState, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly atMost: (percent: string) => string;
  readonly used: (used: string, limit: string) => string;
  readonly readings: string;
  readonly enforced: string;
  readonly share: string;
  readonly base: string;
  readonly limit: string;
  readonly left: string;
  readonly over: string;
  readonly disagree: string;
  readonly how: string;
  readonly raised: (percent: string, reason: string, decision: string) => string;
  readonly rate: (basis: string) => string;
  readonly reading: (basis: string) => string;
  readonly law: string;
  readonly table: string;
  readonly what: string;
  readonly count: string;
  readonly change: string;
  readonly of: (count: string, base: string) => string;
  readonly ofWhich: string;
  readonly inferred: string;
  readonly missing: string;
  readonly incomplete: string;
  readonly findings: (count: number) => string;
  readonly none: string;
  readonly fix: (text: string) => string;
  readonly goTo: (text: string) => string;
  readonly text: string;
  readonly read: (figures: number | null, checked: number | null, open: number) => string;
}

const vi: Words = {
  state: { open: 'Còn suất', near: 'Sắp hết suất', full: 'Vừa đủ', exceeded: 'Vượt trần', unknown: 'Chưa đủ số' },
  severity: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' },
  basis: {
    confirmed: 'đã đối chiếu với lời văn bản',
    secondary: 'theo nguồn dẫn lại, chưa đối chiếu với văn bản gốc',
    unverified: 'chưa tìm được lời văn bản, cần đối chiếu trước khi dùng',
    silent: 'văn bản không nói rõ, theo cách làm phổ biến',
  },
  atMost: (percent) => `không quá ${percent}`,
  used: (used, limit) => `${used} trên tối đa ${limit}`,
  readings: 'Từng cách lấy mẫu số',
  enforced: 'đang áp dụng',
  share: 'Tỷ lệ',
  base: 'Mẫu số',
  limit: 'Tối đa',
  left: 'Còn',
  over: 'Vượt',
  disagree: 'Các cách tính cho kết quả khác nhau.',
  how: 'Cách tính và căn cứ',
  raised: (percent, reason, decision) => `Tỷ lệ ${percent} theo ${decision}: ${reason}`,
  rate: (basis) => `Tỷ lệ: ${basis}.`,
  reading: (basis) => `Cách lấy mẫu số: ${basis}.`,
  law: 'Căn cứ',
  table: 'Số lượng và tỷ lệ',
  what: 'Nội dung',
  count: 'Số lượng',
  change: 'Tăng, giảm',
  of: (count, base) => `trên ${count} (${base})`,
  ofWhich: 'trong đó',
  inferred: 'suy ra',
  missing: 'chưa có số',
  incomplete: 'Chưa đủ số, hoặc có số chưa khớp nhau.',
  findings: (count) => `Có ${count} nội dung cần xem lại`,
  none: 'Không có nội dung nào cần xem lại.',
  fix: (text) => `Sửa thành “${text}”`,
  goTo: (text) => `Đến chỗ “${text}”`,
  text: 'Nội dung báo cáo',
  read: (figures, checked, open) =>
    sentence([figures !== null && `đã đọc ${figures} con số`, checked !== null && `đã kiểm tra ${checked}`, open ? `${open} chỗ cần xem lại` : 'không có chỗ nào cần xem lại']),
};

const en: Words = {
  state: { open: 'Places left', near: 'Nearly full', full: 'Exactly full', exceeded: 'Over the cap', unknown: 'Figures missing' },
  severity: { error: 'Error', warning: 'Warning', info: 'Note' },
  basis: {
    confirmed: 'checked against the wording of the instrument',
    secondary: 'from a secondary source, not yet checked against the instrument',
    unverified: 'wording not found; to be checked before use',
    silent: 'the text is silent; common practice is followed',
  },
  atMost: (percent) => `at most ${percent}`,
  used: (used, limit) => `${used} of at most ${limit}`,
  readings: 'Each reading of the base',
  enforced: 'enforced',
  share: 'Share',
  base: 'Base',
  limit: 'Limit',
  left: 'Left',
  over: 'Over',
  disagree: 'The readings disagree.',
  how: 'Arithmetic and source',
  raised: (percent, reason, decision) => `The rate of ${percent} by ${decision}: ${reason}`,
  rate: (basis) => `Rate: ${basis}.`,
  reading: (basis) => `Reading of the base: ${basis}.`,
  law: 'Source',
  table: 'Counts and shares',
  what: 'Item',
  count: 'Count',
  change: 'Change',
  of: (count, base) => `of ${count} (${base})`,
  ofWhich: 'of which',
  inferred: 'inferred',
  missing: 'no figure yet',
  incomplete: 'Figures are missing, or some do not agree.',
  findings: (count) => (count === 1 ? 'There is 1 thing to look at again' : `There are ${count} things to look at again`),
  none: 'Nothing to look at again.',
  fix: (text) => `Change to “${text}”`,
  goTo: (text) => `Go to “${text}”`,
  text: 'Text of the report',
  read: (figures, checked, open) =>
    sentence([figures !== null && `${figures} figures read`, checked !== null && `${checked} checked`, open ? `${open} to look at` : 'nothing to look at again']),
};

export function wordsOf(locale: Locale): Words {
  return locale === 'en' ? en : vi;
}

/** Parts that are there, with commas between, a capital before and a full stop behind. */
function sentence(parts: readonly (string | false)[]): string {
  let text = '';
  for (let at = 0; at < parts.length; at++) if (parts[at]) text += (text && ', ') + String(parts[at]);
  return text.charAt(0).toUpperCase() + text.slice(1) + '.';
}

/** A whole number as Vietnamese offices write it: 61.567. */
export function grouped(value: number): string {
  return String(value).replace('-', '\u2212').replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** An exact decimal as a percentage: 22,5%. */
export function percentage(value: string): string {
  return value.replace('.', ',') + '%';
}
