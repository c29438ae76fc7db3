/** The shapes of `watchForm` and `createAnnouncer`. */
import type { Answers, AnswerValue, Diagnostic, IsoDate, Locale, Report, UnitContext } from '../types.js';

/** The browser's own types where a project knows them; one for Node alone compiles without them. */
type Known<Name extends string> = typeof globalThis extends { [key in Name]: { prototype: infer Shape } } ? Shape : object;
export type PageElement = Known<'Element'>;
export type PageRoot = Known<'Element'> | Known<'ShadowRoot'> | Known<'Document'>;

/** One control, or the controls of one field: the radios of a group, say. */
export type Controls = PageElement | ArrayLike<PageElement>;
/** Where a field is: a selector inside the root, its controls, or a function asked at each check for either the controls or the answer itself. */
export type FieldPlace = string | Controls | ((root: PageRoot) => Controls | AnswerValue);
/** Where the rows of a grid are, and where in a row each column is. */
export interface GridPlace {
  /** A selector inside the root. */
  rows: string;
  /** By column id: a selector inside the row, or a function of the row. */
  columns: Readonly<Record<string, string | ((row: PageElement) => Controls | AnswerValue)>>;
}
/** A value, or a function asked for it at each check. */
export type Asked<T> = T | (() => T);

export interface WatchOptions {
  /** The form's id: one of `engine.forms()`. */
  form: string;
  /** Where fields are that neither `data-xeploai-field` nor their name tells, by field id. */
  map?: Readonly<Record<string, FieldPlace | GridPlace>>;
  /** Those of the unit who are rated already, without this person; with it the quota is live. */
  unit?: Asked<UnitContext | null | undefined>;
  /** First and last day of what is rated; the calendar year of the engine's day when left out. */
  period?: Asked<{ from: IsoDate; to: IsoDate } | undefined>;
  /** Whether what is missing is an error. Left out: from the first summary or submit on. */
  final?: Asked<boolean | undefined>;
  /** Of a page with a part of the form: `'page'`, or its fields by id. No other is asked for. Left out: the whole form is. */
  fields?: 'page' | readonly string[];
  /**
   * Told of the whole report and of what to show of it, after a check that made a difference, once at the start, and after each summary and submit.
   * Points, grades and quotas in the report are live: show them at once. An announcer may stand here itself.
   */
  report?: (report: Report, diff: WatchDiff) => void;
  /** Fill the page's `[data-xeploai-message="field"]` with what is shown of a field, and mark its controls with `aria-invalid` and `aria-describedby`. */
  messages?: boolean;
  /** Pass every error on to the browser's own validation (`setCustomValidity`), shown or not. */
  constraintValidation?: boolean;
  /**
   * Keep the page's form from being sent while there are errors; a button with `formnovalidate` still sends. When every error is in
   * a field that the page does not have, `onError` is told: see `fields`.
   */
  blockSubmit?: boolean;
  /** After so many milliseconds without input a field counts as typed; 0 to 60.000, 1.200 when left out. */
  quietMs?: number;
  /** Told of what goes wrong in a check or in the page's own functions; left out, it goes to the page's error log. Typing goes on in any case. */
  onError?: (error: unknown) => void;
}

/** What is to be seen now, and what is different from the last time. Frozen. */
export interface WatchDiff {
  /** The findings whose moment has come, in the order of the form's fields. */
  readonly shown: readonly Diagnostic[];
  /** Of those, what was not there the last time. */
  readonly appeared: readonly Diagnostic[];
  /** Of those, what was there and reads differently now. */
  readonly changed: readonly Diagnostic[];
  /** What was there and is not any more. */
  readonly gone: readonly Diagnostic[];
  /** Everything is shown: somebody asked for the summary, or sent the form. */
  readonly asked: boolean;
  /** The form was just kept from being sent. */
  readonly blocked: boolean;
}

export interface Watcher {
  /** Looks again, at once: after the page itself changed a value. */
  recheck(): void;
  /** From now on everything is shown, and what is missing is an error, until the form is reset. */
  summary(): WatchDiff | null;
  /** Goes to a finding's control, or to the first that is shown, errors first; false when there is none. */
  focus(finding?: Diagnostic): boolean;
  /** The control a finding is about; null when the page has none. */
  elementOf(finding: Diagnostic): PageElement | null;
  /** What stands in the fields, as it is passed to `engine.check`. */
  answers(): Answers;
  /** Forgets the page: no listener, no attribute, no validity of ours stays. */
  stop(): void;
}

export interface AnnouncerOptions {
  /** A live region the page already has, empty. Left out, one is added, seen by nobody. */
  region?: Known<'HTMLElement'>;
  /** Where the added region goes: the end of the body when left out. A shadow root or a dialog needs its own. */
  parent?: PageElement | Known<'ShadowRoot'>;
  /** `polite` when left out: it waits until the reader has finished. */
  politeness?: 'polite' | 'assertive';
  /** Silence before it speaks, after the last change and the last key; 0 to 60.000 milliseconds, 700 when left out. */
  pauseMs?: number;
  locale?: Locale;
}

export interface Announcer {
  /** Takes what `watchForm` reports; speaks when it settled and a state turned: a quota, the best grade, findings that came or went. */
  (report: Report, diff: WatchDiff): void;
  /** Says a sentence of the page's own after the pause. */
  say(sentence: string): void;
  /** Forgets what waits to be said. */
  hush(): void;
  /** Silent from now on; an added region is taken away, the page's own is emptied. */
  stop(): void;
}
