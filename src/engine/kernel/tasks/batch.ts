import { type Continuation, Process } from './process.ts';

type Action = (owner: never) => Continuation;

/**
 * Tasks that are scheduled together, or directly one after the other, for the same instant and reason. Each becomes a
 * process only when it runs.
 */
export class Batch {
  /** Why its tasks run: see Process. */
  reason: object | undefined = undefined;

  readonly #owners: readonly unknown[];
  readonly #actions: Action | readonly Action[];
  #size: number;
  #at = 0;
  /** The same list as the owners, where more may join. */
  readonly #joined: unknown[] | undefined;

  private constructor(owners: readonly unknown[], actions: Action | readonly Action[], joined?: unknown[]) {
    this.#owners = owners;
    this.#actions = actions;
    this.#size = owners.length;
    this.#joined = joined;
  }

  /**
   * A batch that is complete.
   * @param owners what each of the tasks acts on. Owners added to the list later do not count.
   * @param actions what each of them does, or what all of them do.
   */
  static of(owners: readonly unknown[], actions: Action | readonly Action[]): Batch {
    return new Batch(owners, actions);
  }

  /** A batch that tasks with the same action and reason may {@link join}; empty at first. */
  static open(action: Action, reason: object | undefined): Batch {
    const owners: unknown[] = [];
    const batch = new Batch(owners, action, owners);
    batch.reason = reason;
    return batch;
  }

  get isEmpty(): boolean {
    return this.#at === this.#size;
  }

  /** Whether a task with that action and reason may join. */
  admits(action: Action, reason: object | undefined): boolean {
    return this.#joined !== undefined && this.#actions === action && this.reason === reason;
  }

  /** One more task, behind the others. */
  join(owner: unknown): void {
    this.#joined!.push(owner);
    this.#size++;
  }

  /** The next task; there must be one. @param done a process that is done, to be that task. */
  take(done: Process | undefined): Process {
    const owner = this.#owners[this.#at] as never;
    const action = typeof this.#actions === 'function' ? this.#actions : this.#actions[this.#at]!;
    this.#at++;
    const task = done ?? Process.task(action, owner);
    if (done) done.reuse(action, owner);
    task.reason = this.reason;
    return task;
  }
}
