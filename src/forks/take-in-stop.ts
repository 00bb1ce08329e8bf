// A resource that was stopped by hand, as a condition of its own: STOP so long after it was STARTED. NEPI looks at that
// in a task, so it does the same only where such a task is made, comes in time, and keeps nobody from a worker.
import { printDuration } from '../model/duration.ts';
import type { Condition, Experiment, Step } from '../model/experiment.ts';
import type { Intervention } from '../model/intervention.ts';
import { NEGLIGIBLE_TIME } from '../model/nepi-timing.ts';
import type { Catalog } from '../model/rtype.ts';
import { defaultScript } from '../model/script.ts';
import { resolveSimulation } from '../model/simulation.ts';
import { STATE_ORDER } from '../model/state.ts';
import type { Guid, Micros } from '../model/units.ts';
import { ACTIVITIES } from '../model/activity.ts';
import { CAUSES } from '../record/chunk.ts';
import type { RunRecord } from '../record/run-record.ts';
import { spansOf } from '../record/state-spans.ts';

/** What does the same, or why nothing does. */
export type StopTakenIn =
  | { readonly condition: Condition; readonly why?: undefined }
  | { readonly condition?: undefined; readonly why: string };

export interface StoppedRun {
  /** The run in which it was stopped. */
  readonly record: RunRecord;
  /** What is to do the same by itself. */
  readonly experiment: Experiment;
  readonly catalog: Catalog;
}

export function takeInStop({ guid, time }: Intervention & { kind: 'stop' }, run: StoppedRun): StopTakenIn {
  const spans = spansOf(run.record, guid);
  const { via } = run.record.events;
  const stopped = spans.findIndex(({ state, from, event }) => {
    return state === 'STOPPED' && from >= time && CAUSES[via[event]!] === 'intervention';
  });
  const started = spans[stopped - 1];
  if (started?.state !== 'STARTED' || started.from >= time) return { why: 'nothing came of it' };
  if (spans.slice(0, stopped - 1).some(({ state }) => state === 'STARTED'))
    return { why: 'it had been STARTED before' };
  const after = time - started.from;
  const condition: Condition = {
    resources: [guid],
    action: 'STOP',
    group: [guid],
    state: 'STARTED',
    time: printDuration(after),
  };
  const why = whyNotDesigned(condition, guid, run) ?? whyNotThen(time, after, run);
  return why === undefined ? { condition } : { why };
}

/** What of the experiment keeps a resource from being stopped by a condition. */
function whyNotDesigned(condition: Condition, guid: Guid, { experiment, catalog }: StoppedRun): string | undefined {
  const { conditions, script } = experiment;
  if (conditions.some(({ action, resources }) => action === 'STOP' && resources.includes(guid))) {
    return 'it has a STOP condition already';
  }
  const withCondition = { ...experiment, conditions: [...conditions, condition] };
  const [before, after] = [experiment, withCondition].map((each) => JSON.stringify(defaultScript(each, catalog)));
  if (!script && before !== after) return 'without a script, the experiment would then wait for it to be STOPPED';
  const steps = script ?? defaultScript(experiment, catalog);
  return steps.some((step) => starts(step, guid)) ? undefined : 'no deploy step starts it';
}

/** What of the run keeps a condition from being met in time. */
function whyNotThen(time: Micros, after: Micros, { record, experiment, catalog }: StoppedRun): string | undefined {
  const { events, stretches, stepEvents, outcome } = record;
  if (after <= resolveSimulation(experiment.simulation).rescheduleDelay + NEGLIGIBLE_TIME) {
    return 'NEPI might look at a condition too late';
  }
  // A column is in order of time; behind its end there are zeros, which are no failures.
  const failed = events.kind.indexOf(STATE_ORDER.FAILED);
  if (outcome?.abort && failed >= 0 && events.time[failed]! <= time) {
    return 'NEPI looks at no condition once a critical resource failed';
  }
  const steps = experiment.script ?? defaultScript(experiment, catalog);
  const stepBefore = stepEvents[steps.findIndex(({ op }) => op === 'shutdown') - 1];
  if (stepBefore !== undefined && events.time[stepBefore]! <= time) return 'the shutdown might come first';
  if (stretches.activity.includes(ACTIVITIES.indexOf('worker'))) {
    return 'a condition takes a worker, of which there are too few';
  }
  return undefined;
}

/** Whether a step starts a resource, and with that looks at its STOP conditions: a deploy into a group that waits does not. */
function starts(step: Step, guid: Guid): boolean {
  if (step.op !== 'deploy' || (step.resources && !step.resources.includes(guid))) return false;
  return step.waitAllReady === false || step.group === undefined;
}
