import type { Condition, Connection, Experiment, Step } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import { keepInGroups } from './group.ts';

/** What is removed. */
export interface Removal {
  readonly guids?: readonly Guid[];
  readonly connections?: readonly Connection[];
  /** Places in the experiment's list. */
  readonly conditions?: readonly number[];
}

/** Removes parts of an experiment, and every mention of the resources that go. */
export function removeParts(experiment: Experiment, removal: Removal): Experiment {
  const gone = new Set(removal.guids);
  const cut = removal.connections ?? [];
  const dropped = new Set(removal.conditions);
  const stays = (guid: Guid) => !gone.has(guid);
  const isCut = ([a, b]: Connection) => cut.some(([c, d]) => (a === c && b === d) || (a === d && b === c));

  if (gone.size === 0 && cut.length === 0 && dropped.size === 0) return experiment;
  const script = experiment.script && stripScript(experiment.script, stays);
  return {
    ...experiment,
    resources: experiment.resources.filter(({ guid }) => stays(guid)),
    connections: experiment.connections.filter((pair) => pair.every(stays) && !isCut(pair)),
    conditions: experiment.conditions.flatMap((condition, index) =>
      dropped.has(index) ? [] : (stripCondition(condition, stays) ?? []),
    ),
    ...(script && { script }),
    groups: keepInGroups(experiment.groups, stays),
  };
}

/** What is left of a condition; the same one where nothing of it goes, undefined where one side loses its last resource. */
export function stripCondition(condition: Condition, stays: (guid: Guid) => boolean): Condition | undefined {
  if (condition.resources.every(stays) && condition.group.every(stays)) return condition;
  const resources = condition.resources.filter(stays);
  const group = condition.group.filter(stays);
  return resources.length && group.length ? { ...condition, resources, group } : undefined;
}

/**
 * A step without some resources; the same one where it names none of them. One that loses its last stays, and does nothing:
 * the rules tell, so that nothing of a program goes unseen.
 */
export function stripStep(step: Step, stays: (guid: Guid) => boolean): Step {
  if (!('resources' in step) || !step.resources) return step;
  const isWhole = step.resources.every(stays) && (step.op !== 'setWithConditions' || step.group.every(stays));
  if (isWhole) return step;
  const resources = step.resources.filter(stays);
  return step.op === 'setWithConditions'
    ? { ...step, resources, group: step.group.filter(stays) }
    : { ...step, resources };
}

function stripScript(steps: readonly Step[], stays: (guid: Guid) => boolean): readonly Step[] {
  const next = steps.map((step) => stripStep(step, stays));
  return next.every((step, index) => step === steps[index]) ? steps : next;
}
