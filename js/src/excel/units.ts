/** The tree of units, as names come by. */
import { fold, keyOf } from './fold.js';
import type { RosterUnit } from './types.js';

export class Units {
  readonly names: string[];
  readonly above: number[] = [-1];
  private readonly written = new Map<string, number>();
  private readonly places = new Map<string, number>();
  private readonly folded = new Map<string, number>();
  private readonly people: number[] = [0];

  /** `similar` is told of two names under one unit that differ only in marks or punctuation. */
  constructor(top: string, private readonly similar: (one: string, other: string) => void) {
    this.names = [top];
  }

  /** The unit at the end of a path from the top; made when it is new. */
  at(path: readonly string[]): number {
    return this.under(0, path);
  }

  /** The same from another unit. */
  under(from: number, path: readonly string[]): number {
    let unit = from;
    for (const name of path) unit = this.below(unit, name);
    return unit;
  }

  count(unit: number): void {
    this.people[unit] = (this.people[unit] as number) + 1;
  }

  private below(above: number, name: string): number {
    // As it is written first, which is quick, then however it may be written.
    const written = above + ' ' + name;
    const same = this.written.get(written);
    if (same !== undefined) return same;
    const key = above + ' ' + keyOf(name);
    const known = this.places.get(key);
    this.written.set(written, known === undefined ? this.names.length : known);
    if (known !== undefined) return known;
    const unit = this.names.length;
    this.places.set(key, unit);
    this.names.push(name);
    this.above.push(above);
    this.people.push(0);
    const alike = above + ' ' + fold(name);
    const other = this.folded.get(alike);
    if (other === undefined) this.folded.set(alike, unit);
    else this.similar(this.names[other] as string, name);
    return unit;
  }

  /** The units, and by how many places they moved up: the top goes when there is one unit below it and nobody of its own. */
  finish(): { readonly units: readonly RosterUnit[]; readonly moved: number } {
    let tops = 0;
    for (let at = 1; at < this.above.length; at++) if (this.above[at] === 0) tops++;
    const moved = tops === 1 && this.people[0] === 0 ? 1 : 0;
    const units: RosterUnit[] = [];
    for (let at = moved; at < this.names.length; at++) {
      units.push(Object.freeze({ name: this.names[at] as string, above: Math.max(-1, (this.above[at] as number) - moved) }));
    }
    return { units: Object.freeze(units), moved };
  }
}
