import type { AttributeDefinition, AttributeValue } from '../../model/experiment.ts';
import { WAIT_POLL_PERIOD } from '../../model/nepi-timing.ts';
import { STATE_ORDER, type Action, type State } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import type { RunChunk, RunOutcome } from '../../record/chunk.ts';
import { Batch } from '../kernel/batch.ts';
import type { Blocking, Continuation } from '../kernel/process.ts';
import { Simulator } from '../kernel/simulator.ts';
import { listOf, microsOf, microsOrNone, type OneOrMore, type Time } from './arguments.ts';
import { Chronicle } from './chronicle.ts';
import { atLeast, createCondition } from './conditions.ts';
import { type ControllerOptions, resolveOptions } from './controller-options.ts';
import { DeploymentGroup, startTasks } from './deployment-group.ts';
import { FailureManager, type FailureLevel } from './failure-manager.ts';
import { GlobalValues } from './global-values.ts';
import { ACTIVITY, VIA } from './journal.ts';
import type { Lifeline } from './lifeline.ts';
import { ProgramRunner } from './program-runner.ts';
import { Recorder } from './recorder.ts';
import type { ResourceFactory } from './resource-factory.ts';
import { DEPLOY_WITH_CONDITIONS, RELEASE, type ResourceManager } from './resource-manager.ts';
import { ResourceTable } from './resource-table.ts';
import { StateHistory } from './state-history.ts';
import type { Stories } from './stories.ts';
import { Tasks } from './tasks.ts';
import { Wait } from './wait.ts';
import type { TraceAttr } from './traces.ts';

/**
 * Runs an experiment on virtual time. NEPI: ExperimentController, method by method, in the order of the original.
 *
 * A program calls its methods one after the other; those that take time (the waits, `start`, `release`, ...) return when
 * that time has passed. What runs inside the simulation, a hook or a step of a script, must not call those: it yields to
 * their counterparts (`waiting...`, `releasing`, `shuttingDown`).
 */
export class ExperimentController {
  /** The experiment's name. NEPI: ExperimentController.exp_id. */
  readonly expId: string;
  /** How long a task that was put off waits. NEPI: ResourceManager.reschedule_delay. */
  readonly rescheduleDelay: Micros;
  /** When the simulation gives up. */
  readonly horizon: Micros;
  /** Where random durations and failures come from. */
  readonly seed: number;
  /** @internal */
  readonly simulator: Simulator;
  /** @internal */
  readonly history = new StateHistory();
  /** @internal */
  readonly chronicle: Chronicle;
  /** @internal */
  readonly tasks: Tasks;
  /** @internal */
  readonly table = new ResourceTable();
  /** The step of the script that runs; -1: none. @internal */
  step = -1;
  /** The number of the next condition that a program registers. @internal */
  nextCondition = 0;

  readonly #factory: ResourceFactory;
  readonly #recorder = new Recorder();
  readonly #groups = new Map<number, DeploymentGroup>();
  readonly #globals: GlobalValues;
  readonly #fm = new FailureManager();
  readonly #program = new ProgramRunner(this);
  #lastGroup = 0;

  constructor(options: ControllerOptions = {}) {
    const { expId, factory, workers, rescheduleDelay, horizon, seed, polls, warning } = resolveOptions(options);
    this.expId = expId;
    this.#factory = factory;
    this.#globals = new GlobalValues(factory);
    this.rescheduleDelay = rescheduleDelay;
    this.horizon = horizon;
    this.seed = seed;
    this.chronicle = new Chronicle(this, this.#recorder);
    this.simulator = new Simulator({ workers, polls }, this.chronicle);
    this.tasks = new Tasks(this.simulator, this.chronicle);
    if (warning !== undefined) this.chronicle.log(0, 'warning', warning);
  }

  /** The time on the virtual clock, since the controller was made. NEPI: what tnow gives. */
  get now(): Micros {
    return this.simulator.now;
  }

  /** What everybody's time goes into; for the engine. @internal */
  get stories(): Stories {
    return this.chronicle.stories;
  }

  /** How badly the experiment has failed. NEPI: ExperimentController.failure_level. */
  get failureLevel(): FailureLevel {
    return this.#fm.level;
  }

  /** Whether a critical resource has failed, so that nothing more is begun. NEPI: ExperimentController.abort. */
  get abort(): boolean {
    return this.#fm.abort;
  }

  /** A resource tells that it has FAILED; a critical one aborts the experiment. NEPI: ExperimentController.inform_failure. */
  informFailure(guid: Guid): void {
    const rm = this.getResource(guid);
    if (!this.#fm.evalFailure(rm, rm.lifeline.enteredIn(STATE_ORDER.FAILED), this.now)) return;
    rm.log('error', 'critical failure: the experiment aborts');
    this.simulator.wakeAll();
  }

  /** Waits until all are at least STOPPED, or the experiment aborts. NEPI: ExperimentController.wait_finished. */
  waitFinished(guids: OneOrMore): void {
    this.wait(guids, 'STOPPED');
  }

  /** Waits until all are at least STARTED, or the experiment aborts. NEPI: ExperimentController.wait_started. */
  waitStarted(guids: OneOrMore): void {
    this.wait(guids, 'STARTED');
  }

  /** Waits until all are RELEASED. NEPI: ExperimentController.wait_released. */
  waitReleased(guids: OneOrMore): void {
    this.wait(guids, 'RELEASED');
  }

  /** Waits until all are at least READY, or the experiment aborts. NEPI: ExperimentController.wait_deployed. */
  waitDeployed(guids: OneOrMore): void {
    this.wait(guids, 'READY');
  }

  /**
   * Lets virtual time pass until all have reached a state or one past it, or, unless that is RELEASED, the experiment
   * aborts. NEPI: ExperimentController.wait.
   * @throws Error at the horizon, or when nothing can change any more: it says who waits for whom.
   */
  wait(guids: OneOrMore, state: State): void {
    this.#program.run(this.waiting(listOf(guids), state));
  }

  /**
   * For a hook to `yield*`: waits until all have reached a state or one past it. Looks at the last of the list first; an
   * abort ends all waits but the one for RELEASED. NEPI: ExperimentController.wait.
   */
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
      left = this.#countMissing(guids, left, order);
      if (left === 0) break;
      const lifeline = this.lifeline(guids[left - 1]!);
      wait = chronicle.scriptWaits(wait, new Wait(ACTIVITY.wait, this.step, lifeline.guid, order));
      yield { period: WAIT_POLL_PERIOD, watch: (process) => lifeline.watch(process, atLeast(order)) };
    }
    chronicle.scriptWaits(wait, undefined);
  }

  /** How many of the first `left` are there still to be waited for; those at the end that are in the state are not. */
  #countMissing(guids: readonly Guid[], left: number, order: number): number {
    for (let count = left; count > 0; count--) {
      const lifeline = this.lifeline(guids[count - 1]!);
      if (lifeline.order < order) return count;
      this.chronicle.because(lifeline.reachedIn(order), VIA.condition, lifeline.reachedAt(order));
    }
    return 0;
  }

  /** Lets time pass. NEPI: what a program does with time.sleep. */
  sleep(time: Time): void {
    this.#program.run(sleeping(microsOf(time)));
  }

  /** What looks after a resource. NEPI: ExperimentController.get_resource. @throws RangeError without such a one. */
  getResource(guid: Guid): ResourceManager {
    return this.lifeline(guid).rm;
  }

  /** What a resource goes through; for the engine. @throws RangeError as {@link getResource}. @internal */
  lifeline(guid: Guid): Lifeline {
    const lifeline = this.table.get(guid);
    if (!lifeline) throw new RangeError(`there is no resource with guid ${guid}`);
    return lifeline;
  }

  /** The resources of a type, subtypes included, unlike NEPI's. NEPI: ExperimentController.get_resources_by_type. */
  getResourcesByType(rtype: string): readonly ResourceManager[] {
    return this.resources.map((guid) => this.getResource(guid)).filter((rm) => rm.type.lineage.includes(rtype));
  }

  /** Forgets a resource, and others' connections to it. NEPI: ExperimentController.remove_resource. */
  removeResource(guid: Guid): void {
    const rm = this.getResource(guid);
    for (const other of rm.getConnected()) other.unregisterConnection(guid);
    this.table.remove(rm.lifeline);
    this.simulator.wakeAll();
  }

  /** All guids, in order. NEPI: ExperimentController.resources. */
  get resources(): readonly Guid[] {
    return this.table.guids();
  }

  /** The guids of the same resources. NEPI: ExperimentController.filter_resources. */
  filterResources(rtype: string): readonly Guid[] {
    return this.getResourcesByType(rtype).map(({ guid }) => guid);
  }

  /**
   * Adds a resource to the experiment. NEPI: ExperimentController.register_resource.
   * @returns its guid: the next one, unless one is given.
   * @throws RangeError when there is no such type, or the guid is none or is taken.
   */
  registerResource(rtype: string, guid: Guid = this.table.last + 1): Guid {
    this.table.checkFree(guid);
    this.table.add(this.#factory.create(rtype, this, guid).lifeline);
    return guid;
  }

  /** The definitions of a resource's attributes. NEPI: ExperimentController.get_attributes. */
  getAttributes(guid: Guid): readonly AttributeDefinition[] {
    return this.getResource(guid).getAttributes();
  }

  /** The definition of an attribute. NEPI: ExperimentController.get_attribute. @throws RangeError without such a one. */
  getAttribute(guid: Guid, name: string): AttributeDefinition {
    return this.getResource(guid).getAttribute(name);
  }

  /** Connects two resources, on the sides that find it valid. NEPI: ExperimentController.register_connection. */
  registerConnection(guid1: Guid, guid2: Guid): void {
    this.getResource(guid1).registerConnection(guid2);
    this.getResource(guid2).registerConnection(guid1);
  }

  /**
   * Each of `guids` may do `action` only once every one of `group` has reached `state`. NEPI:
   * ExperimentController.register_condition.
   * @param time how long ago they must have reached it; without one it does not matter.
   */
  registerCondition(guids: OneOrMore, action: Action, group: OneOrMore, state: State, time?: Time): void {
    const rms = listOf(guids).map((guid) => this.getResource(guid));
    const condition = createCondition(listOf(group), state, microsOrNone(time), this.nextCondition++);
    for (const rm of rms) rm.addCondition(action, condition);
  }

  /** Has a trace kept. NEPI: ExperimentController.enable_trace. @throws RangeError when the type has no such trace. */
  enableTrace(guid: Guid, name: string): void {
    this.getResource(guid).enableTrace(name);
  }

  /** Whether a trace is kept. NEPI: ExperimentController.trace_enabled. */
  traceEnabled(guid: Guid, name: string): boolean {
    return this.getResource(guid).traceEnabled(name);
  }

  /**
   * What was written to a trace so far, or about it. NEPI: ExperimentController.trace.
   * @param block of STREAM: how many characters there are in a block.
   * @param offset of STREAM: how many blocks to skip.
   * @throws RangeError when it is not enabled, or there can't be such a block.
   */
  trace(guid: Guid, name: string, attr: TraceAttr = 'ALL', block = 512, offset = 0): string | number {
    return this.getResource(guid).trace(name, attr, block, offset);
  }

  /** The names of the traces that a resource can have. NEPI: ExperimentController.get_traces. */
  getTraces(guid: Guid): readonly string[] {
    return this.getResource(guid).type.traces;
  }

  /** Has a resource discovered, and waits for it. NEPI: ExperimentController.discover. */
  discover(guid: Guid): void {
    this.#program.run(this.getResource(guid).discover());
  }

  /** Has a resource provisioned, and waits for it. NEPI: ExperimentController.provision. */
  provision(guid: Guid): void {
    this.#program.run(this.getResource(guid).provision());
  }

  /**
   * What an experimenter may see of an attribute: a mask of a secret, nothing of what isn't to be read. NEPI:
   * ExperimentController.get.
   * @throws RangeError when the type has no such attribute.
   */
  get(guid: Guid, name: string): AttributeValue | undefined {
    const rm = this.getResource(guid);
    return rm.attributes.show(name, this.globals(rm.rtype));
  }

  /**
   * Sets an attribute, as an experimenter may. NEPI: ExperimentController.set.
   * @throws ResourceError when its flags, its range or its enumeration forbid it. @throws RangeError when the type has no such attribute.
   */
  set(guid: Guid, name: string, value: AttributeValue): void {
    const rm = this.getResource(guid);
    rm.set(name, value);
    this.chronicle.set(guid, name, rm.attributes.tell(name));
  }

  /**
   * The value of an attribute for all resources of a type. NEPI: ExperimentController.get_global.
   * @throws RangeError when the type has no such global attribute.
   */
  getGlobal(rtype: string, name: string): AttributeValue | undefined {
    return this.#globals.show(rtype, name);
  }

  /**
   * Sets an attribute for all resources of a type that have no value of their own. NEPI: ExperimentController.set_global.
   * @throws RangeError when the type has no such global attribute, or its flags, its range or its enumeration forbid the value.
   */
  setGlobal(rtype: string, name: string, value: AttributeValue): void {
    const isDeployed = this.getResourcesByType(rtype).some((rm) => rm.rtype === rtype && rm.order > STATE_ORDER.NEW);
    this.#globals.set(rtype, name, value, isDeployed);
    if (name === 'critical') this.simulator.wakeAll();
  }

  /** The global values of a type, as far as they were set. @internal */
  globals(rtype: string): ReadonlyMap<string, AttributeValue> | undefined {
    return this.#globals.of(rtype);
  }

  /** The state that a resource is in. NEPI: ExperimentController.state. */
  state(guid: Guid): State {
    return this.getResource(guid).state;
  }

  /** Stops a resource by hand, and waits for it. NEPI: ExperimentController.stop. @throws what its hook throws. */
  stop(guid: Guid): void {
    this.#program.run(this.getResource(guid).stop());
  }

  /** Starts a resource by hand, and waits for it. NEPI: ExperimentController.start. @throws what its hook throws. */
  start(guid: Guid): void {
    this.#program.run(this.getResource(guid).start());
  }

  /**
   * When a resource last entered a state; undefined: never. NEPI: ExperimentController.get_discover_time,
   * get_provision_time, get_ready_time, get_start_time, get_stop_time, get_failed_time and get_release_time.
   */
  stateTime(guid: Guid, state: State): Micros | undefined {
    return this.getResource(guid).stateTime(state);
  }

  /**
   * Sets an attribute of each of `guids` once that one is STARTED and every one of `group` has reached `state`. NEPI:
   * ExperimentController.set_with_conditions.
   * @param time how long ago they must have reached it; without one it does not matter.
   */
  setWithConditions(
    name: string,
    value: AttributeValue,
    guids: OneOrMore,
    group: OneOrMore,
    state: State,
    time?: Time,
  ): void {
    const condition = createCondition(listOf(group), state, microsOrNone(time));
    const rms = listOf(guids).map((guid) => this.getResource(guid));
    for (const rm of rms) this.#program.run(rm.setWithConditions(name, value, condition));
  }

  /**
   * Has resources deployed, and then started. They are scheduled, not waited for. NEPI: ExperimentController.deploy.
   * @param guids all that are NEW, without any.
   * @param waitAllReady whether none is started before all of them are READY.
   * @param group a number of one's own for the deployment group; with waitAllReady, nothing starts such a group by itself.
   */
  deploy(guids?: OneOrMore, waitAllReady = true, group?: number): void {
    const members = guids === undefined ? this.#allNew() : listOf(guids).map((guid) => this.lifeline(guid));
    const isNew = group === undefined;
    const opened = this.#openGroup(group ?? ++this.#lastGroup);
    opened.add(members);
    if (waitAllReady && isNew) opened.scheduleCheck();
    const tasks = waitAllReady
      ? Batch.of(members, DEPLOY_WITH_CONDITIONS)
      : startTasks(members, [DEPLOY_WITH_CONDITIONS]);
    this.tasks.scheduleBatch(tasks, VIA.script);
  }

  #allNew(): Lifeline[] {
    const found: Lifeline[] = [];
    for (const guid of this.resources) {
      const lifeline = this.lifeline(guid);
      if (lifeline.order === STATE_ORDER.NEW) found.push(lifeline);
    }
    return found;
  }

  /** A deployment group; undefined: there is none of that number. @internal */
  group(number: number): DeploymentGroup | undefined {
    return this.#groups.get(number);
  }

  #openGroup(number: number): DeploymentGroup {
    let group = this.#groups.get(number);
    if (!group) this.#groups.set(number, (group = new DeploymentGroup(this, number)));
    return group;
  }

  /** Releases resources, all without any, and waits for them. NEPI: ExperimentController.release. */
  release(guids?: OneOrMore): void {
    this.#program.run(this.releasing(guids === undefined ? undefined : listOf(guids)));
  }

  /** For a hook to `yield*`: releases resources, and waits for them. NEPI: ExperimentController.release. */
  *releasing(guids: readonly Guid[] = this.resources): Blocking {
    const lifelines = guids.map((guid) => this.lifeline(guid));
    this.tasks.scheduleBatch(Batch.of(lifelines, RELEASE), VIA.script);
    yield* this.waiting(guids, 'RELEASED');
    for (const guid of guids) if (this.getResource(guid).get('hardRelease') === true) this.removeResource(guid);
  }

  /** Drops what is scheduled, and releases all resources. NEPI: ExperimentController.shutdown. */
  shutdown(): void {
    this.#program.run(this.shuttingDown());
  }

  /** For a hook to `yield*`: drops what is scheduled, and releases all. NEPI: ExperimentController.shutdown. */
  *shuttingDown(): Blocking {
    this.simulator.dropTasks();
    yield* this.releasing();
  }

  /**
   * Has something done on a worker after a time, none if it is negative. What takes time, such as a resource's `fail()`,
   * is given back to be gone through: `ec.schedule('5s', () => rm.fail())`. NEPI: ExperimentController.schedule.
   */
  schedule(delay: Time, callback: () => Continuation): void {
    this.tasks.schedule(microsOf(delay), callback, undefined);
  }

  /** What happened since it was asked the last time. @param outcome of a run that is over, to be told with it. */
  takeRecord(outcome?: RunOutcome): RunChunk {
    return this.#recorder.take(this.now, this.simulator.tasks(), outcome);
  }
}

function* sleeping(time: Micros): Blocking {
  yield time;
}
