import type { Experiment, Resource } from './experiment.ts';

/**
 * Whether two experiments would run alike for sure: they differ at most in labels, positions and groups, which no run looks
 * at.
 * Compares by identity below the resource, so it is quick after an edit, and errs on the side of "different".
 */
export function sameDefinition(a: Experiment, b: Experiment): boolean {
  if (a === b) return true;
  return (
    a.types === b.types &&
    a.connections === b.connections &&
    a.conditions === b.conditions &&
    a.script === b.script &&
    a.simulation === b.simulation &&
    (a.resources === b.resources ||
      (a.resources.length === b.resources.length &&
        a.resources.every((resource, index) => sameResource(resource, b.resources[index]!))))
  );
}

function sameResource(a: Resource, b: Resource): boolean {
  return (
    a === b ||
    (a.guid === b.guid &&
      a.rtype === b.rtype &&
      a.attributes === b.attributes &&
      a.traces === b.traces &&
      a.behavior === b.behavior)
  );
}
