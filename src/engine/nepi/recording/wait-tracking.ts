import { STATES } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import { ACTIVITIES } from '../../../model/activity.ts';
import { SCRIPT_GUID, type StalledWait } from '../../../record/chunk.ts';
import type { Process } from '../../kernel/tasks/process.ts';
import type { ActivityLog } from './activity-log.ts';
import type { Clock } from './clock.ts';
import { ACTIVITY } from './codes.ts';
import { Wait } from './wait.ts';
import type { WaitTimes } from './wait-times.ts';

/** A resource, or the script, as the record knows it. */
export interface Recorded {
  readonly guid: Guid;
  readonly row: number;
}

/**
 * Follows what tasks and the script wait for. A task that is put off goes on as another one, which carries the wait.
 */
export class WaitTracking {
  readonly #clock: Clock;
  readonly #activities: ActivityLog;
  readonly #times: WaitTimes;
  readonly #script: Recorded;

  constructor(clock: Clock, activities: ActivityLog, times: WaitTimes) {
    this.#clock = clock;
    this.#activities = activities;
    this.#times = times;
    this.#script = { guid: SCRIPT_GUID, row: activities.add(SCRIPT_GUID, 0) };
  }

  /** The running task is put off: it goes on as the task `next`, and waits for this. */
  waitsOn({ row }: Recorded, next: Process, wait: Wait): void {
    const { running } = this.#clock;
    const before = running.wait as Wait | undefined;
    running.wait = undefined;
    next.wait = this.#change(row, before, wait);
  }

  /** What the running task waited for has come. */
  stopsWaiting({ row }: Recorded): undefined {
    const { running } = this.#clock;
    if (!running.wait) return;
    const wait = running.wait as Wait;
    running.wait = undefined;
    this.#activities.end(row, wait, this.#times.cameAt(row, wait));
  }

  /** What a task waited for does not matter any more. */
  dropped({ row }: Recorded, task: Process): void {
    const wait = task.wait as Wait;
    this.#activities.end(row, wait, this.#times.cameAt(row, wait));
  }

  /** A task waits for a worker, if for nothing else. */
  queued({ row }: Recorded, task: Process): void {
    if (task.wait) {
      (task.wait as Wait).queuedAt = this.#clock.now;
      return;
    }
    const wait = new Wait(ACTIVITY.worker, -1);
    task.wait = wait;
    this.#activities.begin(row, wait);
  }

  /** A task has a worker. */
  dequeued({ row }: Recorded, task: Process): void {
    const wait = task.wait as Wait | undefined;
    if (wait?.activity !== ACTIVITY.worker) return;
    this.#activities.end(row, wait);
    task.wait = undefined;
  }

  /** The script, not a task, waits for something; or for nothing any more. @returns what it waits for. */
  scriptWaits(before: Wait | undefined, next: Wait | undefined): Wait | undefined {
    if (this.#clock.running.isTask) return undefined;
    const { row } = this.#script;
    if (next) return this.#change(row, before, next);
    if (before) this.#activities.end(row, before, this.#times.cameAt(row, before));
    return undefined;
  }

  /** The script is busy with something. */
  scriptBegins(wait: Wait): void {
    this.#activities.begin(this.#script.row, wait);
  }

  /** The script is done with it. */
  scriptEnds(wait: Wait): void {
    this.#activities.end(this.#script.row, wait);
  }

  /** Who waits for whom at this moment: the script and these resources. */
  stalled(resources: readonly Recorded[]): StalledWait[] {
    const found: StalledWait[] = [];
    for (const { guid, row } of [this.#script, ...resources]) {
      const wait = this.#activities.current(row);
      if (!wait || wait.activity === ACTIVITY.phase || wait.activity === ACTIVITY.script) continue;
      const state = STATES[wait.state];
      found.push({
        guid,
        activity: ACTIVITIES[wait.activity]!,
        ref: wait.ref,
        member: wait.member,
        ...(state && { state }),
      });
    }
    return found;
  }

  #change(row: number, before: Wait | undefined, next: Wait): Wait {
    const activities = this.#activities;
    if (!before) return activities.change(row, before, next, this.#clock.now);
    const cameAt: Micros = this.#times.cameAt(row, before);
    if (!before.equals(next) || this.#times.firstCame(row, before) < 0) {
      return activities.change(row, before, next, cameAt);
    }
    // It came and went between two polls, perhaps in this very instant: the same wait begins anew.
    activities.end(row, before, cameAt);
    activities.begin(row, next);
    return next;
  }
}
