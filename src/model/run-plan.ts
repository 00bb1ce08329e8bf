import type { Experiment } from './experiment.ts';
import type { Intervention } from './intervention.ts';
import type { Orchestrator } from './simulation.ts';

/** All that a run is started with. */
export interface RunPlan {
  readonly experiment: Experiment;
  /** What is done to the run from outside. */
  readonly interventions: readonly Intervention[];
  readonly orchestrator: Orchestrator;
}

/** A plan to run an experiment: by NEPI and without interventions, unless these say otherwise. */
export function planRun(experiment: Experiment, options: Partial<Omit<RunPlan, 'experiment'>> = {}): RunPlan {
  const { interventions = [], orchestrator = 'nepi' } = options;
  return { experiment, interventions, orchestrator };
}
