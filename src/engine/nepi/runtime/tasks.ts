import type { Micros } from '../../../model/units.ts';
import type { Batch } from '../../kernel/tasks/batch.ts';
import type { Continuation, Process } from '../../kernel/tasks/process.ts';
import type { Simulator } from '../../kernel/simulator.ts';
import type { CauseTracking } from '../recording/cause-tracking.ts';

/** Schedules tasks, each for the reason of the process that schedules it. NEPI: ExperimentController.schedule. */
export class Tasks {
  readonly #simulator: Simulator;
  readonly #causes: CauseTracking;

  constructor(simulator: Simulator, causes: CauseTracking) {
    this.#simulator = simulator;
    this.#causes = causes;
  }

  /** Schedules a task that nothing refers to; see {@link schedule}. */
  scheduleTask<Owner>(delay: Micros, action: (owner: Owner) => Continuation, owner: Owner): void {
    this.#simulator.scheduleTask(delay, action, owner);
  }

  /** Schedules a task without a closure. */
  schedule<Owner>(delay: Micros, action: (owner: Owner) => Continuation, owner: Owner): Process {
    const task = this.#simulator.task(action, owner);
    this.#causes.pass(task);
    this.#simulator.schedule(delay, task);
    return task;
  }

  /** Schedules a task that polls for something; it may be skipped until what it watches changes. */
  poll<Owner>(period: Micros, action: (owner: Owner) => Continuation, owner: Owner): Process {
    const task = this.#simulator.task(action, owner);
    this.#causes.pass(task);
    this.#simulator.poll(period, task);
    return task;
  }

  /** Schedules tasks that run one after the other, at once. @param via see {@link CauseTracking.pass}. */
  scheduleBatch(batch: Batch, via?: number): void {
    this.#causes.pass(batch, via);
    this.#simulator.scheduleBatch(batch);
  }
}
