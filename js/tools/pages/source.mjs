/** What a page reads: a rulebook, or a rulebook with an overlay laid over it, of which only the overlay's part is shown. */

const at = (object, path) => path.reduce((inside, key) => (inside === null || typeof inside !== 'object' ? undefined : inside[key]), object);

/** RFC 7396, as src/rulebook/overlay.rs does it. */
function merge(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const out = target !== null && typeof target === 'object' && !Array.isArray(target) ? { ...target } : {};
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) delete out[key];
    else out[key] = merge(out[key], change);
  }
  return out;
}

/** Names of the overlay itself, not laid over the rulebook. */
const NAMING = ['id', 'title', 'version', 'reviewed', 'over'];

export class Source {
  /** `overlay` null: the rulebook by itself. */
  constructor(base, overlay = null) {
    this.base = base;
    this.overlay = overlay;
    const patch = overlay && Object.entries(overlay).reduce((kept, [key, value]) => (NAMING.includes(key) ? kept : { ...kept, [key]: value }), {});
    this.book = patch ? merge(base, patch) : base;
    this.own = overlay ?? base;
  }

  /** What stands at a path, with the overlay laid over. */
  get(...path) {
    return at(this.book, path);
  }

  /** What of it the page is to show, as `[id, value]`: all, or what the overlay speaks about. */
  entries(...path) {
    const inside = Object.entries(this.get(...path) ?? {});
    return this.overlay ? inside.filter(([key]) => at(this.overlay, [...path, key]) !== undefined) : inside;
  }

  /** Whether the page speaks about a path at all. */
  shows(...path) {
    return at(this.own, path) !== undefined;
  }

  /** `added` or `changed` by the overlay; null on a rulebook's own page. */
  change(...path) {
    if (!this.overlay || at(this.overlay, path) === undefined) return null;
    return at(this.base, path) === undefined ? 'added' : 'changed';
  }

  /** What the rulebook says where the overlay says something else. */
  was(...path) {
    return this.change(...path) === 'changed' ? at(this.base, path) : undefined;
  }

  /** A citation with what it inherits from its instrument. */
  citation(id) {
    const own = this.book.citations?.[id];
    if (!own) return null;
    return { ...(own.of ? this.citation(own.of) : {}), ...own, id };
  }

  /** Whether a citation stands on this page, or on the rulebook's. */
  citesHere(id) {
    return !this.overlay || this.overlay.citations?.[id] !== undefined;
  }
}
