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
