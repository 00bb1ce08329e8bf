import type { AttributeValue } from '../../../model/experiment.ts';
import type { State } from '../../../model/state.ts';
import type { Guid, Micros } from '../../../model/units.ts';
import type { RunChunk, RunOutcome } from '../../../record/chunk.ts';
import type { Blocking, Continuation } from '../../kernel/tasks/process.ts';
import { listOf, microsOf, microsOrNone, type OneOrMore, type Time } from '../runtime/arguments.ts';
import { createCondition } from '../runtime/condition.ts';
import type { FailureLevel } from '../runtime/failure-manager.ts';
import { type AnyManager, ExperimentDesign } from './experiment-design.ts';
import { runtimeOf } from './experiment-facade.ts';

/**
 * A complete controller: it describes an experiment, and runs it. Resource managers refer to the class of their
 * controller; therefore this class, which they refer to, leaves theirs open. NEPI: ExperimentController, in the order
 * of the original.
 */
export abstract class ControllerOf<Manager extends AnyManager> extends ExperimentDesign<Manager> {
  /** The time on the virtual clock, since the controller was made. NEPI: what tnow gives. */
  get now(): Micros {
    return runtimeOf(this).now;
  }

  /** How badly the experiment has failed. NEPI: ExperimentController.failure_level. */
  get failureLevel(): FailureLevel {
    return runtimeOf(this).failures.level;
  }

  /** Whether a critical resource has failed, so that nothing more is begun. NEPI: ExperimentController.abort. */
  get abort(): boolean {
    return runtimeOf(this).abort;
  }

  /**
   * Reports that a resource has FAILED; a critical one aborts the experiment. NEPI:
   * ExperimentController.inform_failure.
   */
  informFailure(guid: Guid): void {
    runtimeOf(this).informFailure(guid);
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
   * @throws Error at the horizon, or when nothing can change any more; the message lists who waits for whom.
   */
  wait(guids: OneOrMore, state: State): void {
    runtimeOf(this).program.run(this.waiting(listOf(guids), state));
  }

  /**
   * For a hook to `yield*`: waits until all have reached a state or one past it. Checks the last of the list first. An
   * abort ends all waits but the one for RELEASED. NEPI: ExperimentController.wait.
   */
  waiting(guids: readonly Guid[], state: State): Blocking {
    return runtimeOf(this).waiting(guids, state);
  }

  /** Lets time pass. NEPI: what a program does with time.sleep. */
  sleep(time: Time): void {
    runtimeOf(this).program.run(sleeping(microsOf(time)));
  }

  /** Discovers a resource, and waits for it. NEPI: ExperimentController.discover. */
  discover(guid: Guid): void {
    runtimeOf(this).program.run(this.getResource(guid).discover());
  }

  /** Provisions a resource, and waits for it. NEPI: ExperimentController.provision. */
  provision(guid: Guid): void {
    runtimeOf(this).program.run(this.getResource(guid).provision());
  }

  /** The state that a resource is in. NEPI: ExperimentController.state. */
  state(guid: Guid): State {
    return this.getResource(guid).state;
  }

  /** Stops a resource by hand, and waits for it. NEPI: ExperimentController.stop. @throws what its hook throws. */
  stop(guid: Guid): void {
    runtimeOf(this).program.run(this.getResource(guid).stop());
  }

  /** Starts a resource by hand, and waits for it. NEPI: ExperimentController.start. @throws what its hook throws. */
  start(guid: Guid): void {
    runtimeOf(this).program.run(this.getResource(guid).start());
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
    const managers = listOf(guids).map((guid) => this.getResource(guid));
    for (const manager of managers) runtimeOf(this).program.run(manager.setWithConditions(name, value, condition));
  }

  /**
   * Schedules the deployment and the start of resources, and does not wait for them. NEPI: ExperimentController.deploy.
   * @param guids default: all that are NEW.
   * @param waitAllReady whether none of them is started before all are READY.
   * @param group a number for the deployment group; with waitAllReady, a group with such a number is not started.
   */
  deploy(guids?: OneOrMore, waitAllReady = true, group?: number): void {
    runtimeOf(this).deploy(guids === undefined ? undefined : listOf(guids), waitAllReady, group);
  }

  /** Releases resources (default: all), and waits for them. NEPI: ExperimentController.release. */
  release(guids?: OneOrMore): void {
    runtimeOf(this).program.run(this.releasing(guids === undefined ? undefined : listOf(guids)));
  }

  /** For a hook to `yield*`: releases resources, and waits for them. NEPI: ExperimentController.release. */
  releasing(guids: readonly Guid[] = this.resources): Blocking {
    return runtimeOf(this).releasing(guids);
  }

  /** Drops what is scheduled, and releases all resources. NEPI: ExperimentController.shutdown. */
  shutdown(): void {
    runtimeOf(this).program.run(this.shuttingDown());
  }

  /** For a hook to `yield*`: drops what is scheduled, and releases all. NEPI: ExperimentController.shutdown. */
  shuttingDown(): Blocking {
    return runtimeOf(this).shuttingDown();
  }

  /**
   * Has something done on a worker after a time, none if it is negative. What takes time, such as a resource's
   * `fail()`, is given back to be gone through: `ec.schedule('5s', () => rm.fail())`. NEPI:
   * ExperimentController.schedule.
   */
  schedule(delay: Time, callback: () => Continuation): void {
    runtimeOf(this).tasks.schedule(microsOf(delay), callback, undefined);
  }

  /** What was recorded since the last call. @param outcome of a run that is over, to be included. */
  takeRecord(outcome?: RunOutcome): RunChunk {
    return runtimeOf(this).takeRecord(outcome);
  }
}

function* sleeping(time: Micros): Blocking {
  yield time;
}
