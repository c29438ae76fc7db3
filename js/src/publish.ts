/** A classic script's API: `window.xeploai`, and a module without a name for RequireJS and its kind. */
declare const define: { (needs: readonly string[], make: () => unknown): void; amd?: unknown } | undefined;

export function publish(api: object): void {
  const page = (typeof self === 'undefined' ? globalThis : self) as { xeploai?: object };
  page.xeploai = Object.freeze(api);
  if (typeof define === 'function' && define.amd) define([], () => api);
}
