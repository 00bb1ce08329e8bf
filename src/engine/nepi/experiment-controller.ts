import { toMicros } from '../../model/duration.ts';
import type { AttributeValue } from '../../model/experiment.ts';
import { SIMULATION_DEFAULTS } from '../../model/simulation.ts';
import { STATE_ORDER, type Action, type State } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { RunChunk, RunOutcome } from '../../record/chunk.ts';
import { Process, type Blocking, type Course } from '../kernel/process.ts';
import { Simulator, type SimulatorOptions } from '../kernel/simulator.ts';
import { Chronicle } from './chronicle.ts';
import { atLeast, createCondition } from './conditions.ts';
import { DeploymentGroup } from './deployment-group.ts';
import { FailureManager, type FailureLevel } from './failure-manager.ts';
import { ACTIVITY, VIA } from './journal.ts';
import { Recorder } from './recorder.ts';
import { ResourceFactory } from './resource-factory.ts';
import {
  DEPLOY_WITH_CONDITIONS,
  RELEASE,
  START_WITH_CONDITIONS,
  STOP_WITH_CONDITIONS,
  type ResourceManager,
} from './resource-manager.ts';
import { ResourceTable } from './resource-table.ts';
import { StateHistory } from './state-history.ts';
import { Wait } from './story.ts';
import type { TraceAttr } from './traces.ts';

/** How often a wait looks again. NEPI: time.sleep(0.5) in ExperimentController.wait. */
const WAIT_INTERVAL: Micros = 500_000;

/** The shortest time after which a task is tried again: at none at all, virtual time would never go on. */
const LEAST_DELAY: Micros = 1;

/** A time in microseconds, or as text: `2.5s`. */
export type Time = Micros | string;

export interface ControllerOptions {
  /** The experiment's name. NEPI: exp_id. */
  readonly expId?: string;
  /** The types that it can use; only the root type without one. */
  readonly factory?: ResourceFactory;
  /** How many tasks can run at a time; 0: no limit. Default 20. NEPI: nthreads. */
  readonly workers?: number;
  /** How long a task that was put off waits. Default 1s. NEPI: reschedule_delay. */
  readonly rescheduleDelay?: Time;
  /** When the simulation gives up. Default 24h. */
  readonly horizon?: Time;
  /** Where random durations and failures come from. Default 1. */
  readonly seed?: number;
  /**
   * Whether polls are run one by one, or skipped and counted where they can't find anything new, which is the default.
   * `none`: nobody polls, who waits goes on as soon as it can; NEPI has no such thing.
   */
  readonly polls?: SimulatorOptions['polls'];
}

/**
 * Runs an experiment on virtual time. NEPI: ExperimentController, method by method.
 *
 * A program calls its methods one after the other; those that take time (the waits, `start`, `release`, ...) return when
 * that time has passed. What runs inside the simulation, a hook or a step of a script, must not call those: it yields to
 * their counterparts (`waiting...`, `releasing`, `shuttingDown`).
 */
export class ExperimentController {
  readonly expId: string;
  readonly rescheduleDelay: Micros;
  readonly horizon: Micros;
  readonly seed: number;
  readonly simulator: Simulator;
  readonly history = new StateHistory();
  readonly chronicle: Chronicle;
  /** The step of the script that runs; -1: none. */
  step = -1;

  readonly #factory: ResourceFactory;
  readonly #recorder = new Recorder();
  readonly #resources = new ResourceTable();
  readonly #groups = new Map<number, DeploymentGroup>();
  readonly #globals = new Map<string, Map<string, AttributeValue>>();
  readonly #fm = new FailureManager();
  #lastGroup = 0;
  #isAdvancing = false;

  constructor(options: ControllerOptions = {}) {
    const { workers, seed } = { ...SIMULATION_DEFAULTS, ...options };
    this.expId = options.expId ?? 'experiment';
    this.#factory = options.factory ?? new ResourceFactory();
    const delay = microsOf(options.rescheduleDelay ?? SIMULATION_DEFAULTS.rescheduleDelay);
    this.rescheduleDelay = Math.max(LEAST_DELAY, delay);
    this.horizon = microsOf(options.horizon ?? SIMULATION_DEFAULTS.horizon);
    this.seed = seed;
    this.chronicle = new Chronicle(this, this.#recorder);
    this.simulator = new Simulator({ workers, polls: options.polls ?? 'skipped' }, this.chronicle);
    if (delay < LEAST_DELAY) {
      this.chronicle.log(0, 'warning', 'with a rescheduleDelay of 0 no time would ever pass: 1us is used instead');
    }
  }

  get now(): Micros {
    return this.simulator.now;
  }

  /** NEPI: ExperimentController.abort. */
  get abort(): boolean {
    return this.#fm.abort;
  }

  /** NEPI: FailureManager._failure_level. */
  get failureLevel(): FailureLevel {
    return this.#fm.level;
  }

  /** All guids, in order. NEPI: ExperimentController.resources. */
  get resources(): readonly Guid[] {
    return this.#resources.guids();
  }

  /** NEPI: ExperimentController.get_resource. @throws RangeError when there is none of that guid. */
  getResource(guid: Guid): ResourceManager {
    const rm = this.#resources.get(guid);
    if (!rm) throw new RangeError(`there is no resource with guid ${guid}`);
    return rm;
  }

  /** The resources of a type, subtypes included. NEPI: ExperimentController.get_resources_by_type. */
  getResourcesByType(rtype: string): readonly ResourceManager[] {
    return this.resources.map((guid) => this.getResource(guid)).filter((rm) => rm.type.lineage.includes(rtype));
  }

  /** NEPI: ExperimentController.remove_resource. */
  removeResource(guid: Guid): void {
    const rm = this.getResource(guid);
    for (const other of rm.getConnected()) other.unregisterConnection(guid);
    this.#resources.remove(guid);
  }

  /** NEPI: ExperimentController.register_resource. @returns its guid: the next one, unless one is given. */
  registerResource(rtype: string, guid: Guid = (this.resources.at(-1) ?? 0) + 1): Guid {
    if (this.#resources.get(guid)) throw new RangeError(`there is a resource with guid ${guid} already`);
    this.#resources.add(this.#factory.create(rtype, this, guid));
    return guid;
  }

  /** NEPI: ExperimentController.register_connection. */
  registerConnection(guid1: Guid, guid2: Guid): void {
    this.getResource(guid1).registerConnection(guid2);
    this.getResource(guid2).registerConnection(guid1);
  }

  /** NEPI: ExperimentController.register_condition. @param time how long ago the state must have been reached. */
  registerCondition(guids: OneOrMore, action: Action, group: OneOrMore, state: State, time?: Time): void {
    const condition = createCondition(listOf(group), state, time === undefined ? undefined : microsOf(time));
    for (const guid of listOf(guids)) this.getResource(guid).addCondition(action, condition);
  }

  /** NEPI: ExperimentController.enable_trace. */
  enableTrace(guid: Guid, name: string): void {
    this.getResource(guid).enableTrace(name);
  }

  /** NEPI: ExperimentController.trace_enabled. */
  traceEnabled(guid: Guid, name: string): boolean {
    return this.getResource(guid).traceEnabled(name);
  }

  /** NEPI: ExperimentController.trace. */
  trace(guid: Guid, name: string, attr: TraceAttr = 'ALL', block = 512, offset = 0): string | number {
    return this.getResource(guid).trace(name, attr, block, offset);
  }

  /** What an experimenter may see of an attribute: a mask of a secret, nothing of what isn't to be read. NEPI: get. */
  get(guid: Guid, name: string): AttributeValue | undefined {
    const rm = this.getResource(guid);
    return rm.attributes.show(name, this.globals(rm.rtype));
  }

  /** NEPI: ExperimentController.set. @throws ResourceError when the attribute's flags or kind forbid it. */
  set(guid: Guid, name: string, value: AttributeValue): void {
    this.getResource(guid).set(name, value);
    this.chronicle.set(guid, name, value);
  }

  /** NEPI: ExperimentController.get_global. */
  getGlobal(rtype: string, name: string): AttributeValue | undefined {
    return this.#globals.get(rtype)?.get(name) ?? this.#factory.getResourceType(rtype)?.attributes.get(name)?.default;
  }

  /** One value for all resources of a type. NEPI: ExperimentController.set_global. */
  setGlobal(rtype: string, name: string, value: AttributeValue): void {
    const definition = this.#factory.getResourceType(rtype)?.attributes.get(name);
    if (!definition?.flags?.includes('Global')) throw new RangeError(`${rtype} has no global attribute '${name}'`);
    const values = this.#globals.get(rtype);
    if (values) values.set(name, value);
    else this.#globals.set(rtype, new Map([[name, value]]));
  }

  /** The global values of a type, as far as they were set. */
  globals(rtype: string): ReadonlyMap<string, AttributeValue> | undefined {
    return this.#globals.get(rtype);
  }

  /** NEPI: ExperimentController.state. */
  state(guid: Guid): State {
    return this.getResource(guid).state;
  }

  /** When a resource last entered a state; undefined: never. NEPI: get_discover_time, get_provision_time, ... */
  stateTime(guid: Guid, state: State): Micros | undefined {
    return this.getResource(guid).stateTime(state);
  }

  /** NEPI: ExperimentController.stop. */
  stop(guid: Guid): void {
    this.#run(this.getResource(guid).stop());
  }

  /** NEPI: ExperimentController.start. */
  start(guid: Guid): void {
    this.#run(this.getResource(guid).start());
  }

  /** NEPI: ExperimentController.set_with_conditions. */
  setWithConditions(
    name: string,
    value: AttributeValue,
    guids: OneOrMore,
    group: OneOrMore,
    state: State,
    time?: Time,
  ): void {
    const condition = createCondition(listOf(group), state, time === undefined ? undefined : microsOf(time));
    for (const guid of listOf(guids)) this.#run(this.getResource(guid).setWithConditions(name, value, condition));
  }

  /** NEPI: ExperimentController.deploy. @param guids all that are NEW, without any. @param group a number of one's own. */
  deploy(guids?: OneOrMore, waitAllReady = true, group?: number): void {
    const chosen = guids === undefined ? this.resources.filter((guid) => this.state(guid) === 'NEW') : listOf(guids);
    const isNew = group === undefined;
    const opened = this.#openGroup(group ?? ++this.#lastGroup);
    for (const guid of chosen) opened.guids.push(guid);
    if (waitAllReady && isNew) opened.scheduleCheck();
    for (const guid of chosen) {
      const rm = this.getResource(guid);
      rm.deploymentGroup = opened.number;
      this.scheduleAction(0, DEPLOY_WITH_CONDITIONS, rm, VIA.script);
      if (!waitAllReady) this.scheduleStart(rm);
    }
  }

  /** NEPI: ExperimentController.release. */
  release(guids?: OneOrMore): void {
    this.#run(this.releasing(guids === undefined ? undefined : listOf(guids)));
  }

  /** NEPI: ExperimentController.shutdown. */
  shutdown(): void {
    this.#run(this.shuttingDown());
  }

  /** NEPI: ExperimentController.wait_deployed. */
  waitDeployed(guids: OneOrMore): void {
    this.#run(this.waiting(listOf(guids), 'READY'));
  }

  /** NEPI: ExperimentController.wait_started. */
  waitStarted(guids: OneOrMore): void {
    this.#run(this.waiting(listOf(guids), 'STARTED'));
  }

  /** NEPI: ExperimentController.wait_finished. */
  waitFinished(guids: OneOrMore): void {
    this.#run(this.waiting(listOf(guids), 'STOPPED'));
  }

  /** NEPI: ExperimentController.wait_released. */
  waitReleased(guids: OneOrMore): void {
    this.#run(this.waiting(listOf(guids), 'RELEASED'));
  }

  /** Lets time pass. NEPI: what a program does with time.sleep. */
  sleep(time: Time): void {
    this.#run(sleeping(microsOf(time)));
  }

  /** Schedules a task. NEPI: ExperimentController.schedule. */
  schedule(delay: Time, callback: () => Course): void {
    this.scheduleAction(microsOf(delay), callback, undefined);
  }

  /** What happened since it was asked the last time. */
  takeRecord(outcome?: RunOutcome): RunChunk {
    return this.#recorder.take(this.now, this.simulator.tasks(), outcome);
  }

  // What the methods above stand for inside the simulation.

  /** NEPI: ExperimentController.release. */
  *releasing(guids: readonly Guid[] = this.resources): Blocking {
    for (const guid of guids) this.scheduleAction(0, RELEASE, this.getResource(guid), VIA.script);
    yield* this.waiting(guids, 'RELEASED');
    for (const guid of guids) if (this.getResource(guid).get('hardRelease') === true) this.removeResource(guid);
  }

  /** NEPI: ExperimentController.shutdown. */
  *shuttingDown(): Blocking {
    this.simulator.dropTasks();
    yield* this.releasing();
  }

  /** Looks at the last of the list first; an abort ends all waits but the one for RELEASED. NEPI: wait. */
  *waiting(guids: readonly Guid[], state: State): Blocking {
    const { chronicle } = this;
    const order = STATE_ORDER[state];
    let left = guids.length;
    let wait: Wait | undefined;
    while (left > 0) {
      if (this.abort && state !== 'RELEASED') {
        chronicle.because(this.#fm.event, VIA.failure, this.#fm.time);
        break;
      }
      const rm = this.getResource(guids[left - 1]!);
      if (rm.order >= order) {
        left--;
        chronicle.because(rm.reachedEvent(order), VIA.condition, rm.reachedAt(order));
        continue;
      }
      wait = chronicle.scriptWaits(wait, new Wait(ACTIVITY.wait, this.step, rm.guid, order));
      yield { period: WAIT_INTERVAL, watch: (process) => rm.signal.watch(process, atLeast(order)) };
    }
    chronicle.scriptWaits(wait, undefined);
  }

  /** Schedules a task without a closure. @param via how the running process lets it happen; else as it was let itself. */
  scheduleAction<Owner>(delay: Micros, action: (owner: Owner) => Course, owner: Owner, via?: number): Process {
    const task = this.simulator.task(action, owner);
    this.chronicle.pass(task, via);
    this.simulator.schedule(delay, task);
    return task;
  }

  /** Schedules a task that looks for something that has not come; it may be skipped until what it watches changes. */
  poll<Owner>(period: Micros, action: (owner: Owner) => Course, owner: Owner): Process {
    const task = this.simulator.task(action, owner);
    this.chronicle.pass(task);
    this.simulator.poll(period, task);
    return task;
  }

  /** Schedules a resource's start, and its stop where it has conditions for it. NEPI: a part of deploy. */
  scheduleStart(rm: ResourceManager): void {
    this.scheduleAction(0, START_WITH_CONDITIONS, rm);
    if (rm.conditions('STOP').length > 0) this.scheduleAction(0, STOP_WITH_CONDITIONS, rm);
  }

  /** NEPI: ExperimentController.inform_failure. */
  informFailure(guid: Guid): void {
    const rm = this.getResource(guid);
    if (!this.#fm.evalFailure(rm, rm.eventOf(STATE_ORDER.FAILED), this.now)) return;
    rm.log('error', 'critical failure: the experiment aborts');
    this.simulator.wakeAll();
  }

  /** A deployment group; undefined: there is none of that number. */
  group(number: number): DeploymentGroup | undefined {
    return this.#groups.get(number);
  }

  #openGroup(number: number): DeploymentGroup {
    let group = this.#groups.get(number);
    if (!group) this.#groups.set(number, (group = new DeploymentGroup(this, number)));
    return group;
  }

  /** Runs the simulation until this is done, on behalf of the program that uses the controller. */
  #run(course: Course): void {
    if (!course) return;
    if (this.#isAdvancing) throw new Error('inside the simulation, yield to waiting, releasing or the like instead');
    let raised: { readonly error: unknown } | undefined;
    const program = Process.program(function* () {
      try {
        yield* course;
      } catch (error) {
        raised = { error };
      }
    });
    this.#isAdvancing = true;
    try {
      this.simulator.begin(program);
      while (!program.isDone) {
        if (this.simulator.nextTime > this.horizon) throw this.#neverEnds();
        this.simulator.step();
      }
    } finally {
      this.#isAdvancing = false;
      this.simulator.end(program);
    }
    if (raised) throw raised.error;
  }

  #neverEnds(): Error {
    if (this.simulator.nextTime < Infinity) return new Error('the simulation has come to its horizon');
    const waits = this.chronicle.waits().map(({ guid, activity, member }) => `${guid} (${activity}) for ${member}`);
    return new Error(`nothing can change any more; who waits for whom: ${waits.join(', ')}`);
  }
}

type OneOrMore = Guid | readonly Guid[];

function listOf(guids: OneOrMore): readonly Guid[] {
  return typeof guids === 'number' ? [guids] : guids;
}

function microsOf(time: Time): Micros {
  return typeof time === 'string' ? toMicros(time) : time;
}

function* sleeping(time: Micros): Blocking {
  yield time;
}
