import type { AttributeValue } from '../../model/experiment.ts';
import { ACTIONS, STATES, STATE_ORDER, type Action, type State } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { attempt, raiseAfter } from '../kernel/continuation.ts';
import type { Blocking, Continuation } from '../kernel/process.ts';
import { listOf, microsOrNone, type OneOrMore, type Time } from './arguments.ts';
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
 * What looks after one resource of an experiment, through its states. NEPI: ResourceManager, method by method, in the
 * order of the original.
 *
 * A resource of one's own is a subclass that overrides the hooks (`doDeploy` and the like). A hook that takes virtual
 * time is a generator that yields how long, in microseconds; one that doesn't is a plain method. A hook that throws
 * fails the resource.
 *
 * What an action (`deploy` and the like) gives back is still to be gone through where it takes time. A program calls the
 * controller's method of that name, or has the action scheduled; a hook `yield*`s it.
 */
export class ResourceManager extends ResourceBase {
  /** The name of the type that it looks after; a subclass has one of its own. NEPI: ResourceManager._rtype. */
  static readonly rtype: string = 'Resource';

  /** Fails because of an error, then raises it. NEPI: ResourceManager.failtrap. */
  failtrap(error: unknown): Continuation {
    this.ec.chronicle.stopsWaiting(this.lifeline);
    this.ec.chronicle.failed(this, error);
    return raiseAfter(this.fail(), error);
  }

  /** The guids of those it is connected to, in order. NEPI: ResourceManager.connections. */
  get connections(): readonly Guid[] {
    return this.lifeline.connected(undefined).map(({ guid }) => guid);
  }

  /** The conditions that hold an action back, in the order in which they are looked at. NEPI: ResourceManager.conditions. */
  conditions(action: Action): readonly Condition[] {
    return this.lifeline.conditions?.[action] ?? NO_CONDITIONS;
  }

  /**
   * Connects it to another resource, if it finds that valid; the controller calls this on either side. NEPI:
   * ResourceManager.register_connection.
   */
  registerConnection(guid: Guid): void {
    const { lifeline } = this;
    const other = lifeline.ec.getResource(guid);
    if (lifeline.isConnected(other) || !this.validConnection(guid)) return;
    this.doConnect(guid);
    lifeline.connect(other);
    lifeline.ec.simulator.wakeAll();
  }

  /** Is connected to that one no more. NEPI: ResourceManager.unregister_connection. */
  unregisterConnection(guid: Guid): void {
    const { lifeline } = this;
    const other = lifeline.ec.getResource(guid);
    if (!lifeline.isConnected(other)) return;
    this.doDisconnect(guid);
    lifeline.disconnect(other);
    lifeline.ec.simulator.wakeAll();
  }

  /** Finds the resource: `doDiscover`, while it holds the lock. NEPI: ResourceManager.discover. */
  discover(): Continuation {
    return this.lifeline.trapped(DISCOVER_LOCKED);
  }

  /** Gets hold of the resource: `doProvision`, while it holds the lock. NEPI: ResourceManager.provision. */
  provision(): Continuation {
    return this.lifeline.trapped(PROVISION_LOCKED);
  }

  /** `doStart`, while it holds the lock; only logs an error unless READY or STOPPED. NEPI: ResourceManager.start. */
  start(): Continuation {
    const { lifeline } = this;
    const isPossible = lifeline.order === READY || lifeline.order === STOPPED;
    return isPossible ? lifeline.trapped(START_LOCKED) : wrongState(lifeline, 'start');
  }

  /** `doStop`, while it holds the lock; only logs an error unless STARTED. NEPI: ResourceManager.stop. */
  stop(): Continuation {
    const { lifeline } = this;
    return lifeline.order === STARTED ? lifeline.trapped(STOP_LOCKED) : wrongState(lifeline, 'stop');
  }

  /** `doDeploy`, while it holds the lock; only logs an error beyond READY. NEPI: ResourceManager.deploy. */
  deploy(): Continuation {
    const { lifeline } = this;
    return lifeline.order <= READY ? lifeline.trapped(DEPLOY_LOCKED) : wrongState(lifeline, 'deploy');
  }

  /** `doRelease`, while it holds the lock; RELEASED even where that throws. NEPI: ResourceManager.release. */
  release(): Continuation {
    return this.lifeline.locked(DO_RELEASE, PHASE.release);
  }

  /** `doFail`, while it holds the lock; nothing once it is RELEASED. NEPI: ResourceManager.fail. */
  fail(): Continuation {
    return this.lifeline.locked(DO_FAIL, -1);
  }

  /**
   * It may do `action` only once every one of `group` has reached `state`. NEPI: ResourceManager.register_condition.
   * @param time how long ago they must have reached it; without one it does not matter.
   */
  registerCondition(action: Action, group: OneOrMore, state: State, time?: Time): void {
    this.addCondition(action, createCondition(listOf(group), state, microsOrNone(time), this.ec.nextCondition++));
  }

  /** The same with a condition that others may have, too. @internal */
  addCondition(action: Action, condition: Condition): void {
    if (!ACTIONS.includes(action)) throw new RangeError(`there is no action '${action}'`);
    ((this.lifeline.conditions ??= {})[action] ??= []).push(condition);
    this.ec.simulator.wakeAll();
  }

  /**
   * Takes guids out of the groups of an action's conditions, or of all; a condition that is left without anybody to wait
   * for is gone. NEPI: ResourceManager.unregister_condition.
   */
  unregisterCondition(group: OneOrMore, action?: Action): void {
    const actions = action ? [action] : (Object.keys(this.lifeline.conditions ?? {}) as Action[]);
    for (const each of actions) this.changeConditions(each, (condition) => withoutGuids(condition, listOf(group)));
  }

  /** @param change gives what takes the place of a condition; undefined: nothing does. @internal */
  changeConditions(action: Action, change: (condition: Condition) => Condition | undefined): void {
    const { conditions: all } = this.lifeline;
    const conditions = all?.[action];
    if (!conditions) return;
    all[action] = conditions.map(change).filter((condition) => condition !== undefined);
    this.ec.simulator.wakeAll();
  }

  /**
   * The connected resources of a type, all without one, subtypes included, in order of guid. NEPI:
   * ResourceManager.get_connected.
   */
  getConnected(rtype?: string): readonly ResourceManager[] {
    return this.lifeline.connected(rtype);
  }

  /** A task: sets an attribute once it is STARTED and a condition is met. NEPI: ResourceManager.set_with_conditions. */
  setWithConditions(name: string, value: AttributeValue, condition: Condition): Continuation {
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

  /** A task: starts once all conditions for that are met. NEPI: ResourceManager.start_with_conditions. */
  startWithConditions(): Continuation {
    return withConditions(this.lifeline, 'START', START_WITH_CONDITIONS, START);
  }

  /** A task: stops once all conditions for that are met. NEPI: ResourceManager.stop_with_conditions. */
  stopWithConditions(): Continuation {
    return withConditions(this.lifeline, 'STOP', STOP_WITH_CONDITIONS, STOP);
  }

  /** A task: deploys once all conditions for that are met. NEPI: ResourceManager.deploy_with_conditions. */
  deployWithConditions(): Continuation {
    return withConditions(this.lifeline, 'DEPLOY', DEPLOY_WITH_CONDITIONS, DEPLOY);
  }

  /**
   * Deploys again after the reschedule delay: what a `doDeploy` returns where something is not there yet. NEPI:
   * what its resource classes schedule then, after ResourceManager.reschedule_delay.
   */
  protected tryAgain(): undefined {
    this.ec.tasks.scheduleTask(this.ec.rescheduleDelay, DEPLOY, this.lifeline);
  }

  // The hooks. A subclass calls the original last, to change the state.

  /** Called when it gets connected to that one. NEPI: ResourceManager.do_connect. */
  doConnect(_guid: Guid): void {}

  /** Called when it is connected to that one no more. NEPI: ResourceManager.do_disconnect. */
  doDisconnect(_guid: Guid): void {}

  /** Whether the resource lets itself be connected to that one. NEPI: ResourceManager.valid_connection. */
  validConnection(_guid: Guid): boolean {
    return true;
  }

  /** What discovering it takes; ends with setDiscovered. NEPI: ResourceManager.do_discover. */
  doDiscover(): Continuation {
    this.setDiscovered();
    return undefined;
  }

  /** What provisioning it takes; ends with setProvisioned. NEPI: ResourceManager.do_provision. */
  doProvision(): Continuation {
    this.setProvisioned();
    return undefined;
  }

  /** What starting it takes; ends with setStarted. NEPI: ResourceManager.do_start. */
  doStart(): Continuation {
    this.setStarted();
    return undefined;
  }

  /** What stopping it takes; ends with setStopped. NEPI: ResourceManager.do_stop. */
  doStop(): Continuation {
    this.setStopped();
    return undefined;
  }

  /** What deploying it takes, discovering and provisioning included; ends with setReady. NEPI: ResourceManager.do_deploy. */
  doDeploy(): Continuation {
    this.setReady();
    return undefined;
  }

  /** What releasing it takes; ends with setReleased. NEPI: ResourceManager.do_release. */
  doRelease(): Continuation {
    this.setReleased();
    return undefined;
  }

  /** What failing takes; ends with setFailed, and the controller is informed. NEPI: ResourceManager.do_fail. */
  doFail(): Continuation {
    this.setFailed();
    this.ec.informFailure(this.guid);
    return undefined;
  }

  /** Fails now, in the middle of a phase, if there is one under way. For interventions. @internal */
  breakDown(): Continuation {
    const { work } = this.lifeline;
    const isBroken = work && this.ec.simulator.interrupt(work.process, new ResourceError(this, 'made to fail'));
    return isBroken ? undefined : this.fail();
  }

  /** Takes longer with what it does; or does nothing for a time, if it does nothing. For interventions. @internal */
  holdUp(by: Micros): Continuation {
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

const DO_FAIL: Act = (lifeline) =>
  lifeline.order === RELEASED ? undefined : attempt<Lifeline>(lifeline, TRY_TO_FAIL, TELL_OF_FAILURE);
const TRY_TO_FAIL: Act = ({ rm }) => rm.doFail();
const TELL_OF_FAILURE = ({ rm }: Lifeline, error: unknown): undefined => {
  rm.log('error', `FAILED TO FAIL: ${messageOf(error)}`);
};

/** What the three ..._with_conditions have in common. */
function withConditions(lifeline: Lifeline, action: Action, again: Act, act: Act): Continuation {
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
    const task = ec.tasks.schedule(wait.until - ec.now, action, lifeline);
    ec.chronicle.waitsOn(lifeline, task, wait);
    return;
  }
  const poll = ec.tasks.poll(ec.rescheduleDelay, action, lifeline);
  ec.chronicle.waitsOn(lifeline, poll, wait);
  if (!ec.simulator.skipsPolls) return;
  if (wait.activity === ACTIVITY.state) {
    lifeline.watch(poll, possible);
  } else {
    lifeline.watch(poll, ALL_STATES & ~possible);
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
