import type { Process } from './process.ts';

/** What the simulator reports to, to keep a record. */
export interface Observer {
  /** Why the running process goes on; what it schedules goes on for the same reason. The kernel does not look into it. */
  reasonOf(running: Process): object | undefined;
  /** All workers are busy: the task waits for one. */
  queued(task: Process): void;
  /** `by` is finished, and its worker takes on the task, which had to wait for one. */
  handedWorker(task: Process, by: Process): void;
  /** `by` freed a lock that is now the other's, who had to wait for it. */
  handedLock(to: Process, by: Process): void;
  /** A task is done, and what it was said to wait for is of no matter any more. */
  waitsNoMore(task: Process): void;
  /** The task will not run: it was dropped before it began. */
  dropped(task: Process): void;
  /** A process raised an error, which ended it. */
  raised(process: Process, error: unknown): void;
}
