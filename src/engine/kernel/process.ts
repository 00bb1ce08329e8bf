import type { Lock } from './lock.ts';
import type { Round } from './round.ts';

/** Looks again after a span of virtual time, and again, until what it watches has changed. */
export interface Poll {
  readonly period: number;
  /** Registers what the process watches. */
  readonly watch: (process: Process) => void;
}

/**
 * What a process waits for: a span of virtual time in microseconds, a lock that is not free, or a change. A hook of a
 * user's own yields spans of time; the rest comes from the engine's own generators.
 */
export type Pause = number | Lock | Poll;

/** Something that takes virtual time: a generator that yields each of its pauses. */
export type Blocking = Generator<Pause, void, void>;

/** What an action comes to: undefined when it was done at once, and otherwise what is still to be gone through. */
export type Course = Blocking | undefined;

/**
 * One run of an action on virtual time: a task, which needs a worker, or a program beside the workers.
 * It holds an action and what that acts on, rather than a closure: simulations schedule millions of them.
 */
export class Process {
  #action: (owner: never) => Course;
  owner: unknown;
  readonly isTask: boolean;
  /** Where it stands; there once it has begun and has had to pause. */
  course: Course = undefined;
  isDone = false;

  // While it polls: the round that it belongs to, and its place there.
  round: Round | undefined = undefined;
  number = 0;
  /** How often it has looked at what it waits for. What it watches it watches until it looks again. */
  looks = 0;

  // For whoever keeps a record. Why it goes on: the number of an event, how that event let it, and since when it could.
  cause = -1;
  via = 0;
  causeTime = 0;
  /** What is waited for until it runs. */
  wait: object | undefined = undefined;

  private constructor(action: (owner: never) => Course, owner: unknown, isTask: boolean) {
    this.#action = action;
    this.owner = owner;
    this.isTask = isTask;
  }

  static task<Owner>(action: (owner: Owner) => Course, owner: Owner): Process {
    return new Process(action, owner, true);
  }

  static program(action: () => Course): Process {
    return new Process(action, undefined, false);
  }

  /** A task that has not begun; once it has, it holds its worker to the end. */
  get needsWorker(): boolean {
    return this.isTask && this.course === undefined;
  }

  /** Makes a process that is done into another task; for the simulator, which makes so many. */
  reuse<Owner>(action: (owner: Owner) => Course, owner: Owner): void {
    this.#action = action;
    this.owner = owner;
    this.course = undefined;
    this.isDone = false;
    this.wait = undefined;
  }

  begin(): Course {
    return this.#action(this.owner as never);
  }

  /** Ends what it watches: it looks again, or never will. */
  unwatch(): void {
    this.looks++;
  }
}
