import type { Micros } from '../../model/units.ts';
import type { Batch } from '../kernel/batch.ts';
import type { Continuation, Process } from '../kernel/process.ts';
import type { Simulator } from '../kernel/simulator.ts';
import type { Chronicle } from './chronicle.ts';

/** Schedules tasks, each for the reason of the one that schedules it. NEPI: ExperimentController.schedule. */
export class Tasks {
  readonly #simulator: Simulator;
  readonly #chronicle: Chronicle;

  constructor(simulator: Simulator, chronicle: Chronicle) {
    this.#simulator = simulator;
    this.#chronicle = chronicle;
  }

  /** Schedules a task that nobody has to know; see {@link schedule}. */
  scheduleTask<Owner>(delay: Micros, action: (owner: Owner) => Continuation, owner: Owner): void {
    this.#simulator.scheduleTask(delay, action, owner);
  }

  /** Schedules a task without a closure. */
  schedule<Owner>(delay: Micros, action: (owner: Owner) => Continuation, owner: Owner): Process {
    const task = this.#simulator.task(action, owner);
    this.#chronicle.pass(task);
    this.#simulator.schedule(delay, task);
    return task;
  }

  /** Schedules a task that looks for something that has not come; it may be skipped until what it watches changes. */
  poll<Owner>(period: Micros, action: (owner: Owner) => Continuation, owner: Owner): Process {
    const task = this.#simulator.task(action, owner);
    this.#chronicle.pass(task);
    this.#simulator.poll(period, task);
    return task;
  }

  /** Schedules tasks that run one after the other, at once. @param via how what runs lets them; else as that was let. */
  scheduleBatch(batch: Batch, via?: number): void {
    this.#chronicle.pass(batch, via);
    this.#simulator.scheduleBatch(batch);
  }
}
