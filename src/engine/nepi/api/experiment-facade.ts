import type { ExperimentRuntime } from '../runtime/experiment-runtime.ts';

/** The experiment that a controller hides from programs. */
export let runtimeOf: (controller: ExperimentFacade) => ExperimentRuntime;

/** What all controllers are, whatever their resource managers: a facade of a running experiment. */
export abstract class ExperimentFacade {
  readonly #runtime: ExperimentRuntime;

  protected constructor(runtime: ExperimentRuntime) {
    this.#runtime = runtime;
  }

  static {
    runtimeOf = (controller) => controller.#runtime;
  }
}
