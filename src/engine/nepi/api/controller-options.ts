import { SIMULATION_DEFAULTS } from '../../../model/simulation.ts';
import type { Micros } from '../../../model/units.ts';
import { microsOf, notNegative, type Time } from '../runtime/arguments.ts';
import { ResourceFactory } from './resource-factory.ts';

/** The options of a controller; all are optional. */
export interface ControllerOptions {
  /** The experiment's name. NEPI: exp_id. */
  readonly expId?: string;
  /** The types that it can use; only the root type without one. */
  readonly factory?: ResourceFactory;
  /** How many tasks can run at a time; 0: no limit. Default 20. NEPI: ExperimentController.nthreads. */
  readonly workers?: number;
  /**
   * The delay after which a task that was put off is tried again. Default 1s. NEPI: ResourceManager.reschedule_delay.
   */
  readonly rescheduleDelay?: Time;
  /** When the simulation gives up. Default 24h. */
  readonly horizon?: Time;
  /** The seed of random durations and failures. Default 1. */
  readonly seed?: number;
  /**
   * Whether polls are run one by one, or skipped and counted while they can't find anything new (the default). `none`:
   * there are no polls, and a task that waits goes on as soon as it can; not in NEPI.
   */
  readonly polls?: 'literal' | 'skipped' | 'none';
}

/** The shortest time after which a task is tried again. With 0, virtual time would never advance. */
const LEAST_DELAY: Micros = 1;

/** The options with defaults filled in, times in microseconds. @throws RangeError when one is not valid. */
export function resolveOptions(options: ControllerOptions) {
  const { workers = SIMULATION_DEFAULTS.workers, seed = SIMULATION_DEFAULTS.seed } = options;
  if (!Number.isInteger(workers) || workers < 0) throw new RangeError(`there can't be ${workers} workers`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`${seed} is no seed: it is a whole number`);
  const delay = microsOf(options.rescheduleDelay ?? SIMULATION_DEFAULTS.rescheduleDelay);
  return {
    expId: options.expId ?? 'experiment',
    factory: options.factory ?? new ResourceFactory(),
    workers,
    rescheduleDelay: Math.max(LEAST_DELAY, delay),
    horizon: notNegative(microsOf(options.horizon ?? SIMULATION_DEFAULTS.horizon)),
    seed,
    polls: options.polls ?? 'skipped',
    ...(delay < LEAST_DELAY && {
      warning: 'with a rescheduleDelay of 0 no time would ever pass: 1us is used instead',
    }),
  };
}
