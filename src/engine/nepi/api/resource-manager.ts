import type { AttributeValue } from '../../../model/experiment.ts';
import { STATES, STATE_ORDER, type Action, type State } from '../../../model/state.ts';
import type { Guid } from '../../../model/units.ts';
import { raiseAfter } from '../../kernel/tasks/continuation.ts';
import type { Continuation } from '../../kernel/tasks/process.ts';
import { messageOf, ResourceError } from '../errors.ts';
import { PHASE } from '../recording/codes.ts';
import {
  DEPLOY,
  DEPLOY_LOCKED,
  DEPLOY_WITH_CONDITIONS,
  DISCOVER_LOCKED,
  DO_FAIL,
  DO_RELEASE,
  PROVISION_LOCKED,
  START,
  START_LOCKED,
  START_WITH_CONDITIONS,
  STOP,
  STOP_LOCKED,
  STOP_WITH_CONDITIONS,
} from '../runtime/acts.ts';
import { listOf, microsOrNone, type OneOrMore, type Time } from '../runtime/arguments.ts';
import { createCondition, withoutGuids, type Condition } from '../runtime/condition.ts';
import { addCondition, changeConditions, whenStarted, withConditions } from '../runtime/conditions.ts';
import type { ManagedResource } from '../runtime/managed-resource.ts';
import type { Act, ResourceRuntime } from '../runtime/resource-runtime.ts';
import type { ControllerOf } from './controller-of.ts';
import { runtimeOf } from './experiment-facade.ts';
import { ResourceBase, resourceOf } from './resource-base.ts';

const { READY, STARTED, STOPPED } = STATE_ORDER;
const NO_CONDITIONS: readonly Condition[] = [];

/**
 * Manages one resource of an experiment through its states. NEPI: ResourceManager, method by method, in the order of
 * the original.
 *
 * A program defines a type of resource by a subclass that overrides the hooks (`doDeploy` and the like). A hook that
 * takes virtual time is a generator that yields how long, in microseconds; any other is a plain method. A hook that
 * throws fails the resource.
 *
 * An action (`deploy` and the like) that takes time returns what is left of it. A program calls the controller's method
 * of that name, or schedules the action; a hook `yield*`s it.
 */
export class ResourceManager extends ResourceBase<ControllerOf<ResourceManager>> implements ManagedResource {
  /** The name of the type; each subclass has its own. NEPI: ResourceManager._rtype. */
  static readonly rtype: string = 'Resource';

  /** Fails because of an error, then raises it. NEPI: ResourceManager.failtrap. */
  failtrap(error: unknown): Continuation {
    const resource = resourceOf(this);
    const { recording, observer } = runtimeOf(this.ec);
    recording.waits.stopsWaiting(resource);
    const isNamed = error instanceof ResourceError && error.guid === this.guid;
    recording.log(this.guid, 'error', isNamed ? error.message : this.logMessage(messageOf(error)));
    observer.logged(error);
    return raiseAfter(this.fail(), error);
  }

  /** The guids of those it is connected to, in order. NEPI: ResourceManager.connections. */
  get connections(): readonly Guid[] {
    return resourceOf(this)
      .connected(undefined)
      .map(({ guid }) => guid);
  }

  /**
   * The conditions that hold an action back, in the order in which they are checked. NEPI: ResourceManager.conditions.
   */
  conditions(action: Action): readonly Condition[] {
    return resourceOf(this).conditions?.[action] ?? NO_CONDITIONS;
  }

  /**
   * Connects it to another resource, if it finds that valid; the controller calls this on both sides. NEPI:
   * ResourceManager.register_connection.
   */
  registerConnection(guid: Guid): void {
    const resource = resourceOf(this);
    const runtime = runtimeOf(this.ec);
    const other = runtime.resource(guid);
    if (resource.isConnected(other) || !this.validConnection(guid)) return;
    this.doConnect(guid);
    resource.connect(other);
    runtime.simulator.wakeAll();
  }

  /** Disconnects it from another resource. NEPI: ResourceManager.unregister_connection. */
  unregisterConnection(guid: Guid): void {
    const resource = resourceOf(this);
    const runtime = runtimeOf(this.ec);
    const other = runtime.resource(guid);
    if (!resource.isConnected(other)) return;
    this.doDisconnect(guid);
    resource.disconnect(other);
    runtime.simulator.wakeAll();
  }

  /** Finds the resource: `doDiscover`, while it holds the lock. NEPI: ResourceManager.discover. */
  discover(): Continuation {
    return resourceOf(this).trapped(DISCOVER_LOCKED);
  }

  /** Provisions the resource: `doProvision`, while it holds the lock. NEPI: ResourceManager.provision. */
  provision(): Continuation {
    return resourceOf(this).trapped(PROVISION_LOCKED);
  }

  /** `doStart`, while it holds the lock; only logs an error unless READY or STOPPED. NEPI: ResourceManager.start. */
  start(): Continuation {
    const resource = resourceOf(this);
    const isPossible = resource.order === READY || resource.order === STOPPED;
    return isPossible ? resource.trapped(START_LOCKED) : wrongState(resource, 'start');
  }

  /** `doStop`, while it holds the lock; only logs an error unless STARTED. NEPI: ResourceManager.stop. */
  stop(): Continuation {
    const resource = resourceOf(this);
    return resource.order === STARTED ? resource.trapped(STOP_LOCKED) : wrongState(resource, 'stop');
  }

  /** `doDeploy`, while it holds the lock; only logs an error beyond READY. NEPI: ResourceManager.deploy. */
  deploy(): Continuation {
    const resource = resourceOf(this);
    return resource.order <= READY ? resource.trapped(DEPLOY_LOCKED) : wrongState(resource, 'deploy');
  }

  /** `doRelease`, while it holds the lock; RELEASED even where that throws. NEPI: ResourceManager.release. */
  release(): Continuation {
    return resourceOf(this).locked(DO_RELEASE, PHASE.release);
  }

  /** `doFail`, while it holds the lock; nothing once it is RELEASED. NEPI: ResourceManager.fail. */
  fail(): Continuation {
    return resourceOf(this).locked(DO_FAIL, -1);
  }

  /**
   * It may do `action` only once every one of `group` has reached `state`. NEPI: ResourceManager.register_condition.
   * @param time how long ago they must have reached it; without one it does not matter.
   */
  registerCondition(action: Action, group: OneOrMore, state: State, time?: Time): void {
    const condition = createCondition(listOf(group), state, microsOrNone(time), runtimeOf(this.ec).nextCondition++);
    addCondition(resourceOf(this), action, condition);
  }

  /**
   * Removes guids from the groups of an action's conditions, or of all conditions; a condition whose group is left
   * empty is removed. NEPI: ResourceManager.unregister_condition.
   */
  unregisterCondition(group: OneOrMore, action?: Action): void {
    const actions = action ? [action] : (Object.keys(resourceOf(this).conditions ?? {}) as Action[]);
    for (const each of actions) {
      changeConditions(resourceOf(this), each, (condition) => withoutGuids(condition, listOf(group)));
    }
  }

  /**
   * The connected resources of a type (default: all), subtypes included, in order of guid. NEPI:
   * ResourceManager.get_connected.
   */
  getConnected(rtype?: string): readonly ResourceManager[] {
    return resourceOf(this).connectedManagers(rtype) as readonly ResourceManager[];
  }

  /** A task: sets an attribute once it is STARTED and a condition is met. NEPI: ResourceManager.set_with_conditions. */
  setWithConditions(name: string, value: AttributeValue, condition: Condition): Continuation {
    const again: Act = ({ manager }) => manager.setWithConditions(name, value, condition);
    return whenStarted(resourceOf(this), condition, again, () => {
      this.ec.set(this.guid, name, value);
      return undefined;
    });
  }

  /** A task: starts once all conditions for that are met. NEPI: ResourceManager.start_with_conditions. */
  startWithConditions(): Continuation {
    return withConditions(resourceOf(this), 'START', START_WITH_CONDITIONS, START);
  }

  /** A task: stops once all conditions for that are met. NEPI: ResourceManager.stop_with_conditions. */
  stopWithConditions(): Continuation {
    return withConditions(resourceOf(this), 'STOP', STOP_WITH_CONDITIONS, STOP);
  }

  /** A task: deploys once all conditions for that are met. NEPI: ResourceManager.deploy_with_conditions. */
  deployWithConditions(): Continuation {
    return withConditions(resourceOf(this), 'DEPLOY', DEPLOY_WITH_CONDITIONS, DEPLOY);
  }

  /**
   * Deploys again after the reschedule delay; a `doDeploy` returns this while something is missing. NEPI: what its
   * resource classes schedule then, after ResourceManager.reschedule_delay.
   */
  protected tryAgain(): undefined {
    const resource = resourceOf(this);
    resource.context.tasks.scheduleTask(resource.context.rescheduleDelay, DEPLOY, resource);
  }

  // The hooks. A subclass calls the original last: it changes the state.

  /** Called when it is connected to another resource. NEPI: ResourceManager.do_connect. */
  doConnect(_guid: Guid): void {}

  /** Called when it is disconnected from another resource. NEPI: ResourceManager.do_disconnect. */
  doDisconnect(_guid: Guid): void {}

  /** Whether it may be connected to another resource. NEPI: ResourceManager.valid_connection. */
  validConnection(_guid: Guid): boolean {
    return true;
  }

  /** Discovers the resource; ends with setDiscovered. NEPI: ResourceManager.do_discover. */
  doDiscover(): Continuation {
    this.setDiscovered();
    return undefined;
  }

  /** Provisions the resource; ends with setProvisioned. NEPI: ResourceManager.do_provision. */
  doProvision(): Continuation {
    this.setProvisioned();
    return undefined;
  }

  /** Starts the resource; ends with setStarted. NEPI: ResourceManager.do_start. */
  doStart(): Continuation {
    this.setStarted();
    return undefined;
  }

  /** Stops the resource; ends with setStopped. NEPI: ResourceManager.do_stop. */
  doStop(): Continuation {
    this.setStopped();
    return undefined;
  }

  /** Discovers, provisions and deploys the resource; ends with setReady. NEPI: ResourceManager.do_deploy. */
  doDeploy(): Continuation {
    this.setReady();
    return undefined;
  }

  /** Releases the resource; ends with setReleased. NEPI: ResourceManager.do_release. */
  doRelease(): Continuation {
    this.setReleased();
    return undefined;
  }

  /** Fails the resource: ends with setFailed, and informs the controller. NEPI: ResourceManager.do_fail. */
  doFail(): Continuation {
    this.setFailed();
    this.ec.informFailure(this.guid);
    return undefined;
  }
}

function wrongState(resource: ResourceRuntime, action: string): undefined {
  resource.context.recording.waits.stopsWaiting(resource);
  resource.manager.log('error', `Wrong state ${STATES[resource.order]!} for ${action}`);
}
