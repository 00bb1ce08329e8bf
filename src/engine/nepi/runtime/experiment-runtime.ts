import type { AttributeValue } from '../../../model/experiment.ts';
import { WAIT_POLL_PERIOD } from '../../../model/nepi-timing.ts';
import { STATE_ORDER, type State } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import type { RunChunk, RunOutcome, StalledWait } from '../../../record/chunk.ts';
import { Batch } from '../../kernel/tasks/batch.ts';
import type { Blocking } from '../../kernel/tasks/process.ts';
import { Simulator, type SimulatorOptions } from '../../kernel/simulator.ts';
import { ACTIVITY, VIA } from '../recording/codes.ts';
import { Recording } from '../recording/recording.ts';
import { Wait } from '../recording/wait.ts';
import { atLeast } from '../state-sets.ts';
import { DEPLOY_WITH_CONDITIONS, RELEASE } from './acts.ts';
import { DeploymentGroup, startTasks } from './deployment-group.ts';
import { FailureManager } from './failure-manager.ts';
import { GlobalValues, type ResourceTypes } from './global-values.ts';
import { LongDraws } from './long-draws.ts';
import { ProgramRunner } from './program-runner.ts';
import type { ResourceRuntime } from './resource-runtime.ts';
import { ResourceTable } from './resource-table.ts';
import type { RunContext } from './run-context.ts';
import { TaskObserver } from './task-observer.ts';
import { Tasks } from './tasks.ts';

/** What an experiment runs with. */
export interface RuntimeOptions extends SimulatorOptions {
  /** The experiment's name. */
  readonly expId: string;
  readonly factory: ResourceTypes;
  readonly rescheduleDelay: Micros;
  readonly horizon: Micros;
  readonly seed: number;
}

/** An experiment while it runs: its resources, and what they share. */
export class ExperimentRuntime implements RunContext {
  readonly expId: string;
  readonly rescheduleDelay: Micros;
  readonly horizon: Micros;
  readonly seed: number;
  readonly observer = new TaskObserver(this);
  readonly simulator: Simulator;
  readonly recording: Recording;
  readonly tasks: Tasks;
  readonly table = new ResourceTable();
  readonly globalValues: GlobalValues;
  readonly failures = new FailureManager();
  readonly longDraws = new LongDraws();
  readonly program: ProgramRunner;
  /** The step of the script that runs; -1: none. */
  step = -1;
  /** The number of the next condition that a program registers. */
  nextCondition = 0;
  readonly #groups = new Map<number, DeploymentGroup>();
  #lastGroup = 0;

  constructor({ expId, factory, rescheduleDelay, horizon, seed, workers, polls }: RuntimeOptions) {
    this.expId = expId;
    this.rescheduleDelay = rescheduleDelay;
    this.horizon = horizon;
    this.seed = seed;
    this.simulator = new Simulator({ workers, polls }, this.observer);
    this.recording = new Recording(this.simulator, (guid) => this.table.getEver(guid)!.row);
    this.tasks = new Tasks(this.simulator, this.recording.causes);
    this.globalValues = new GlobalValues(factory);
    this.program = new ProgramRunner(this);
  }

  get now(): Micros {
    return this.simulator.now;
  }

  get abort(): boolean {
    return this.failures.abort;
  }

  // Resources

  /** @throws RangeError when there is no resource of that guid. */
  resource(guid: Guid): ResourceRuntime {
    const resource = this.table.get(guid);
    if (!resource) throw new RangeError(`there is no resource with guid ${guid}`);
    return resource;
  }

  /** All resources, in order of guid. */
  get resources(): ResourceRuntime[] {
    return this.table.guids().map((guid) => this.table.get(guid)!);
  }

  globals(rtype: string): ReadonlyMap<string, AttributeValue> | undefined {
    return this.globalValues.of(rtype);
  }

  /** NEPI: ExperimentController.remove_resource. @throws RangeError as {@link resource}. */
  remove(guid: Guid): void {
    const resource = this.resource(guid);
    for (const other of resource.connected(undefined)) other.manager.unregisterConnection(guid);
    this.table.remove(resource);
    this.simulator.wakeAll();
  }

  /** NEPI: ExperimentController.set. @throws what the manager's `set` throws. */
  set(guid: Guid, name: string, value: AttributeValue): void {
    const resource = this.resource(guid);
    resource.manager.set(name, value);
    this.recording.causes.set(guid, name, resource.attributes.recorded(name));
  }

  /** NEPI: ExperimentController.inform_failure. */
  informFailure(guid: Guid): void {
    const resource = this.resource(guid);
    if (!this.failures.evalFailure(resource, this.now)) return;
    resource.manager.log('error', 'critical failure: the experiment aborts');
    this.simulator.wakeAll();
  }

  // Deployment

  /** NEPI: ExperimentController.deploy. */
  deploy(guids: readonly Guid[] | undefined, waitAllReady: boolean, number: number | undefined): void {
    const members = guids === undefined ? this.#newResources() : guids.map((guid) => this.resource(guid));
    const group = this.#openGroup(number ?? ++this.#lastGroup);
    group.add(members);
    if (waitAllReady && number === undefined) group.scheduleCheck();
    const tasks = waitAllReady
      ? Batch.of(members, DEPLOY_WITH_CONDITIONS)
      : startTasks(members, [DEPLOY_WITH_CONDITIONS]);
    this.tasks.scheduleBatch(tasks, VIA.script);
  }

  #newResources(): ResourceRuntime[] {
    return this.resources.filter(({ order }) => order === STATE_ORDER.NEW);
  }

  #openGroup(number: number): DeploymentGroup {
    let group = this.#groups.get(number);
    if (!group) this.#groups.set(number, (group = new DeploymentGroup(this, number)));
    return group;
  }

  /** NEPI: ExperimentController.release. */
  *releasing(guids: readonly Guid[]): Blocking {
    const resources = guids.map((guid) => this.resource(guid));
    this.tasks.scheduleBatch(Batch.of(resources, RELEASE), VIA.script);
    yield* this.waiting(guids, 'RELEASED');
    for (const guid of guids) if (this.resource(guid).manager.get('hardRelease') === true) this.remove(guid);
  }

  /** NEPI: ExperimentController.shutdown. */
  *shuttingDown(): Blocking {
    this.simulator.dropTasks();
    yield* this.releasing(this.table.guids());
  }

  // Waits

  /** NEPI: ExperimentController.wait. */
  *waiting(guids: readonly Guid[], state: State): Blocking {
    const { causes, waits } = this.recording;
    const order = STATE_ORDER[state];
    let left = guids.length;
    let wait: Wait | undefined;
    while (left > 0) {
      if (this.abort && state !== 'RELEASED') {
        causes.because(this.failures.event, VIA.failure, this.failures.time);
        break;
      }
      left = this.#countMissing(guids, left, order);
      if (left === 0) break;
      const missing = this.resource(guids[left - 1]!);
      wait = waits.scriptWaits(wait, new Wait(ACTIVITY.wait, this.step, missing.guid, order));
      yield { period: WAIT_POLL_PERIOD, watch: (process) => missing.watch(process, atLeast(order)) };
    }
    waits.scriptWaits(wait, undefined);
  }

  /** How many of the first `left` resources are still waited for: all up to the last that is not in the state. */
  #countMissing(guids: readonly Guid[], left: number, order: number): number {
    for (let count = left; count > 0; count--) {
      const resource = this.resource(guids[count - 1]!);
      if (resource.order < order) return count;
      this.recording.causes.because(resource.reachedIn(order), VIA.condition, resource.reachedAt(order));
    }
    return 0;
  }

  // The record

  stalled(): StalledWait[] {
    return this.recording.waits.stalled(this.resources);
  }

  takeRecord(outcome?: RunOutcome): RunChunk {
    return this.recording.take(this.now, this.simulator.tasks(), outcome);
  }
}
