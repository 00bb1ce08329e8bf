import type { Time } from './arguments.ts';
import type { ResourceFactory } from './resource-factory.ts';

/** What a controller is made with; each may be left out. */
export interface ControllerOptions {
  /** The experiment's name. NEPI: exp_id. */
  readonly expId?: string;
  /** The types that it can use; only the root type without one. */
  readonly factory?: ResourceFactory;
  /** How many tasks can run at a time; 0: no limit. Default 20. NEPI: ExperimentController.nthreads. */
  readonly workers?: number;
  /** How long a task that was put off waits. Default 1s. NEPI: ResourceManager.reschedule_delay. */
  readonly rescheduleDelay?: Time;
  /** When the simulation gives up. Default 24h. */
  readonly horizon?: Time;
  /** Where random durations and failures come from. Default 1. */
  readonly seed?: number;
  /**
   * Whether polls are run one by one, or skipped and counted where they can't find anything new, which is the default.
   * `none`: nobody polls, who waits goes on as soon as it can; NEPI has no such thing.
   */
  readonly polls?: 'literal' | 'skipped' | 'none';
}
