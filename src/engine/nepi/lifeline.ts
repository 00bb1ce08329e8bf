import type { ResourceType } from '../../model/rtype.ts';
import { STATES, STATE_ORDER, type Action } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { attempt } from '../kernel/continuation.ts';
import { Lock } from '../kernel/lock.ts';
import type { Blocking, Continuation, Process } from '../kernel/process.ts';
import { Signal } from '../kernel/polling/signal.ts';
import { microsOf, notNegative } from './arguments.ts';
import type { Condition } from './conditions.ts';
import type { DeploymentGroup } from './deployment-group.ts';
import type { ExperimentController } from './experiment-controller.ts';
import { ACTIVITY, NO_STATE, PHASE } from './journal.ts';
import type { ResourceManager } from './resource-manager.ts';
import { Wait } from './wait.ts';

const { NEW, READY, RELEASED } = STATE_ORDER;
const NO_CONNECTIONS: ResourceManager[] = [];

/** What a resource signals, beside its states: that its lock is held for some time. */
export const LOCKED_BIT = 1 << STATES.length;

/** Something a resource does, told while it lasts, and the process that does it or will end it. */
export interface Work {
  wait: Wait;
  readonly process: Process;
}

/** What is done with a resource. */
export type Act = (lifeline: Lifeline) => Continuation;

/**
 * What a resource manager goes through: its state and times, its lock, whom it is connected to and waits for, what its
 * time goes into. It stands apart from the resource manager because of those there are as many classes as types, and
 * code that meets objects of more than four classes is slow at each field it reads. What is done most often is done
 * here, with one class. It tells those who poll for it of each state that it enters.
 */
export class Lifeline extends Signal {
  readonly rm: ResourceManager;
  readonly ec: ExperimentController;
  readonly guid: Guid;
  readonly type: ResourceType;
  /** Its number in {@link Stories}, which say what its time goes into, and its row in {@link StateHistory}. */
  readonly story: number;
  /** NEPI: ResourceManager._conditions. */
  conditions: Partial<Record<Action, Condition[]>> | undefined = undefined;
  /** The group it was last deployed with; 0: none. NEPI: deployment_group. */
  deploymentGroup = 0;

  /** Place of the state in STATES. */
  #order: number = NEW;
  /** In order of guid. Lists of less than two are shared, and never changed. */
  #connections = NO_CONNECTIONS;
  /** The list of those that are connected to this one only, as most resources are. */
  #onlyThis: ResourceManager[] | undefined = undefined;
  #lock: Lock | undefined = undefined;
  #work: Work | undefined = undefined;
  #run: Work | undefined = undefined;

  constructor(rm: ResourceManager, ec: ExperimentController, guid: Guid, type: ResourceType) {
    super();
    this.rm = rm;
    this.ec = ec;
    this.guid = guid;
    this.type = type;
    this.story = ec.stories.add(guid, ec.now);
    ec.history.begin(this.story, ec.now);
  }

  // State and times

  /** The state's place in STATES. */
  get order(): number {
    return this.#order;
  }

  /** Whether it is at least READY. */
  get isReady(): boolean {
    return this.#order >= READY;
  }

  /** When it last entered a state (its place in STATES); -1: never. */
  enteredAt(state: number): Micros {
    return this.ec.history.enteredAt(this.story, state);
  }

  /** The event in which it last did; -1: none. */
  enteredIn(state: number): number {
    return this.ec.history.enteredIn(this.story, state);
  }

  /** When it last came to be at least in a state; -1: never. */
  reachedAt(state: number): Micros {
    return this.ec.history.reachedAt(this.story, state);
  }

  /** The event in which it last did; -1: none. */
  reachedIn(state: number): number {
    return this.ec.history.reachedIn(this.story, state);
  }

  /** When it first came to be at least in a state, in that event or a later one; -1: not since then. */
  firstReached(state: number, sinceEvent: number): Micros {
    return this.ec.history.firstReached(this.story, state, sinceEvent);
  }

  /**
   * NEPI: ResourceManager.set_state.
   * @param time when it is said to have happened, if not now.
   * @throws RangeError when that is no time.
   */
  enter(state: number, time: Micros | undefined): void {
    const { ec } = this;
    const before = this.#order;
    if (before === RELEASED) return;
    const since = time === undefined ? ec.now : notNegative(microsOf(time));
    if (this.#run) {
      ec.stories.end(this.story, this.#run.wait);
      this.#run = undefined;
    }
    ec.history.enter(this.story, before, state, since, ec.chronicle.state(this.guid, state));
    this.#order = state;
    this.notify(ec.simulator, 1 << state);
    if (state === RELEASED) ec.stories.finish(this.story);
    else if (state <= READY && this.deploymentGroup > 0)
      this.#tellGroup(ec.group(this.deploymentGroup)!, state, before);
  }

  #tellGroup(group: DeploymentGroup, state: number, before: number): void {
    if (state < READY && before >= READY) group.lose();
    if (state === READY && group.isAwaited) this.ec.stories.awaitGroup(this.story, this.deploymentGroup);
  }

  // Its run

  /** Its run, when it has one that has not ended. */
  get run(): Readonly<Work> | undefined {
    return this.#run;
  }

  /** It runs, having started, until a task ends it. */
  runsUntil(end: Process, until: Micros): void {
    const wait = new Wait(ACTIVITY.phase, PHASE.run, 0, NO_STATE, until);
    this.#run = { wait, process: end };
    end.wait = wait;
    this.ec.stories.begin(this.story, wait);
  }

  /** Its run is to end at another time. */
  runsOnUntil(until: Micros): void {
    if (!this.#run) return;
    const { wait, process } = this.#run;
    const next = new Wait(wait.activity, wait.ref, 0, NO_STATE, until);
    process.wait = this.ec.stories.change(this.story, wait, next, this.ec.now);
    this.#run = { wait: next, process };
    this.ec.simulator.reschedule(
      (each) => each === process,
      () => until,
    );
  }

  // Connections

  /** The connected resources of a type (all without one), subtypes included, by guid. */
  connected(rtype: string | undefined): readonly ResourceManager[] {
    const all = this.#connections;
    if (all.length === 0) return all;
    if (all.length === 1) return rtype === undefined || isOfType(all[0]!, rtype) ? all : NO_CONNECTIONS;
    return rtype === undefined ? all.slice() : ofType(all, rtype);
  }

  isConnected(other: ResourceManager): boolean {
    const place = placeOf(other.guid, this.#connections);
    return place > 0 && this.#connections[place - 1] === other;
  }

  connect(other: ResourceManager): void {
    const connections = this.#connections;
    const place = placeOf(other.guid, this.#connections);
    if (connections.length === 0) this.#connections = other.lifeline.#onlyThis ??= [other];
    else if (connections.length === 1) this.#connections = connections.toSpliced(place, 0, other);
    else if (place === connections.length) connections.push(other);
    else connections.splice(place, 0, other);
  }

  disconnect(other: ResourceManager): void {
    this.#connections = this.#connections.filter((each) => each !== other);
  }

  // Its lock, and the work that it is held for

  /** What its lock is held for, while that takes time, and the process that does it. */
  get work(): Readonly<Work> | undefined {
    return this.#work;
  }

  /** What the work that takes time is from now on: a phase's place in PHASES. */
  workOn(phase: number): void {
    if (!this.#work) return;
    const { stories, now } = this.ec;
    this.#work.wait = stories.change(this.story, this.#work.wait, new Wait(ACTIVITY.phase, phase), now);
  }

  /**
   * Does `body` while holding the lock, which is freed in the end, whatever happens. NEPI: with self._release_lock.
   * What takes no time can't meet anybody else, so there is a lock only once something does.
   * @param phase what it is, where it takes time.
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
    const { stories, simulator } = this.ec;
    stories.begin(this.story, wait);
    yield lock;
    stories.end(this.story, wait);
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
   * The lock is held for what takes time; it is taken when that is gone through, which is at once, unless whoever asked
   * for it forgets to.
   */
  *#lockedOn(lock: Lock, continuation: Blocking, phase: number, isHeld: boolean): Blocking {
    const { stories, simulator } = this.ec;
    if (!isHeld && !lock.take()) yield lock;
    const work = { wait: new Wait(ACTIVITY.phase, phase), process: simulator.running };
    this.#work = work;
    stories.begin(this.story, work.wait);
    this.notify(simulator, LOCKED_BIT);
    try {
      yield* continuation;
    } finally {
      stories.end(this.story, work.wait);
      this.#work = undefined;
      simulator.unlock(lock);
    }
  }

  /** Does it; an error fails the resource. NEPI: failtrap, the decorator. */
  trapped(body: Act): Continuation {
    return attempt<Lifeline>(this, body, FAILTRAP);
  }
}

const FAILTRAP = ({ rm }: Lifeline, error: unknown): Continuation => rm.failtrap(error);

function ofType(all: readonly ResourceManager[], rtype: string): readonly ResourceManager[] {
  return all.filter((rm) => isOfType(rm, rtype));
}

function isOfType({ lifeline }: ResourceManager, rtype: string): boolean {
  return lifeline.type.lineage.includes(rtype);
}

/** The place in a list by guid behind all of lower guids, and of this one. Most are connected in their order. */
function placeOf(guid: Guid, list: readonly ResourceManager[]): number {
  let place = list.length;
  while (place > 0 && list[place - 1]!.guid > guid) place--;
  return place;
}
