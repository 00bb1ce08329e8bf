import { expect, test } from 'vitest';
import { describeOutcome } from '../../../src/ui/shell/describe-outcome.ts';
import { printTime } from '../../../src/ui/timeline/time-text.ts';

test.each([76_500_000, 81_000_000, 12_345_678])('the end of a run is written as on the timeline: %i', (end) => {
  expect(describeOutcome({ kind: 'completed', abort: false, end, stalled: [] })).toBe(
    `Completed after ${printTime(end, 1, end)}`,
  );
});
