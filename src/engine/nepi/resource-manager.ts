import type { AttributeValue } from '../../model/experiment.ts';
import { STATES, STATE_ORDER, type Action, type State } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { attempt, raiseAfter } from '../kernel/course.ts';
import type { Blocking, Course } from '../kernel/process.ts';
import {
  ALL_STATES,
  createCondition,
  includes,
  lowestPossible,
  needsReschedule,
  POSSIBLE,
  watchConditions,
  withoutGuids,
  type Condition,
} from './conditions.ts';
import { messageOf, ResourceError } from './errors.ts';
import { ACTIVITY, PHASE, VIA } from './journal.ts';
import type { Act, Lifeline } from './lifeline.ts';
import { ResourceBase } from './resource-base.ts';
import { Wait } from './wait.ts';

const { READY, STARTED, STOPPED, RELEASED } = STATE_ORDER;
const NO_CONDITIONS: readonly Condition[] = [];

// What tasks do with a resource.
export const DEPLOY: Act = ({ rm }) => rm.deploy();
export const START: Act = ({ rm }) => rm.start();
export const STOP: Act = ({ rm }) => rm.stop();
export const RELEASE: Act = ({ rm }) => rm.release();
export const DEPLOY_WITH_CONDITIONS: Act = ({ rm }) => rm.deployWithConditions();
export const START_WITH_CONDITIONS: Act = ({ rm }) => rm.startWithConditions();
export const STOP_WITH_CONDITIONS: Act = ({ rm }) => rm.stopWithConditions();

/**
 * What looks after one resource of an experiment, through its states. NEPI: ResourceManager, method by method.
 *
 * A resource of one's own is a subclass that overrides the hooks (`doDeploy` and the like). A hook that takes virtual
 * time is a generator that yields how long, in microseconds; one that doesn't is a plain method. A hook that throws
 * fails the resource.
 */
export class ResourceManager extends ResourceBase {
  /** NEPI: ResourceManager._rtype. */
  static readonly rtype: string = 'Resource';

  /** NEPI: ResourceManager.register_connection, which the controller calls on either side. */
  registerConnection(guid: Guid): void {
    const { lifeline } = this;
    const other = lifeline.ec.getResource(guid);
    if (lifeline.isConnected(other) || !this.validConnection(guid)) return;
    this.doConnect(guid);
    lifeline.connect(other);
    lifeline.ec.simulator.wakeAll();
  }

  /** NEPI: ResourceManager.unregister_connection. */
  unregisterConnection(guid: Guid): void {
    const { lifeline } = this;
    const other = lifeline.ec.getResource(guid);
    if (!lifeline.isConnected(other)) return;
    this.doDisconnect(guid);
    lifeline.disconnect(other);
    lifeline.ec.simulator.wakeAll();
  }

  /** NEPI: ResourceManager.discover. */
  discover(): Course {
    return this.lifeline.trapped(DISCOVER_LOCKED);
  }

  /** NEPI: ResourceManager.provision. */
  provision(): Course {
    return this.lifeline.trapped(PROVISION_LOCKED);
  }

  /** NEPI: ResourceManager.start. */
  start(): Course {
    const { lifeline } = this;
    const isPossible = lifeline.order === READY || lifeline.order === STOPPED;
    return isPossible ? lifeline.trapped(START_LOCKED) : wrongState(lifeline, 'start');
  }

  /** NEPI: ResourceManager.stop. */
  stop(): Course {
    const { lifeline } = this;
    return lifeline.order === STARTED ? lifeline.trapped(STOP_LOCKED) : wrongState(lifeline, 'stop');
  }

  /** NEPI: ResourceManager.deploy. */
  deploy(): Course {
    const { lifeline } = this;
    return lifeline.order <= READY ? lifeline.trapped(DEPLOY_LOCKED) : wrongState(lifeline, 'deploy');
  }

  /** NEPI: ResourceManager.release. */
  release(): Course {
    return this.lifeline.locked(DO_RELEASE, PHASE.release);
  }

  /** NEPI: ResourceManager.fail. */
  fail(): Course {
    return this.lifeline.locked(DO_FAIL, -1);
  }

  /** NEPI: ResourceManager.register_condition. @param time how long ago the state must have been reached. */
  registerCondition(action: Action, group: readonly Guid[], state: State, time?: Micros): void {
    this.addCondition(action, createCondition(group, state, time));
  }

  addCondition(action: Action, condition: Condition): void {
    ((this.lifeline.conditions ??= {})[action] ??= []).push(condition);
    this.ec.simulator.wakeAll();
  }

  /**
   * Takes guids out of the groups of an action's conditions, or of all; a condition that is left without anybody to wait
   * for is gone. NEPI: ResourceManager.unregister_condition.
   */
  unregisterCondition(group: readonly Guid[], action?: Action): void {
    const actions = action ? [action] : (Object.keys(this.lifeline.conditions ?? {}) as Action[]);
    for (const each of actions) this.changeConditions(each, (condition) => withoutGuids(condition, group));
  }

  /** @param change gives what takes the place of a condition; undefined: nothing does. */
  changeConditions(action: Action, change: (condition: Condition) => Condition | undefined): void {
    const { conditions: all } = this.lifeline;
    const conditions = all?.[action];
    if (!conditions) return;
    all[action] = conditions.map(change).filter((condition) => condition !== undefined);
    this.ec.simulator.wakeAll();
  }

  /** The conditions that hold an action back, in the order in which they are looked at. NEPI: conditions. */
  conditions(action: Action): readonly Condition[] {
    return this.lifeline.conditions?.[action] ?? NO_CONDITIONS;
  }

  /** The connected resources of a type (all without one), subtypes included, by guid. NEPI: get_connected. */
  getConnected(rtype?: string): readonly ResourceManager[] {
    return this.lifeline.connected(rtype);
  }

  /** NEPI: ResourceManager.set_with_conditions. */
  setWithConditions(name: string, value: AttributeValue, condition: Condition): Course {
    const { lifeline, ec } = this;
    const again: Act = ({ rm }) => rm.setWithConditions(name, value, condition);
    let wait: Wait | undefined;
    try {
      wait =
        lifeline.order === STARTED ? needsReschedule(lifeline, condition) : new Wait(ACTIVITY.state, -1, 0, STARTED);
    } catch (error) {
      return this.failtrap(error);
    }
    if (wait) return reschedule(lifeline, again, wait, POSSIBLE.STOP, [condition]);
    ec.chronicle.stopsWaiting(lifeline);
    ec.set(this.guid, name, value);
    return undefined;
  }

  /** A task. NEPI: ResourceManager.start_with_conditions. */
  startWithConditions(): Course {
    return withConditions(this.lifeline, 'START', START_WITH_CONDITIONS, START);
  }

  /** A task. NEPI: ResourceManager.stop_with_conditions. */
  stopWithConditions(): Course {
    return withConditions(this.lifeline, 'STOP', STOP_WITH_CONDITIONS, STOP);
  }

  /** A task. NEPI: ResourceManager.deploy_with_conditions. */
  deployWithConditions(): Course {
    return withConditions(this.lifeline, 'DEPLOY', DEPLOY_WITH_CONDITIONS, DEPLOY);
  }

  // The hooks. NEPI: valid_connection, do_connect, do_discover, ... A subclass calls the original last, to change the state.

  /** Whether the resource lets itself be connected to that one. */
  validConnection(_guid: Guid): boolean {
    return true;
  }

  doConnect(_guid: Guid): void {}

  doDisconnect(_guid: Guid): void {}

  doDiscover(): Course {
    this.setDiscovered();
    return undefined;
  }

  doProvision(): Course {
    this.setProvisioned();
    return undefined;
  }

  doDeploy(): Course {
    this.setReady();
    return undefined;
  }

  doStart(): Course {
    this.setStarted();
    return undefined;
  }

  doStop(): Course {
    this.setStopped();
    return undefined;
  }

  doRelease(): Course {
    this.setReleased();
    return undefined;
  }

  doFail(): Course {
    this.setFailed();
    this.ec.informFailure(this.guid);
    return undefined;
  }

  /** Fails because of an error, then raises it. NEPI: failtrap. */
  failtrap(error: unknown): Course {
    this.ec.chronicle.stopsWaiting(this.lifeline);
    this.ec.chronicle.log(this.guid, 'error', error instanceof Error ? error.message : this.logMessage(String(error)));
    return raiseAfter(this.fail(), error);
  }

  /** Fails now, in the middle of a phase, if there is one under way. For interventions. */
  breakDown(): Course {
    const { work } = this.lifeline;
    const isBroken = work && this.ec.simulator.interrupt(work.process, new ResourceError(this, 'made to fail'));
    return isBroken ? undefined : this.fail();
  }

  /** Takes longer with what it does; or does nothing for a time, if it does nothing. For interventions. */
  holdUp(by: Micros): Course {
    const { work, run } = this.lifeline;
    if (!work && !run) return this.lifeline.locked(() => lasting(by), -1);
    if (run) this.lifeline.runsOnUntil(run.wait.until + by);
    if (work) {
      this.ec.simulator.reschedule(
        (process) => process === work.process,
        (time) => time + by,
      );
    }
    return undefined;
  }

  /**
   * Deploys again after the reschedule delay: what a `doDeploy` returns where something is not there yet. NEPI:
   * self.ec.schedule(self.reschedule_delay, self.deploy).
   */
  protected tryAgain(): undefined {
    this.ec.scheduleAction(this.ec.rescheduleDelay, DEPLOY, this.lifeline);
  }
}

// What the actions do once they may; each with its lock held.

const DISCOVER_LOCKED: Act = (lifeline) => lifeline.locked(DO_DISCOVER, PHASE.discover);
const PROVISION_LOCKED: Act = (lifeline) => lifeline.locked(DO_PROVISION, PHASE.provision);
const DEPLOY_LOCKED: Act = (lifeline) => lifeline.locked(DO_DEPLOY, PHASE.ready);
const START_LOCKED: Act = (lifeline) => lifeline.locked(DO_START, PHASE.start);
const STOP_LOCKED: Act = (lifeline) => lifeline.locked(DO_STOP, PHASE.stop);

const DO_DISCOVER: Act = ({ order, rm }) => (order === RELEASED ? undefined : rm.doDiscover());
const DO_PROVISION: Act = ({ order, rm }) => (order === RELEASED ? undefined : rm.doProvision());
const DO_DEPLOY: Act = ({ order, rm }) => (order === RELEASED ? undefined : rm.doDeploy());
const DO_START: Act = ({ order, rm }) => (order === RELEASED ? undefined : rm.doStart());
/** NEPI's stop doesn't look for RELEASED. */
const DO_STOP: Act = ({ rm }) => rm.doStop();

// Releasing and failing go on when their hooks raise errors.
const DO_RELEASE: Act = (lifeline) => attempt<Lifeline>(lifeline, TRY_TO_RELEASE, RELEASE_ANYWAY);
const TRY_TO_RELEASE: Act = ({ rm }) => rm.doRelease();
const RELEASE_ANYWAY = ({ rm }: Lifeline, error: unknown): undefined => {
  rm.log('error', `FAILED TO RELEASE: ${messageOf(error)}`);
  rm.setReleased();
};

const DO_FAIL: Act = (lifeline) => attempt<Lifeline>(lifeline, TRY_TO_FAIL, TELL_OF_FAILURE);
const TRY_TO_FAIL: Act = ({ rm }) => rm.doFail();
const TELL_OF_FAILURE = ({ rm }: Lifeline, error: unknown): undefined => {
  rm.log('error', `FAILED TO FAIL: ${messageOf(error)}`);
};

/** What the three ..._with_conditions have in common. */
function withConditions(lifeline: Lifeline, action: Action, again: Act, act: Act): Course {
  const { ec, order } = lifeline;
  if (ec.abort) return ec.chronicle.stopsWaiting(lifeline);
  const conditions = lifeline.conditions?.[action] ?? NO_CONDITIONS;
  let wait: Wait | undefined;
  if (!includes(POSSIBLE[action], order)) {
    wait = new Wait(ACTIVITY.state, -1, 0, lowestPossible(action));
  } else {
    try {
      for (const condition of conditions) if ((wait = needsReschedule(lifeline, condition))) break;
    } catch (error) {
      return lifeline.rm.failtrap(error);
    }
  }
  if (wait) return reschedule(lifeline, again, wait, POSSIBLE[action], conditions);
  ec.chronicle.stopsWaiting(lifeline);
  ec.chronicle.because(lifeline.enteredIn(order), VIA.phase, lifeline.enteredAt(order));
  return act(lifeline);
}

/** Puts a task off: until the time it waits for has passed, or else to poll for what it waits for. */
function reschedule(
  lifeline: Lifeline,
  action: Act,
  wait: Wait,
  possible: number,
  conditions: readonly Condition[],
): undefined {
  const { ec } = lifeline;
  if (wait.until >= 0) {
    const task = ec.scheduleAction(wait.until - ec.now, action, lifeline);
    ec.chronicle.waitsOn(lifeline, task, wait);
    return;
  }
  const poll = ec.poll(ec.rescheduleDelay, action, lifeline);
  ec.chronicle.waitsOn(lifeline, poll, wait);
  if (!ec.simulator.skipsPolls) return;
  if (wait.activity === ACTIVITY.state) {
    lifeline.signal.watch(poll, possible);
  } else {
    lifeline.signal.watch(poll, ALL_STATES & ~possible);
    watchConditions(poll, lifeline, conditions, wait);
  }
}

function wrongState(lifeline: Lifeline, action: string): undefined {
  lifeline.ec.chronicle.stopsWaiting(lifeline);
  lifeline.rm.log('error', `Wrong state ${STATES[lifeline.order]!} for ${action}`);
}

function* lasting(time: Micros): Blocking {
  yield time;
}
