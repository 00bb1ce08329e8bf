/** Something that one process at a time can hold: a {@link Lock}. */
export interface Acquirable {
  /** @returns whether it was free, and is the asking process's now. */
  take(): boolean;
  /** The process waits for it, behind those that wait already. */
  enqueue(process: Process): void;
}

/** Looks again after each period of virtual time until what it watches has changed. */
export interface Poll {
  readonly period: number;
  /** Registers what the process watches. */
  readonly watch: (process: Process) => void;
}

/**
 * What a process waits for: a span of virtual time in microseconds, a lock that is not free, or a change. A hook of a
 * user's own yields spans of time; the rest comes from the engine's own generators.
 */
export type Pause = number | Acquirable | Poll;

/** Something that takes virtual time: a generator that yields each of its pauses. */
export type Blocking = Generator<Pause, void, void>;

/** What is left of an action once it has begun: undefined when it was done at once. */
export type Continuation = Blocking | undefined;

/**
 * One run of an action on virtual time: a task, which needs a worker, or a program beside the workers.
 * It holds an action and what that acts on, rather than a closure: simulations schedule millions of them.
 */
export class Process {
  #action: (owner: never) => Continuation;
  owner: unknown;
  readonly isTask: boolean;
  /** What is left of the action; there once it has begun and has had to pause. */
  continuation: Continuation = undefined;
  isDone = false;

  // While it polls: the PollGroup that it belongs to, and its place there. The type would make an import cycle.
  pollGroup: object | undefined = undefined;
  number = 0;
  /** How often it has polled. It watches what it watches until it polls again. */
  polls = 0;

  // For the observer; the kernel knows neither value.
  /** Why it goes on. See Observer.reasonOf. */
  reason: object | undefined = undefined;
  /** What it waits for until it runs. */
  wait: object | undefined = undefined;

  private constructor(action: (owner: never) => Continuation, owner: unknown, isTask: boolean) {
    this.#action = action;
    this.owner = owner;
    this.isTask = isTask;
  }

  static task<Owner>(action: (owner: Owner) => Continuation, owner: Owner): Process {
    return new Process(action, owner, true);
  }

  static program(action: () => Continuation): Process {
    return new Process(action, undefined, false);
  }

  /** A task that has not begun; once it has, it holds its worker to the end. */
  get needsWorker(): boolean {
    return this.isTask && this.continuation === undefined;
  }

  /** Makes a process that is done into another task; for the simulator, which makes so many. */
  reuse<Owner>(action: (owner: Owner) => Continuation, owner: Owner): void {
    this.#action = action;
    this.owner = owner;
    this.continuation = undefined;
    this.isDone = false;
    this.wait = undefined;
  }

  begin(): Continuation {
    return this.#action(this.owner as never);
  }

  /** Ends its watches: it polls again, or never will. */
  unwatch(): void {
    this.polls++;
  }
}
