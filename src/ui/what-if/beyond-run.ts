import type { Experiment } from '../../model/experiment.ts';
import { resolveSimulation } from '../../model/simulation.ts';
import type { Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { stateAt } from '../../record/state-spans.ts';
import { printTime } from '../text/time-text.ts';

/** What is to be said of an instant at which a run was over. */
export interface BeyondRun {
  readonly text: string;
  /** Whether something could be done to the run then all the same. */
  readonly canIntervene: boolean;
}

/**
 * What there is to say of an instant that is not within a run; undefined: it is, or may yet be. A run that is stalled
 * would wait on: until the horizon something can be done to it.
 */
export function beyondRun(record: RunRecord, experiment: Experiment, time: Micros): BeyondRun | undefined {
  const { outcome, now } = record;
  if (!outcome || time < now || (outcome.kind === 'stalled' && time === now)) return undefined;
  const clock = (at: Micros) => printTime(at, 1, Math.max(now, time));
  const nothingMore = (why: string) => ({
    text: `${why}: nothing can happen to it at ${clock(time)}.`,
    canIntervene: false,
  });
  if (outcome.kind === 'stalled') {
    const { horizon } = resolveSimulation(experiment.simulation);
    if (time > horizon) return nothingMore(`The simulation gives up at ${clock(horizon)}, its horizon`);
    return { text: `The run is stalled: from ${clock(now)} to ${clock(time)} nothing changes.`, canIntervene: true };
  }
  const isReleased = experiment.resources.every(({ guid }) => stateAt(record, guid, now) === 'RELEASED');
  return nothingMore(`The run is over at ${clock(now)}${isReleased ? ', and everything is released' : ''}`);
}
