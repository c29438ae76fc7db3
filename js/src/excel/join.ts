/** Several rosters, one a sheet, as one: the same unit in two sheets is one unit, and every row stays what it was. */
import { UsageError } from '../errors.js';
import type { AsideRow, JoinedRoster, Problem, Roster } from './types.js';
import { Units } from './units.js';

export interface JoinPart {
  /** Name of the sheet. */
  readonly sheet: string;
  readonly roster: Roster;
}

/** `top`: name of the unit above all sheets. */
export function joinRosters(parts: readonly JoinPart[], { top = 'Toàn bộ danh sách' }: { top?: string } = {}): JoinedRoster {
  const [first] = parts;
  if (!first) throw new UsageError('usage.bad-value', '`joinRosters` expects at least one roster');
  const units = new Units(top, () => {});
  const size = parts.reduce((sum, { roster }) => sum + roster.names.length, 0);
  const [unit, grade, exclusion, sheet, rows] = [new Uint32Array(size), new Uint8Array(size), new Uint8Array(size), new Uint16Array(size), new Uint32Array(size)];
  const names: string[] = [];
  const setAside: JoinedRoster['setAside'][number][] = [];
  const problems: JoinedRoster['problems'][number][] = [];
  const words = new Map<string, number>();
  parts.forEach(({ sheet: name, roster }, part) => {
    if (roster.columns.subject !== first.roster.columns.subject) throw new UsageError('usage.bad-value', '`joinRosters` expects rosters of one subject');
    // A sheet of nobody is no unit.
    const places = roster.names.length ? placesOf(units, top, name, roster, parts) : [];
    const from = names.length;
    for (let at = 0; at < roster.names.length; at++) {
      names.push(roster.names[at] as string);
      unit[from + at] = places[roster.columns.unit[at] as number] as number;
      sheet[from + at] = part;
      units.count(unit[from + at] as number);
    }
    grade.set(roster.columns.grade, from);
    exclusion.set(roster.columns.exclusion, from);
    rows.set(roster.rows, from);
    for (const one of roster.setAside) setAside.push(Object.freeze(Object.assign({ sheet: name }, one) as AsideRow & { sheet: string }));
    for (const one of roster.problems) problems.push(Object.freeze(Object.assign({ sheet: name }, one) as Problem & { sheet: string }));
    for (const { word, count } of roster.unknownWords) words.set(word, (words.get(word) || 0) + count);
  });
  const { units: tree, moved } = units.finish();
  for (let at = 0; at < size; at++) unit[at] = (unit[at] as number) - moved;
  return Object.freeze({
    columns: Object.freeze({ subject: first.roster.columns.subject, parents: Int32Array.from(tree.map((one) => one.above)), unit, grade, exclusion }),
    units: tree, names: Object.freeze(names), rows, sheets: Object.freeze(parts.map((one) => one.sheet)), sheet,
    setAside: Object.freeze(setAside), problems: Object.freeze(problems),
    unknownWords: Object.freeze(Array.from(words, ([word, count]) => Object.freeze({ word, count }))),
  });
}

/**
 * Where each unit of a sheet stands among all of them. A sheet that names no unit but the one in its title is a unit by itself, by its own
 * name where other sheets have the same title.
 */
function placesOf(units: Units, top: string, sheet: string, roster: Roster, parts: readonly JoinPart[]): number[] {
  const [own] = roster.units;
  const isAlone = roster.units.length === 1;
  const isShared = isAlone && own !== undefined && parts.filter(({ roster: other }) => (other.units[0] || own).name === own.name).length > 1;
  const places: number[] = [];
  roster.units.forEach(({ name, above }) => {
    const path = above >= 0 ? [name] : name === top ? [] : [name];
    if (isShared && sheet) path.push(sheet);
    places.push(units.under(above >= 0 ? places[above] as number : 0, path));
  });
  return places;
}
