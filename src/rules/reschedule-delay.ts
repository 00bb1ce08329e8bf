import { printDuration } from '../model/duration.ts';
import { resolveSimulation } from '../model/simulation.ts';
import type { Rule } from './problem.ts';

const MILLISECOND = 1_000;

/** A delay between two looks that is so short that the simulation does nothing but look. */
export const rescheduleDelay: Rule = {
  name: 'reschedule-delay',
  *check({ experiment: { simulation } }) {
    const delay = resolveSimulation(simulation).rescheduleDelay;
    if (delay >= MILLISECOND) return;
    const { rescheduleDelay: _delay, ...others } = simulation;
    yield {
      severity: delay === 0 ? 'error' : 'warning',
      message:
        delay === 0
          ? 'The reschedule delay is 0: whatever waits would look again at the same instant, for ever. NEPI waits 1s.'
          : `The reschedule delay is ${printDuration(delay)}: whatever waits looks again more than a thousand times a second, which makes the run long. NEPI waits 1s.`,
      place: { field: 'rescheduleDelay' },
      fix: { label: 'Set it back to 1s', edit: { kind: 'set-simulation', simulation: others } },
    };
  },
};
