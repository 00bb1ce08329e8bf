import type { Guid } from '../model/units.ts';
import type { Rule } from './problem.ts';

/** A condition that names a resource more than once, among those that wait or those that are waited for. */
export const repeatedMember: Rule = {
  name: 'repeated-member',
  *check({ experiment, name }) {
    for (const [place, condition] of experiment.conditions.entries()) {
      const resources = [...new Set(condition.resources)];
      const group = [...new Set(condition.group)];
      const repeats = condition.resources.length - resources.length + (condition.group.length - group.length);
      if (repeats === 0) continue;
      const [guid, times] = mostNamed(
        condition.resources.length > resources.length ? condition.resources : condition.group,
      );
      const others = repeats - (times - 1);
      yield {
        severity: 'warning',
        message:
          `Condition ${place + 1} names ${name(guid)} ${times} times` +
          `${others > 0 ? `, and others too: ${repeats} names too many` : ''}; once is enough.`,
        place: { condition: place, guid },
        fix: {
          label: 'Name each once',
          edit: { kind: 'change-condition', index: place, condition: { ...condition, resources, group } },
        },
      };
    }
  },
};

/** The guid that is named most often, and how often. */
function mostNamed(guids: readonly Guid[]): readonly [Guid, number] {
  const counts = new Map<Guid, number>();
  let most = guids[0]!;
  for (const guid of guids) {
    const count = (counts.get(guid) ?? 0) + 1;
    counts.set(guid, count);
    if (count > counts.get(most)!) most = guid;
  }
  return [most, counts.get(most)!];
}
