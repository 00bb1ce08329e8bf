import type { Micros } from '../../../model/units.ts';
import type { Process } from '../../kernel/tasks/process.ts';

/** What the record reads of the simulator: the time, and the process that runs or ran last. */
export interface Clock {
  readonly now: Micros;
  readonly running: Process;
}
