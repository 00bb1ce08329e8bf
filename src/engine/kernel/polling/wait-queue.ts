import { Process } from '../tasks/process.ts';

/**
 * The processes that wait for a change without polling. They go on in the instant of the change, after what is on the
 * agenda for it already; those that one change wakes in the order in which they came.
 */
export class WaitQueue {
  readonly #schedule: (process: Process) => void;
  readonly #waiting = new Set<Process>();
  #woken: Process[] = [];
  #arrivals = 0;

  /** @param schedule puts a process on the agenda, for the present instant. */
  constructor(schedule: (process: Process) => void) {
    this.#schedule = schedule;
  }

  add(process: Process): void {
    process.number = this.#arrivals++;
    this.#waiting.add(process);
  }

  /** What a process waits for may have come. */
  wake(process: Process): void {
    if (!this.#waiting.delete(process)) return;
    this.#woken.push(process);
    if (this.#woken.length === 1) this.#schedule(Process.program(() => this.#release()));
  }

  wakeAll(): void {
    for (const process of this.#waiting) this.wake(process);
  }

  /** Removes the tasks that have not begun, woken or not, in the order in which they came. */
  takeTasks(): readonly Process[] {
    const tasks = [...this.#waiting, ...this.#woken].filter((process) => process.needsWorker);
    for (const task of tasks) this.#waiting.delete(task);
    this.#woken = this.#woken.filter((process) => !process.needsWorker);
    return tasks.sort((a, b) => a.number - b.number);
  }

  /** @returns whether the process was there. */
  remove(process: Process): boolean {
    if (this.#waiting.delete(process)) return true;
    const place = this.#woken.indexOf(process);
    if (place < 0) return false;
    this.#woken.splice(place, 1);
    return true;
  }

  #release(): undefined {
    const woken = this.#woken.sort((a, b) => a.number - b.number);
    this.#woken = [];
    for (const process of woken) this.#schedule(process);
  }
}
