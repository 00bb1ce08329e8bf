// A condition while it is put together, and the changes its editor makes.
import type { Condition } from '../../model/experiment.ts';
import { parseDuration } from '../../model/duration.ts';
import { STATES, type State } from '../../model/state.ts';
import type { Reading } from '../drafts/draft.ts';
import { readDuration } from './duration-spec.ts';

/** The states a group is worth waiting for: every resource begins as NEW. */
export const AWAITED_STATES: readonly State[] = STATES.filter((state) => state !== 'NEW');

/** What a new condition begins as: the action and the state that are wanted most often. */
export function newCondition(resources: readonly number[], group: readonly number[] = []): Condition {
  return { resources: [...resources], action: 'START', group: [...group], state: 'STARTED' };
}

/** The condition with the two sides changed over. */
export function swapSides(condition: Condition): Condition {
  return { ...condition, resources: condition.group, group: condition.resources };
}

/** Reads the time of a condition; an emptied field, or no time at all, is none (undefined). */
export function readDelay(text: string): Reading<string | undefined> {
  if (text.trim() === '') return { value: undefined };
  const reading = readDuration(text);
  if ('error' in reading) return reading;
  return { value: parseDuration(reading.value) === 0 ? undefined : reading.value };
}

/** The condition with another time; without one the field goes. */
export function withDelay(condition: Condition, time: string | undefined): Condition {
  const { time: _former, ...rest } = condition;
  return time === undefined ? rest : { ...rest, time };
}
