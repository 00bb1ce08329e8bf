import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tickSteps } from '../../../src/ui/timeline/axis-ticks.ts';
import { parseTime, printSpan, printTime, stepWithin, timeLength } from '../../../src/ui/text/time-text.ts';

const SECOND = 1_000_000;

test('times are written by the length of the run', () => {
  expect(printTime(350, 1, 900)).toBe('350 µs');
  expect(printTime(0, 1, 900)).toBe('0 µs');
  expect(printTime(0)).toBe('0 s');
  expect(printTime(1500, 1, 900_000)).toBe('1.5 ms');
  expect(printTime(12_400_000, 1, 58 * SECOND)).toBe('12.4 s');
  expect(printTime(12_400_000, 1, 90 * SECOND)).toBe('0:12.4');
  expect(printTime(65 * SECOND, SECOND)).toBe('1:05');
  expect(printTime(2 * 3600 * SECOND + 185 * SECOND, SECOND)).toBe('2:03:05');
  expect(printTime(26 * 3600 * SECOND, 3600 * SECOND)).toBe('1 d 02:00');
  const day = 86_400 * SECOND;
  expect(printTime(3000 * day, day)).toBe('3000 d');
  expect(printTime(200 * 365 * day, 365 * day)).toBe('200 y');
  expect(printTime((200 * 365 + 40) * day + 2 * 3600 * SECOND + 1, 1)).toBe('200 y 40 d 02:00:00.000001');
});

test('ticks that are finer than a second keep their decimals', () => {
  expect(printTime(2 * SECOND, 500_000, 8 * SECOND)).toBe('2.0 s');
  expect(printTime(62 * SECOND, 500_000, 80 * SECOND)).toBe('1:02.0');
  expect(printTime(59_999_999, 10_000, 80 * SECOND)).toBe('1:00.00');
});

test('a time that was written can be read again, to the microsecond', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 0, max: 20 * 86_400 * SECOND }), fc.maxSafeNat()),
      fc.oneof(fc.integer({ min: 0, max: 30 * 86_400 * SECOND }), fc.maxSafeNat()),
      (time, more) => {
        expect(parseTime(printTime(time, 1, time + more))).toBe(time);
      },
    ),
  );
});

function stepFrom(least: number): number {
  for (const [step] of tickSteps()) if (step >= least) return step;
  return 1;
}

test('what the axis writes can be read again, as finely as it writes', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 13.5, noNaN: true }),
      fc.double({ min: 0, max: 13.5, noNaN: true }),
      (part, magnitude, spacing) => {
        const longest = Math.round(10 ** magnitude);
        const time = Math.round(part * longest);
        const step = stepFrom(10 ** Math.min(spacing, magnitude));
        const read = parseTime(printTime(time, step, longest));
        expect(read).toBe(Math.round(time / step) * step);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a span that was written can be read again, as finely as it is written', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 13, noNaN: true }), (magnitude) => {
      const span = Math.round(10 ** magnitude);
      const read = parseTime(printSpan(span))!;
      expect(printSpan(read)).toBe(printSpan(span));
    }),
  );
});

test.each([
  ['1 d 02:00', 26 * 3600 * SECOND],
  ['1d 02:00:30', (26 * 3600 + 30) * SECOND],
  ['3 d', 3 * 86_400 * SECOND],
  ['1:16.500', 76_500_000],
  ['2 min', 120 * SECOND],
  ['2 min 5 s', 125 * SECOND],
  ['1h30m', 5400 * SECOND],
  ['1.5h', 5400 * SECOND],
  ['500 ms', 500_000],
  ['12,4 s', 12_400_000],
  ['350 µs', 350],
  ['350 μs', 350],
  ['１２', 12 * SECOND],
  ['12.4\u00a0s', 12_400_000],
  ['.5', 500_000],
])('%j is read', (text, time) => {
  expect(parseTime(text)).toBe(time);
});

test.each(['5 s 2 min', '1 d 2', '2 min 2 min', '1:2:3:4', '1.5:00', '12 34', '1e3', '9'.repeat(30), '1,2,3'])(
  '%j is no time',
  (text) => {
    expect(parseTime(text)).toBeUndefined();
  },
);

test('typed times: seconds, units, clocks; nonsense is none', () => {
  expect(parseTime('12.4')).toBe(12_400_000);
  expect(parseTime(' 500ms ')).toBe(500_000);
  expect(parseTime('2 min')).toBe(120 * SECOND);
  expect(parseTime('1:05')).toBe(65 * SECOND);
  expect(parseTime('2:03:05.25')).toBe(7385.25 * SECOND);
  expect(parseTime('1 d 02:30')).toBe(26.5 * 3600 * SECOND);
  expect(parseTime('2y 1d')).toBe(731 * 86_400 * SECOND);
  for (const text of ['', 'soon', '-3', '1:', '3 weeks']) expect(parseTime(text)).toBeUndefined();
});

test('spans have at most two parts', () => {
  expect(printSpan(350)).toBe('350 µs');
  expect(printSpan(12_400_000)).toBe('12.4 s');
  expect(printSpan(125 * SECOND)).toBe('2 min 5 s');
  expect(printSpan(52 * 3600 * SECOND)).toBe('2 d 4 h');
  expect(printSpan(Number.MAX_SAFE_INTEGER)).toBe('285 y 224 d');
});

test('no time of a run takes more characters than is said of it', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.double({ min: 0, max: 1, noNaN: true }), (longest, part) => {
      expect(printTime(Math.floor(longest * part), 1, longest).length).toBeLessThanOrEqual(timeLength(longest));
    }),
  );
});

test('parts finer than a pixel are whole units of the clock', () => {
  expect(stepWithin(0.01)).toBe(1);
  expect(stepWithin(350)).toBe(100);
  expect(stepWithin(59 * SECOND)).toBe(SECOND);
  expect(stepWithin(3 * 3600 * SECOND)).toBe(60 * SECOND);
  expect(stepWithin(1e13)).toBe(86_400 * SECOND);
});
