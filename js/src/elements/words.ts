/** The elements' own words. Sentences about figures come from the engine. */
import { each } from './dom.js';
import type { Basis, Locale, QuotaState, Severity } from '../types.js';

export interface Words {
  readonly state: Readonly<Record<QuotaState, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly atMost: string;
  readonly enforced: string;
  readonly share: string;
  readonly base: string;
  readonly limit: string;
  readonly left: string;
  readonly over: string;
  readonly disagree: string;
  readonly how: string;
  readonly law: string;
  readonly table: string;
  readonly what: string;
  readonly count: string;
  readonly change: string;
  readonly of: string;
  readonly ofWhich: string;
  readonly inferred: string;
  readonly missing: string;
  readonly incomplete: string;
  readonly findings: (count: number) => string;
  readonly noQuota: string;
  readonly none: string;
  /** Before what is quoted. */
  readonly fix: string;
  readonly goTo: string;
  readonly read: (figures: number | undefined, checked: number | undefined, open: number) => string;
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
  atMost: 'không quá',
  enforced: 'đang áp dụng',
  share: 'Tỷ lệ',
  base: 'Mẫu số',
  limit: 'Tối đa',
  left: 'Còn',
  over: 'Vượt',
  disagree: 'Các cách tính cho kết quả khác nhau.',
  how: 'Cách tính và căn cứ',
  law: 'Căn cứ',
  table: 'Số lượng và tỷ lệ',
  what: 'Nội dung',
  count: 'Số lượng',
  change: 'Tăng, giảm',
  of: 'trên',
  ofWhich: 'trong đó',
  inferred: 'suy ra',
  missing: 'chưa có số',
  incomplete: 'Chưa đủ số, hoặc số chưa khớp.',
  findings: (count) => `Có ${count} nội dung cần xem lại`,
  noQuota: 'Không có tỷ lệ cho đối tượng này.',
  none: 'Không có nội dung nào cần xem lại.',
  fix: 'Sửa thành',
  goTo: 'Đến chỗ',
  read: (figures, checked, open) =>
    sentence([figures !== undefined && `đã đọc ${figures} con số`, checked !== undefined && `đã kiểm tra ${checked}`, `${open || 'không có'} nội dung cần xem lại`]),
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
  atMost: 'at most',
  enforced: 'enforced',
  share: 'Share',
  base: 'Base',
  limit: 'Limit',
  left: 'Left',
  over: 'Over',
  disagree: 'The readings disagree.',
  how: 'Arithmetic and source',
  law: 'Source',
  table: 'Counts and shares',
  what: 'Item',
  count: 'Count',
  change: 'Change',
  of: 'of',
  ofWhich: 'of which',
  inferred: 'inferred',
  missing: 'no figure yet',
  incomplete: 'Figures are missing, or some do not agree.',
  findings: (count) => `To look at again: ${count}`,
  noQuota: 'No quota for these.',
  none: 'Nothing to look at again.',
  fix: 'Change to',
  goTo: 'Go to',
  read: (figures, checked, open) =>
    sentence([figures !== undefined && `${figures} figures read`, checked !== undefined && `${checked} checked`, `${open || 'nothing'} to look at again`]),
};

export function wordsOf(locale: Locale): Words {
  return locale === 'en' ? en : vi;
}

/** Parts that are there, with commas between, a capital before and a full stop behind. */
function sentence(parts: readonly (string | false)[]): string {
  let text = '';
  each(parts, (part) => { if (part) text += (text && ', ') + part; });
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
