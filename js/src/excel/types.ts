/** The shapes of xeploai/excel. */
import type { Locale, RulebookInfo, Severity } from '../types.js';

/** A file, its bytes, or cells from the clipboard: both halves of what Excel and Word put there, or plain text. */
export type RosterInput = Blob | ArrayBuffer | Uint8Array | string | ClipboardCells;
export interface ClipboardCells {
  readonly html?: string;
  readonly text?: string;
}

/** The most that is read; what is more is refused with an `ExcelError` that says which limit it was. */
export interface Limits {
  /** Of the file. */
  readonly bytes: number;
  /** Of everything in it, unpacked. */
  readonly unpacked: number;
  /** How many times larger a part of the file may become than it was packed. */
  readonly ratio: number;
  /** With something in them. */
  readonly rows: number;
  readonly cells: number;
}

export type ProgressPhase = 'open' | 'texts' | 'sheet' | 'look' | 'rows';
export interface Progress {
  readonly phase: ProgressPhase;
  /** Of the whole, 0 to 1. */
  readonly done: number;
}

export interface ReadOptions {
  /** `engine.rulebook`: the grades, the old words for them, and the reasons for not being rated. */
  rulebook: RulebookInfo;
  /** Id of whom the roster lists; `member` when left out. */
  subject?: string;
  /** Of the messages; `vi` when left out. */
  locale?: Locale;
  /** Which sheet; left out: the first that has the header of a roster. */
  sheet?: string;
  limits?: Partial<Limits>;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface ReadManyOptions extends Omit<ReadOptions, 'sheet'> {
  /** Which sheets; left out: all that are shown and have the header of a roster. */
  sheets?: readonly string[];
}

/** Something about the file that people should know. Nothing is left out without one. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** Row of the sheet as Excel numbers it; null: it is about the whole. */
  readonly row: number | null;
  /** Column letter. */
  readonly column: string | null;
  readonly message: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * What a column is: `name` (several are joined: family name, given name), `unit-1` the highest unit to `unit-6` the lowest, `grade` in words,
 * `tick:<grade>` a column of crosses, `exclusion` why somebody is not rated, `note`, `number` of the row, `other`.
 */
export type Role = 'name' | 'number' | 'grade' | 'exclusion' | 'note' | 'other' | `unit-${1 | 2 | 3 | 4 | 5 | 6}` | `tick:${string}`;

export interface ColumnGuess {
  /** Position, 0 is column A. */
  readonly at: number;
  readonly letter: string;
  /** The words of its header, from top to bottom. */
  readonly title: string;
  readonly role: Role;
  /** Why it was taken so, in words. */
  readonly reason: string;
  /** The first few cells. */
  readonly samples: readonly string[];
}

export type LegacyEncoding = 'tcvn3' | 'vni';

/** How the sheet is to be understood: guessed first, then corrected by people. */
export interface Mapping {
  /** First and last row of the header, as Excel numbers them; null: there is none. */
  readonly header: readonly [number, number] | null;
  /** By column, from A. */
  readonly roles: readonly Role[];
  /** Rows that only name a unit are headings of those below them. */
  readonly headings: boolean;
  /** Text of an old font is converted; null: left as it is. */
  readonly convert: LegacyEncoding | null;
  /** What a word in the column of grades means, by the word: id of a grade or of an exclusion, or `waiting`. */
  readonly words: Readonly<Record<string, string>>;
  /** Rows taken otherwise than by themselves, by their number: as a person, or set aside. */
  readonly rows: Readonly<Record<number, 'person' | 'aside'>>;
  /** Name of the unit above all others, if the sheet names none. */
  readonly top: string;
}

/** Text typed with a font of the nineties: what it looks like now, and what it would become. */
export interface Conversion {
  readonly encoding: LegacyEncoding;
  /** `font`: the cells name such a font; `letters`: the words make sense only so. */
  readonly by: 'font' | 'letters';
  readonly cells: number;
  readonly samples: readonly { readonly row: number; readonly column: string; readonly before: string; readonly after: string }[];
}

export type SourceKind = 'xlsx' | 'csv' | 'html' | 'text';

export interface RosterReading {
  readonly source: { readonly kind: SourceKind; readonly encoding: string | null; readonly delimiter: string | null };
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Name of the one read. */
  readonly sheet: string;
  /** Rows with something in them. */
  readonly rows: number;
  readonly columns: readonly ColumnGuess[];
  readonly mapping: Mapping;
  readonly problems: readonly Problem[];
  readonly needsConversion: Conversion | null;
  /** What stands in a row, as Excel numbers it. */
  cells(row: number): readonly string[];
  /** The roster under a mapping; the guessed one when left out. */
  roster(mapping?: Partial<Mapping>, options?: { signal?: AbortSignal; onProgress?: (progress: Progress) => void }): Promise<Roster>;
}

export interface RosterUnit {
  readonly name: string;
  /** Position of the unit above; -1 for the top. */
  readonly above: number;
}

export type AsideKind = 'heading' | 'total' | 'header' | 'text' | 'chosen';
/** A row that is not somebody. */
export interface AsideRow {
  readonly row: number;
  readonly kind: AsideKind;
  readonly text: string;
  /** Of a total: the number it says, and how many there are. */
  readonly said: number | null;
  readonly found: number | null;
}

export interface Roster {
  /** For `engine.rollUp`, as they are. */
  readonly columns: {
    readonly subject: string; readonly parents: Int32Array; readonly unit: Uint32Array; readonly grade: Uint8Array; readonly exclusion: Uint8Array;
  };
  readonly units: readonly RosterUnit[];
  /** Of each person, in the same order as the columns. */
  readonly names: readonly string[];
  /** Row of each person, as Excel numbers it. */
  readonly rows: Uint32Array;
  readonly setAside: readonly AsideRow[];
  readonly problems: readonly Problem[];
  /** Words of the column of grades that were not understood, with how often. */
  readonly unknownWords: readonly { readonly word: string; readonly count: number }[];
}

/** Several sheets as one roster. Rows are numbered within their sheet. */
export interface JoinedRoster extends Omit<Roster, 'setAside' | 'problems'> {
  /** Names of the sheets, and by person the position of theirs. */
  readonly sheets: readonly string[];
  readonly sheet: Uint16Array;
  readonly setAside: readonly (AsideRow & { readonly sheet: string })[];
  readonly problems: readonly (Problem & { readonly sheet: string })[];
}
