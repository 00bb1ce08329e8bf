import { toMicros } from './duration.ts';
import type { Simulation } from './experiment.ts';
import type { Micros } from './units.ts';

/** What holds where a file says nothing. NEPI: 20 threads, a reschedule delay of a second. */
export const SIMULATION_DEFAULTS = { workers: 20, rescheduleDelay: '1s', horizon: '24h', seed: 1 } as const;

/**
 * Who runs an experiment: NEPI, with so many workers, who look again after so long; or, to see what that costs, one who
 * always has a worker and sees at once what has changed.
 */
export type Orchestrator = 'nepi' | 'ideal';

/** The seed after this one; after the greatest that a file can hold comes 1. */
export function nextSeed(seed: number): number {
  return seed < Number.MAX_SAFE_INTEGER ? seed + 1 : 1;
}

export interface ResolvedSimulation {
  /** 0: no limit. */
  readonly workers: number;
  readonly rescheduleDelay: Micros;
  readonly horizon: Micros;
  readonly seed: number;
}

/** The settings of a run, defaults filled in, times in microseconds. */
export function resolveSimulation(simulation: Simulation): ResolvedSimulation {
  return {
    workers: simulation.workers ?? SIMULATION_DEFAULTS.workers,
    rescheduleDelay: toMicros(simulation.rescheduleDelay ?? SIMULATION_DEFAULTS.rescheduleDelay),
    horizon: toMicros(simulation.horizon ?? SIMULATION_DEFAULTS.horizon),
    seed: simulation.seed ?? SIMULATION_DEFAULTS.seed,
  };
}
