import type { Process } from './process.ts';

/** Workers that run tasks, and the tasks that wait for one: first in, first out. NEPI: ParallelRun. */
export class WorkerPool {
  #idle: number;
  #queue: Process[] = [];
  #first = 0;

  /** @param workers how many there are; 0: no limit. */
  constructor(workers: number) {
    this.#idle = workers > 0 ? workers : Infinity;
  }

  get hasIdle(): boolean {
    return this.#idle > 0;
  }

  /** Takes an idle worker, if there is one. */
  take(): boolean {
    if (this.#idle === 0) return false;
    this.#idle--;
    return true;
  }

  enqueue(task: Process): void {
    this.#queue.push(task);
  }

  /** Frees a worker. @returns the task that it takes on next; undefined: none, it is idle. */
  free(): Process | undefined {
    if (this.#first === this.#queue.length) {
      this.#idle++;
      return undefined;
    }
    const next = this.#queue[this.#first++]!;
    if (this.#first > 1024 && this.#first * 2 > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#first);
      this.#first = 0;
    }
    return next;
  }

  /** Drops the tasks that wait, and returns them. NEPI: ParallelRun.empty. */
  empty(): Process[] {
    const dropped = this.#queue.slice(this.#first);
    this.#queue = [];
    this.#first = 0;
    return dropped;
  }
}
