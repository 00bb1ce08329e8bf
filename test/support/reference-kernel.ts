// Virtual time for the reference engine: one sorted agenda, workers, locks. Plain on purpose; see reference-engine.ts.

/** What a task, or the script, waits for before it goes on. */
export type Block = { readonly sleep: number } | { readonly lock: Lock };

/** What blocks: gives a Block at each place where it has to wait. */
export type Blocking = Generator<Block, void, void>;

/** First come, first served. */
export interface Lock {
  held: boolean;
  readonly waiters: Coroutine[];
}

/** Something that an experimenter's program, or a resource, can raise; anything else thrown is a bug of ours. */
export class Raised extends Error {}

interface Coroutine {
  readonly body: Blocking;
  /** Tasks hold a worker from their beginning to their end; the script has a thread of its own. */
  readonly holdsWorker: boolean;
}

type Task = () => Blocking;
type Entry = { readonly time: number; readonly sequence: number } & ({ readonly task: Task } | { wake: Coroutine });

export class ReferenceKernel {
  now = 0;
  /** Tasks that workers began. */
  tasks = 0;
  /** There once the script has ended. */
  ended: { readonly raised: boolean } | undefined;

  private agenda: Entry[] = [];
  private queue: Task[] = [];
  private sequence = 0;
  private idleWorkers: number;

  constructor(workers: number) {
    this.idleWorkers = workers === 0 ? Infinity : workers;
  }

  schedule(delay: number, task: Task): void {
    this.insert({ time: this.now + delay, sequence: this.sequence++, task });
  }

  /** Forgets every task that has not begun. */
  dropTasks(): void {
    this.agenda = this.agenda.filter((entry) => 'wake' in entry);
    this.queue = [];
  }

  /** Ends the run at the present time, whatever is left, as with an error. */
  giveUp(): void {
    this.ended ??= { raised: true };
  }

  /** Runs a script until it ends, or up to and including the horizon. */
  run(script: Blocking, horizon: number): void {
    this.goOn({ body: script, holdsWorker: false });
    while (!this.ended) {
      const entry = this.agenda.shift();
      if (!entry || entry.time > horizon) {
        this.now = horizon;
        return;
      }
      this.now = entry.time;
      if ('wake' in entry) this.goOn(entry.wake);
      else if (this.idleWorkers > 0) this.begin(entry.task);
      else this.queue.push(entry.task);

      while (!this.ended && this.idleWorkers > 0 && this.queue.length > 0) this.begin(this.queue.shift()!);
    }
  }

  /** Whose turn comes gets the lock at once, and goes on at the present time, in its turn. */
  unlock(lock: Lock): void {
    const next = lock.waiters.shift();
    if (next) this.wake(next, 0);
    else lock.held = false;
  }

  private begin(task: Task): void {
    this.idleWorkers -= 1;
    this.tasks += 1;
    this.goOn({ body: task(), holdsWorker: true });
  }

  private goOn(coroutine: Coroutine): void {
    for (;;) {
      const block = this.step(coroutine);
      if (!block) return;
      if ('sleep' in block) {
        if (block.sleep === 0) continue;
        this.wake(coroutine, block.sleep);
        return;
      }
      if (block.lock.held) {
        block.lock.waiters.push(coroutine);
        return;
      }
      block.lock.held = true;
    }
  }

  /** To the next place where it has to wait; nothing when it came to its end. */
  private step(coroutine: Coroutine): Block | undefined {
    let raised = false;
    try {
      const result = coroutine.body.next();
      if (!result.done) return result.value;
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      raised = true;
    }
    if (coroutine.holdsWorker) this.idleWorkers += 1;
    else this.ended ??= { raised };
    return undefined;
  }

  private wake(coroutine: Coroutine, delay: number): void {
    this.insert({ time: this.now + delay, sequence: this.sequence++, wake: coroutine });
  }

  /** Behind everything of the same time: it has the highest sequence of all. */
  private insert(entry: Entry): void {
    let low = 0;
    let high = this.agenda.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.agenda[middle]!.time <= entry.time) low = middle + 1;
      else high = middle;
    }
    this.agenda.splice(low, 0, entry);
  }
}

export function createLock(): Lock {
  return { held: false, waiters: [] };
}
