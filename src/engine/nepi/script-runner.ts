import { toMicros } from '../../model/duration.ts';
import type { Step } from '../../model/experiment.ts';
import type { Micros } from '../../model/units.ts';
import type { Blocking, Continuation } from '../kernel/process.ts';
import { createCondition } from './conditions.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { ACTIVITY } from './journal.ts';
import { Wait } from './wait.ts';

/** Runs what the experimenter's program does, step by step. */
export function* runScript(ec: ExperimentController, script: readonly Step[]): Blocking {
  for (const [place, step] of script.entries()) {
    ec.step = place;
    yield* runStep(ec, step);
    ec.chronicle.step(place);
  }
}

function* runStep(ec: ExperimentController, step: Step): Blocking {
  switch (step.op) {
    case 'deploy':
      ec.deploy(step.resources, step.waitAllReady, step.group);
      return;
    case 'setWithConditions': {
      const time = step.time === undefined ? undefined : toMicros(step.time);
      const condition = createCondition(step.group, step.state, time);
      for (const guid of step.resources) {
        yield* goOn(ec.getResource(guid).setWithConditions(step.attribute, step.value, condition));
      }
      return;
    }
    case 'waitDeployed':
      return yield* ec.waiting(step.resources, 'READY');
    case 'waitStarted':
      return yield* ec.waiting(step.resources, 'STARTED');
    case 'waitFinished':
      return yield* ec.waiting(step.resources, 'STOPPED');
    case 'waitReleased':
      return yield* ec.waiting(step.resources, 'RELEASED');
    case 'set':
      for (const guid of step.resources) ec.set(guid, step.attribute, step.value);
      return;
    case 'start':
      for (const guid of step.resources) yield* byHand(ec, ec.getResource(guid).start());
      return;
    case 'stop':
      for (const guid of step.resources) yield* byHand(ec, ec.getResource(guid).stop());
      return;
    case 'sleep':
      return yield* during(ec, new Wait(ACTIVITY.sleep, ec.step), sleeping(toMicros(step.time)));
    case 'release':
      return yield* ec.releasing(step.resources);
    case 'shutdown':
      return yield* ec.shuttingDown();
  }
}

function* goOn(continuation: Continuation): Blocking {
  if (continuation) yield* continuation;
}

function* sleeping(time: Micros): Blocking {
  yield time;
}

/** What the script does to a resource itself, and is held up by. */
function byHand(ec: ExperimentController, continuation: Continuation): Blocking {
  return continuation ? during(ec, new Wait(ACTIVITY.wait, ec.step), continuation) : goOn(continuation);
}

/** Tells what the script's time goes into meanwhile. */
function* during(ec: ExperimentController, wait: Wait, continuation: Blocking): Blocking {
  ec.stories.begin(ec.chronicle.script, wait);
  yield* continuation;
  ec.stories.end(ec.chronicle.script, wait);
}
