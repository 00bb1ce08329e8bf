// The times that NEPI's code fixes, whatever an experiment says. Those that an experiment can set have their defaults in
// simulation.ts.
import type { Micros } from './units.ts';

/** How often a wait of the program checks the state that it waits for. NEPI: time.sleep(0.5) in ExperimentController.wait. */
export const WAIT_POLL_PERIOD: Micros = 500_000;

/**
 * How often a deployment group checks whether all of its members are READY, whatever the reschedule delay is. NEPI: "1s"
 * in ExperimentController.deploy.
 */
export const GROUP_POLL_PERIOD: Micros = 1_000_000;

/** A condition is met when no more than this is left of its time. NEPI: 1 ms in ResourceManager._needs_reschedule. */
export const NEGLIGIBLE_TIME: Micros = 1_000;
