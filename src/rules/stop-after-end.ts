import { parseDuration } from '../model/duration.ts';
import type { Condition, DurationSpec } from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import type { Rule } from './problem.ts';

/** A STOP condition on a resource that ends by itself: if it comes too late, NEPI goes on polling for nothing. */
export const stopAfterEnd: Rule = {
  name: 'stop-after-end',
  *check({ experiment, resource: find, behaviorOf, name }) {
    for (const [place, condition] of experiment.conditions.entries()) {
      if (condition.action !== 'STOP') continue;
      for (const guid of condition.resources) {
        const resource = find(guid);
        const run = resource && behaviorOf(resource).run;
        if (run === undefined || comesInTime(condition, guid, run)) continue;
        yield {
          severity: 'info',
          message: `${name(guid)} ends by itself, so its STOP condition only matters if it is met before that; afterwards it waits for nothing.`,
          place: { condition: place, guid },
        };
      }
    }
  },
};

/** A run this long stands for "until stopped": there is no way to take a run away that the type has. */
const UNTIL_STOPPED = 3_600_000_000;

/** Whether the run is sure to be longer than it takes to stop it: very long, or longer than a plain time limit. */
function comesInTime({ group, state, time }: Condition, guid: Guid, run: DurationSpec): boolean {
  const longest = typeof run === 'string' ? run : 'max' in run ? run.max : undefined;
  const most = longest === undefined ? Number.POSITIVE_INFINITY : (parseDuration(longest) ?? 0);
  if (most >= UNTIL_STOPPED) return true;
  const isLimit = state === 'STARTED' && group.every((member) => member === guid);
  return isLimit && (parseDuration(time ?? '0s') ?? 0) < most;
}
