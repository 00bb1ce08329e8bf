import type { Process } from '../tasks/process.ts';
import type { PollGroup } from './poll-group.ts';

/** One pass over a group: runs the members that have to run, and knows how far it has come. */
export class PollPass {
  readonly group: PollGroup;
  /** The number of the member that runs, or ran last. */
  #at: number;
  /** That member has left the group to run, and may take its place again. */
  #placeIsFree = false;
  /** How many members that need a worker took a place that had become free. */
  #refilled = 0;

  constructor(group: PollGroup) {
    this.group = group;
    this.#at = group.start - 1;
  }

  /** Takes the next member that has to run; undefined: there is none. */
  nextDue(): Process | undefined {
    return this.#take(this.group.nextDue(this.#at + 1));
  }

  /**
   * The same while no worker is idle.
   * @param enqueue is called with the members that need one; they leave the group.
   */
  nextWithoutWorker(enqueue: (task: Process) => void): Process | undefined {
    for (let number = this.#at + 1; number < this.group.end; number++) {
      const process = this.group.member(number);
      if (process?.needsWorker) {
        this.group.remove(process);
        enqueue(process);
      } else if (process && this.group.isMarked(number)) {
        return this.#take(number);
      }
    }
    return this.#take(-1);
  }

  /** Gives a process the place that the running member has left. @returns whether it was free. */
  refill(process: Process): boolean {
    if (!this.#placeIsFree) return false;
    this.#placeIsFree = false;
    this.group.fill(this.#at, process);
    if (process.needsWorker) this.#refilled++;
    return true;
  }

  /** Moves the members that were passed into a group of their own. Its tasks must be counted with {@link count}. */
  split(): PollGroup {
    this.#placeIsFree = false;
    return this.group.split(this.#at);
  }

  /** How many tasks were skipped so far that are still in the group. */
  skipped(): number {
    return this.group.tasksUpTo(this.#at) - this.#refilled;
  }

  /** The same, but counts each only once: to be called before the tasks are dropped. */
  settle(): number {
    return this.count(this.group.tasksUpTo(this.#at));
  }

  /** How many of so many tasks that were passed were skipped; those that ran are counted elsewhere. */
  count(tasks: number): number {
    const skipped = tasks - this.#refilled;
    this.#refilled = 0;
    return skipped;
  }

  #take(number: number): Process | undefined {
    this.#placeIsFree = number >= 0;
    if (number < 0) return undefined;
    this.#at = number;
    const process = this.group.member(number)!;
    this.group.remove(process);
    return process;
  }
}
