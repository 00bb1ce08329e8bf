import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime, printSpan, printTime } from '../../../src/ui/timeline/time-text.ts';

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
});

test('ticks that are finer than a second keep their decimals', () => {
  expect(printTime(2 * SECOND, 500_000, 8 * SECOND)).toBe('2.0 s');
  expect(printTime(62 * SECOND, 500_000, 80 * SECOND)).toBe('1:02.0');
  expect(printTime(59_999_999, 10_000, 80 * SECOND)).toBe('1:00.00');
});

test('a time that was written can be read again, to the microsecond', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 * 86_400 * SECOND }),
      fc.integer({ min: 0, max: 30 * 86_400 * SECOND }),
      (time, more) => {
        expect(parseTime(printTime(time, 1, time + more))).toBe(time);
      },
    ),
  );
});

test('typed times: seconds, units, clocks; nonsense is none', () => {
  expect(parseTime('12.4')).toBe(12_400_000);
  expect(parseTime(' 500ms ')).toBe(500_000);
  expect(parseTime('2 min')).toBe(120 * SECOND);
  expect(parseTime('1:05')).toBe(65 * SECOND);
  expect(parseTime('2:03:05.25')).toBe(7385.25 * SECOND);
  for (const text of ['', 'soon', '-3', '1:', '3 weeks']) expect(parseTime(text)).toBeUndefined();
});

test('spans have at most two parts', () => {
  expect(printSpan(350)).toBe('350 µs');
  expect(printSpan(12_400_000)).toBe('12.4 s');
  expect(printSpan(125 * SECOND)).toBe('2 min 5 s');
  expect(printSpan(52 * 3600 * SECOND)).toBe('2 d 4 h');
});
