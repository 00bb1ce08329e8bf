import type { RunOutcome } from '../../record/chunk.ts';
import { printTime } from '../timeline/time-text.ts';

/** How a run ended, in a sentence. */
export function describeOutcome({ kind, abort, end, message, stalled }: RunOutcome): string {
  const at = printTime(end);
  switch (kind) {
    case 'completed':
      return abort ? `A critical resource failed; ended after ${at}` : `Completed after ${at}`;
    case 'error':
      return `Stopped with an error at ${at}: ${message ?? 'a step failed'}`;
    case 'stalled':
      return `Stalled at ${at}: ${stalled.length === 1 ? 'one wait' : `${stalled.length} waits`} can never end`;
    case 'horizon':
      return `Gave up at ${at}, the simulation's horizon${message === undefined ? '' : `: ${message}`}`;
    case 'cancelled':
      return `Cancelled at ${at}`;
  }
}
