import { Process } from './process.ts';

/**
 * Who waits for a change without polling. Each goes on in the instant of the change, after what is on the agenda for it
 * already; those of one change in the order in which they came.
 */
export class WaitingRoom {
  readonly #schedule: (process: Process) => void;
  readonly #waiting = new Set<Process>();
  #called: Process[] = [];
  #comers = 0;

  /** @param schedule puts a process on the agenda, for the present instant. */
  constructor(schedule: (process: Process) => void) {
    this.#schedule = schedule;
  }

  enter(process: Process): void {
    process.number = this.#comers++;
    this.#waiting.add(process);
  }

  /** What a process waits for may have come. */
  call(process: Process): void {
    if (!this.#waiting.delete(process)) return;
    this.#called.push(process);
    if (this.#called.length === 1) this.#schedule(Process.program(() => this.#letIn()));
  }

  callAll(): void {
    for (const process of this.#waiting) this.call(process);
  }

  /** Takes those that have not begun, called or not, in the order in which they came. */
  takeTasks(): readonly Process[] {
    const tasks = [...this.#waiting, ...this.#called].filter((process) => process.needsWorker);
    for (const task of tasks) this.#waiting.delete(task);
    this.#called = this.#called.filter((process) => !process.needsWorker);
    return tasks.sort((a, b) => a.number - b.number);
  }

  /** @returns whether it was there. */
  leave(process: Process): boolean {
    if (this.#waiting.delete(process)) return true;
    const place = this.#called.indexOf(process);
    if (place < 0) return false;
    this.#called.splice(place, 1);
    return true;
  }

  #letIn(): undefined {
    const called = this.#called.sort((a, b) => a.number - b.number);
    this.#called = [];
    for (const process of called) this.#schedule(process);
  }
}
