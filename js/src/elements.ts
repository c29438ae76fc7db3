/**
 * xeploai/elements: custom elements for what the engine returns. Importing does nothing, on a server neither;
 * `defineElements()` makes the browser know them.
 */
import { XeploaiBreakdown } from './elements/breakdown.js';
import { XeploaiFindings } from './elements/findings.js';
import { XeploaiQuota } from './elements/quota.js';
import { XeploaiReport } from './elements/report.js';
import { styleWith, type StyleOptions } from './elements/style.js';

export { XeploaiBreakdown, XeploaiFindings, XeploaiQuota, XeploaiReport };
export type { FieldFinder, FindingsResult } from './elements/findings.js';
export type { QuotaResult } from './elements/quota.js';
export type { TextAudit, TextAuditor } from './elements/report.js';
export type { TextFinding } from './elements/spans.js';
export type { StyleOptions } from './elements/style.js';

/** Makes the elements known to the browser. A second call, or a second copy of the package, changes nothing. */
export function defineElements(options: StyleOptions = {}): void {
  styleWith(options);
  if (typeof customElements === 'undefined') return;
  define('xeploai-quota', XeploaiQuota);
  define('xeploai-breakdown', XeploaiBreakdown);
  define('xeploai-findings', XeploaiFindings);
  define('xeploai-report', XeploaiReport);
}

function define(name: string, element: CustomElementConstructor & { prepare(): void }): void {
  if (customElements.get(name)) return;
  element.prepare();
  customElements.define(name, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'xeploai-quota': XeploaiQuota;
    'xeploai-breakdown': XeploaiBreakdown;
    'xeploai-findings': XeploaiFindings;
    'xeploai-report': XeploaiReport;
  }
}
