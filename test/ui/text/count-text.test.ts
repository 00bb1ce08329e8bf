import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, printCount } from '../../../src/ui/text/count-text.ts';

test('thousands are set apart as in English', () => {
  expect(printCount(1_234_567)).toBe('1,234,567');
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (count) => printCount(count) === count.toLocaleString('en')),
  );
});

test('one is not several', () => {
  expect([0, 1, 2, 1000].map((count) => countOf(count, 'trace'))).toEqual([
    '0 traces',
    '1 trace',
    '2 traces',
    '1,000 traces',
  ]);
});
