import type { Agenda } from './agenda.ts';
import type { Batch } from './batch.ts';
import { DormantRounds } from './dormant-rounds.ts';
import type { Process } from './process.ts';
import { Round } from './round.ts';
import { Turn } from './turn.ts';

/**
 * The processes that poll, and the places of their rounds on the agenda.
 *
 * Polls are skipped exactly: what happens, in which order, and how many tasks workers begin is the same as if each of
 * them ran. Three things make that true. A poll that finds nothing new does nothing but schedule itself again, as long
 * as a worker is idle when it comes due: so while none is, rounds have their turns on the agenda and each member goes
 * to the queue. A round keeps the place in its instant that its members would have had: off the agenda it has a place
 * reserved, and it goes back for each instant in which something else happens too. And what a member does when it has
 * to run comes between what those before and those behind it would have scheduled.
 */
export class Rounds {
  readonly #agenda: Agenda<Process | Round | Batch>;
  readonly #dormant = new DormantRounds();
  #turn: Turn | undefined;
  /** When the round that has its turn has its next one; -1: no round has its turn now. */
  #nextTurn = -1;
  /** No worker is idle, and none will be before a task that pauses goes on. */
  #isSaturated = false;
  /** Tasks that workers would have begun for polls that were skipped. */
  #skipped = 0;

  constructor(agenda: Agenda<Process | Round | Batch>) {
    this.#agenda = agenda;
  }

  /** Whether a round has its turn in this instant, and is not through with it. */
  get haveTurn(): boolean {
    return this.#turn !== undefined;
  }

  /** Tasks that workers would have begun for polls that were skipped. */
  skipped(now: number): number {
    let skipped = this.#skipped;
    for (const round of this.#dormant.all()) skipped += Math.floor((now - round.last) / round.period) * round.tasks;
    return this.#turn ? skipped + this.#turn.passed() : skipped;
  }

  /** A process polls after each period from now on: it stands behind those that did before, in the same round if it can. */
  join(period: number, now: number, process: Process): void {
    if (this.#turn?.round.period === period && this.#turn.refill(process)) return;
    this.makeWay(now + period, now);
    const round = this.#lastRound(period, now);
    if (round) {
      round.add(process);
    } else {
      const fresh = new Round(period, now);
      fresh.add(process);
      this.#settle(fresh, now);
    }
  }

  /** Something is put on the agenda: members whose turn has passed and have their next one then go before it. */
  makeWay(time: number, now: number): void {
    if (time !== this.#nextTurn) return;
    const passed = this.#turn!.split();
    this.#skipped += this.#turn!.count(passed.tasks);
    this.#settle(passed, now);
  }

  /** A member of a round has to run when its next turn comes. */
  mark(process: Process, round: Round, now: number): void {
    round.mark(process);
    if (round.isDormant) this.#rouse(round, now);
  }

  /** All have to. */
  markAll(now: number): void {
    if (this.#dormant.isEmpty && this.#agenda.size === 0 && !this.#turn) return;
    for (const round of this.#dormant.all()) {
      round.markAll();
      this.#rouse(round, now);
    }
    for (const entry of this.#agenda.entries()) if (entry instanceof Round) entry.markAll();
    this.#turn?.round.markAll();
  }

  /** Brings the rounds that are off the agenda and have a turn in an instant back to their places in it. */
  bringBack(instant: number): void {
    if (this.#dormant.isEmpty) return;
    for (const round of this.#dormant.takeAt(instant)) {
      this.#skip(round, (instant - round.last) / round.period - 1);
      this.#agenda.insert(instant, round.last, round.serial, round);
    }
  }

  /** A round has its turn, which is over at once if nobody has to run. */
  beginTurn(round: Round, now: number): void {
    round.last = now;
    if (!round.isDue && !this.#isSaturated) {
      this.#skipped += round.tasks;
      this.#settle(round, now);
      return;
    }
    this.#turn = new Turn(round);
    this.#nextTurn = now + round.period;
  }

  /**
   * The next member that has to run in this turn; undefined: there is none, the turn is over.
   * @param enqueue is given those that are due but find no worker idle.
   */
  next(now: number, enqueue: (task: Process) => void): Process | undefined {
    const turn = this.#turn!;
    const process = this.#isSaturated ? turn.nextBeside(enqueue) : turn.nextDue();
    if (process) return process;
    this.#turn = undefined;
    this.#nextTurn = -1;
    this.#skipped += turn.count(turn.round.tasks);
    this.#settle(turn.round, now);
    return undefined;
  }

  /** A task has taken the last worker and pauses: from now on each turn matters. */
  saturate(now: number): void {
    this.#isSaturated = true;
    this.#rouseAll(now);
  }

  /** A worker is idle again. */
  relax(): void {
    this.#isSaturated = false;
  }

  /**
   * Puts all rounds on the agenda, and takes the tasks that have not begun out of the one that has its turn.
   * @param dropped is told of each.
   */
  dropTasks(now: number, dropped: (task: Process) => void): void {
    this.#rouseAll(now);
    if (!this.#turn) return;
    this.#skipped += this.#turn.settle();
    this.#turn.round.dropTasks(dropped);
  }

  /** A round that had its turn waits for the next one. */
  #settle(round: Round, now: number): void {
    if (round.isEmpty) return;
    const before = this.#lastRound(round.period, now);
    if (before) {
      before.absorb(round);
      if (before.isDormant && before.isDue) this.#rouse(before, now);
      return;
    }
    round.compact();
    const time = now + round.period;
    if (round.isDue || this.#isSaturated) {
      this.#agenda.push(time, now, round);
    } else {
      round.serial = this.#agenda.reserve(time);
      this.#dormant.add(round);
    }
  }

  /** The round that a process polling now would stand behind with nothing in between; undefined: there is none. */
  #lastRound(period: number, now: number): Round | undefined {
    const time = now + period;
    const entry = this.#agenda.last(time, now);
    if (entry) return entry instanceof Round ? entry : undefined;
    const round = this.#dormant.lastOf(period, now);
    return round && this.#agenda.isLast(time, now, round.serial) ? round : undefined;
  }

  /** A dormant round goes back to its place on the agenda. */
  #rouse(round: Round, now: number): void {
    this.#dormant.remove(round);
    this.#skip(round, Math.floor((now - round.last) / round.period));
    this.#agenda.insert(round.last + round.period, round.last, round.serial, round);
  }

  #rouseAll(now: number): void {
    for (const round of this.#dormant.all()) this.#rouse(round, now);
  }

  #skip(round: Round, turns: number): void {
    this.#skipped += turns * round.tasks;
    round.last += turns * round.period;
  }
}
