/**
 * The style sheet inside the elements. Where the browser has constructable sheets nothing is asked of the page's policy.
 * Older ones (Chromium to 72, Firefox to 100, Safari to 16.3) get a linked sheet when its address is given, else a
 * `<style>` with the page's nonce; the elements work without either, only plainer.
 */
import css from './elements.css';

export interface StyleOptions {
  /** Nonce of the page's policy, for browsers without constructable style sheets. */
  readonly nonce?: string;
  /** Address of `elements.css`, for the same browsers under a policy without a nonce. */
  readonly stylesheet?: string;
}

const sheets = new WeakMap<Document, CSSStyleSheet>();
let given: StyleOptions = {};

export function styleWith(options: StyleOptions): void {
  given = Object.assign(Object.create(null), options);
}

/** Again after an element was taken into another document, whose sheets are its own. */
export function dress(root: ShadowRoot): void {
  const page = root.ownerDocument;
  const view = page.defaultView;
  if (view && 'adoptedStyleSheets' in page && 'replaceSync' in view.CSSStyleSheet.prototype) {
    let sheet = sheets.get(page);
    if (!sheet) {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(page, sheet);
    }
    root.adoptedStyleSheets = [sheet];
  } else if (!root.querySelector('style,link')) {
    root.insertBefore(older(page), root.firstChild);
  }
}

function older(page: Document): HTMLElement {
  if (given.stylesheet) {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = given.stylesheet;
    return link;
  }
  const style = page.createElement('style');
  if (given.nonce) style.nonce = given.nonce;
  style.textContent = css;
  return style;
}
