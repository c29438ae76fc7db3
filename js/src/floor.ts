/** Browsers that run this script and lack what it needs, with a sentence for whoever sits before one. */
import { InitError } from './errors.js';

export function requireBrowser(): void {
  if (typeof Promise === 'function' && typeof TextDecoder === 'function' && typeof TextEncoder === 'function') return;
  throw new InitError('init.browser-too-old', XEPLOAI_FLOOR);
}
