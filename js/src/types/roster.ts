/** Rosters, counted up the tree of their units. */
import type { Basis, Citation, DecimalString, GradeId, Provenance } from './common.js';
import type { QuotaReport } from './quota.js';

/** Positions, one a row; null, undefined or -1 for none. Typed arrays are read in place. */
export type NumberColumn = Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | readonly (number | null | undefined)[];

/** A roster, column by column; every column has a row for each person or organisation. At most 4.000.000 units. */
export interface RollUpInput {
  /** Id of whom the roster lists. */
  subject: string;
  /** The tree of units, in any order: for each the position of the one above it, -1 for the top. */
  parents: NumberColumn;
  /** Position of each row's unit. */
  unit: NumberColumn;
  /** Position of each row's grade among the subject's grades; 255, or none in a list: not rated yet. */
  grade: NumberColumn;
  /** Why somebody is not rated: 0 for those who are, else the position among `rulebook.exclusions` plus one. */
  exclusion?: NumberColumn;
  /** Position of each row's group of those who share a quota. */
  group?: NumberColumn;
  /** How many such groups there are, 1 to 60.000; 1 when left out. */
  groups?: number;
  /** Units and groups to say in full, as `unit * groups + group`. */
  show?: NumberColumn;
}

/** No figure: a quota that cannot be judged, or a unit with none below it. */
export type NoFigure = -2147483648;

/** One quota, in every unit and group. Columns are `[unit][group]` and stand at `unit * groups + group`; a missing figure is `NoFigure`. */
export interface RollUpQuota {
  readonly id: string;
  readonly label: string;
  readonly grade: GradeId;
  readonly percent: DecimalString;
  readonly basis: Basis;
  readonly citations: readonly Citation[];
  readonly readings: readonly {
    readonly id: string; readonly label: string; readonly enforced: boolean; readonly fromText: boolean;
    /** The most there may be, and how many more fit; negative: how many too many. */
    readonly limit: Int32Array; readonly headroom: Int32Array;
  }[];
  /** Those of the enforced reading. */
  readonly limit: Int32Array;
  readonly headroom: Int32Array;
  /** Position of the unit, among this one and those above it, with the fewest places left: the one that binds. */
  readonly binding: Int32Array;
  /** The limits of the units just below, added up. Less than `limit`: what rounding down in each of them loses, and what belongs to people in no unit below. */
  readonly below: Int32Array;
  /** The fewest people who must leave the grade so that this unit and every unit below it is within; 0 where all are. */
  readonly moves: Int32Array;
}

/** One unit and group, with everything below it. */
export interface UnitRollUp {
  readonly unit: number;
  readonly group: number;
  /** People by column: of the unit itself, and with those below. */
  readonly own: Readonly<Record<string, number>>;
  readonly all: Readonly<Record<string, number>>;
  /** The quotas in words, with the arithmetic. Its group is as large as those who are rated and those who wait. */
  readonly quota: QuotaReport;
}

/** A roster rolled up. Columns of numbers cannot be frozen and are the caller's own; everything else is. */
export interface RollUp {
  readonly subject: string;
  /** How many rows, units and groups were given. */
  readonly rows: number;
  readonly units: number;
  readonly groups: number;
  /** Rows that name a unit, grade, group or reason that is not there: how many, and the first hundred. They are counted nowhere. */
  readonly unreadable: { readonly count: number; readonly rows: readonly number[] };
  /** What is counted: the subject's grades, `waiting`, then the reasons for not being rated. */
  readonly columns: readonly string[];
  /** People of each unit itself, and with those below it: `[unit][group][column]`, at `(unit * groups + group) * columns.length + column`. */
  readonly own: Int32Array;
  readonly all: Int32Array;
  readonly quotas: readonly RollUpQuota[];
  /** Those asked for with `show`, in the same order. */
  readonly shown: readonly UnitRollUp[];
  readonly provenance: Provenance;
}
