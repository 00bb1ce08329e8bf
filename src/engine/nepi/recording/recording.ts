import type { Guid, Micros } from '../../../model/units.ts';
import type { LogLine, RunChunk, RunOutcome } from '../../../record/chunk.ts';
import { ActivityLog } from './activity-log.ts';
import { CauseTracking } from './cause-tracking.ts';
import type { Clock } from './clock.ts';
import { Recorder } from './recorder.ts';
import { StateHistory } from './state-history.ts';
import { WaitTimes } from './wait-times.ts';
import { WaitTracking } from './wait-tracking.ts';

/** What is recorded of a run. The engine reports to it; it calls nothing of the engine. */
export class Recording {
  readonly history = new StateHistory();
  readonly causes: CauseTracking;
  readonly activities: ActivityLog;
  readonly waits: WaitTracking;
  readonly #clock: Clock;
  readonly #recorder = new Recorder();

  /** @param rowOf the row of a resource that there is, or was. */
  constructor(clock: Clock, rowOf: (guid: Guid) => number) {
    const times = new WaitTimes(clock, this.history, rowOf);
    this.#clock = clock;
    this.causes = new CauseTracking(clock, this.#recorder);
    this.activities = new ActivityLog(clock, this.#recorder, this.causes, times);
    this.waits = new WaitTracking(clock, this.activities, times);
  }

  /** Adds a resource, which is NEW. @returns its row. */
  addResource(guid: Guid): number {
    const { now } = this.#clock;
    const row = this.activities.add(guid, now);
    this.history.begin(row, now);
    return row;
  }

  log(guid: Guid, level: LogLine['level'], text: string): void {
    this.#recorder.log(this.#clock.now, guid, level, text);
  }

  /** What was recorded since the last call. @param outcome of a run that is over. */
  take(now: Micros, tasks: number, outcome?: RunOutcome): RunChunk {
    return this.#recorder.take(now, tasks, outcome);
  }
}
