import type { Process } from './process.ts';

/**
 * Held by one process at a time; first come, first served. A process asks with {@link take}, and if it is refused
 * yields the lock: it goes on once the lock is its own.
 */
export class Lock {
  #held = false;
  #waiting: Process[] | undefined;

  get isHeld(): boolean {
    return this.#held;
  }

  /** Takes the lock if it is free. @returns whether it was. */
  take(): boolean {
    if (this.#held) return false;
    this.#held = true;
    return true;
  }

  /** Queues a process. The simulator calls this for a process that yields the lock. */
  enqueue(process: Process): void {
    (this.#waiting ??= []).push(process);
  }

  /** Frees the lock. @returns the process that holds it from now on, which is to be woken; undefined: none. */
  free(): Process | undefined {
    const next = this.#waiting?.shift();
    this.#held = next !== undefined;
    return next;
  }
}
