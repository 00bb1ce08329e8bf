import type { Process } from './process.ts';
import type { Simulator } from './simulator.ts';

/** That a process looks at something again and again, and what about it could make a difference to its next look. */
interface Watch {
  readonly process: Process;
  /** The process's number of looks when it registered; it is over when that has gone up. */
  readonly looks: number;
  /** Bits of what makes a difference. */
  readonly mask: number;
  /** The next one in the signal's list. */
  next: Watch | undefined;
}

/** So few are not worth clearing up after. */
const FEW = 8;

/**
 * Tells those who poll for something that it has changed, so that they need not run before. A watch that is over stays
 * in the list until somebody comes by: taking it out at once would go through memory once more for each poll.
 */
export class Signal {
  #first: Watch | undefined = undefined;
  /** How many more there may be before those that are over are cleared away. */
  #room = FEW;

  /** How many watches it holds, those that are over included. */
  get watches(): number {
    let count = 0;
    for (let watch = this.#first; watch; watch = watch.next) count++;
    return count;
  }

  /** The process has to run on its next turn after any of the `mask`'s bits was signalled. */
  watch(process: Process, mask: number): void {
    if (this.#room === 0) {
      this.#first = withoutThoseOver(this.#first);
      this.#room = this.watches + FEW;
    }
    this.#room--;
    this.#first = { process, looks: process.looks, mask, next: this.#first };
  }

  /** Wakes those whom one of the bits concerns. Having been woken, they look, and watch anew if they have to. */
  notify(simulator: Pick<Simulator, 'wake'>, bits: number): void {
    let last: Watch | undefined;
    for (let watch = this.#first; watch; watch = watch.next) {
      if (!isOver(watch)) {
        if (!(watch.mask & bits)) {
          last = watch;
          continue;
        }
        simulator.wake(watch.process);
      }
      if (last) last.next = watch.next;
      else this.#first = watch.next;
    }
  }
}

function isOver({ process, looks }: Watch): boolean {
  return process.looks !== looks;
}

function withoutThoseOver(first: Watch | undefined): Watch | undefined {
  let kept = first;
  while (kept && isOver(kept)) kept = kept.next;
  for (let last = kept; last; last = last.next) while (last.next && isOver(last.next)) last.next = last.next.next;
  return kept;
}
