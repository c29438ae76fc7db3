/** Listeners that can all be taken off again. */
export interface Listeners {
  on(target: EventTarget, types: string, hear: (event: Event) => void, capture?: boolean): void;
  /** Anything else that has to be undone at the end. */
  undo(work: () => void): void;
  stop(): void;
}

export function listeners(): Listeners {
  const undone: (() => void)[] = [];
  return {
    on(target, types, hear, capture = false) {
      for (const type of types.split(' ')) {
        target.addEventListener(type, hear, capture);
        undone.push(() => target.removeEventListener(type, hear, capture));
      }
    },
    undo: (work) => void undone.push(work),
    stop() {
      for (const work of undone.splice(0)) work();
    },
  };
}
