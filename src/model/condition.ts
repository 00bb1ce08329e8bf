import type { Condition } from './experiment.ts';

/** Who waits, by name; many only by their number. */
export function printWaiting({ resources }: Condition, labelOf: (guid: number) => string): string {
  return resources.length > 2 ? `${resources.length} resources` : resources.map(labelOf).join(', ');
}

/**
 * A condition as a sentence: `START when server is STARTED + 5s`.
 * @param labelOf the name to show for a guid of the group.
 * @param words what is said otherwise, where what is shown stands for several.
 */
export function printCondition(
  condition: Condition,
  labelOf: (guid: number) => string,
  words: { readonly action?: string; readonly plural?: boolean } = {},
): string {
  const group = condition.group.map(labelOf);
  const names = group.length > 3 ? `${group.slice(0, 2).join(', ')} and ${group.length - 2} more` : group.join(', ');
  const verb = (words.plural ?? group.length > 1) ? 'are' : 'is';
  const delay = condition.time && !/^[0.]+[a-z]+$/.test(condition.time) ? ` + ${condition.time}` : '';
  return `${words.action ?? condition.action} when ${names} ${verb} ${condition.state}${delay}`;
}
