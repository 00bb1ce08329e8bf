import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisTicks, tickStep } from '../../../src/ui/timeline/axis-ticks.ts';
import { TimeScale } from '../../../src/ui/timeline/time-scale.ts';

const scales = fc
  .record({
    start: fc.double({ min: -1e6, max: 1e11, noNaN: true }),
    perPx: fc.double({ min: 0.01, max: 1e8, noNaN: true }),
    width: fc.integer({ min: 50, max: 3000 }),
  })
  .map(({ start, perPx, width }) => new TimeScale(start, perPx, 200, width));

test('a fit shows both ends', () => {
  const scale = TimeScale.fit(1000, 5000, 200, 800);
  expect(scale.xOf(1000)).toBeGreaterThanOrEqual(200);
  expect(scale.xOf(5000)).toBeLessThanOrEqual(1000);
  expect(scale.xOf(5000) - scale.xOf(1000)).toBeGreaterThan(700);
});

test('zooming keeps the time under the pointer where it is', () => {
  fc.assert(
    fc.property(
      scales,
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.integer({ min: 0, max: 50 }),
      (scale, factor, dx) => {
        const x = scale.left + dx;
        const time = scale.start + dx * scale.perPx;
        const zoomed = scale.zoomed(factor, x);
        expect(Math.abs(zoomed.xOf(time) - x)).toBeLessThan(0.01);
      },
    ),
  );
});

test('a picture never gets lost beyond the run', () => {
  const scale = TimeScale.fit(0, 1000, 0, 500);
  for (const px of [-1e6, 1e6]) {
    const moved = scale.panned(px).within(1000);
    expect(moved.xOf(0) < moved.right && moved.xOf(1000) > moved.left).toBe(true);
  }
});

test('showing a time moves only when it is out of sight', () => {
  const scale = new TimeScale(0, 10, 0, 100);
  expect(scale.showing(500)).toBe(scale);
  const moved = scale.showing(5000);
  expect(moved.xOf(5000)).toBeGreaterThan(0);
  expect(moved.xOf(5000)).toBeLessThan(100);
});

test('ticks rise, start no earlier than the run, and labels keep their distance', () => {
  fc.assert(
    fc.property(scales, (scale) => {
      const ticks = axisTicks(scale, 80, scale.to);
      const labelled = ticks.filter(({ label }) => label);
      for (const { time } of ticks) expect(time).toBeGreaterThanOrEqual(0);
      for (let index = 1; index < labelled.length; index++) {
        expect(labelled[index]!.x - labelled[index - 1]!.x).toBeGreaterThanOrEqual(79);
      }
      expect(new Set(labelled.map(({ label }) => label)).size).toBe(labelled.length);
      expect(ticks.length).toBeLessThan(scale.width / 10 + 10);
    }),
  );
});

test('steps follow the clock from microseconds to days', () => {
  const second = 1_000_000;
  expect(tickStep(0.5)).toEqual([1, 1]);
  expect(tickStep(130)[0]).toBe(200);
  expect(tickStep(0.3 * second)[0]).toBe(0.5 * second);
  expect(tickStep(11 * second)[0]).toBe(15 * second);
  expect(tickStep(100 * second)[0]).toBe(120 * second);
  expect(tickStep(4 * 3600 * second)[0]).toBe(6 * 3600 * second);
  expect(tickStep(11 * 86_400 * second)[0]).toBe(100 * 86_400 * second);
});
