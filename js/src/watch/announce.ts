/** `createAnnouncer`: what a screen reader hears of a form. Seen at once, spoken after a pause, and only what turned. */
import type { Quota, Report } from '../types.js';
import { choice, options } from '../usage.js';
import { frame } from './frame.js';
import { listeners } from './listeners.js';
import { milliseconds } from './options.js';
import type { Announcer, AnnouncerOptions, WatchDiff } from './types.js';

const KNOWN = ['region', 'parent', 'politeness', 'pauseMs', 'locale'] as const;
const PAUSE = 700;
const LOCALES = ['vi', 'en'] as const;
const POLITENESS = ['polite', 'assertive'];
/** What the core cannot say: it knows one report, not what was heard before. */
const WORDS = {
  vi: { more: (n: number) => `Có ${n} nội dung cần xem lại.`, none: 'Không còn nội dung cần xem lại.', best: (grade: string) => `Mức cao nhất còn có thể: ${grade}.` },
  en: { more: (n: number) => `${n} things to look at again.`, none: 'Nothing left to look at again.', best: (grade: string) => `Best grade still possible: ${grade}.` },
};
/** Seen by nobody, read by screen readers. Set as properties, which a Content Security Policy allows. */
const UNSEEN: Readonly<Record<string, string>> = { position: 'absolute', width: '1px', height: '1px', margin: '-1px', overflow: 'hidden', clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap' };

/** What was heard last: a state that comes back before anybody heard of it is not news. */
interface State {
  readonly quotas: ReadonlyMap<string, Quota>;
  readonly best: string | null;
  readonly findings: ReadonlyMap<string, string>;
}

function stateOf(report: Report, { shown }: WatchDiff): State {
  const quotas = new Map<string, Quota>();
  for (const quota of report.quotas || []) quotas.set(quota.id, quota);
  const findings = new Map<string, string>();
  for (const { key, severity, message } of shown) if (severity !== 'info') findings.set(key, message);
  return { quotas, best: bestOf(report), findings };
}

function bestOf({ rating }: Report): string | null {
  const best = rating && rating.grades.filter(({ id }) => id === rating.best)[0];
  return best ? best.label : null;
}

/** Make it when the page loads: a region that comes together with its first words is not read. */
export function createAnnouncer(given: AnnouncerOptions = {}): Announcer {
  const read = options('createAnnouncer', given, KNOWN);
  const words = WORDS[LOCALES[read.locale === undefined ? 0 : choice('locale', read.locale, LOCALES)] as 'vi' | 'en'];
  const politeness = POLITENESS[read.politeness === undefined ? 0 : choice('politeness', read.politeness, POLITENESS)] as string;
  const pause = milliseconds('pauseMs', read.pauseMs, PAUSE);
  const parent = (read.parent || document.body) as Element;
  const own = read.region === undefined;
  const region = own ? parent.appendChild(addedRegion(parent.ownerDocument as Document, politeness)) : read.region as HTMLElement;
  const view = (region.ownerDocument as Document).defaultView || window;
  const { on, stop } = listeners();
  let heard: State | null = null;
  let now: State | null = null;
  let waiting: string[] = [];
  let [timer, over] = [0, false];
  let text = '';

  const write = frame(view, () => { region.textContent = text; });

  function later(): void {
    view.clearTimeout(timer);
    if (!over) timer = view.setTimeout(speak, pause);
  }
  function speak(): void {
    timer = 0;
    const sentences = news().concat(waiting);
    [heard, waiting] = [now, []];
    if (!sentences.length) return;
    text = sentences.join(' ');
    // The same words again would be no change: empty first, written in the next frame.
    region.textContent = '';
    write.ask();
  }
  /** What turned since it last spoke. */
  function news(): string[] {
    if (!heard || !now || heard === now) return [];
    const [last, next] = [heard, now];
    const said: string[] = [];
    next.quotas.forEach((quota, id) => {
      const before = last.quotas.get(id);
      if (before && before.state !== quota.state) said.push(quota.summary);
    });
    if (next.best !== null && next.best !== last.best) said.push(words.best(next.best));
    const come: string[] = [];
    next.findings.forEach((message, key) => {
      // A quota's own sentence has said it already.
      if (!last.findings.has(key) && !(said.length && key.indexOf('quota.') === 0)) come.push(message);
    });
    if (come.length) said.push(come[0] as string);
    if (come.length > 1) said.push(words.more(next.findings.size));
    if (!next.findings.size && last.findings.size) said.push(words.none);
    return said;
  }

  // Whoever goes on typing is not spoken to.
  on(region.ownerDocument, 'input', () => timer && later(), true);
  function announce(report: Report, diff: WatchDiff): void {
    now = stateOf(report, diff);
    if (heard) later();
    else heard = now;
  }
  return Object.freeze(Object.assign(announce, {
    say(sentence: string) {
      if (sentence && waiting.indexOf(sentence) < 0) waiting.push(sentence);
      later();
    },
    hush() {
      waiting = [];
      heard = now;
      view.clearTimeout(timer);
      timer = 0;
    },
    stop() {
      over = true;
      stop();
      view.clearTimeout(timer);
      write.cancel();
      if (!own) region.textContent = '';
      else if (region.parentNode) region.parentNode.removeChild(region);
    },
  }));
}

function addedRegion(document: Document, politeness: string): HTMLElement {
  const region = document.createElement('div');
  region.setAttribute('role', politeness === 'polite' ? 'status' : 'alert');
  region.setAttribute('aria-live', politeness);
  region.setAttribute('aria-atomic', 'true');
  for (const name of Object.keys(UNSEEN)) region.style[name as 'width'] = UNSEEN[name] as string;
  return region;
}
