/**
 * Surroundings that a page may bring; each function makes the realm it runs in so. A classic script, because hosts.test.mjs runs it inside a page
 * of its own and not among Node's.
 */
(function () {
  const OPTIONS = ['rulebook', 'asOf', 'family', 'overlay', 'readings', 'accept', 'locale', 'form', 'answers', 'unit', 'period', 'final', 'trace', 'tally', 'group',
    'propose', 'size', 'raised', 'reason', 'decision', 'table', 'counts', 'decimals', 'rounding', 'stated', 'previous', 'subject', 'show', 'exclusion', 'groups', 'percent', 'pad',
    'from', 'to', 'text', 'grade', 'parents'];
  const MEMBERS = ['id', 'rows', 'label', 'kind', 'of', 'help', 'code', 'path', 'families', 'effective', 'supersedes', 'columns', 'options', 'sections', 'fields',
    'cause', 'key', 'fix', 'span', 'message', 'before', 'diagnostics', 'quotas', 'rating', 'complete', 'findings', 'citations', 'params', 'severity', 'noun', 'change', 'changes', 'trace', 'balance', 'arithmetic'];

  const put = (target, members) => { for (const name of Object.keys(members)) Object.defineProperty(target, name, { value: members[name], writable: true, enumerable: true, configurable: true }); };
  const accessor = (keys, make) => { for (const key of keys) Object.defineProperty(Object.prototype, key, Object.assign({ configurable: true }, make(key))); };

  /** All of ECMAScript that is reached from the globals. */
  function everything() {
    const seen = new Set();
    const visit = (value) => {
      if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return;
      seen.add(value);
      visit(Object.getPrototypeOf(value));
      for (const one of Object.values(Object.getOwnPropertyDescriptors(value))) [one.value, one.get, one.set].forEach(visit);
    };
    [Object, Function, Array, String, Number, Boolean, Symbol, Map, Set, WeakMap, WeakSet, Promise, Error, TypeError, RangeError, JSON, Math, Reflect, Date, RegExp, ArrayBuffer,
      Uint8Array, Int32Array, DataView, WebAssembly, FinalizationRegistry, async function () {}, function* () {}, [][Symbol.iterator]()].forEach(visit);
    return seen;
  }

  self.HOSTS = {
    'an ordinary page'() {},
    'Object.prototype with members named like the options'() {
      for (const key of OPTIONS) Object.prototype[key] = 'polluted';
    },
    'Object.prototype with members named like those of results'() {
      for (const key of MEMBERS) Object.prototype[key] = 'polluted';
    },
    'Object.prototype with numbers and empty texts for members'() {
      for (const key of [...OPTIONS, ...MEMBERS]) Object.prototype[key] = key.length % 2 ? 0 : '';
    },
    'Object.prototype with getters that throw'() {
      accessor([...OPTIONS, ...MEMBERS], (key) => ({
        get() { throw new Error('somebody read ' + key); },
        set(value) { Object.defineProperty(this, key, { value, enumerable: true, writable: true, configurable: true }); },
      }));
    },
    'frozen globals, as under SES'() {
      for (const one of everything()) Object.freeze(one);
    },
    'a library of 2007: other answers of old methods, new ones seen by for-in'() {
      put(Array.prototype, {
        toJSON() { return 'patched'; }, each(work) { this.forEach(work); return this; }, first() { return this[0]; }, last() { return this[this.length - 1]; }, compact() { return this; },
        without() { return this; }, contains() { return true; }, remove() { return this; }, clone() { return this; }, size() { return this.length; }, inspect() { return 'patched'; },
        // As Prototype and MooTools had them.
        reduce() { return this.length > 1 ? this : this[0]; }, entries() { return [...this]; }, keys() { return []; }, values() { return []; }, find() { return undefined; }, flatMap() { return []; }, flat() { return []; },
        reverse(inline) { return inline === false ? this : [...this].sort(() => -1); }, at() { return undefined; }, toSorted() { return []; }, includes() { return false; }, fill() { return []; },
      });
      put(String.prototype, { toJSON() { return 'patched'; }, contains() { return true; }, strip() { return this; }, blank() { return false; }, sub() { return 'patched'; }, includes() { return false; }, at() { return ''; }, replaceAll() { return 'patched'; } });
      put(Number.prototype, { toJSON() { return 'patched'; }, times() {}, toLocaleString() { return 'patched'; } });
      put(Function.prototype, { bind() { return () => 'patched'; }, delay() {}, defer() {}, wrap() {} });
      put(Object.prototype, { toJSON() { return 'patched'; }, extend() { return this; } });
      Array.from = (item) => (item === null || item === undefined ? [] : Array.isArray(item) ? item : [item]);
      Object.keys = ((keys) => (object) => keys(object))(Object.keys);
      Object.values = Object.entries = () => [];
    },
    'texts with methods of somebody else'() {
      put(String.prototype, { trimStart: () => 'patched', padStart: () => 'patched', normalize: () => 'patched', localeCompare: () => 0, toLocaleLowerCase: () => 'patched', toLocaleUpperCase: () => 'patched', startsWith: () => false, endsWith: () => false });
    },
    'no Intl'() { delete self.Intl; },
    'no TextEncoder, no TextDecoder'() {
      delete self.TextEncoder;
      delete self.TextDecoder;
    },
    'a young browser’s helpers taken away'() {
      for (const name of ['FinalizationRegistry', 'WeakRef', 'DecompressionStream', 'structuredClone', 'queueMicrotask', 'AggregateError', 'Atomics', 'SharedArrayBuffer']) delete self[name];
      for (const [one, names] of [[Array.prototype, ['at', 'flat', 'flatMap', 'findLast', 'toSorted', 'with']], [Object, ['fromEntries', 'hasOwn', 'groupBy']], [String.prototype, ['replaceAll', 'matchAll', 'at', 'trimStart', 'trimEnd']],
        [Promise, ['allSettled', 'any', 'withResolvers']], [Uint8Array, ['fromBase64']], [Symbol, ['dispose', 'asyncDispose']]]) for (const name of names) delete one[name];
    },
    'the clock stands at 1970'() {
      const Real = Date;
      self.Date = class extends Real { constructor(...given) { super(...(given.length ? given : [0])); } static now() { return 0; } };
    },
    'no clock, no timers, no random numbers'() {
      const refuse = () => { throw new Error('refused'); };
      self.Date = refuse;
      self.performance = self.setTimeout = self.setInterval = undefined;
      Math.random = refuse;
    },
    'promises and maps of somebody else'() {
      const { then } = Promise.prototype;
      Promise.prototype.then = function (...given) { return then.apply(this, given); };
      put(Map.prototype, { extra: 1 });
      put(Set.prototype, { extra: 1 });
    },
  };
})();
