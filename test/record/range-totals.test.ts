import { expect, test } from 'vitest';
import { rangeTotals } from '../../src/record/range-totals.ts';
import { makeRecord } from '../support/make-chunk.ts';

const record = makeRecord({
  events: [
    { time: 10, guid: 1, what: 'READY' },
    { time: 20, guid: 2, what: 'READY' },
    { time: 25, guid: 1, what: 'set' },
    { time: 30, guid: 1, what: 'STARTED' },
  ],
  stretches: [
    { guid: 1, from: 10, to: 25, activity: 'condition', member: 2, state: 'READY' },
    { guid: 1, from: 25, to: 30, activity: 'phase', ref: 'start' },
  ],
  now: 50,
});

test('the time in each state sums up to resources times length', () => {
  const totals = rangeTotals(record, [1, 2], 15, 40);
  expect(totals.states).toMatchObject({ NEW: 5, READY: 15 + 20, STARTED: 10 });
  expect(Object.values(totals.states).reduce((sum, value) => sum + value, 0)).toBe(2 * 25);
  expect(totals).toMatchObject({ resources: 2, events: 3, waiting: 10 });
  expect(totals.activities).toMatchObject({ condition: 10, phase: 5 });
});

test('only the resources asked for, and no further than the run has come', () => {
  const totals = rangeTotals(record, [2], 40, 90);
  expect(totals).toMatchObject({ from: 40, to: 50, resources: 1, events: 0, waiting: 0 });
  expect(totals.states.READY).toBe(10);
});

test('an event at the end of the range is not in it', () => {
  expect(rangeTotals(record, [1], 10, 30).events).toBe(2);
});
