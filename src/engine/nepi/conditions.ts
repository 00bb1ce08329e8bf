import { NEGLIGIBLE_TIME } from '../../model/nepi-timing.ts';
import { ACTIONS, STATE_ORDER, STATES, type Action, type State } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { Process } from '../kernel/process.ts';
import { notNegative } from './arguments.ts';
import { ResourceError } from './errors.ts';
import { ACTIVITY, VIA } from './journal.ts';
import type { Lifeline } from './lifeline.ts';
import { Wait } from './wait.ts';

const { FAILED } = STATE_ORDER;

/** What a group of resources must have reached, and how long ago. NEPI: the (group, state, time) of a condition. */
export interface Condition {
  /** Those who are waited for. */
  readonly group: readonly Guid[];
  /** A state's place in STATES. */
  readonly state: number;
  /** How long ago the state must have been entered; undefined: it does not matter. */
  readonly time: Micros | undefined;
  /** Its number among the conditions of the experiment, from 0; -1: it is about setting an attribute. */
  readonly place: number;
}

/** @param place see {@link Condition.place}. @throws RangeError without such a state, or when the time is negative. */
export function createCondition(group: readonly Guid[], state: State, time?: Micros, place = -1): Condition {
  if (!STATES.includes(state)) throw new RangeError(`there is no state '${state}'`);
  return { group: [...group], state: STATE_ORDER[state], time: time && notNegative(time), place };
}

/** A condition with some taken out of its group; undefined: nobody is left. */
export function withoutGuids(condition: Condition, guids: readonly Guid[]): Condition | undefined {
  const group = condition.group.filter((guid) => !guids.includes(guid));
  return group.length > 0 ? { ...condition, group } : undefined;
}

// Sets of states, as bits.

export function bits(...states: readonly State[]): number {
  return states.reduce((set, state) => set | (1 << STATE_ORDER[state]), 0);
}

export function includes(set: number, state: number): boolean {
  return ((set >> state) & 1) === 1;
}

export const ALL_STATES = (1 << STATES.length) - 1;
const FAILED_BIT = 1 << FAILED;

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

/** The lowest of the states in which an action is possible: what its task is said to wait for. */
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

/**
 * What a condition still waits for; undefined: nothing, it is met. NEPI: ResourceManager._needs_reschedule.
 * @throws ResourceError when it can never be met.
 */
export function needsReschedule(lifeline: Lifeline, condition: Condition): Wait | undefined {
  const { ec } = lifeline;
  const { state, time, place } = condition;
  for (const guid of condition.group) {
    const member = ec.lifeline(guid);
    if (member.order === FAILED) {
      if (!member.rm.isCritical) continue;
      ec.chronicle.blame(member.enteredIn(FAILED), VIA.failure);
      throw new ResourceError(lifeline.rm, `can't wait for ${member.type.rtype} guid ${guid}, which FAILED`);
    }
    if (member.order < state) return new Wait(ACTIVITY.condition, place, guid, state);
    if (time === undefined) {
      ec.chronicle.because(member.reachedIn(state), VIA.condition, member.reachedAt(state));
      continue;
    }
    const entered = member.enteredAt(state);
    if (entered < 0) {
      ec.chronicle.blame(member.enteredIn(member.order), VIA.failure);
      throw new ResourceError(
        lifeline.rm,
        `${member.type.rtype} guid ${guid} never was ${STATES[state]!}, and is past it`,
      );
    }
    const left = time - (ec.now - entered);
    if (left > NEGLIGIBLE_TIME) return new Wait(ACTIVITY.delay, place, guid, state, ec.now + left);
    ec.chronicle.because(member.enteredIn(state), VIA.condition, Math.min(entered + time, ec.now));
  }
  return undefined;
}

/**
 * Registers what could change what was found on looking through conditions: all that was looked at, to the member that
 * is waited for.
 */
export function watchConditions(
  process: Process,
  lifeline: Lifeline,
  conditions: readonly Condition[],
  wait: Wait,
): void {
  for (const condition of conditions) {
    const isLast = condition.place === wait.ref;
    for (const guid of condition.group) {
      const member = lifeline.ec.lifeline(guid);
      if (isLast && guid === wait.member) {
        member.watch(process, atLeast(condition.state) | FAILED_BIT);
        return;
      }
      member.watch(process, breaking(member, condition));
    }
  }
}

/** The states that a member would have to enter for what was met to be met no more, or otherwise. */
function breaking(member: Lifeline, { state, time }: Condition): number {
  if (time !== undefined || member.order === FAILED) return ALL_STATES;
  return (ALL_STATES & ~atLeast(state)) | FAILED_BIT;
}
