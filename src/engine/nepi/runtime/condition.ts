import { STATE_ORDER, STATES, type State } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import { notNegative } from './arguments.ts';

/** What a group of resources must have reached, and how long ago. NEPI: the (group, state, time) of a condition. */
export interface Condition {
  /** The resources that are waited for. */
  readonly group: readonly Guid[];
  /** A state's place in STATES. */
  readonly state: number;
  /** How long ago the state must have been entered; undefined: it does not matter. */
  readonly time: Micros | undefined;
  /** Its number among the conditions of the experiment, from 0; -1: it holds back the setting of an attribute. */
  readonly place: number;
}

/**
 * @param place see {@link Condition.place}.
 * @throws RangeError when there is no such state, or the time is negative.
 */
export function createCondition(group: readonly Guid[], state: State, time?: Micros, place = -1): Condition {
  if (!STATES.includes(state)) throw new RangeError(`there is no state '${state}'`);
  return { group: [...group], state: STATE_ORDER[state], time: time && notNegative(time), place };
}

/** A condition without some of its group; undefined: none is left. */
export function withoutGuids(condition: Condition, guids: readonly Guid[]): Condition | undefined {
  const group = condition.group.filter((guid) => !guids.includes(guid));
  return group.length > 0 ? { ...condition, group } : undefined;
}
