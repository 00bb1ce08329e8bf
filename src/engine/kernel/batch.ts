import { type Course, Process } from './process.ts';

type Action = (owner: never) => Course;

/** Tasks that are scheduled together, for the same reason. Each becomes a process only when its turn comes. */
export class Batch {
  // For whoever keeps a record: see Process.
  cause = -1;
  via = 0;
  causeTime = 0;

  readonly #owners: readonly unknown[];
  readonly #actions: Action | readonly Action[];
  readonly #size: number;
  #at = 0;

  /**
   * @param owners what each of the tasks acts on. More may be added behind them later; those are not meant.
   * @param actions what each of them does, or what all of them do.
   */
  constructor(owners: readonly unknown[], actions: Action | readonly Action[]) {
    this.#owners = owners;
    this.#actions = actions;
    this.#size = owners.length;
  }

  get isEmpty(): boolean {
    return this.#at === this.#size;
  }

  /** The next task; there must be one. @param done a process that is done, to be that task. */
  take(done: Process | undefined): Process {
    const owner = this.#owners[this.#at] as never;
    const action = typeof this.#actions === 'function' ? this.#actions : this.#actions[this.#at]!;
    this.#at++;
    const task = done ?? Process.task(action, owner);
    if (done) done.reuse(action, owner);
    task.cause = this.cause;
    task.via = this.via;
    task.causeTime = this.causeTime;
    return task;
  }
}
