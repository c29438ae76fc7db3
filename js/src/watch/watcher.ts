/** One watched form: what is on the page, what the engine says of it, and what of that has been shown. */
import { UsageError } from '../errors.js';
import type { Answers, CheckInput, Diagnostic, FormsEngine, Report } from '../types.js';
import { difference, edited } from './difference.js';
import { hear } from './events.js';
import { frame } from './frame.js';
import { marks } from './marks.js';
import { moments, type Spot } from './moments.js';
import type { Settings } from './options.js';
import { findPlaces, present, successor, type Place, type Places, type Root } from './places.js';
import { readAnswers } from './read.js';
import type { Watcher, WatchDiff } from './types.js';

/** The handle, and how to give it another engine or other options. */
export interface Watching {
  readonly watcher: Watcher;
  change(engine: FormsEngine, settings: Settings): void;
}

/** Nobody can mend what the page does not have. */
function unseen(errors: readonly Diagnostic[]): UsageError {
  const named = errors.map(({ path }) => path.join('.')).join(', ');
  return new UsageError('usage.missing-field', `the form is kept from being sent by what the page does not have: ${named}`, {
    help: "on a page with a part of the form pass `fields: 'page'`",
  });
}

export function watching(root: Root, engine: FormsEngine, chosen: Settings, stopped: () => void): Watching {
  const view = ((root.ownerDocument || root) as Document).defaultView || window;
  const when = moments();
  const written = marks();
  const nextFrame = frame(view, () => look());
  let places: Places | null = null;
  /** The page has changed since they were found. */
  let moved = true;
  let answers: Answers = {};
  let around = '';
  let report: Report | null = null;
  let shown: readonly Diagnostic[] = [];
  /** Where something was typed since the last look. */
  let touched: Spot[] = [];
  let [composing, pressed, over] = [false, false, false];
  let quiet = 0;
  let failure = '';

  /** What goes wrong never comes between people and their typing. The same thing is told once. */
  function fail(error: unknown): void {
    if (failure === String(error)) return;
    failure = String(error);
    try {
      if (chosen.onError) return chosen.onError(error);
    } catch (other) {
      error = other;
    }
    const { reportError } = view as Window & { reportError?: (error: unknown) => void };
    if (reportError) reportError.call(view, error);
    else view.setTimeout(() => { throw error; }, 0);
  }

  function found(): Places {
    if (places && !moved) return places;
    moved = false;
    const last = places;
    const now = places = findPlaces(root, chosen.shape, chosen.map, fail);
    if (last) when.replace((element) => successor(element, last, now));
    return now;
  }
  function placeAt(target: EventTarget | null): Place | null {
    for (let node = target as Node | null; node && node !== root; node = node.parentNode) {
      const place = found().byElement.get(node as Element);
      if (place) return place;
    }
    return null;
  }
  const spotOf = (place: Place): Spot => (place.grid && place.elements[0]) || place.key;
  function spotAt({ path }: Diagnostic): Spot {
    const key = path.join('.');
    const place = found().byKey.get(key);
    return place ? spotOf(place) : key;
  }

  /** Asks the engine, unless it would be asked the same again. */
  function ask(read: Answers): boolean {
    const input: Record<string, unknown> = {};
    for (const name of ['unit', 'period', 'final'] as const) {
      const value = chosen.around[name];
      input[name] = typeof value === 'function' ? value() : value;
    }
    if (input.final === undefined) input.final = when.asked();
    input.fields = chosen.fields === 'page' ? present(found(), chosen.shape) : chosen.fields;
    const text = JSON.stringify(input);
    const keys = edited(answers, read);
    if (report && text === around && keys.length === 0) return false;
    // What stood there at first nobody has edited.
    for (const key of report ? keys : []) {
      const place = found().byKey.get(key);
      if (!place) continue;
      touched.push(key);
      // What has no control cannot be left.
      if (!place.elements.length) when.leave(key);
    }
    report = engine.check(Object.assign(input, { form: chosen.form, answers: read }) as unknown as CheckInput);
    around = text;
    answers = read;
    return true;
  }

  /** `always`: the page is told even if nothing is different. */
  function look(always = false, mayBlock = false): WatchDiff | null {
    nextFrame.cancel();
    if (over) return null;
    try {
      const news = ask(readAnswers(found()));
      const result = report as Report;
      const next = when.choose(result.diagnostics, touched, spotAt, !pressed);
      touched = [];
      const errors = result.diagnostics.filter((one) => one.severity === 'error');
      const blocked = mayBlock && errors.length > 0;
      const diff = difference(shown, next, when.asked(), blocked);
      shown = diff.shown;
      if (chosen.messages) written.show(shown, found(), engine.locale);
      if (chosen.constraintValidation) written.judge(result.diagnostics, found());
      if (chosen.report && (always || news || diff.appeared.length + diff.changed.length + diff.gone.length > 0)) chosen.report(result, diff);
      failure = '';
      if (blocked && !errors.some(elementOf)) fail(unseen(errors));
      return diff;
    } catch (error) {
      fail(error);
      return null;
    }
  }
  function lookNow(mayBlock = false): WatchDiff | null {
    pressed = false;
    when.type(null);
    return look(true, mayBlock);
  }

  /** The quiet begins anew. */
  function wait(): void {
    view.clearTimeout(quiet);
    quiet = view.setTimeout(() => {
      const spot = when.typing();
      if (spot === null || composing) return;
      when.dwell(spot);
      when.type(null);
      nextFrame.ask();
    }, chosen.quietMs);
  }
  function leave(place: Place): void {
    const spot = spotOf(place);
    when.leave(spot);
    if (when.typing() === spot) when.type(null);
  }
  function hasFocus(target: EventTarget | null): boolean {
    const active = (root.getRootNode() as Document).activeElement;
    return active !== null && active !== undefined && (target as Node).contains(active);
  }
  function isOurs(form: HTMLFormElement): boolean {
    let ours = false;
    found().byElement.forEach((_, element) => {
      if ((element as HTMLInputElement).form === form || form.contains(element)) ours = true;
    });
    return ours;
  }

  const deaf = hear(root, view, {
    typed(target) {
      const place = placeAt(target);
      if (place) {
        const spot = spotOf(place);
        touched.push(spot);
        // Filled in from somewhere else: nobody will leave it.
        if (hasFocus(target)) when.type(spot);
        else when.leave(spot);
      }
      wait();
      nextFrame.ask();
    },
    done(target) {
      const place = placeAt(target);
      if (place) {
        touched.push(spotOf(place));
        leave(place);
      }
      nextFrame.ask();
    },
    left(target, next) {
      composing = false;
      const place = placeAt(target);
      const other = placeAt(next);
      if (!place || other === place) return;
      leave(place);
      if (place.grid && !(other && other.grid === place.grid)) when.leave(place.grid.id);
      nextFrame.ask();
    },
    composing(on) {
      composing = on;
      wait();
    },
    pressed(on) {
      if (pressed && !on) nextFrame.ask();
      pressed = on;
    },
    moved() {
      moved = true;
      nextFrame.ask();
    },
    unsure: () => nextFrame.ask(),
    reset(form) {
      if (!isOurs(form)) return;
      when.forget();
      look(true);
    },
    submitted(form) {
      if (!isOurs(form)) return false;
      when.ask();
      const diff = lookNow(chosen.blockSubmit);
      return diff !== null && diff.blocked;
    },
  });

  function elementOf({ path }: Diagnostic): Element | null {
    const { byKey } = found();
    const place = byKey.get(path.join('.')) || byKey.get(String(path[0]));
    return (place && place.elements[0]) || null;
  }

  const watcher: Watcher = Object.freeze({
    recheck() {
      moved = true;
      look();
    },
    summary() {
      when.ask();
      return lookNow();
    },
    focus(finding?: Diagnostic) {
      const errors = shown.filter((one) => one.severity === 'error');
      for (const one of finding ? [finding] : errors.concat(shown as Diagnostic[])) {
        const element = elementOf(one) as HTMLElement | null;
        if (!element || typeof element.focus !== 'function') continue;
        element.focus();
        // What is hidden or disabled does not take it.
        if (hasFocus(element)) return true;
      }
      return false;
    },
    elementOf,
    answers: () => readAnswers(found()),
    stop() {
      if (over) return;
      over = true;
      deaf();
      nextFrame.cancel();
      view.clearTimeout(quiet);
      written.clear();
      stopped();
    },
  });

  // What the page's own map gets wrong is thrown here; the first report comes with the next frame, when the caller has the handle.
  found();
  nextFrame.ask();

  return {
    watcher,
    change(other, settings) {
      if (settings.form !== chosen.form) when.forget();
      written.clear();
      [engine, chosen, report, moved] = [other, settings, null, true];
      nextFrame.ask();
    },
  };
}
