import type { AttributeValue } from '../../model/experiment.ts';
import { STATES, STATE_ORDER, type Action, type State } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { attempt, raiseAfter } from '../kernel/course.ts';
import { Lock } from '../kernel/lock.ts';
import type { Blocking, Course, Process } from '../kernel/process.ts';
import { listOf, microsOf, type OneOrMore, type Time } from './arguments.ts';
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
import { ResourceBase } from './resource-base.ts';
import { Wait } from './story.ts';

const { READY, STARTED, STOPPED, RELEASED } = STATE_ORDER;
const NO_CONDITIONS: readonly Condition[] = [];
const NO_CONNECTIONS: ResourceManager[] = [];

/** What a resource signals, beside its states: that its lock is held for some time. */
export const LOCKED_BIT = 1 << STATES.length;

/** What a task does with a resource. */
export type RmAction = (rm: ResourceManager) => Course;
export const DEPLOY: RmAction = (rm) => rm.deploy();
export const START: RmAction = (rm) => rm.start();
export const STOP: RmAction = (rm) => rm.stop();
export const RELEASE: RmAction = (rm) => rm.release();
export const DEPLOY_WITH_CONDITIONS: RmAction = (rm) => rm.deployWithConditions();
export const START_WITH_CONDITIONS: RmAction = (rm) => rm.startWithConditions();
export const STOP_WITH_CONDITIONS: RmAction = (rm) => rm.stopWithConditions();

/**
 * What looks after one resource of an experiment, through its states. NEPI: ResourceManager, method by method.
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

  #lock: Lock | undefined;
  /** What its lock is held for, when that takes time, and by whom. */
  #work: { wait: Wait; readonly process: Process } | undefined;
  /** In order of guid. */
  #connections: ResourceManager[] = NO_CONNECTIONS;
  #conditions: Partial<Record<Action, Condition[]>> | undefined;

  /**
   * Connects it to another resource, if it finds that valid; the controller calls this on either side. NEPI:
   * ResourceManager.register_connection.
   */
  registerConnection(guid: Guid): void {
    const other = this.ec.getResource(guid);
    const connections = this.#connections;
    let place = connections.length;
    while (place > 0 && connections[place - 1]!.guid > guid) place--;
    if (connections[place - 1] === other || !this.validConnection(guid)) return;
    this.doConnect(guid);
    if (place === 0 && connections.length === 0) this.#connections = [other];
    else if (place === connections.length) connections.push(other);
    else connections.splice(place, 0, other);
    this.ec.simulator.wakeAll();
  }

  /** Is connected to that one no more. NEPI: ResourceManager.unregister_connection. */
  unregisterConnection(guid: Guid): void {
    const place = this.#connections.findIndex((each) => each.guid === guid);
    if (place < 0) return;
    this.doDisconnect(guid);
    this.#connections = this.#connections.toSpliced(place, 1);
    this.ec.simulator.wakeAll();
  }

  /** The guids of those it is connected to, in order. NEPI: ResourceManager.connections. */
  get connections(): readonly Guid[] {
    return this.#connections.map(({ guid }) => guid);
  }

  /** Finds the resource: `doDiscover`, while it holds the lock. NEPI: ResourceManager.discover. */
  discover(): Course {
    return attempt<ResourceManager>(this, ResourceManager.#discover, FAILTRAP);
  }

  /** Gets hold of the resource: `doProvision`, while it holds the lock. NEPI: ResourceManager.provision. */
  provision(): Course {
    return attempt<ResourceManager>(this, ResourceManager.#provision, FAILTRAP);
  }

  /** `doStart`, while it holds the lock; only logs an error unless READY or STOPPED. NEPI: ResourceManager.start. */
  start(): Course {
    if (this.order !== READY && this.order !== STOPPED) return this.#wrongState('start');
    return attempt<ResourceManager>(this, ResourceManager.#start, FAILTRAP);
  }

  /** `doStop`, while it holds the lock; only logs an error unless STARTED. NEPI: ResourceManager.stop. */
  stop(): Course {
    if (this.order !== STARTED) return this.#wrongState('stop');
    return attempt<ResourceManager>(this, ResourceManager.#stop, FAILTRAP);
  }

  /** `doDeploy`, while it holds the lock; only logs an error beyond READY. NEPI: ResourceManager.deploy. */
  deploy(): Course {
    if (this.order > READY) return this.#wrongState('deploy');
    return attempt<ResourceManager>(this, ResourceManager.#deploy, FAILTRAP);
  }

  /** `doRelease`, while it holds the lock; RELEASED even where that throws. NEPI: ResourceManager.release. */
  release(): Course {
    return this.#locked(ResourceManager.#doRelease, PHASE.release);
  }

  /** `doFail`, while it holds the lock. NEPI: ResourceManager.fail. */
  fail(): Course {
    return this.#locked(ResourceManager.#doFail, -1);
  }

  /**
   * It may do `action` only once every one of `group` has reached `state`. NEPI: ResourceManager.register_condition.
   * @param time how long ago they must have reached it; without one it does not matter.
   */
  registerCondition(action: Action, group: OneOrMore, state: State, time?: Time): void {
    this.addCondition(action, createCondition(listOf(group), state, time === undefined ? undefined : microsOf(time)));
  }

  /** The same with a condition that others may have, too. @internal */
  addCondition(action: Action, condition: Condition): void {
    ((this.#conditions ??= {})[action] ??= []).push(condition);
    this.ec.simulator.wakeAll();
  }

  /**
   * Takes guids out of the groups of an action's conditions, or of all; a condition that is left without anybody to wait
   * for is gone. NEPI: ResourceManager.unregister_condition.
   */
  unregisterCondition(group: OneOrMore, action?: Action): void {
    const actions = action ? [action] : (Object.keys(this.#conditions ?? {}) as Action[]);
    for (const each of actions) this.changeConditions(each, (condition) => withoutGuids(condition, listOf(group)));
  }

  /** @param change gives what takes the place of a condition; undefined: nothing does. @internal */
  changeConditions(action: Action, change: (condition: Condition) => Condition | undefined): void {
    const conditions = this.#conditions?.[action];
    if (!conditions) return;
    this.#conditions![action] = conditions.map(change).filter((condition) => condition !== undefined);
    this.ec.simulator.wakeAll();
  }

  /** The conditions that hold an action back, in the order in which they are looked at. NEPI: ResourceManager.conditions. */
  conditions(action: Action): readonly Condition[] {
    return this.#conditions?.[action] ?? NO_CONDITIONS;
  }

  /**
   * The connected resources of a type, all without one, subtypes included, in order of guid. NEPI:
   * ResourceManager.get_connected.
   */
  getConnected(rtype?: string): readonly ResourceManager[] {
    return rtype === undefined ? this.#connections : this.#connections.filter((rm) => rm.type.lineage.includes(rtype));
  }

  /** A task: sets an attribute once it is STARTED and a condition is met. NEPI: ResourceManager.set_with_conditions. */
  setWithConditions(name: string, value: AttributeValue, condition: Condition): Course {
    const again: RmAction = (rm) => rm.setWithConditions(name, value, condition);
    let wait: Wait | undefined;
    try {
      wait = this.order === STARTED ? needsReschedule(this, condition) : new Wait(ACTIVITY.state, -1, 0, STARTED);
    } catch (error) {
      return this.failtrap(error);
    }
    if (wait) return this.#reschedule(again, wait, POSSIBLE.STOP, [condition]);
    this.ec.chronicle.stopsWaiting(this);
    this.ec.set(this.guid, name, value);
    return undefined;
  }

  /** A task: starts once all conditions for that are met. NEPI: ResourceManager.start_with_conditions. */
  startWithConditions(): Course {
    return this.#withConditions('START', START_WITH_CONDITIONS, START);
  }

  /** A task: stops once all conditions for that are met. NEPI: ResourceManager.stop_with_conditions. */
  stopWithConditions(): Course {
    return this.#withConditions('STOP', STOP_WITH_CONDITIONS, STOP);
  }

  /** A task: deploys once all conditions for that are met. NEPI: ResourceManager.deploy_with_conditions. */
  deployWithConditions(): Course {
    return this.#withConditions('DEPLOY', DEPLOY_WITH_CONDITIONS, DEPLOY);
  }

  /** What the three ..._with_conditions have in common. */
  #withConditions(action: Action, again: RmAction, act: RmAction): Course {
    if (this.ec.abort) return this.ec.chronicle.stopsWaiting(this);
    const conditions = this.conditions(action);
    let wait: Wait | undefined;
    if (!includes(POSSIBLE[action], this.order)) {
      wait = new Wait(ACTIVITY.state, -1, 0, lowestPossible(action));
    } else {
      try {
        for (const condition of conditions) if ((wait = needsReschedule(this, condition))) break;
      } catch (error) {
        return this.failtrap(error);
      }
    }
    if (wait) return this.#reschedule(again, wait, POSSIBLE[action], conditions);
    this.ec.chronicle.stopsWaiting(this);
    this.ec.chronicle.because(this.eventOf(this.order), VIA.phase, this.enteredAt(this.order));
    return act(this);
  }

  // The hooks. A subclass calls the original last, to change the state.

  /** Whether the resource lets itself be connected to that one. NEPI: ResourceManager.valid_connection. */
  validConnection(_guid: Guid): boolean {
    return true;
  }

  /** Called when it gets connected to that one. NEPI: ResourceManager.do_connect. */
  doConnect(_guid: Guid): void {}

  /** Called when it is connected to that one no more. NEPI: ResourceManager.do_disconnect. */
  doDisconnect(_guid: Guid): void {}

  /** What discovering it takes; ends with setDiscovered. NEPI: ResourceManager.do_discover. */
  doDiscover(): Course {
    this.setDiscovered();
    return undefined;
  }

  /** What provisioning it takes; ends with setProvisioned. NEPI: ResourceManager.do_provision. */
  doProvision(): Course {
    this.setProvisioned();
    return undefined;
  }

  /** What deploying it takes, discovering and provisioning included; ends with setReady. NEPI: ResourceManager.do_deploy. */
  doDeploy(): Course {
    this.setReady();
    return undefined;
  }

  /** What starting it takes; ends with setStarted. NEPI: ResourceManager.do_start. */
  doStart(): Course {
    this.setStarted();
    return undefined;
  }

  /** What stopping it takes; ends with setStopped. NEPI: ResourceManager.do_stop. */
  doStop(): Course {
    this.setStopped();
    return undefined;
  }

  /** What releasing it takes; ends with setReleased. NEPI: ResourceManager.do_release. */
  doRelease(): Course {
    this.setReleased();
    return undefined;
  }

  /** What failing takes; ends with setFailed, and the controller is informed. NEPI: ResourceManager.do_fail. */
  doFail(): Course {
    this.setFailed();
    this.ec.informFailure(this.guid);
    return undefined;
  }

  /** Fails because of an error, then raises it. NEPI: ResourceManager.failtrap. */
  failtrap(error: unknown): Course {
    this.ec.chronicle.stopsWaiting(this);
    this.ec.chronicle.failed(this, error);
    return raiseAfter(this.fail(), error);
  }

  /** What its lock is held for, while that takes time, and the process that does it. @internal */
  get work(): { readonly wait: Wait; readonly process: Process } | undefined {
    return this.#work;
  }

  /** Fails now, in the middle of a phase, if there is one under way. For interventions. @internal */
  breakDown(): Course {
    const isBroken =
      this.#work && this.ec.simulator.interrupt(this.#work.process, new ResourceError(this, 'made to fail'));
    return isBroken ? undefined : this.fail();
  }

  /** Takes longer with what it does; or does nothing for a time, if it does nothing. For interventions. @internal */
  holdUp(by: Micros): Course {
    const work = this.#work;
    if (!work && !this.run) return this.#locked(() => lasting(by), -1);
    if (this.run) this.runsOnUntil(this.run.wait.until + by);
    if (work) {
      this.ec.simulator.reschedule(
        (process) => process === work.process,
        (time) => time + by,
      );
    }
    return undefined;
  }

  /** What the work that takes time is from now on: a phase's place in PHASES. @internal */
  protected workOn(phase: number): void {
    if (this.#work) this.#work.wait = this.story.change(this.#work.wait, new Wait(ACTIVITY.phase, phase), this.ec.now);
  }

  /**
   * Does `body` while holding the lock, which is freed in the end, whatever happens. NEPI: with self._release_lock.
   * What takes no time can't meet anybody else, so there is a lock only once something does.
   * @param phase what it is, where it takes time.
   */
  #locked(body: RmAction, phase: number): Course {
    if (this.#lock?.isHeld) return this.#lockedLater(this.#lock, body, phase);
    const course = body(this);
    if (!course) return undefined;
    const lock = (this.#lock ??= new Lock());
    lock.take();
    return this.#lockedOn(lock, course, phase);
  }

  *#lockedLater(lock: Lock, body: RmAction, phase: number): Blocking {
    const wait = new Wait(ACTIVITY.lock, -1);
    this.story.begin(wait);
    yield lock;
    this.story.end(wait);
    let course: Course;
    try {
      course = body(this);
    } catch (error) {
      this.ec.simulator.unlock(lock);
      throw error;
    }
    if (course) yield* this.#lockedOn(lock, course, phase);
    else this.ec.simulator.unlock(lock);
  }

  /** The lock is held for what takes time. */
  *#lockedOn(lock: Lock, course: Blocking, phase: number): Blocking {
    const work = { wait: new Wait(ACTIVITY.phase, phase), process: this.ec.simulator.running };
    this.#work = work;
    this.story.begin(work.wait);
    this.signal.notify(this.ec.simulator, LOCKED_BIT);
    try {
      yield* course;
    } finally {
      this.story.end(work.wait);
      this.#work = undefined;
      this.ec.simulator.unlock(lock);
    }
  }

  // What the actions do, once they may. They are here to be handed on without making a closure each time.

  static readonly #discover: RmAction = (rm) => rm.#locked(ResourceManager.#doDiscover, PHASE.discover);
  static readonly #provision: RmAction = (rm) => rm.#locked(ResourceManager.#doProvision, PHASE.provision);
  static readonly #deploy: RmAction = (rm) => rm.#locked(ResourceManager.#doDeploy, PHASE.ready);
  static readonly #start: RmAction = (rm) => rm.#locked(ResourceManager.#doStart, PHASE.start);
  static readonly #stop: RmAction = (rm) => rm.#locked(ResourceManager.#doStop, PHASE.stop);

  static readonly #doDiscover: RmAction = (rm) => (rm.order === RELEASED ? undefined : rm.doDiscover());
  static readonly #doProvision: RmAction = (rm) => (rm.order === RELEASED ? undefined : rm.doProvision());
  static readonly #doDeploy: RmAction = (rm) => (rm.order === RELEASED ? undefined : rm.doDeploy());
  static readonly #doStart: RmAction = (rm) => (rm.order === RELEASED ? undefined : rm.doStart());
  /** NEPI's stop doesn't look for RELEASED. */
  static readonly #doStop: RmAction = (rm) => rm.doStop();
  static readonly #doRelease: RmAction = (rm) => attempt(rm, DO_RELEASE, FAILED_TO_RELEASE);
  static readonly #doFail: RmAction = (rm) => attempt(rm, DO_FAIL, FAILED_TO_FAIL);

  /**
   * Deploys again after the reschedule delay: what a `doDeploy` returns where something is not there yet. NEPI:
   * what its resource classes schedule then, after ResourceManager.reschedule_delay.
   */
  protected tryAgain(): undefined {
    this.ec.scheduleAction(this.ec.rescheduleDelay, DEPLOY, this as ResourceManager);
  }

  /** Puts a task off: until the time it waits for has passed, or else to poll for what it waits for. */
  #reschedule(action: RmAction, wait: Wait, possible: number, conditions: readonly Condition[]): undefined {
    const { ec } = this;
    if (wait.until >= 0) {
      const task = ec.scheduleAction(wait.until - ec.now, action, this as ResourceManager);
      ec.chronicle.waitsOn(this, task, wait);
      return;
    }
    const poll = ec.poll(ec.rescheduleDelay, action, this as ResourceManager);
    ec.chronicle.waitsOn(this, poll, wait);
    if (!ec.simulator.skipsPolls) return;
    if (wait.activity === ACTIVITY.state) {
      this.signal.watch(poll, possible);
    } else {
      this.signal.watch(poll, ALL_STATES & ~possible);
      watchConditions(poll, this, conditions, wait);
    }
  }

  #wrongState(action: string): undefined {
    this.ec.chronicle.stopsWaiting(this);
    this.log('error', `Wrong state ${this.state} for ${action}`);
  }
}

function* lasting(time: Micros): Blocking {
  yield time;
}

const FAILTRAP = (rm: ResourceManager, error: unknown): Course => rm.failtrap(error);
const DO_RELEASE: RmAction = (rm) => rm.doRelease();
const DO_FAIL: RmAction = (rm) => rm.doFail();

const FAILED_TO_RELEASE = (rm: ResourceManager, error: unknown): undefined => {
  rm.log('error', `FAILED TO RELEASE: ${messageOf(error)}`);
  rm.setReleased();
};

const FAILED_TO_FAIL = (rm: ResourceManager, error: unknown): undefined => {
  rm.log('error', `FAILED TO FAIL: ${messageOf(error)}`);
};
