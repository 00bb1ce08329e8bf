import type { Process } from './process.ts';
import type { Simulator } from './simulator.ts';

/** That a process looks at something again and again, and what about it could make a difference. */
export interface Watch {
  readonly signal: Signal;
  readonly process: Process;
  /** Bits of what makes a difference. */
  readonly mask: number;
  /** The next one of the same process. */
  readonly sibling: Watch | undefined;
  /** The neighbours in the signal's list. */
  before: Watch | undefined;
  after: Watch | undefined;
}

/** Tells those who poll for something that it has changed, so that they need not run before. */
export class Signal {
  #first: Watch | undefined;

  /** The process has to run on its next turn after any of the `mask`'s bits was signalled. */
  watch(process: Process, mask: number): void {
    const after = this.#first;
    const watch: Watch = { signal: this, process, mask, sibling: process.watches, before: undefined, after };
    if (after) after.before = watch;
    this.#first = watch;
    process.watches = watch;
  }

  notify(simulator: Simulator, bit: number): void {
    for (let watch = this.#first; watch; watch = watch.after) if (watch.mask & bit) simulator.wake(watch.process);
  }

  remove({ before, after }: Watch): void {
    if (before) before.after = after;
    else this.#first = after;
    if (after) after.before = before;
  }
}
