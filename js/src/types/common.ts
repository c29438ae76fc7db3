/** What every answer is made of. */

/** A civil date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** An exact decimal with a point, no grouping: `"91.82"`. */
export type DecimalString = string;
/** A grade's id, as in the rulebook: `htxsnv`, `httnv`, `htnv`, `khtnv`; before 2018 for organisations `tsvm`, `tieu-bieu`, `yeu-kem`. */
export type GradeId = string;
export type Locale = 'vi' | 'en';
/** What the core runs as: WebAssembly, or the same translated to JavaScript where WebAssembly is switched off. */
export type RunsOn = 'wasm' | 'javascript';
/** How sure an encoded fact is; `silent`: the text says nothing. */
export type Basis = 'confirmed' | 'secondary' | 'unverified' | 'silent';
export type Rounding = 'half-up' | 'half-even' | 'truncate' | 'floor' | 'ceil';
export type Severity = 'error' | 'warning' | 'info';
/** What people type: `"61.567"`, `"03"`, `"Không"`; a number; blank as `''`, `null` or left out. Blank is never zero. */
export type Count = number | string | null | undefined;
/** Counts per grade, each grade by itself: those rated *xuất sắc* are not repeated inside *tốt*. */
export type Tally = Readonly<Record<GradeId, Count>>;
/** A rulebook as JSON: a module of `xeploai/rulebooks`, or your own. Checked whole when an engine is created. */
export type RulebookSource = object;
/** A local text laid over a rulebook: an RFC 7396 merge patch. */
export type OverlaySource = object;

/** Where in the law. */
export interface Citation {
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  /** The day it was signed; null when it was not found. */
  readonly issued: IsoDate | null;
  readonly article?: string;
  readonly clause?: string;
  readonly point?: string;
  readonly title?: string;
  /** Where the wording was read. */
  readonly url?: string;
  /** It names a local text: the overlay's own, or one through which the law is known. */
  readonly local?: true;
  /** The whole reference in words, in the engine's language. */
  readonly text: string;
}

/** A finding on what was typed; never thrown. */
export interface Diagnostic {
  /** Stable while the same problem persists. */
  readonly key: string;
  readonly code: string;
  /** `error`: cannot be · `warning`: breaks a rule that has lawful exceptions, or needs a look · `info`: worth knowing. */
  readonly severity: Severity;
  /** The field; `[]` is the whole input. */
  readonly path: readonly (string | number)[];
  /** In prose, where: UTF-16 units of the text that was passed. A fix replaces what stands there. */
  readonly span?: readonly [number, number];
  readonly message: string;
  readonly help?: string;
  readonly fix?: { readonly text: string };
  readonly params: Readonly<Record<string, string>>;
  readonly citations: readonly Citation[];
}

/** One step of how a result arose. */
export interface Step {
  readonly code: string;
  readonly text: string;
  readonly params: Readonly<Record<string, string>>;
  readonly citations: readonly Citation[];
}

/** What a result was computed with, so that a filed form can be checked again years later. */
export interface Provenance {
  readonly rulebook: string;
  readonly rulebookVersion: string;
  readonly overlay: string | null;
  readonly asOf: IsoDate;
  readonly readings: Readonly<Record<string, string>>;
  readonly engine: string;
}

/** Something the law says, with how sure it is and where it stands. */
export interface LawItem {
  readonly id: string;
  readonly label: string;
  readonly basis: Basis;
  readonly note: string | null;
  readonly citations: readonly Citation[];
}
