import { expect, test } from 'vitest';
import { changeFailure, readProbability } from '../../../src/ui/inspector/behavior-change.ts';

test('the first own probability takes the inherited ones along', () => {
  expect(changeFailure(undefined, { start: 0.5 }, 'run', 0.1)).toEqual({ start: 0.5, run: 0.1 });
  expect(changeFailure({ start: 0.5, run: 0.1 }, { start: 0.5 }, 'run', undefined)).toBeUndefined();
});

test('an inherited probability can be taken away', () => {
  expect(changeFailure(undefined, { start: 0.5 }, 'start', undefined)).toEqual({});
});

test('the last own one leaves nothing behind', () => {
  expect(changeFailure({ stop: 1 }, undefined, 'stop', undefined)).toBeUndefined();
});

test('probabilities are read as numbers or percent', () => {
  expect(readProbability('0.25')).toEqual({ value: 0.25 });
  expect(readProbability('25%')).toEqual({ value: 0.25 });
  for (const text of ['', '%', '1.5', '-1', 'often', 'NaN']) expect(readProbability(text)).toHaveProperty('error');
});
