/**
 * The one running instance of the core. It is started once and, should it ever stop, replaced; whoever holds something that
 * the old one made sees by `turn` that it has to be made again.
 */
import { glue, release, type Exports, type Imports } from '../build/wasm/xeploai.js';
import { EngineFault } from './errors.js';
import type { RunsOn } from './types.js';

/** A core ready to be started any number of times. */
export interface Runner {
  readonly runsOn: RunsOn;
  /** At once; browsers of some years ago refuse that on a page. */
  readonly startSync: (imports: Imports) => Exports;
  readonly start: (imports: Imports) => Promise<Exports>;
}

let runner: Runner | null = null;
let running = false;
let turns = 0;
let pending: Promise<void> | null = null;

export const isRunning = (): boolean => running;
export const isPending = (): boolean => pending !== null;
export const runsOn = (): RunsOn => (runner as Runner).runsOn;

/** Starts what `find` gives, unless an instance runs or is on its way. A failure is not remembered: the next call tries again. */
export function start(find: () => Promise<Runner>): Promise<void> {
  if (running) return Promise.resolve();
  return pending || awaited(find().then(startSoon));
}

export function startSync(found: Runner): void {
  const { imports, use } = glue();
  begin(found, use, found.startSync(imports));
}

/** A number that changes when the instance does. While none runs, an `EngineFault`. */
export function turn(): number {
  if (!running) throw new EngineFault('engine.restarting', 'the engine stopped and is being started again', { help: 'ask again in a moment' });
  return turns;
}

/** The instance has stopped in the middle of something: nothing it holds can be relied on. Another takes its place. */
export function replace(): void {
  if (!runner || !running) return;
  running = false;
  release();
  try {
    startSync(runner);
  } catch (refused) {
    awaited(startSoon(runner)).catch(() => {});
  }
}

async function startSoon(found: Runner): Promise<void> {
  const { imports, use } = glue();
  begin(found, use, await found.start(imports));
}

function begin(found: Runner, use: (exports: Exports) => void, exports: Exports): void {
  use(exports);
  runner = found;
  running = true;
  turns += 1;
}

function awaited(work: Promise<void>): Promise<void> {
  const done = () => { pending = null; };
  pending = work;
  work.then(done, done);
  return work;
}
