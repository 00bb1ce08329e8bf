// Sets of states, as bits.
import { ACTIONS, STATE_ORDER, STATES, type Action, type State } from '../../model/state.ts';

/** The set of these states. */
export function bits(...states: readonly State[]): number {
  return states.reduce((set, state) => set | (1 << STATE_ORDER[state]), 0);
}

/** Whether a set contains a state (a place in STATES). */
export function includes(set: number, state: number): boolean {
  return ((set >> state) & 1) === 1;
}

export const ALL_STATES = (1 << STATES.length) - 1;

/** All states from one on. */
export function atLeast(state: number): number {
  return ALL_STATES & (-1 << state);
}

/** The states in which an action is possible at all. */
export const POSSIBLE: Readonly<Record<Action, number>> = {
  DEPLOY: bits('NEW', 'DISCOVERED', 'PROVISIONED'),
  START: bits('READY', 'STOPPED'),
  STOP: bits('STARTED'),
};

/** The lowest of the states in which an action is possible; a task that comes too early is recorded to wait for it. */
export function lowestPossible(action: Action): number {
  return 31 - Math.clz32(POSSIBLE[action] & -POSSIBLE[action]);
}

/** By state: the states in which the action is possible of which this is the lowest one. */
const POSSIBLE_FROM: readonly number[] = STATES.map(
  (_, lowest) => ACTIONS.map((action) => POSSIBLE[action]).find((states) => (states & -states) === 1 << lowest) ?? 0,
);

/** The states in which an action is possible whose lowest one this is. */
export function possibleFrom(lowest: number): number {
  return POSSIBLE_FROM[lowest]!;
}
