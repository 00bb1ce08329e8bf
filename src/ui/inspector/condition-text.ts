// A condition in words, where a whole group is called by its name.
import { printCondition } from '../../model/condition.ts';
import { type Condition, type Experiment, resourceLabel, resourcesByGuid } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { foldPicked } from './picked.ts';

type Names = Pick<Experiment, 'resources' | 'groups'>;

/** Who is on one side of it: `Paris`, `server, Ping 3`; of many the first two, and how many more. */
export function printSide(experiment: Names, guids: readonly Guid[]): string {
  const names = [...sideNames(experiment, guids).values()];
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
}

/** What it says: `START when Paris is STARTED + 2s`. */
export function printWhen(experiment: Names, condition: Condition): string {
  const names = sideNames(experiment, condition.group);
  return printCondition({ ...condition, group: [...names.keys()] }, (guid) => names.get(guid)!);
}

/** `Lyon: START when Paris is STARTED + 2s`. */
export function printSentence(experiment: Names, condition: Condition): string {
  return `${printSide(experiment, condition.resources)}: ${printWhen(experiment, condition)}`;
}

/** The names of one side; a whole group's stands for its resources, at the first of them. */
function sideNames(experiment: Names, guids: readonly Guid[]): ReadonlyMap<Guid, string> {
  const byGuid = resourcesByGuid(experiment.resources);
  return new Map(
    foldPicked(experiment, guids).map(({ guids: [first], group }) => {
      const resource = byGuid.get(first!);
      return [first!, group ?? (resource ? resourceLabel(resource) : `${first} (missing)`)];
    }),
  );
}
