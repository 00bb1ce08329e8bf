import { inOrderOfTime, type Intervention } from '../../model/intervention.ts';
import { ACTIONS } from '../../model/state.ts';
import { Process, type Continuation } from '../kernel/process.ts';
import { messageOf } from './errors.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { ACTIVITY, VIA } from './journal.ts';
import { Reason } from './reason.ts';
import { SimulatedResource } from './simulated-resource.ts';
import type { Wait } from './wait.ts';

/**
 * Puts what is to be done from outside on the agenda. To be called before anything else is scheduled: that way each
 * comes before everything else of its instant.
 */
export function scheduleInterventions(ec: ExperimentController, interventions: readonly Intervention[]): void {
  for (const intervention of inOrderOfTime(interventions)) {
    const program = Process.program(() => intervene(ec, intervention));
    program.reason = new Reason(-1, VIA.intervention, intervention.time);
    ec.simulator.schedule(intervention.time, program);
  }
}

function intervene(ec: ExperimentController, intervention: Intervention): Continuation {
  switch (intervention.kind) {
    case 'fail': {
      const rm = ec.getResource(intervention.guid);
      rm.log('warning', 'made to fail');
      return rm.breakDown();
    }
    case 'stop':
      return ec.getResource(intervention.guid).stop();
    case 'delay':
      return ec.getResource(intervention.guid).holdUp(intervention.by);
    case 'set':
      return set(ec, intervention);
    case 'drop-condition':
      return dropCondition(ec, intervention.index);
    case 'set-behavior': {
      const rm = ec.getResource(intervention.guid);
      if (rm instanceof SimulatedResource) rm.behaveFromNowOn(intervention.change);
      return undefined;
    }
  }
}

function set(ec: ExperimentController, { guid, name, value }: Intervention & { kind: 'set' }): undefined {
  try {
    ec.set(guid, name, value);
  } catch (error) {
    ec.chronicle.log(guid, 'error', messageOf(error));
  }
}

/** Who waits for its time goes on in this instant; who polls for its state finds out at the next poll. */
function dropCondition(ec: ExperimentController, index: number): undefined {
  for (const guid of ec.resources) {
    const rm = ec.getResource(guid);
    for (const action of ACTIONS) {
      if (!rm.conditions(action).some(({ place }) => place === index)) continue;
      rm.changeConditions(action, (condition) => (condition.place === index ? undefined : condition));
    }
  }
  const { running } = ec.simulator;
  ec.simulator.reschedule(
    ({ wait }) => (wait as Wait | undefined)?.activity === ACTIVITY.delay && (wait as Wait).ref === index,
    (_, process) => {
      process.reason = running.reason;
      return ec.now;
    },
  );
}
