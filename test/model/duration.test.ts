import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDuration, printDuration, toMicros } from '../../src/model/duration.ts';

describe('parseDuration', () => {
  test.each([
    ['1h', 3_600_000_000],
    ['2.5m', 150_000_000],
    ['150s', 150_000_000],
    ['0.25s', 250_000],
    ['.5s', 500_000],
    ['7ms', 7_000],
    ['1.5ms', 1_500],
    ['12us', 12],
    ['0s', 0],
    ['0.1s', 100_000],
    ['00010s', 10_000_000],
  ])('%s is %i us', (text, micros) => {
    expect(parseDuration(text)).toBe(micros);
  });

  test.each([
    ['0.4us', 0],
    ['0.5us', 1],
    ['1.2345ms', 1_235],
    ['0.0000014s', 1],
    ['0.0000016s', 2],
    ['0.333333333333h', 1_200_000_000],
  ])('%s is rounded to %i us', (text, micros) => {
    expect(parseDuration(text)).toBe(micros);
  });

  test.each([
    '2m30s',
    '',
    '5',
    's',
    '-1s',
    '+1s',
    '1 s',
    ' 1s',
    '1s ',
    '1S',
    '1d',
    '1e3s',
    '1,5s',
    '1.s',
    '1s\n',
    'Infinitys',
    'NaNs',
    '１s',
  ])('%j is not a time', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test('a time that can not be counted in microseconds exactly is refused', () => {
    expect(parseDuration('9007199254s')).toBe(9_007_199_254_000_000);
    expect(parseDuration('9007199255s')).toBeUndefined();
    expect(parseDuration(`${'9'.repeat(400)}s`)).toBeUndefined();
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const micros = parseDuration(text) ?? 0;
        expect(Number.isSafeInteger(micros) && micros >= 0).toBe(true);
      }),
    );
  });
});

test('toMicros tells what a time looks like', () => {
  expect(toMicros('2s')).toBe(2_000_000);
  expect(() => toMicros('2m30s')).toThrow("'2m30s' is not a time: a time is one number and one unit");
});

describe('printDuration', () => {
  test.each([
    [0, '0s'],
    [1, '1us'],
    [999, '999us'],
    [1_500, '1.5ms'],
    [1_234, '1.234ms'],
    [250_000, '250ms'],
    [1_000_000, '1s'],
    [1_234_567, '1.234567s'],
    [54_300_000, '54.3s'],
    [61_000_000, '61s'],
    [90_000_000, '1.5m'],
    [3_600_000_000, '1h'],
    [86_400_000_000, '24h'],
    [86_400_000_001, '86400.000001s'],
  ])('%i us is %s', (micros, text) => {
    expect(printDuration(micros)).toBe(text);
  });

  test('what it writes is read back exactly', () => {
    // Up to three years: beyond, a double can't tell single microseconds in seconds.
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.constantFrom(1, 10, 1_000, 1_000_000, 60_000_000),
        fc.integer({ min: 0, max: 1e14 }),
        (factor, unit, any) => {
          for (const micros of [factor * unit, any]) expect(parseDuration(printDuration(micros))).toBe(micros);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
