import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printCount } from '../../../src/ui/shell/count-text.ts';

test('thousands are set apart as in English', () => {
  expect(printCount(1_234_567)).toBe('1,234,567');
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (count) => printCount(count) === count.toLocaleString('en')),
  );
});
