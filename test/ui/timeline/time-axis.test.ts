import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTicks } from '../../../src/ui/timeline/axis-ticks.ts';
import { foldIdle, LINEAR, TimeAxis } from '../../../src/ui/timeline/time-axis.ts';
import { TimeScale } from '../../../src/ui/timeline/time-scale.ts';
import { makeRecord } from '../../support/make-chunk.ts';

const SECOND = 1_000_000;

test('without folds a time is its own place', () => {
  expect(LINEAR.place(123)).toBe(123);
  expect(LINEAR.time(-5)).toBe(-5);
});

test('places and times go back and forth, and rise together', () => {
  const folds = fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 12 })
    .map((numbers) => [...numbers].sort((a, b) => a - b))
    .map((edges) =>
      Array.from({ length: edges.length >> 1 }, (_, index) => ({ from: edges[index * 2]!, to: edges[index * 2 + 1]! })),
    );
  fc.assert(
    fc.property(folds, fc.integer({ min: -50, max: 1100 }), fc.integer({ min: 1, max: 100 }), (idle, time, more) => {
      const axis = new TimeAxis(idle, 0.5);
      expect(axis.time(axis.place(time))).toBeCloseTo(time, 6);
      expect(axis.place(time + more)).toBeGreaterThan(axis.place(time));
    }),
  );
});

test('bursts that lie far apart come together; what happens in them keeps its length', () => {
  const burst = (at: number) =>
    [0, 1, 2, 3, 4].map((step) => ({ time: at + step * SECOND, guid: 1, what: 'set' as const }));
  const record = makeRecord({
    events: [...burst(0), ...burst(3600 * SECOND), ...burst(7200 * SECOND)],
    now: 7205 * SECOND,
  });
  const axis = foldIdle(record);
  expect(axis.folds).toHaveLength(2);
  expect(axis.place(3604 * SECOND) - axis.place(3600 * SECOND)).toBeCloseTo(4 * SECOND);
  expect(axis.place(record.now)).toBeLessThan(20 * SECOND);

  const scale = TimeScale.fit(0, record.now, 0, 800, axis);
  const ticks = axisTicks(scale, 3, record.now);
  expect(ticks.filter(({ time }) => axis.folds.some(({ from, to }) => time > from && time < to))).toEqual([]);
  expect(ticks.some(({ time, label }) => time > 7000 * SECOND && label)).toBe(true);
});

test('where events are spread evenly, nothing is folded', () => {
  const events = Array.from({ length: 20 }, (_, index) => ({ time: index * 5, guid: 1, what: 'set' as const }));
  expect(foldIdle(makeRecord({ events, now: 100 }))).toBe(LINEAR);
  expect(foldIdle(makeRecord({ now: 100 }))).toBe(LINEAR);
});
