/** The entry as a classic script: `window.xeploaiExcel`, and a module without a name for RequireJS and its kind. */
import * as entry from '../excel.js';

declare const define: { (needs: readonly string[], make: () => unknown): void; amd?: unknown } | undefined;

const api = Object.freeze(Object.assign({}, entry));
((typeof self === 'undefined' ? globalThis : self) as { xeploaiExcel?: object }).xeploaiExcel = api;
if (typeof define === 'function' && define.amd) define([], () => api);
