import type { Experiment, Step } from './experiment.ts';
import { mergeBehavior, withUserTypes, type Catalog } from './rtype.ts';

/**
 * The script that runs where an experiment has none: deploy all; wait for those that can finish (they have a `run`,
 * or a STOP condition), or for all to start when none can; shut down.
 */
export function defaultScript(experiment: Experiment, catalog: Catalog): readonly Step[] {
  const types = withUserTypes(catalog, experiment.types);
  const stopped = new Set(
    experiment.conditions.flatMap((condition) => (condition.action === 'STOP' ? condition.resources : [])),
  );
  const finishing = experiment.resources
    .filter(
      ({ guid, rtype, behavior }) =>
        stopped.has(guid) || mergeBehavior(types.get(rtype)?.behavior, behavior).run !== undefined,
    )
    .map(({ guid }) => guid);
  return [
    { op: 'deploy' },
    finishing.length > 0
      ? { op: 'waitFinished', resources: finishing }
      : { op: 'waitStarted', resources: experiment.resources.map(({ guid }) => guid) },
    { op: 'shutdown' },
  ];
}

/** Whether a step names resources that it is about, but none is left: it does nothing. A deploy of all names none. */
export function stepWithoutResources(step: Step): boolean {
  return 'resources' in step && step.resources?.length === 0;
}

/** Whether a step sets an attribute when others have reached a state, but names no others. */
export function stepWaitsForNone(step: Step): boolean {
  return step.op === 'setWithConditions' && step.group.length === 0;
}
