/** The other end of `sibling.ts`, in the file that is loaded. */
import { start } from '../build/nowasm.js';
import type { Asking } from './sibling.js';

/** Hands the core to the script that asked for it; false when nobody did. */
export function handOver(): boolean {
  const script = typeof document === 'undefined' ? null : document.currentScript as Asking | null;
  if (!script || typeof script.xeploaiCore !== 'function') return false;
  script.xeploaiCore({ stamp: XEPLOAI_STAMP, start });
  return true;
}
