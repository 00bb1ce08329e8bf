import type { Process } from './process.ts';

/** What the simulator reports to, to keep a record. */
export interface Observer {
  /**
   * Why the running process goes on; what it schedules goes on for the same reason. The kernel does not look into it.
   */
  reasonOf(running: Process): object | undefined;
  /** All workers are busy: the task waits for one. */
  queued(task: Process): void;
  /** `by` is done, and its worker takes on the task, which waited for one. */
  handedWorker(task: Process, by: Process): void;
  /** `by` freed a lock, which is handed to a process that waited for it. */
  handedLock(to: Process, by: Process): void;
  /** A task is done; what it was recorded to wait for does not matter any more. */
  waitsNoMore(task: Process): void;
  /** The task was dropped before it began. */
  dropped(task: Process): void;
  /** An error ended a process. */
  raised(process: Process, error: unknown): void;
}
