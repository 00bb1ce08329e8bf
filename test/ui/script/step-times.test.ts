import { expect, test } from 'vitest';
import { stepAt } from '../../../src/ui/script/step-times.ts';

test('the script is in the first step that has not ended', () => {
  const ends = new Map([
    [0, 0],
    [1, 5_000_000],
  ]);
  expect(stepAt(ends, 3, 0)).toBe(1);
  expect(stepAt(ends, 3, 4_999_999)).toBe(1);
  expect(stepAt(ends, 3, 5_000_000)).toBe(2);
  expect(stepAt(ends, 2, 5_000_000)).toBeUndefined();
});
