import type { Process } from './process.ts';
import type { Round } from './round.ts';

/** A round has its turn, and some of its members have to run: how far it is. */
export class Turn {
  readonly round: Round;
  /** The number of the member whose turn it is, or was last. */
  #at: number;
  /** That member has left the round to run, and may take its place again. */
  #placeIsFree = false;
  /** How many members that need a worker took a place that had become free. */
  #refilled = 0;

  constructor(round: Round) {
    this.round = round;
    this.#at = round.start - 1;
  }

  /** The member whose turn comes next, when only those have to run that are due; undefined: there is none. */
  nextDue(): Process | undefined {
    return this.#take(this.round.nextDue(this.#at + 1));
  }

  /** The same when no worker is idle. @param enqueue is given those that need one; they leave the round. */
  nextBeside(enqueue: (task: Process) => void): Process | undefined {
    for (let number = this.#at + 1; number < this.round.end; number++) {
      const process = this.round.member(number);
      if (process?.needsWorker) {
        this.round.remove(process);
        enqueue(process);
      } else if (process && this.round.isMarked(number)) {
        return this.#take(number);
      }
    }
    return this.#take(-1);
  }

  /** Lets a process have the place that the running member has left. @returns whether it was free. */
  refill(process: Process): boolean {
    if (!this.#placeIsFree) return false;
    this.#placeIsFree = false;
    this.round.fill(this.#at, process);
    if (process.needsWorker) this.#refilled++;
    return true;
  }

  /** Those whose turn has passed, as a round of their own. Their tasks must be counted with {@link count}. */
  split(): Round {
    this.#placeIsFree = false;
    return this.round.split(this.#at);
  }

  /** How many tasks there were, skipped, among those whose turn has passed and who are still in the round. */
  passed(): number {
    return this.round.tasksUpTo(this.#at) - this.#refilled;
  }

  /** The same, once: from now on none of these are counted. To be called before they are dropped. */
  settle(): number {
    return this.count(this.round.tasksUpTo(this.#at));
  }

  /** How many of so many tasks whose turn has passed were skipped: those that ran are counted already. */
  count(tasks: number): number {
    const skipped = tasks - this.#refilled;
    this.#refilled = 0;
    return skipped;
  }

  #take(number: number): Process | undefined {
    this.#placeIsFree = number >= 0;
    if (number < 0) return undefined;
    this.#at = number;
    const process = this.round.member(number)!;
    this.round.remove(process);
    return process;
  }
}
