import { expect, test } from 'vitest';
import { readStepValue } from '../../../src/ui/script/step-value.ts';

test('the definition decides how a value is read', () => {
  const rate = { name: 'rate', type: 'INTEGER', range: [1, 10] } as const;
  expect(readStepValue([rate], '5')).toEqual({ value: 5 });
  expect(readStepValue([rate], '50')).toHaveProperty('error');
  expect(readStepValue([rate], '')).toHaveProperty('error');
  expect(readStepValue([{ name: 'command', type: 'STRING' }], '5')).toEqual({ value: '5' });
});

test('without a definition it is what it looks like', () => {
  expect(readStepValue([], 'true')).toEqual({ value: true });
  expect(readStepValue([], '0.5')).toEqual({ value: 0.5 });
  expect(readStepValue([], 'eth0')).toEqual({ value: 'eth0' });
});
