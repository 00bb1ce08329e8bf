import type { AttributeValue } from '../../../model/experiment.ts';
import type { ResourceType } from '../../../model/rtype.ts';
import { STATES, STATE_ORDER, type Action } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import { attempt } from '../../kernel/tasks/continuation.ts';
import { Lock } from '../../kernel/tasks/lock.ts';
import { Signal } from '../../kernel/polling/signal.ts';
import type { Blocking, Continuation, Process } from '../../kernel/tasks/process.ts';
import { ACTIVITY, NO_STATE, PHASE } from '../recording/codes.ts';
import { Wait } from '../recording/wait.ts';
import { microsOf, notNegative } from './arguments.ts';
import { AttributeValues, valueUnset } from './attributes.ts';
import type { Condition } from './condition.ts';
import type { ManagedResource } from './managed-resource.ts';
import type { ObservedResource, RunContext } from './run-context.ts';

const { NEW, READY, RELEASED } = STATE_ORDER;
const NO_CONNECTIONS: ResourceRuntime[] = [];

/** What a resource signals besides its states: that its lock is held for some time. */
export const LOCKED_BIT = 1 << STATES.length;

/** Something that takes a resource's time, as it is recorded, and the process that does it or will end it. */
export interface Work {
  wait: Wait;
  readonly process: Process;
}

/** What is done with a resource. */
export type Act = (resource: ResourceRuntime) => Continuation;

/** The deployment group of a resource, as far as its members have to know. */
export interface DeployedGroup {
  readonly number: number;
  /** A member has become READY. */
  memberReady(row: number): void;
  /** A member is not READY any more. */
  memberLost(): void;
}

/**
 * A resource while the experiment runs: its state, attributes, connections, conditions, lock and work. It is apart from
 * the resource manager because managers have as many classes as there are types: code that meets objects of more than
 * four classes is slow at each field it reads, so what is done most often is done here, with one class. As a signal, it
 * wakes the processes that poll for a state that it enters.
 */
export class ResourceRuntime extends Signal implements ObservedResource {
  readonly context: RunContext;
  readonly guid: Guid;
  readonly type: ResourceType;
  /** Its row in what is recorded. */
  readonly row: number;
  readonly manager: ManagedResource;
  /** NEPI: ResourceManager._conditions. */
  conditions: Partial<Record<Action, Condition[]>> | undefined = undefined;
  /** The group it was last deployed with. NEPI: deployment_group. */
  group: DeployedGroup | undefined = undefined;

  /** Place of the state in STATES. */
  #order: number = NEW;
  #attributes: AttributeValues | undefined = undefined;
  /** In order of guid. Lists of less than two are shared, and never changed. */
  #connections = NO_CONNECTIONS;
  /** Their managers, once asked for. */
  #managers: readonly ManagedResource[] | undefined = undefined;
  /** The list that is shared by all that are connected to this resource alone, as most resources are. */
  #onlyThis: ResourceRuntime[] | undefined = undefined;
  #lock: Lock | undefined = undefined;
  #work: Work | undefined = undefined;
  #run: Work | undefined = undefined;

  constructor(context: RunContext, guid: Guid, type: ResourceType, manager: ManagedResource) {
    super();
    this.context = context;
    this.guid = guid;
    this.type = type;
    this.manager = manager;
    this.row = context.recording.addResource(guid);
  }

  // State and times

  get order(): number {
    return this.#order;
  }

  /** Whether it is at least READY. */
  get isReady(): boolean {
    return this.#order >= READY;
  }

  get isCritical(): boolean {
    return this.manager.isCritical;
  }

  enteredAt(state: number): Micros {
    return this.context.recording.history.enteredAt(this.row, state);
  }

  enteredIn(state: number): number {
    return this.context.recording.history.enteredIn(this.row, state);
  }

  reachedAt(state: number): Micros {
    return this.context.recording.history.reachedAt(this.row, state);
  }

  reachedIn(state: number): number {
    return this.context.recording.history.reachedIn(this.row, state);
  }

  /**
   * NEPI: ResourceManager.set_state.
   * @param time when it happened, if not now.
   * @throws RangeError when that is not a time.
   */
  enter(state: number, time: Micros | undefined): void {
    const { recording, simulator } = this.context;
    const before = this.#order;
    if (before === RELEASED) return;
    const since = time === undefined ? simulator.now : notNegative(microsOf(time));
    if (this.#run) {
      recording.activities.end(this.row, this.#run.wait);
      this.#run = undefined;
    }
    recording.history.enter(this.row, before, state, since, recording.causes.state(this.guid, state));
    this.#order = state;
    this.notify(simulator, 1 << state);
    if (state === RELEASED) {
      recording.activities.finish(this.row);
    } else if (state <= READY && this.group) {
      if (state === READY) this.group.memberReady(this.row);
      else if (before >= READY) this.group.memberLost();
    }
  }

  // Its run

  /** Its run, as long as it lasts. */
  get run(): Readonly<Work> | undefined {
    return this.#run;
  }

  /** Having started, it runs until a task ends the run. */
  runsUntil(end: Process, until: Micros): void {
    const wait = new Wait(ACTIVITY.phase, PHASE.run, 0, NO_STATE, until);
    this.#run = { wait, process: end };
    end.wait = wait;
    this.context.recording.activities.begin(this.row, wait);
  }

  /** Its run ends at another time. */
  runsOnUntil(until: Micros): void {
    if (!this.#run) return;
    const { recording, simulator } = this.context;
    const { wait, process } = this.#run;
    const next = new Wait(wait.activity, wait.ref, 0, NO_STATE, until);
    process.wait = recording.activities.change(this.row, wait, next, simulator.now);
    this.#run = { wait: next, process };
    simulator.reschedule(
      (each) => each === process,
      () => until,
    );
  }

  // Attributes

  /** The attributes, and the values that were set. */
  get attributes(): AttributeValues {
    return (this.#attributes ??= new AttributeValues(this.type));
  }

  /** The value of an attribute, whatever its flags say. @throws RangeError when the type has no such attribute. */
  get(name: string): AttributeValue | undefined {
    const globals = this.context.globals(this.type.rtype);
    return this.#attributes ? this.#attributes.get(name, globals) : valueUnset(this.type, name, globals);
  }

  // Connections

  /** The connected resources of a type (all without one), subtypes included, in order of guid. */
  connected(rtype: string | undefined): readonly ResourceRuntime[] {
    const all = this.#connections;
    if (all.length === 0) return all;
    if (all.length === 1) return rtype === undefined || isOfType(all[0]!, rtype) ? all : NO_CONNECTIONS;
    return rtype === undefined ? all.slice() : all.filter((each) => isOfType(each, rtype));
  }

  /** The managers of the connected resources of a type (all without one). */
  connectedManagers(rtype: string | undefined): readonly ManagedResource[] {
    const found = this.connected(rtype);
    // A single connection is asked for over and over, by the retries of a deployment.
    if (found.length === 1 && this.#connections.length === 1) return (this.#managers ??= [found[0]!.manager]);
    return found.map(({ manager }) => manager);
  }

  isConnected(other: ResourceRuntime): boolean {
    const place = placeOf(other.guid, this.#connections);
    return place > 0 && this.#connections[place - 1] === other;
  }

  connect(other: ResourceRuntime): void {
    const connections = this.#connections;
    const place = placeOf(other.guid, this.#connections);
    this.#managers = undefined;
    if (connections.length === 0) this.#connections = other.#onlyThis ??= [other];
    else if (connections.length === 1) this.#connections = connections.toSpliced(place, 0, other);
    else if (place === connections.length) connections.push(other);
    else connections.splice(place, 0, other);
  }

  disconnect(other: ResourceRuntime): void {
    this.#managers = undefined;
    this.#connections = this.#connections.filter((each) => each !== other);
  }

  // Its lock, and the work that it is held for

  /** The work that its lock is held for, while that takes time, and the process that does it. */
  get work(): Readonly<Work> | undefined {
    return this.#work;
  }

  /** From now on the work is another phase: a place in PHASES. */
  workOn(phase: number): void {
    if (!this.#work) return;
    const { recording, now } = this.context;
    const next = new Wait(ACTIVITY.phase, phase);
    this.#work.wait = recording.activities.change(this.row, this.#work.wait, next, now);
  }

  /**
   * Does `body` while holding the lock, which is freed in the end, whatever happens. NEPI: with self._release_lock.
   * What takes no time can't meet another process, so there is a lock only once something takes time.
   * @param phase the phase that it is, where it takes time.
   */
  locked(body: Act, phase: number): Continuation {
    if (this.#lock?.isHeld) return this.#lockedLater(this.#lock, body, phase);
    const continuation = body(this);
    if (!continuation) return undefined;
    if (typeof continuation.next !== 'function')
      throw new TypeError('a hook that takes time is a generator, not async');
    return this.#lockedOn((this.#lock ??= new Lock()), continuation, phase, false);
  }

  *#lockedLater(lock: Lock, body: Act, phase: number): Blocking {
    const wait = new Wait(ACTIVITY.lock, -1);
    const { recording, simulator } = this.context;
    recording.activities.begin(this.row, wait);
    yield lock;
    recording.activities.end(this.row, wait);
    let continuation: Continuation;
    try {
      continuation = body(this);
    } catch (error) {
      simulator.unlock(lock);
      throw error;
    }
    if (continuation) yield* this.#lockedOn(lock, continuation, phase, true);
    else simulator.unlock(lock);
  }

  /**
   * Takes the lock first, unless it is held. Another process may have taken it if the caller did not continue at once.
   */
  *#lockedOn(lock: Lock, continuation: Blocking, phase: number, isHeld: boolean): Blocking {
    const { recording, simulator } = this.context;
    if (!isHeld && !lock.take()) yield lock;
    const work = { wait: new Wait(ACTIVITY.phase, phase), process: simulator.running };
    this.#work = work;
    recording.activities.begin(this.row, work.wait);
    this.notify(simulator, LOCKED_BIT);
    try {
      yield* continuation;
    } finally {
      recording.activities.end(this.row, work.wait);
      this.#work = undefined;
      simulator.unlock(lock);
    }
  }

  /** Does it; an error fails the resource. NEPI: failtrap, the decorator. */
  trapped(body: Act): Continuation {
    return attempt<ResourceRuntime>(this, body, FAILTRAP);
  }
}

const FAILTRAP = ({ manager }: ResourceRuntime, error: unknown): Continuation => manager.failtrap(error);

function isOfType({ type }: ResourceRuntime, rtype: string): boolean {
  return type.lineage.includes(rtype);
}

/** The place in a list by guid behind all lower guids, and this one. Most resources are connected in order of guid. */
function placeOf(guid: Guid, list: readonly ResourceRuntime[]): number {
  let place = list.length;
  while (place > 0 && list[place - 1]!.guid > guid) place--;
  return place;
}
