import type { Process } from '../tasks/process.ts';

/** What wakes a process that polls; the simulator does. */
export interface Waker {
  wake(process: Process): void;
}

/** A process polls, and these changes could make a difference to its next poll. */
interface Watch {
  readonly process: Process;
  /** The process's number of polls when it registered; the watch is over once that has gone up. */
  readonly polls: number;
  /** Bits of what makes a difference. */
  readonly mask: number;
  /** The next watch of the signal. */
  next: Watch | undefined;
}

/** A list this short is not worth cleaning up. */
const SHORT = 8;

/**
 * Tells the processes that poll for something when it changes, so that they need not run before. A watch that is over
 * stays in the list until the list is walked: taking it out at once would touch more memory on each poll.
 */
export class Signal {
  #first: Watch | undefined = undefined;
  /** How many watches may be added before those that are over are removed. */
  #capacity = SHORT;

  /** How many watches it holds, including those that are over. */
  get watches(): number {
    let count = 0;
    for (let watch = this.#first; watch; watch = watch.next) count++;
    return count;
  }

  /** Has the process run on its next poll once any of the `mask`'s bits is signalled. */
  watch(process: Process, mask: number): void {
    if (this.#capacity === 0) {
      this.#first = withoutFinished(this.#first);
      this.#capacity = this.watches + SHORT;
    }
    this.#capacity--;
    this.#first = { process, polls: process.polls, mask, next: this.#first };
  }

  /** Wakes the processes that watch one of the bits. A process that was woken polls, and watches anew if it has to. */
  notify(waker: Waker, bits: number): void {
    let last: Watch | undefined;
    for (let watch = this.#first; watch; watch = watch.next) {
      if (!isOver(watch)) {
        if (!(watch.mask & bits)) {
          last = watch;
          continue;
        }
        waker.wake(watch.process);
      }
      if (last) last.next = watch.next;
      else this.#first = watch.next;
    }
  }
}

function isOver({ process, polls }: Watch): boolean {
  return process.polls !== polls;
}

function withoutFinished(first: Watch | undefined): Watch | undefined {
  let kept = first;
  while (kept && isOver(kept)) kept = kept.next;
  for (let last = kept; last; last = last.next) while (last.next && isOver(last.next)) last.next = last.next.next;
  return kept;
}
