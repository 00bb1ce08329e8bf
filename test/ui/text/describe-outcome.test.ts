import { expect, test } from 'vitest';
import { describeOutcome } from '../../../src/ui/text/describe-outcome.ts';
import { printTime } from '../../../src/ui/text/time-text.ts';

test.each([76_500_000, 81_000_000, 12_345_678])('the end of a run is written as on the timeline: %i', (end) => {
  expect(describeOutcome({ kind: 'completed', abort: false, end, stalled: [] })).toBe(
    `Completed after ${printTime(end, 1, end)}`,
  );
});

test('a run whose steps did nothing for want of resources did not simply complete', () => {
  const outcome = { kind: 'completed', abort: false, end: 1_000_000, stalled: [] } as const;
  const script = [{ op: 'deploy' }, { op: 'start', resources: [] }, { op: 'shutdown' }] as const;
  expect(describeOutcome(outcome, script)).toMatch(
    /^Completed after .*, but 1 step names no resource and did nothing$/,
  );
});
