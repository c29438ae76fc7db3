/** Choices that are the same for the same number, everywhere: a run can be had again by its number alone. */
export class Choices {
  constructor(run) {
    this.state = Math.imul(run + 1, 0x9e3779b9) | 0;
  }

  /** 0 to `limit` - 1. */
  below(limit) {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  one(list) {
    return list[this.below(list.length)];
  }

  /** Once in `times`. */
  rarely(times) {
    return this.below(times) === 0;
  }

  times(count, make) {
    return Array.from({ length: count }, (_, at) => make(at));
  }

  shuffled(list) {
    const out = list.slice();
    for (let at = out.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [out[at], out[other]] = [out[other], out[at]];
    }
    return out;
  }
}
