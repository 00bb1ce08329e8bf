import type { Experiment } from '../model/experiment.ts';
import type { ExperimentFile } from './references.ts';

/** Fills in the lists that a file may leave out. */
export function completeExperiment(file: ExperimentFile): Experiment {
  return {
    ...file,
    types: file.types ?? [],
    resources: file.resources.map((resource) =>
      resource.attributes && resource.traces
        ? (resource as Experiment['resources'][number])
        : completeResource(resource),
    ),
    connections: file.connections ?? [],
    conditions: file.conditions ?? [],
    simulation: file.simulation ?? {},
    groups: file.groups ?? [],
  };
}

/**
 * Not by spreading: what is added behind a spread gives V8 (of Node 20) a shape for each single object, which makes a
 * thousand resources slow to read ever after. `Object.assign` alone would take a field called `__proto__` for a prototype.
 */
function completeResource(resource: ExperimentFile['resources'][number]): Experiment['resources'][number] {
  const { attributes = {}, traces = [] } = resource;
  if (Object.hasOwn(resource, '__proto__')) return { ...resource, attributes, traces };
  return Object.assign({}, resource, { attributes, traces });
}
