import { expect, test } from 'vitest';
import { compareRuns, firstDivergence } from '../../src/record/compare-runs.ts';
import { type Made, type MadeEvent, makeRecord } from '../support/make-chunk.ts';

const events: readonly MadeEvent[] = [
  { time: 1, guid: 1, what: 'READY' },
  { time: 3, guid: 2, what: 'READY' },
  { time: 5, guid: 1, what: 'STARTED' },
  { time: 6, guid: 2, what: 'set' },
  { time: 9, guid: 1, what: 'STOPPED' },
];
const rate = (value: number) => [{ event: 3, set: ['rate', value] as const }];
const run = (own: readonly MadeEvent[] = events, more: Partial<Made> = {}) =>
  makeRecord({ events: own, details: rate(1), now: 10, ...more });

test('the same runs have no difference', () => {
  expect(compareRuns(run(), run(), [1, 2])).toEqual({ divergence: undefined, resources: [] });
});

test('they part where the first event is another one, comes at another time, or comes in one only', () => {
  const failing = events.with(2, { time: 5, guid: 1, what: 'FAILED' });
  expect(firstDivergence(run(), run(failing))).toBe(5);
  const earlier = events.with(2, { time: 4, guid: 1, what: 'STARTED' });
  expect(firstDivergence(run(), run(earlier))).toBe(4);
  expect(firstDivergence(run(earlier), run())).toBe(4);
  expect(firstDivergence(run(), run(events.slice(0, 4)))).toBe(9);
  expect(firstDivergence(run(), run(events, { details: rate(2) }))).toBe(6);
});

test('the difference of a resource: states that it entered at another time, or in one run only, and how it ended', () => {
  const failing = [...events.slice(0, 2), { time: 4, guid: 1, what: 'FAILED' }] as const;
  expect(compareRuns(run(), run(failing), [1, 2]).resources).toEqual([
    {
      guid: 1,
      before: 'STOPPED',
      after: 'FAILED',
      states: [
        { state: 'STARTED', before: 5, after: undefined },
        { state: 'STOPPED', before: 9, after: undefined },
        { state: 'FAILED', before: undefined, after: 4 },
      ],
    },
  ]);
});
