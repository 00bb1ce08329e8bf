import type { Condition } from '../model/experiment.ts';
import type { Rule } from './problem.ts';

/** Conditions that hold nothing back: on a state that everybody has from the start, or said before. */
export const idleCondition: Rule = {
  name: 'idle-condition',
  *check({ experiment, names }) {
    const seen = new Map<string, number>();
    for (const [place, condition] of experiment.conditions.entries()) {
      const fix = {
        label: 'Remove the condition',
        edit: { kind: 'remove', conditions: [place] },
      } as const;
      const key = keyOf(condition);
      const earlier = seen.get(key);
      if (earlier !== undefined) {
        yield {
          severity: 'warning',
          message: `Condition ${place + 1} (${condition.action} of ${names(condition.resources)}) says the same as condition ${earlier + 1}.`,
          place: { condition: place, guid: condition.resources[0]! },
          fix,
        };
      } else if (condition.state === 'NEW') {
        yield {
          severity: 'warning',
          message: `The ${condition.action} condition of ${names(condition.resources)} waits for NEW, which everything is from the start. Choose another state.`,
          place: { condition: place, guid: condition.resources[0]! },
          fix,
        };
      }
      seen.set(key, earlier ?? place);
    }
  },
};

function keyOf({ resources, action, group, state, time }: Condition): string {
  const sorted = (guids: readonly number[]) => [...new Set(guids)].sort((a, b) => a - b).join(',');
  return [sorted(resources), action, sorted(group), state, time ?? ''].join(' ');
}
