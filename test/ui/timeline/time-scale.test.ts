import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisTicks, tickSteps } from '../../../src/ui/timeline/axis-ticks.ts';
import { TimeScale } from '../../../src/ui/timeline/time-scale.ts';
import { parseTime } from '../../../src/ui/text/time-text.ts';

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
        const time = scale.origin + scale.offset + dx * scale.perPx;
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
      const ticks = axisTicks(scale, 7, scale.to);
      const labelled = ticks.filter(({ label }) => label);
      for (const { time } of ticks) expect(time).toBeGreaterThanOrEqual(0);
      for (let index = 1; index < labelled.length; index++) {
        const { x, label } = labelled[index - 1]!;
        expect(labelled[index]!.x - x).toBeGreaterThan(30 + label.length * 7);
      }
      expect(new Set(labelled.map(({ label }) => label)).size).toBe(labelled.length);
      expect(ticks.length).toBeLessThan(scale.width / 10 + 10);
    }),
  );
});

test('steps follow the clock from microseconds to days, then decimal years', () => {
  const second = 1_000_000;
  const day = 86_400 * second;
  const stepFrom = (least: number) => {
    for (const [step] of tickSteps()) if (step >= least) return step;
    return undefined;
  };
  expect(stepFrom(0.5)).toBe(1);
  expect(stepFrom(130)).toBe(200);
  expect(stepFrom(0.3 * second)).toBe(0.5 * second);
  expect(stepFrom(11 * second)).toBe(15 * second);
  expect(stepFrom(100 * second)).toBe(120 * second);
  expect(stepFrom(4 * 3600 * second)).toBe(6 * 3600 * second);
  expect(stepFrom(11 * day)).toBe(20 * day);
  expect(stepFrom(201 * day)).toBe(365 * day);
  expect(stepFrom(21 * 365 * day)).toBe(50 * 365 * day);
});

describe('a run of any length, up to the longest there can be', () => {
  const LONGEST = Number.MAX_SAFE_INTEGER;
  const LETTER = 7;
  /** Lengths of all magnitudes, from 1 µs to 285 years. */
  const lengths = fc
    .tuple(fc.double({ min: 0, max: Math.log2(LONGEST), noNaN: true }), fc.constantFrom(0, 1))
    .map(([magnitude, more]) => Math.min(LONGEST, Math.max(1, Math.floor(2 ** magnitude) + more)));
  const widths = fc.integer({ min: 480, max: 1600 });

  test('fits the picture: its first and its last instant are in sight, near the edges', () => {
    fc.assert(
      fc.property(lengths, widths, (length, width) => {
        const scale = TimeScale.fit(0, length, 200, width);
        expect(scale.xOf(0)).toBeGreaterThanOrEqual(scale.left);
        expect(scale.xOf(0)).toBeLessThan(scale.left + 20);
        expect(scale.xOf(length)).toBeLessThanOrEqual(scale.right);
        if (length > width / 100) expect(scale.xOf(length)).toBeGreaterThan(scale.right - 20);
      }),
    );
  });

  test('has 2 to 20 labels that read back as their times and do not overlap', () => {
    fc.assert(
      fc.property(lengths, widths, (length, width) => {
        const scale = TimeScale.fit(0, length, 200, width);
        const labelled = axisTicks(scale, LETTER, length).filter(({ label }) => label);
        expect(labelled.length).toBeGreaterThanOrEqual(2);
        expect(labelled.length).toBeLessThanOrEqual(20);
        for (const [index, { label, time, x }] of labelled.entries()) {
          expect(parseTime(label)).toBe(time);
          expect(label).not.toContain('e+');
          const next = labelled[index + 1];
          if (next) expect(x + label.length * LETTER).toBeLessThan(next.x);
        }
      }),
    );
  });

  test('shows single microseconds, exactly, wherever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: LONGEST - 2 }), widths, (time, width) => {
        const scale = TimeScale.fit(0, LONGEST, 200, width);
        const x = 200 + Math.floor(width / 2);
        const close = new TimeScale(time, 0.01, 200, width, scale.axis, (200 - x) * 0.01);
        for (const offset of [-2, -1, 0, 1, 2]) {
          expect(close.xOf(time + offset)).toBeCloseTo(x + offset * 100, 3);
          expect(close.timeAt(x + offset * 100)).toBe(time + offset);
        }
        for (const px of [1, 10, -7]) expect(close.panned(px).xOf(time)).toBeCloseTo(x - px, 3);
        const ticks = axisTicks(close, LETTER, LONGEST);
        for (const [index, tick] of ticks.slice(1).entries()) expect(tick.x - ticks[index]!.x).toBeGreaterThan(10);
        for (const { label, time: at } of ticks) if (label) expect(parseTime(label)).toBe(at);
        expect(close.from).toBeLessThanOrEqual(time - 2);
        expect(close.to).toBeGreaterThanOrEqual(time + 2);
      }),
    );
  });

  test('zooming in step by step keeps the instant under the pointer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LONGEST }), widths, (time, width) => {
        let scale = TimeScale.fit(0, LONGEST, 200, width);
        const x = Math.round(scale.xOf(time));
        const at = scale.timeAt(x);
        while (scale.perPx > 0.01) {
          scale = scale.zoomed(3, x).within(LONGEST);
          expect(Math.abs(scale.xOf(at) - x) * scale.perPx).toBeLessThan(4 + scale.perPx);
        }
        for (let step = 0; step < 60; step++) scale = scale.zoomed(1 / 3, x).within(LONGEST);
        expect(scale.xOf(0)).toBeGreaterThanOrEqual(scale.left);
        expect(scale.xOf(LONGEST)).toBeLessThanOrEqual(scale.right);
      }),
    );
  });

  test('a key moves the cursor by a microsecond at least', () => {
    const scale = new TimeScale(LONGEST - 10, 0.01, 200, 800);
    expect(scale.nudged(LONGEST - 5, 2)).toBe(LONGEST - 4);
    expect(scale.nudged(LONGEST - 5, -2)).toBe(LONGEST - 6);
    expect(TimeScale.fit(0, 1000, 0, 1024).nudged(500, 2)).toBe(502);
  });
});
