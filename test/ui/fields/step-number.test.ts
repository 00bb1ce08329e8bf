import { expect, test } from 'vitest';
import { stepNumber } from '../../../src/ui/fields/step-number.ts';

test('steps by the last decimal that is written', () => {
  expect(stepNumber('5', 1, false)).toBe('6');
  expect(stepNumber('5', -1, true)).toBe('-5');
  expect(stepNumber('0.25', 1, false)).toBe('0.26');
  expect(stepNumber('1.9', 1, false)).toBe('2.0');
});

test('leaves alone what is no number', () => {
  expect(stepNumber('many', 1, false)).toBe('many');
  expect(stepNumber('', 1, false)).toBe('');
});
