import { toMicros } from '../../../model/duration.ts';
import type { Step } from '../../../model/experiment.ts';
import type { Micros } from '../../../model/units.ts';
import type { Blocking, Continuation } from '../../kernel/tasks/process.ts';
import { ACTIVITY } from '../recording/codes.ts';
import { Wait } from '../recording/wait.ts';
import { createCondition } from '../runtime/condition.ts';
import type { ExperimentRuntime } from '../runtime/experiment-runtime.ts';

/** Runs the steps of an experimenter's program. */
export function* runScript(run: ExperimentRuntime, script: readonly Step[]): Blocking {
  for (const [place, step] of script.entries()) {
    run.step = place;
    yield* runStep(run, step);
    run.recording.causes.step(place);
  }
}

function* runStep(run: ExperimentRuntime, step: Step): Blocking {
  switch (step.op) {
    case 'deploy':
      run.deploy(step.resources, step.waitAllReady ?? true, step.group);
      return;
    case 'setWithConditions': {
      const time = step.time === undefined ? undefined : toMicros(step.time);
      const condition = createCondition(step.group, step.state, time);
      for (const guid of step.resources) {
        yield* goOn(run.resource(guid).manager.setWithConditions(step.attribute, step.value, condition));
      }
      return;
    }
    case 'waitDeployed':
      return yield* run.waiting(step.resources, 'READY');
    case 'waitStarted':
      return yield* run.waiting(step.resources, 'STARTED');
    case 'waitFinished':
      return yield* run.waiting(step.resources, 'STOPPED');
    case 'waitReleased':
      return yield* run.waiting(step.resources, 'RELEASED');
    case 'set':
      for (const guid of step.resources) run.set(guid, step.attribute, step.value);
      return;
    case 'start':
      for (const guid of step.resources) yield* byHand(run, run.resource(guid).manager.start());
      return;
    case 'stop':
      for (const guid of step.resources) yield* byHand(run, run.resource(guid).manager.stop());
      return;
    case 'sleep':
      return yield* during(run, new Wait(ACTIVITY.sleep, run.step), sleeping(toMicros(step.time)));
    case 'release':
      return yield* run.releasing(step.resources ?? run.table.guids());
    case 'shutdown':
      return yield* run.shuttingDown();
  }
}

function* goOn(continuation: Continuation): Blocking {
  if (continuation) yield* continuation;
}

function* sleeping(time: Micros): Blocking {
  yield time;
}

/** What the script itself does to a resource; it waits until that is done. */
function byHand(run: ExperimentRuntime, continuation: Continuation): Blocking {
  return continuation ? during(run, new Wait(ACTIVITY.wait, run.step), continuation) : goOn(continuation);
}

/** Records what the script's time goes into meanwhile. */
function* during(run: ExperimentRuntime, wait: Wait, continuation: Blocking): Blocking {
  run.recording.waits.scriptBegins(wait);
  yield* continuation;
  run.recording.waits.scriptEnds(wait);
}
