import { Agenda } from './tasks/agenda.ts';
import { Batch } from './tasks/batch.ts';
import { Lock } from './tasks/lock.ts';
import type { Observer } from './tasks/observer.ts';
import { type Continuation, type Pause, Process } from './tasks/process.ts';
import { PollGroup } from './polling/poll-group.ts';
import { PollScheduler } from './polling/poll-scheduler.ts';
import { WaitQueue } from './polling/wait-queue.ts';
import { WorkerPool } from './tasks/worker-pool.ts';

export interface SimulatorOptions {
  /** How many tasks can run at a time; 0: no limit. */
  readonly workers: number;
  /**
   * Whether polls are run one by one, or skipped and counted while they can't find anything new. `none`: there are no
   * polls; a process that waits for a change goes on in the instant of the change.
   */
  readonly polls: 'literal' | 'skipped' | 'none';
}

/** Virtual time: an agenda, workers, and what runs on them. Times are integer microseconds. */
export class Simulator {
  readonly #agenda = new Agenda<Process | PollGroup | Batch>();
  readonly #pool: WorkerPool;
  readonly #observer: Observer;
  readonly #isLiteral: boolean;
  #now = 0;
  #executed = 0;
  #running: Process;
  /** Processes that are done, to be reused as other tasks. */
  readonly #done: Process[] = [];

  readonly #polls = new PollScheduler(this.#agenda);
  /** There when there are no polls. */
  readonly #waiting: WaitQueue | undefined;
  /** The batch whose tasks are running, one after the other. */
  #batch: Batch | undefined;

  constructor({ workers, polls }: SimulatorOptions, observer: Observer) {
    this.#pool = new WorkerPool(workers);
    this.#isLiteral = polls === 'literal';
    if (polls === 'none') this.#waiting = new WaitQueue((process) => this.schedule(0, process));
    this.#observer = observer;
    this.#running = Process.program(() => undefined);
  }

  get now(): number {
    return this.#now;
  }

  /** Tasks that workers have begun, without skipped polls. */
  get executed(): number {
    return this.#executed;
  }

  /** The process that runs at this moment, or ran last. */
  get running(): Process {
    return this.#running;
  }

  /** When something happens next; Infinity: never, there are only polls that can't find anything. */
  get nextTime(): number {
    return this.#polls.isInPass || this.#batch ? this.#now : this.#agenda.nextTime;
  }

  /** Tasks that workers have begun, skipped polls included. */
  tasks(): number {
    return this.#executed + this.#polls.skipped(this.#now);
  }

  /** Advances the clock while nothing happens but polls. */
  idleUntil(time: number): void {
    this.#now = time;
  }

  /** Begins a program at once, for the same reason as the running process, and runs it up to its first pause. */
  begin(program: Process): void {
    program.reason = this.#observer.reasonOf(this.#running);
    this.#start(program);
  }

  /** A program is over: the caller that began it goes on for the same reason. */
  end(program: Process): void {
    this.#running = program;
  }

  /** A new task, not on the agenda yet. The object may have been another task, which is done. */
  task<Owner>(action: (owner: Owner) => Continuation, owner: Owner): Process {
    const task = this.#done.pop();
    if (!task) return Process.task(action, owner);
    task.reuse(action, owner);
    return task;
  }

  /** Puts a process on the agenda. A negative delay is none. */
  schedule(delay: number, process: Process): void {
    const time = delay > 0 ? this.#now + delay : this.#now;
    this.#polls.splitPassBefore(time, this.#now);
    this.#agenda.push(time, this.#now, process);
  }

  /**
   * Puts a task on the agenda for the reason of the running process. Nothing can refer to it before it runs; that is
   * why tasks that follow one another can share an entry.
   */
  scheduleTask<Owner>(delay: number, action: (owner: Owner) => Continuation, owner: Owner): void {
    const time = delay > 0 ? this.#now + delay : this.#now;
    this.#polls.splitPassBefore(time, this.#now);
    let batch = this.#agenda.last(time, this.#now);
    const reason = this.#observer.reasonOf(this.#running);
    if (!(batch instanceof Batch && batch.admits(action, reason))) {
      batch = Batch.open(action, reason);
      this.#agenda.push(time, this.#now, batch);
    }
    batch.join(owner);
  }

  /** Puts tasks on the agenda that run in this instant, one after the other, as if each were scheduled on its own. */
  scheduleBatch(batch: Batch): void {
    if (!batch.isEmpty) this.#agenda.push(this.#now, this.#now, batch);
  }

  /**
   * Puts a process on the agenda that looks for something, and polls again after the same period if it finds nothing.
   * Its polls may be skipped until something that it watches has changed: see {@link Signal}.
   */
  poll(period: number, process: Process): void {
    if (this.#isLiteral) this.schedule(period, process);
    else if (this.#waiting) this.#waiting.add(process);
    else this.#polls.join(period, this.#now, process);
  }

  /** Whether what a polling process watches is worth registering. */
  get skipsPolls(): boolean {
    return !this.#isLiteral;
  }

  /** What a process watches has changed: it has to run on its next poll. */
  wake(process: Process): void {
    const group = PollGroup.of(process);
    if (group) this.#polls.mark(process, group, this.#now);
    else this.#waiting?.wake(process);
  }

  /** Something has changed that any polling process may look at. */
  wakeAll(): void {
    this.#waiting?.wakeAll();
    this.#polls.markAll(this.#now);
  }

  /** Frees a lock that the running process holds. The process that waits for it goes on in this instant. */
  unlock(lock: Lock): void {
    const next = lock.free();
    if (!next) return;
    this.#observer.handedLock(next, this.#running);
    this.schedule(0, next);
  }

  /** Moves processes on the agenda to another time, not before the present. */
  reschedule(isMeant: (process: Process) => boolean, to: (time: number, process: Process) => number): void {
    const found: { process: Process; time: number }[] = [];
    this.#agenda.retain((entry, time) => {
      if (!(entry instanceof Process) || !isMeant(entry)) return true;
      found.push({ process: entry, time });
      return false;
    });
    for (const { process, time } of found) this.schedule(to(time, process) - this.#now, process);
  }

  /**
   * Raises an error where a process has paused, at once, for the same reason as the running one.
   * @returns whether the pause was one that can be ended: one that takes time, or polls.
   */
  interrupt(process: Process, error: unknown): boolean {
    const group = PollGroup.of(process);
    let isFound = group !== undefined;
    group?.remove(process);
    if (this.#waiting?.remove(process)) isFound = true;
    this.#agenda.retain((entry) => {
      if (entry !== process) return true;
      isFound = true;
      return false;
    });
    if (!isFound) return false;
    const by = this.#running;
    process.reason = this.#observer.reasonOf(by);
    this.#goOn(process, { error });
    if (process.isDone && process.isTask) this.#passOn(process);
    this.#running = by;
    return true;
  }

  /** Drops all tasks that have not begun. NEPI: what ExperimentController.shutdown does first. */
  dropTasks(): void {
    const dropped = (task: Process) => this.#observer.dropped(task);
    this.#polls.dropTasks(this.#now, dropped);
    this.#batch = undefined;
    this.#agenda.retain((entry) => {
      // Tasks of a batch have not waited for anything yet: there is nothing to report.
      if (entry instanceof Batch) return false;
      if (entry instanceof PollGroup) entry.dropTasks(dropped);
      else if (entry.needsWorker) dropped(entry);
      return entry instanceof PollGroup ? !entry.isEmpty : !entry.needsWorker;
    });
    for (const task of this.#waiting?.takeTasks() ?? []) {
      task.unwatch();
      dropped(task);
    }
    for (const task of this.#pool.empty()) dropped(task);
  }

  /** Does what happens next, unless that is later than `limit`. @returns whether there was something. */
  step(limit = Infinity): boolean {
    if (this.#batch) {
      this.#goOnWithBatch(this.#batch);
      return true;
    }
    if (this.#polls.isInPass) {
      const process = this.#polls.next(this.#now, this.#enqueue);
      if (process) this.#run(process);
      return true;
    }
    const time = this.#agenda.nextTime;
    if (time > limit || time === Infinity) return false;
    if (time > this.#now) {
      this.#now = time;
      this.#polls.restore(time);
    }
    const entry = this.#agenda.take();
    if (entry instanceof Process) this.#run(entry);
    else if (entry instanceof PollGroup) this.#polls.beginPass(entry, this.#now);
    else this.#goOnWithBatch(entry);
    return true;
  }

  /** Runs the next task of a batch. */
  #goOnWithBatch(batch: Batch): void {
    const task = batch.take(this.#done.pop());
    this.#batch = batch.isEmpty ? undefined : batch;
    this.#run(task);
  }

  #run(process: Process): void {
    if (process.continuation) {
      this.#goOn(process);
      if (process.isDone && process.isTask) this.#passOn(process);
    } else if (!process.isTask) {
      this.#start(process);
    } else if (this.#pool.take()) {
      this.#executed++;
      this.#start(process);
      if (process.isDone) this.#passOn(process);
      else if (!this.#pool.hasIdle) this.#polls.saturate(this.#now);
    } else {
      this.#enqueue(process);
    }
  }

  readonly #enqueue = (task: Process): void => {
    this.#pool.enqueue(task);
    this.#observer.queued(task);
  };

  /** A task is done: its worker takes on the first task of the queue, and so on until one pauses. */
  #passOn(finished: Process): void {
    let last = finished;
    while (last.isDone) {
      const next = this.#pool.free();
      if (next) this.#observer.handedWorker(next, last);
      if (last.wait) this.#observer.waitsNoMore(last);
      this.#done.push(last);
      if (!next) {
        this.#polls.desaturate();
        return;
      }
      this.#executed++;
      this.#start(next);
      last = next;
    }
  }

  #start(process: Process): void {
    process.unwatch();
    this.#running = process;
    let continuation: Continuation;
    try {
      continuation = process.begin();
    } catch (error) {
      process.isDone = true;
      this.#observer.raised(process, error);
      return;
    }
    if (continuation) {
      process.continuation = continuation;
      this.#goOn(process);
    } else {
      process.isDone = true;
    }
  }

  /**
   * Runs a process up to its next pause that takes time, or to its end.
   * @param interruption is raised where it paused.
   */
  #goOn(process: Process, interruption?: { readonly error: unknown }): void {
    process.unwatch();
    this.#running = process;
    const continuation = process.continuation!;
    try {
      let { done, value } = interruption ? continuation.throw(interruption.error) : continuation.next();
      while (!done) {
        if (!isPause(value))
          ({ done, value } = continuation.throw(new TypeError(`${String(value)} is no time to yield`)));
        else if (this.#pauses(process, value)) return;
        else ({ done, value } = continuation.next());
      }
    } catch (error) {
      this.#observer.raised(process, error);
    }
    process.isDone = true;
  }

  /** Whether a pause takes any time, or has to wait for others. */
  #pauses(process: Process, pause: Pause): boolean {
    if (typeof pause === 'number') {
      const time = Math.round(pause);
      if (!(time > 0)) return false;
      this.schedule(time, process);
      return true;
    }
    if ('period' in pause) {
      if (!this.#isLiteral) pause.watch(process);
      this.poll(pause.period, process);
      return true;
    }
    if (pause.take()) return false;
    pause.enqueue(process);
    return true;
  }
}

/** A hook of a program may yield anything. */
function isPause(value: unknown): value is Pause {
  if (typeof value === 'number') return true;
  return typeof value === 'object' && value !== null && ('period' in value || value instanceof Lock);
}
