/** Runs a job once in the next frame, however often it was asked for; soon all the same while the page is hidden and has no frames. */
export interface Frame {
  ask(): void;
  cancel(): void;
}

const HIDDEN = 100;

export function frame(view: Window, job: () => void): Frame {
  let [next, timer] = [0, 0];
  function cancel(): void {
    view.cancelAnimationFrame(next);
    view.clearTimeout(timer);
    timer = 0;
  }
  function run(): void {
    cancel();
    job();
  }
  return {
    ask() {
      if (timer) return;
      next = view.requestAnimationFrame(run);
      timer = view.setTimeout(run, HIDDEN);
    },
    cancel,
  };
}
