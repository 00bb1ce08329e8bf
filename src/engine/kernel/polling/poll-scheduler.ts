import type { Agenda } from '../tasks/agenda.ts';
import type { Batch } from '../tasks/batch.ts';
import type { Process } from '../tasks/process.ts';
import { DormantGroups } from './dormant-groups.ts';
import { PollGroup } from './poll-group.ts';
import { PollPass } from './poll-pass.ts';

/**
 * Schedules the processes that poll, in groups, and skips the polls that can find nothing new.
 *
 * Skipping is exact: events, their order and the number of tasks that workers begin are the same as if every poll ran.
 * - A poll that finds nothing new only schedules itself again, provided that a worker is idle when it comes due. While
 *   none is, groups stay on the agenda and each member joins the workers' queue.
 * - A group keeps the place in its instant that its members would have. Off the agenda it has a place reserved, and it
 *   returns for each instant in which something else happens.
 * - What a member does when it runs comes between what the members before it and behind it would schedule.
 */
export class PollScheduler {
  readonly #agenda: Agenda<Process | PollGroup | Batch>;
  readonly #dormant = new DormantGroups();
  #pass: PollPass | undefined;
  /** When the group that is being passed over has its next pass; -1: there is no pass now. */
  #nextPassAt = -1;
  /** No worker is idle, and none will be before a task that has paused goes on. */
  #isSaturated = false;
  #skipped = 0;

  constructor(agenda: Agenda<Process | PollGroup | Batch>) {
    this.#agenda = agenda;
  }

  /** Whether a pass is under way in this instant. */
  get isInPass(): boolean {
    return this.#pass !== undefined;
  }

  /** The tasks that workers would have begun for the polls that were skipped. */
  skipped(now: number): number {
    let skipped = this.#skipped;
    for (const group of this.#dormant.all()) skipped += Math.floor((now - group.last) / group.period) * group.tasks;
    return this.#pass ? skipped + this.#pass.skipped() : skipped;
  }

  /** Lets a process poll every `period` from now on, behind the others; in the group of the last one where possible. */
  join(period: number, now: number, process: Process): void {
    if (this.#pass?.group.period === period && this.#pass.refill(process)) return;
    this.splitPassBefore(now + period, now);
    const group = this.#lastGroup(period, now);
    if (group) {
      group.add(process);
    } else {
      const fresh = new PollGroup(period, now);
      fresh.add(process);
      this.#settle(fresh, now);
    }
  }

  /** Something is about to be put on the agenda: members that were passed and come due again by then go before it. */
  splitPassBefore(time: number, now: number): void {
    if (time !== this.#nextPassAt) return;
    const passed = this.#pass!.split();
    this.#skipped += this.#pass!.count(passed.tasks);
    this.#settle(passed, now);
  }

  /** Has a member run on the next pass. */
  mark(process: Process, group: PollGroup, now: number): void {
    group.mark(process);
    if (group.isDormant) this.#activate(group, now);
  }

  /** Has every member run on the next pass. */
  markAll(now: number): void {
    if (this.#dormant.isEmpty && this.#agenda.size === 0 && !this.#pass) return;
    for (const group of this.#dormant.all()) {
      group.markAll();
      this.#activate(group, now);
    }
    for (const entry of this.#agenda.entries()) if (entry instanceof PollGroup) entry.markAll();
    this.#pass?.group.markAll();
  }

  /** Puts the dormant groups that have a pass in an instant back into their places on the agenda. */
  restore(instant: number): void {
    if (this.#dormant.isEmpty) return;
    for (const group of this.#dormant.takeAt(instant)) {
      this.#skip(group, (instant - group.last) / group.period - 1);
      this.#agenda.insert(instant, group.last, group.serial, group);
    }
  }

  /** Begins a pass over a group; it is over at once if no member has to run. */
  beginPass(group: PollGroup, now: number): void {
    group.last = now;
    if (!group.isDue && !this.#isSaturated) {
      this.#skipped += group.tasks;
      this.#settle(group, now);
      return;
    }
    this.#pass = new PollPass(group);
    this.#nextPassAt = now + group.period;
  }

  /**
   * The next member that has to run in this pass; undefined: there is none, and the pass is over.
   * @param enqueue is called with the members that are due but find no worker idle.
   */
  next(now: number, enqueue: (task: Process) => void): Process | undefined {
    const pass = this.#pass!;
    const process = this.#isSaturated ? pass.nextWithoutWorker(enqueue) : pass.nextDue();
    if (process) return process;
    this.#pass = undefined;
    this.#nextPassAt = -1;
    this.#skipped += pass.count(pass.group.tasks);
    this.#settle(pass.group, now);
    return undefined;
  }

  /** The last idle worker was taken by a task that pauses: from now on no pass may be skipped. */
  saturate(now: number): void {
    this.#isSaturated = true;
    this.#activateAll(now);
  }

  /** A worker is idle again. */
  desaturate(): void {
    this.#isSaturated = false;
  }

  /**
   * Puts all groups on the agenda, and drops the tasks that have not begun from the group that is being passed over.
   * @param dropped is called with each.
   */
  dropTasks(now: number, dropped: (task: Process) => void): void {
    this.#activateAll(now);
    if (!this.#pass) return;
    this.#skipped += this.#pass.settle();
    this.#pass.group.dropTasks(dropped);
  }

  /** Schedules the next pass over a group. */
  #settle(group: PollGroup, now: number): void {
    if (group.isEmpty) return;
    const before = this.#lastGroup(group.period, now);
    if (before) {
      before.absorb(group);
      if (before.isDormant && before.isDue) this.#activate(before, now);
      return;
    }
    group.compact();
    const time = now + group.period;
    if (group.isDue || this.#isSaturated) {
      this.#agenda.push(time, now, group);
    } else {
      group.serial = this.#agenda.reserve(time);
      this.#dormant.add(group);
    }
  }

  /** The group that a process polling from now on would follow with nothing in between; undefined: there is none. */
  #lastGroup(period: number, now: number): PollGroup | undefined {
    const time = now + period;
    const entry = this.#agenda.last(time, now);
    if (entry) return entry instanceof PollGroup ? entry : undefined;
    const group = this.#dormant.lastOf(period, now);
    return group && this.#agenda.isLast(time, now, group.serial) ? group : undefined;
  }

  /** Returns a dormant group to its place on the agenda. */
  #activate(group: PollGroup, now: number): void {
    this.#dormant.remove(group);
    this.#skip(group, Math.floor((now - group.last) / group.period));
    this.#agenda.insert(group.last + group.period, group.last, group.serial, group);
  }

  #activateAll(now: number): void {
    for (const group of this.#dormant.all()) this.#activate(group, now);
  }

  #skip(group: PollGroup, passes: number): void {
    this.#skipped += passes * group.tasks;
    group.last += passes * group.period;
  }
}
