// A condition in words, where a whole group is called by its name.
import { printAwaiting, printNames } from '../../model/condition.ts';
import { type Condition, type Experiment } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { resourceName } from '../../model/resource-name.ts';
import { foldPicked } from './picked.ts';

type Names = Pick<Experiment, 'resources' | 'groups'>;

/** Who is on one side of it: `Paris`, `server, Ping 3`; of many the first two, and how many more. */
export function printSide(experiment: Names, guids: readonly Guid[]): string {
  return printNames(sideNames(experiment, guids));
}

/** What it says: `START when Paris is STARTED + 2s`. */
export function printWhen(experiment: Names, condition: Condition): string {
  return printAwaiting(condition, sideNames(experiment, condition.group));
}

/** `Lyon: START when Paris is STARTED + 2s`. */
export function printSentence(experiment: Names, condition: Condition): string {
  return `${printSide(experiment, condition.resources)}: ${printWhen(experiment, condition)}`;
}

function sideNames(experiment: Names, guids: readonly Guid[]): readonly string[] {
  return foldPicked(experiment, guids).map(
    ({ guids: [first], group }) => group ?? resourceName(experiment.resources, first!, `${first} (missing)`),
  );
}
