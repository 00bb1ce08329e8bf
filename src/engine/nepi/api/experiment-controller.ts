import { ControllerOf } from './controller-of.ts';
import { type ControllerOptions, resolveOptions } from './controller-options.ts';
import type { ResourceManager } from './resource-manager.ts';

/**
 * Runs an experiment on virtual time. NEPI: ExperimentController, method by method, in the order of the original.
 *
 * A program calls its methods one after the other; those that take time (the waits, `start`, `release`, ...) return
 * when that time has passed. A hook, which runs inside the simulation, must not call those: it yields to their
 * counterparts (`waiting`, `releasing`, `shuttingDown`).
 */
export class ExperimentController extends ControllerOf<ResourceManager> {
  constructor(options: ControllerOptions = {}) {
    super(resolveOptions(options));
  }
}
