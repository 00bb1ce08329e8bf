import { inOrderOfTime, type Intervention } from '../../../model/intervention.ts';
import { ACTIONS } from '../../../model/state.ts';
import type { Micros } from '../../../model/units.ts';
import { Process, type Blocking, type Continuation } from '../../kernel/tasks/process.ts';
import { changeBehavior, SimulatedResource } from '../api/simulated-resource.ts';
import { messageOf, ResourceError } from '../errors.ts';
import { ACTIVITY, VIA } from '../recording/codes.ts';
import { Reason } from '../recording/reason.ts';
import type { Wait } from '../recording/wait.ts';
import { changeConditions } from '../runtime/conditions.ts';
import type { ExperimentRuntime } from '../runtime/experiment-runtime.ts';
import type { ResourceRuntime } from '../runtime/resource-runtime.ts';

/**
 * Puts the interventions on the agenda. To be called before anything else is scheduled, so that each comes before
 * everything else of its instant.
 */
export function scheduleInterventions(run: ExperimentRuntime, interventions: readonly Intervention[]): void {
  for (const intervention of inOrderOfTime(interventions)) {
    const program = Process.program(() => intervene(run, intervention));
    program.reason = new Reason(-1, VIA.intervention, intervention.time);
    run.simulator.schedule(intervention.time, program);
  }
}

function intervene(run: ExperimentRuntime, intervention: Intervention): Continuation {
  switch (intervention.kind) {
    case 'fail': {
      const resource = run.resource(intervention.guid);
      resource.manager.log('warning', 'made to fail');
      return breakDown(resource);
    }
    case 'stop':
      return run.resource(intervention.guid).manager.stop();
    case 'delay':
      return holdUp(run.resource(intervention.guid), intervention.by);
    case 'set':
      return set(run, intervention);
    case 'drop-condition':
      return dropCondition(run, intervention.index);
    case 'set-behavior': {
      const { manager } = run.resource(intervention.guid);
      if (manager instanceof SimulatedResource) changeBehavior(manager, intervention.change);
      return undefined;
    }
  }
}

/** Fails now, in the middle of a phase, if one is under way. */
function breakDown(resource: ResourceRuntime): Continuation {
  const { work, manager, context } = resource;
  const isBroken = work && context.simulator.interrupt(work.process, new ResourceError(manager, 'made to fail'));
  return isBroken ? undefined : manager.fail();
}

/** Takes longer with what is under way; or does nothing for a time, if nothing is. */
function holdUp(resource: ResourceRuntime, by: Micros): Continuation {
  const { work, run, context } = resource;
  if (!work && !run) return resource.locked(() => lasting(by), -1);
  if (run) resource.runsOnUntil(run.wait.until + by);
  if (work) {
    context.simulator.reschedule(
      (process) => process === work.process,
      (time) => time + by,
    );
  }
  return undefined;
}

function* lasting(time: Micros): Blocking {
  yield time;
}

function set(run: ExperimentRuntime, { guid, name, value }: Intervention & { kind: 'set' }): undefined {
  try {
    run.set(guid, name, value);
  } catch (error) {
    run.recording.log(guid, 'error', messageOf(error));
  }
}

/**
 * A task that waits for the condition's time goes on in this instant; one that polls for its state, at its next poll.
 */
function dropCondition(run: ExperimentRuntime, index: number): undefined {
  for (const resource of run.resources) {
    for (const action of ACTIONS) {
      if (!resource.conditions?.[action]?.some(({ place }) => place === index)) continue;
      changeConditions(resource, action, (condition) => (condition.place === index ? undefined : condition));
    }
  }
  const reason = run.recording.causes.reasonOf(run.simulator.running);
  run.simulator.reschedule(
    ({ wait }) => (wait as Wait | undefined)?.activity === ACTIVITY.delay && (wait as Wait).ref === index,
    (_, process) => {
      process.reason = reason;
      return run.now;
    },
  );
}
