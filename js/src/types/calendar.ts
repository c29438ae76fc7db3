/** Working days and deadlines. */
import type { Citation, IsoDate, LawItem, Provenance } from './common.js';

/** Days behind `from`, which is not counted itself; backwards where `to` is earlier or `add` is negative. At most 10.000 days. */
export type WorkingDaysInput = { from: IsoDate; to: IsoDate; add?: undefined } | { from: IsoDate; add: number; to?: undefined };

/**
 * Agencies work from Monday to Friday (188/1999/QĐ-TTg), so there is no option for Saturdays: those that are worked instead of
 * another day stand in the yearly notices and count.
 */
export interface WorkingDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Working days behind `from` up to and with `to`; negative backwards. */
  readonly days: number;
  readonly calendarDays: number;
  /** `Sau thứ Sáu 26/12/2025 đến hết thứ Tư 31/12/2025: 3 ngày làm việc.` */
  readonly text: string;
  /** Among them, the days of the week that are off and the days of a weekend that are worked. */
  readonly exceptions: readonly {
    readonly date: IsoDate;
    readonly works: boolean;
    /** `in-lieu`: of a holiday on a weekend · `swapped`: another day is worked instead · `worked`: instead of another. */
    readonly kind: 'holiday' | 'in-lieu' | 'swapped' | 'worked';
    readonly label: string;
    readonly provisional: boolean;
  }[];
  /** *Dự kiến*: no notice was seen for one of the days; `note` says of which. */
  readonly provisional: boolean;
  readonly note: string | null;
  readonly citations: readonly Citation[];
}

export interface DeadlinesInput {
  /** The year that is rated; the one of `asOf` when left out. The rulebook must be in force at its end. */
  year?: number;
  /** The day of the meeting that some deadlines are counted back from. */
  meeting?: IsoDate | '' | null;
}

/** A deadline as a day. It is never moved: no rulebook here moves one that falls on a day off. */
export interface DeadlineDay extends LawItem {
  /** As the text has it: the day before which, or by which, it must be done. Null without the meeting it depends on. */
  readonly date: IsoDate | null;
  /** The last working day that keeps it however its words are read: before the day, not on it; with whole days in between. */
  readonly safe: IsoDate | null;
  /** Why that day is off, when it is. */
  readonly dayOff: string | null;
  readonly text: string;
  readonly provisional: boolean;
  /** Why it is only expected: a year without a notice of its holidays. */
  readonly calendarNote: string | null;
}

export interface Deadlines {
  readonly year: number;
  readonly deadlines: readonly DeadlineDay[];
  readonly provenance: Provenance;
}
