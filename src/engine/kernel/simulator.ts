import { Agenda } from './agenda.ts';
import { DormantRounds } from './dormant-rounds.ts';
import type { Lock } from './lock.ts';
import type { Observer } from './observer.ts';
import { type Course, type Pause, Process } from './process.ts';
import { Round } from './round.ts';
import { Turn } from './turn.ts';
import { WaitingRoom } from './waiting-room.ts';
import { WorkerPool } from './worker-pool.ts';

export interface SimulatorOptions {
  /** How many tasks can run at a time; 0: no limit. */
  readonly workers: number;
  /**
   * Whether polls are run one by one, or skipped (and counted) as long as they can't find anything new. `none`: nobody
   * polls, who waits for a change goes on in the instant in which it comes.
   */
  readonly polls: 'literal' | 'skipped' | 'none';
}

/**
 * Virtual time: an agenda, workers, and what runs on them. Times are integer microseconds.
 *
 * Polls are skipped exactly: what happens, in which order, and how many tasks workers begin is the same as if each of
 * them ran. Three things make that true. A poll that finds nothing new does nothing but schedule itself again, as long
 * as a worker is idle when it comes due: so while none is, rounds have their turns on the agenda and each member goes
 * to the queue. A round keeps the place in its instant that its members would have had: off the agenda it has a place
 * reserved, and it goes back for each instant in which something else happens too. And what a member does when it has
 * to run comes between what those before and those behind it would have scheduled.
 */
export class Simulator {
  readonly #agenda = new Agenda<Process | Round>();
  readonly #pool: WorkerPool;
  readonly #observer: Observer;
  readonly #isLiteral: boolean;
  #now = 0;
  #tasks = 0;
  #executed = 0;
  #running: Process;
  /** Tasks that are done: objects to be used again. */
  readonly #done: Process[] = [];

  /** There when nobody polls. */
  readonly #waiting: WaitingRoom | undefined;
  readonly #dormant = new DormantRounds();
  /** No worker is idle, and none will be before a task that pauses goes on. */
  #isSaturated = false;
  #turn: Turn | undefined;
  /** When the round that has its turn has its next one; -1: no round has its turn now. */
  #nextTurn = -1;

  constructor({ workers, polls }: SimulatorOptions, observer: Observer) {
    this.#pool = new WorkerPool(workers);
    this.#isLiteral = polls === 'literal';
    if (polls === 'none') this.#waiting = new WaitingRoom((process) => this.schedule(0, process));
    this.#observer = observer;
    this.#running = Process.program(() => undefined);
  }

  get now(): number {
    return this.#now;
  }

  /** Tasks that workers have begun, but for skipped polls. */
  get executed(): number {
    return this.#executed;
  }

  /** The process that runs at this moment, or ran last. */
  get running(): Process {
    return this.#running;
  }

  /** When something happens next; Infinity: never again, there is nothing but polls that can't find anything. */
  get nextTime(): number {
    return this.#turn ? this.#now : this.#agenda.nextTime;
  }

  /** Tasks that workers have begun, skipped polls included. */
  tasks(): number {
    let tasks = this.#tasks;
    for (const round of this.#dormant.all()) {
      tasks += Math.floor((this.#now - round.last) / round.period) * round.tasks;
    }
    return this.#turn ? tasks + this.#turn.passed() : tasks;
  }

  /** Lets time pass in which nothing happens but polls. */
  idleUntil(time: number): void {
    this.#now = time;
  }

  /** Begins a program at once, for the same reason as the running process, and lets it run until it has to pause. */
  begin(program: Process): void {
    program.cause = this.#running.cause;
    program.via = this.#running.via;
    program.causeTime = this.#running.causeTime;
    this.#start(program);
  }

  /** Whoever began a program goes on after its end, for the same reason. */
  end(program: Process): void {
    this.#running = program;
  }

  /** A new task, not on the agenda yet. It may be an object that was another task, which is done. */
  task<Owner>(action: (owner: Owner) => Course, owner: Owner): Process {
    const task = this.#done.pop();
    if (!task) return Process.task(action, owner);
    task.reuse(action, owner);
    return task;
  }

  /** Puts a process on the agenda. A negative delay is none. */
  schedule(delay: number, process: Process): void {
    const time = delay > 0 ? this.#now + delay : this.#now;
    if (time === this.#nextTurn) this.#settlePassed();
    this.#agenda.push(time, this.#now, process);
  }

  /**
   * Puts a process on the agenda that looks for something, and will be scheduled again after the same period if it
   * finds nothing. It may be skipped until something that it watches has changed: see {@link Process.watches}.
   */
  poll(period: number, process: Process): void {
    if (this.#isLiteral) {
      this.schedule(period, process);
      return;
    }
    if (this.#waiting) {
      this.#waiting.enter(process);
      return;
    }
    if (this.#turn?.round.period === period && this.#turn.refill(process)) return;
    const time = this.#now + period;
    if (time === this.#nextTurn) this.#settlePassed();
    const round = this.#lastRound(period);
    if (round) {
      round.add(process);
    } else {
      const fresh = new Round(period, this.#now);
      fresh.add(process);
      this.#settle(fresh);
    }
  }

  /** Whether what a polling process watches is worth registering. */
  get skipsPolls(): boolean {
    return !this.#isLiteral;
  }

  /** What a process watches has changed: it has to run when its next turn comes. */
  wake(process: Process): void {
    const { round } = process;
    if (!round) {
      this.#waiting?.call(process);
      return;
    }
    round.mark(process);
    if (round.isDormant) this.#rouse(round);
  }

  /** Something has changed that any polling process may look at. */
  wakeAll(): void {
    this.#waiting?.callAll();
    if (this.#dormant.isEmpty && this.#agenda.size === 0 && !this.#turn) return;
    for (const round of this.#dormant.all()) {
      round.markAll();
      this.#rouse(round);
    }
    for (const entry of this.#agenda.entries()) if (entry instanceof Round) entry.markAll();
    this.#turn?.round.markAll();
  }

  /** Frees a lock that the running process holds. Who waits for it goes on in this instant, in its turn. */
  unlock(lock: Lock): void {
    const next = lock.free();
    if (!next) return;
    this.#observer.handedLock(next, this.#running);
    this.schedule(0, next);
  }

  /** Gives the processes on the agenda that are meant another time, not before the present one. */
  reschedule(isMeant: (process: Process) => boolean, to: (time: number, process: Process) => number): void {
    const found: { process: Process; time: number }[] = [];
    this.#agenda.retain((entry, time) => {
      if (entry instanceof Round || !isMeant(entry)) return true;
      found.push({ process: entry, time });
      return false;
    });
    for (const { process, time } of found) this.schedule(to(time, process) - this.#now, process);
  }

  /**
   * Ends the pause of a process by an error, at once, for the same reason as the running one.
   * @returns whether it was in a pause that can be ended: one that takes time, or for polling.
   */
  interrupt(process: Process, error: unknown): boolean {
    let isFound = process.round !== undefined;
    process.round?.remove(process);
    if (this.#waiting?.leave(process)) isFound = true;
    this.#agenda.retain((entry) => {
      if (entry !== process) return true;
      isFound = true;
      return false;
    });
    if (!isFound) return false;
    const by = this.#running;
    process.cause = by.cause;
    process.via = by.via;
    process.causeTime = this.#now;
    this.#goOn(process, { error });
    if (process.isDone && process.isTask) this.#passOn(process);
    this.#running = by;
    return true;
  }

  /** Drops all tasks that have not begun. NEPI: what ExperimentController.shutdown does first. */
  dropTasks(): void {
    for (const round of this.#dormant.all()) this.#rouse(round);
    if (this.#turn) {
      this.#tasks += this.#turn.settle();
      this.#dropFrom(this.#turn.round);
    }
    this.#agenda.retain((entry) => {
      if (entry instanceof Round) this.#dropFrom(entry);
      else if (entry.needsWorker) this.#observer.dropped(entry);
      return entry instanceof Round ? !entry.isEmpty : !entry.needsWorker;
    });
    for (const task of this.#waiting?.takeTasks() ?? []) {
      task.unwatch();
      this.#observer.dropped(task);
    }
    for (const task of this.#pool.empty()) this.#observer.dropped(task);
  }

  #dropFrom(round: Round): void {
    for (let number = round.start; number < round.end; number++) {
      const process = round.member(number);
      if (!process?.needsWorker) continue;
      round.remove(process);
      process.unwatch();
      this.#observer.dropped(process);
    }
  }

  /** Goes on to what happens next, of which there must be something, and does it. */
  step(): void {
    if (this.#turn) {
      this.#goOnWithTurn(this.#turn);
      return;
    }
    const time = this.#agenda.nextTime;
    if (time > this.#now) {
      this.#now = time;
      if (!this.#dormant.isEmpty) this.#bringBack(time);
    }
    const entry = this.#agenda.take();
    if (entry instanceof Round) this.#beginTurn(entry);
    else this.#run(entry);
  }

  #run(process: Process): void {
    if (process.course) {
      this.#goOn(process);
      if (process.isDone && process.isTask) this.#passOn(process);
    } else if (!process.isTask) {
      this.#start(process);
    } else if (this.#pool.take()) {
      this.#tasks++;
      this.#executed++;
      this.#start(process);
      if (process.isDone) this.#passOn(process);
      else if (!this.#pool.hasIdle) this.#saturate();
    } else {
      this.#enqueue(process);
    }
  }

  #enqueue(task: Process): void {
    this.#pool.enqueue(task);
    this.#observer.queued(task);
  }

  /** A task is done: its worker takes on the first of the queue, and so on until one has to pause. */
  #passOn(finished: Process): void {
    let last = finished;
    while (last.isDone) {
      const next = this.#pool.free();
      if (next) this.#observer.handedWorker(next, last);
      if (last.wait) this.#observer.waitsNoMore(last);
      this.#done.push(last);
      if (!next) {
        this.#isSaturated = false;
        return;
      }
      this.#tasks++;
      this.#executed++;
      this.#start(next);
      last = next;
    }
  }

  #start(process: Process): void {
    if (process.watches) process.unwatch();
    this.#running = process;
    let course: Course;
    try {
      course = process.begin();
    } catch (error) {
      process.isDone = true;
      this.#observer.raised(process, error);
      return;
    }
    if (course) {
      process.course = course;
      this.#goOn(process);
    } else {
      process.isDone = true;
    }
  }

  /** Lets a process run to its next pause that takes time, or to its end. @param interruption is raised where it is. */
  #goOn(process: Process, interruption?: { readonly error: unknown }): void {
    if (process.watches) process.unwatch();
    this.#running = process;
    const course = process.course!;
    try {
      let { done, value } = interruption ? course.throw(interruption.error) : course.next();
      while (!done) {
        if (this.#pauses(process, value as Pause)) return;
        ({ done, value } = course.next());
      }
    } catch (error) {
      this.#observer.raised(process, error);
    }
    process.isDone = true;
  }

  /** Whether a pause takes any time, or a turn. */
  #pauses(process: Process, pause: Pause): boolean {
    if (typeof pause === 'number') {
      if (pause <= 0) return false;
      this.schedule(pause, process);
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

  // Rounds

  #beginTurn(round: Round): void {
    round.last = this.#now;
    if (!round.isDue && !this.#isSaturated) {
      this.#tasks += round.tasks;
      this.#settle(round);
      return;
    }
    this.#turn = new Turn(round);
    this.#nextTurn = this.#now + round.period;
  }

  /** Runs the next member that has to, or ends the turn. */
  #goOnWithTurn(turn: Turn): void {
    const process = this.#isSaturated ? turn.nextBeside((task) => this.#enqueue(task)) : turn.nextDue();
    if (process) {
      this.#run(process);
      return;
    }
    this.#turn = undefined;
    this.#nextTurn = -1;
    this.#tasks += turn.count(turn.round.tasks);
    this.#settle(turn.round);
  }

  /** Members whose turn has passed go before what is scheduled now for the instant of their next one. */
  #settlePassed(): void {
    const passed = this.#turn!.split();
    this.#tasks += this.#turn!.count(passed.tasks);
    this.#settle(passed);
  }

  /** A round that had its turn waits for the next one. */
  #settle(round: Round): void {
    if (round.isEmpty) return;
    const before = this.#lastRound(round.period);
    if (before) {
      before.absorb(round);
      if (before.isDormant && before.isDue) this.#rouse(before);
      return;
    }
    round.compact();
    const time = this.#now + round.period;
    if (round.isDue || this.#isSaturated) {
      this.#agenda.push(time, this.#now, round);
    } else {
      round.serial = this.#agenda.reserve(time);
      this.#dormant.add(round);
    }
  }

  /** The round that a process polling now would stand behind with nothing in between; undefined: there is none. */
  #lastRound(period: number): Round | undefined {
    const time = this.#now + period;
    const entry = this.#agenda.last(time, this.#now);
    if (entry) return entry instanceof Round ? entry : undefined;
    const round = this.#dormant.lastOf(period, this.#now);
    return round && this.#agenda.isLast(time, this.#now, round.serial) ? round : undefined;
  }

  /** A dormant round goes back to its place on the agenda. */
  #rouse(round: Round): void {
    this.#dormant.remove(round);
    this.#countSkipped(round, Math.floor((this.#now - round.last) / round.period));
    this.#agenda.insert(round.last + round.period, round.last, round.serial, round);
  }

  /** Brings the dormant rounds that have a turn in an instant back to their places in it. */
  #bringBack(instant: number): void {
    for (const round of this.#dormant.takeAt(instant)) {
      this.#countSkipped(round, (instant - round.last) / round.period - 1);
      this.#agenda.insert(instant, round.last, round.serial, round);
    }
  }

  #countSkipped(round: Round, turns: number): void {
    this.#tasks += turns * round.tasks;
    round.last += turns * round.period;
  }

  /** A task has taken the last worker and pauses: from now on each turn matters. */
  #saturate(): void {
    this.#isSaturated = true;
    for (const round of this.#dormant.all()) this.#rouse(round);
  }
}
