import { type Breakpoint, metAt } from '../../record/breakpoints.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { TimelineMark } from '../timeline/draw-marks.ts';

/** Where on the axis breakpoints are that have one place in a run: times, and conditions that are met. */
export function breakpointMarks(record: RunRecord, breakpoints: readonly Breakpoint[]): readonly TimelineMark[] {
  return breakpoints.flatMap(({ rule, enabled }): readonly TimelineMark[] => {
    if (!enabled) return [];
    const time =
      rule.kind === 'time' ? rule.time : rule.kind === 'condition' ? metAt(record, rule.condition) : undefined;
    return time === undefined || time > record.now ? [] : [{ time, kind: 'breakpoint' }];
  });
}
