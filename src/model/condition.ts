import { toMicros } from './duration.ts';
import type { Condition } from './experiment.ts';

/** Whether two conditions say the same, in whatever order they name resources. */
export function sameCondition(a: Condition, b: Condition): boolean {
  return (
    a.action === b.action &&
    a.state === b.state &&
    delayOf(a) === delayOf(b) &&
    sameGuids(a.resources, b.resources) &&
    sameGuids(a.group, b.group)
  );
}

const delayOf = ({ time }: Condition) => (time === undefined ? 0 : toMicros(time));

function sameGuids(a: readonly number[], b: readonly number[]): boolean {
  const [one, other] = [new Set(a), new Set(b)];
  return one.size === other.size && [...one].every((guid) => other.has(guid));
}

/** Who waits, by name; many only by their number. */
export function printWaiting({ resources }: Condition, labelOf: (guid: number) => string): string {
  const each = [...new Set(resources)];
  return each.length > 2 ? `${each.length} resources` : each.map(labelOf).join(', ');
}

/** What is said otherwise where what is shown stands for several. */
export interface ConditionWords {
  readonly action?: string;
  readonly plural?: boolean;
}

/** Some names in a row; of many the first two, and how many more. */
export function printNames(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
}

/**
 * A condition as a sentence: `START when server is STARTED + 5s`.
 * @param labelOf the name to show for a guid of the group.
 */
export function printCondition(condition: Condition, labelOf: (guid: number) => string): string {
  return printAwaiting(condition, [...new Set(condition.group)].map(labelOf));
}

/** As {@link printCondition}, of those waited for by other names: a group's for all that are in it. */
export function printAwaiting(condition: Condition, names: readonly string[], words: ConditionWords = {}): string {
  const verb = (words.plural ?? names.length > 1) ? 'are' : 'is';
  return `${words.action ?? condition.action} when ${printNames(names)} ${verb} ${printEvent(condition)}`;
}

/** The same where an arrow shows who is waited for: `START when STARTED + 5s`. */
export function printBriefly(condition: Condition, words: Pick<ConditionWords, 'action'> = {}): string {
  return `${words.action ?? condition.action} when ${printEvent(condition)}`;
}

/** The least that says what a condition does, for where there is hardly any room: `START + 5s`. */
export function printMark({ action, time }: Condition): string {
  return isLater(time) ? `${action} + ${time}` : action;
}

function printEvent({ state, time }: Condition): string {
  return isLater(time) ? `${state} + ${time}` : state;
}

const isLater = (time: string | undefined) => time && !/^[0.]+[a-z]+$/.test(time);
