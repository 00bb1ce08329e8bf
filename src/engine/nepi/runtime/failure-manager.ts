import { STATE_ORDER } from '../../../model/state.ts';
import type { Micros } from '../../../model/units.ts';
import type { ObservedResource } from './run-context.ts';

/** How badly an experiment has failed. NEPI: FailureLevel. */
export type FailureLevel = 'OK' | 'RM_FAILURE' | 'EC_FAILURE';

/** Decides what the failure of a resource means for the experiment. NEPI: FailureManager. */
export class FailureManager {
  #level: FailureLevel = 'OK';
  #event = -1;
  #time: Micros = 0;

  /** NEPI: FailureManager._failure_level. */
  get level(): FailureLevel {
    return this.#level;
  }

  /** Whether nothing more is to be begun. NEPI: FailureManager.abort. */
  get abort(): boolean {
    return this.#level === 'RM_FAILURE';
  }

  /** The event that made it abort; -1: none did. */
  get event(): number {
    return this.#event;
  }

  /** When it aborted. */
  get time(): Micros {
    return this.#time;
  }

  /**
   * A resource failed: if it is critical, the experiment aborts. NEPI: FailureManager.eval_failure.
   * @returns whether that is new.
   */
  evalFailure(resource: ObservedResource, now: Micros): boolean {
    if (this.#level !== 'OK' || resource.order !== STATE_ORDER.FAILED || !resource.isCritical) return false;
    this.#level = 'RM_FAILURE';
    this.#event = resource.enteredIn(STATE_ORDER.FAILED);
    this.#time = now;
    return true;
  }

  /** The experiment itself went wrong. NEPI: FailureManager.set_ec_failure. */
  setEcFailure(): void {
    this.#level = 'EC_FAILURE';
  }
}
