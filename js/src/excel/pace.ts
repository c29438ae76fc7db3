/** Long work in slices: between them the page paints and answers, somebody may stop it, and it says how far it is. */
import type { Progress, ProgressPhase } from './types.js';

/** Milliseconds of work before the page has its turn. */
const SLICE = 12;

export class Pace {
  private until = Date.now() + SLICE;
  private phase: ProgressPhase = 'open';
  private from = 0;
  private to = 0;

  constructor(private readonly signal: AbortSignal | undefined, private readonly told: ((progress: Progress) => void) | undefined) {
    this.stopWhenAsked();
  }

  /** What is done next, and which part of the whole it is. */
  begin(phase: ProgressPhase, from: number, to: number): void {
    this.phase = phase;
    this.from = from;
    this.to = to;
    this.tell(0);
  }

  /** Called between small pieces of work with how far the part is, 0 to 1; a promise when the page is to have its turn. */
  step(done: number): Promise<void> | null {
    return Date.now() < this.until ? null : this.rest(done);
  }

  private async rest(done: number): Promise<void> {
    this.tell(done);
    await turn();
    this.stopWhenAsked();
    this.until = Date.now() + SLICE;
  }

  private tell(done: number): void {
    if (this.told) this.told(Object.freeze({ phase: this.phase, done: this.from + (this.to - this.from) * Math.min(1, done) }));
  }

  private stopWhenAsked(): void {
    if (!this.signal || !this.signal.aborted) return;
    const stopped = new Error('reading was stopped');
    stopped.name = 'AbortError';
    throw stopped;
  }
}

/** After what waits now. A message comes at once also in a tab in the background, where timers come once a second. */
function turn(): Promise<void> {
  return new Promise((done) => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(done, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
