/** A live region that speaks only where the page asked for it by `live="polite"` or `"assertive"`. */

/** Milliseconds without another change before something is said. */
const QUIET = 700;

export interface Speaker {
  readonly region: HTMLElement;
  say(what: { key: string; text: string } | null, live: string | null, locale: string): void;
}

/** What stands there when the element appears is not said: it is read like the rest of the page. */
export function createSpeaker(): Speaker {
  const region = document.createElement('div');
  region.className = 'hidden';
  let [last, timer] = ['', 0];
  let first = true;

  function say(what: { key: string; text: string } | null, live: string | null, locale: string): void {
    const polite = live === 'polite' || live === 'assertive';
    region.setAttribute('aria-live', polite ? live : 'off');
    region.lang = locale;
    if (!what || what.key === last) return;
    last = what.key;
    clearTimeout(timer);
    if (polite && !first) timer = setTimeout(() => { region.textContent = what.text; }, QUIET) as unknown as number;
    first = false;
  }
  return { region, say };
}
