import type { BreakpointRule } from '../../record/breakpoints.ts';
import { printCondition, printWaiting } from '../../model/condition.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { printTime } from '../text/time-text.ts';

/**
 * What a breakpoint waits for, in words.
 * @param longest the end of the run on screen, on whose clock times are told.
 */
export function breakpointText(rule: BreakpointRule, labelOf: (guid: Guid) => string, longest?: Micros): string {
  switch (rule.kind) {
    case 'state':
      return `${rule.guid === undefined ? 'Any resource' : labelOf(rule.guid)} enters ${rule.state}`;
    case 'condition':
      return `Condition met: ${printWaiting(rule.condition, labelOf)} ${printCondition(rule.condition, labelOf)}`;
    case 'failure':
      return 'Any resource fails';
    case 'time':
      return `At ${printTime(rule.time, 1, longest)}`;
    case 'set': {
      const whose = rule.guid === undefined ? '' : ` of ${labelOf(rule.guid)}`;
      return `${rule.name ? `'${rule.name}'` : 'An attribute'}${whose} is set`;
    }
    case 'stalled':
      return 'Stalled: nothing can change any more';
  }
}
