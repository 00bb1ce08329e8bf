import { NEGLIGIBLE_TIME } from '../../../model/nepi-timing.ts';
import { ACTIONS, STATE_ORDER, STATES, type Action } from '../../../model/state.ts';
import type { Continuation, Process } from '../../kernel/tasks/process.ts';
import { ResourceError } from '../errors.ts';
import { ACTIVITY, VIA } from '../recording/codes.ts';
import { Wait } from '../recording/wait.ts';
import { ALL_STATES, atLeast, includes, lowestPossible, POSSIBLE } from '../state-sets.ts';
import type { Condition } from './condition.ts';
import type { Act, ResourceRuntime } from './resource-runtime.ts';
import type { ObservedResource } from './run-context.ts';

const { FAILED, STARTED } = STATE_ORDER;
const FAILED_BIT = 1 << FAILED;
const NO_CONDITIONS: readonly Condition[] = [];

/** Adds a condition that holds an action back. @throws RangeError when there is no such action. */
export function addCondition(resource: ResourceRuntime, action: Action, condition: Condition): void {
  if (!ACTIONS.includes(action)) throw new RangeError(`there is no action '${action}'`);
  ((resource.conditions ??= {})[action] ??= []).push(condition);
  resource.context.simulator.wakeAll();
}

/** @param change gives what replaces a condition; undefined: it is removed. */
export function changeConditions(
  resource: ResourceRuntime,
  action: Action,
  change: (condition: Condition) => Condition | undefined,
): void {
  const { conditions: all } = resource;
  const conditions = all?.[action];
  if (!conditions) return;
  all[action] = conditions.map(change).filter((condition) => condition !== undefined);
  resource.context.simulator.wakeAll();
}

/** Does `act` once all conditions of an action are met. NEPI: what the three ..._with_conditions have in common. */
export function withConditions(resource: ResourceRuntime, action: Action, again: Act, act: Act): Continuation {
  const { context, order } = resource;
  const { causes, waits } = context.recording;
  if (context.abort) return waits.stopsWaiting(resource);
  const conditions = resource.conditions?.[action] ?? NO_CONDITIONS;
  let wait: Wait | undefined;
  if (!includes(POSSIBLE[action], order)) {
    wait = new Wait(ACTIVITY.state, -1, 0, lowestPossible(action));
  } else {
    try {
      for (const condition of conditions) if ((wait = needsReschedule(resource, condition))) break;
    } catch (error) {
      return resource.manager.failtrap(error);
    }
  }
  if (wait) return reschedule(resource, again, wait, POSSIBLE[action], conditions);
  waits.stopsWaiting(resource);
  causes.because(resource.enteredIn(order), VIA.phase, resource.enteredAt(order));
  return act(resource);
}

/** Does `act` once the resource is STARTED and a condition is met. NEPI: ResourceManager.set_with_conditions. */
export function whenStarted(resource: ResourceRuntime, condition: Condition, again: Act, act: Act): Continuation {
  let wait: Wait | undefined;
  try {
    wait = resource.order === STARTED ? needsReschedule(resource, condition) : new Wait(ACTIVITY.state, -1, 0, STARTED);
  } catch (error) {
    return resource.manager.failtrap(error);
  }
  if (wait) return reschedule(resource, again, wait, POSSIBLE.STOP, [condition]);
  resource.context.recording.waits.stopsWaiting(resource);
  return act(resource);
}

/**
 * What a condition still waits for; undefined: it is met. NEPI: ResourceManager._needs_reschedule.
 * @throws ResourceError when it can never be met.
 */
function needsReschedule(resource: ResourceRuntime, condition: Condition): Wait | undefined {
  const { context } = resource;
  const { causes } = context.recording;
  const { state, time, place } = condition;
  for (const guid of condition.group) {
    const member = context.resource(guid);
    if (member.order === FAILED) {
      if (!member.isCritical) continue;
      causes.blame(member.enteredIn(FAILED), VIA.failure);
      throw new ResourceError(resource.manager, `can't wait for ${member.type.rtype} guid ${guid}, which FAILED`);
    }
    if (member.order < state) return new Wait(ACTIVITY.condition, place, guid, state);
    if (time === undefined) {
      causes.because(member.reachedIn(state), VIA.condition, member.reachedAt(state));
      continue;
    }
    const entered = member.enteredAt(state);
    if (entered < 0) {
      causes.blame(member.enteredIn(member.order), VIA.failure);
      throw new ResourceError(
        resource.manager,
        `${member.type.rtype} guid ${guid} never was ${STATES[state]!}, and is past it`,
      );
    }
    const left = time - (context.now - entered);
    if (left > NEGLIGIBLE_TIME) return new Wait(ACTIVITY.delay, place, guid, state, context.now + left);
    causes.because(member.enteredIn(state), VIA.condition, Math.min(entered + time, context.now));
  }
  return undefined;
}

/** Puts a task off: until the time that it waits for has passed, or else to poll for what it waits for. */
function reschedule(
  resource: ResourceRuntime,
  action: Act,
  wait: Wait,
  possible: number,
  conditions: readonly Condition[],
): undefined {
  const { context } = resource;
  const { waits } = context.recording;
  if (wait.until >= 0) {
    const task = context.tasks.schedule(wait.until - context.now, action, resource);
    waits.waitsOn(resource, task, wait);
    return;
  }
  const poll = context.tasks.poll(context.rescheduleDelay, action, resource);
  waits.waitsOn(resource, poll, wait);
  if (!context.simulator.skipsPolls) return;
  if (wait.activity === ACTIVITY.state) {
    resource.watch(poll, possible);
  } else {
    resource.watch(poll, ALL_STATES & ~possible);
    watchConditions(poll, resource, conditions, wait);
  }
}

/** Watches what could change the result of looking at conditions: every member up to the one that is waited for. */
function watchConditions(
  process: Process,
  { context }: ResourceRuntime,
  conditions: readonly Condition[],
  wait: Wait,
): void {
  for (const condition of conditions) {
    const isLast = condition.place === wait.ref;
    for (const guid of condition.group) {
      const member = context.resource(guid);
      if (isLast && guid === wait.member) {
        member.watch(process, atLeast(condition.state) | FAILED_BIT);
        return;
      }
      member.watch(process, breaking(member, condition));
    }
  }
}

/** The states that a member would have to enter for a condition that it meets to be met no more, or differently. */
function breaking(member: ObservedResource, { state, time }: Condition): number {
  if (time !== undefined || member.order === FAILED) return ALL_STATES;
  return (ALL_STATES & ~atLeast(state)) | FAILED_BIT;
}
