import type { RunOutcome } from '../../record/chunk.ts';
import type { Step } from '../../model/experiment.ts';
import { stepWithoutResources } from '../../model/script.ts';
import { printTime } from './time-text.ts';

/** How a run ended, in a sentence. @param script what ran: steps that name no resource are no part of a good end. */
export function describeOutcome(
  { kind, abort, end, message, stalled }: RunOutcome,
  script: readonly Step[] = [],
): string {
  const at = printTime(end);
  switch (kind) {
    case 'completed':
      if (abort) return `A critical resource failed; ended after ${at}`;
      return [`Completed after ${at}`, ...idleSteps(script)].join(', but ');
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

/** What is to be said of steps that did nothing. */
function idleSteps(script: readonly Step[]): readonly string[] {
  const idle = script.filter(stepWithoutResources).length;
  if (idle === 0) return [];
  return [idle === 1 ? '1 step names no resource and did nothing' : `${idle} steps name no resource and did nothing`];
}
