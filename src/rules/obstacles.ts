import type { Experiment } from '../model/experiment.ts';
import { withUserTypes, type Catalog } from '../model/rtype.ts';
import { checkExperiment } from './check.ts';
import type { Problem } from './problem.ts';

/** The rules about types that are not there; whatever else is wrong with an experiment shows in its run. */
const ABOUT_TYPES: ReadonlySet<string> = new Set(['unknown-type', 'user-type']);

/** What keeps an experiment, though its file is sound, from being simulated: resources of types that nobody knows. */
export function findObstacles(experiment: Experiment, catalog: Catalog): readonly Problem[] {
  const types = withUserTypes(catalog, experiment.types);
  if (experiment.resources.every(({ rtype }) => types.get(rtype))) return [];
  return checkExperiment(experiment, catalog).filter(
    ({ rule, severity }) => severity === 'error' && ABOUT_TYPES.has(rule),
  );
}
