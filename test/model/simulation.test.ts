import { expect, test } from 'vitest';
import { nextSeed, resolveSimulation } from '../../src/model/simulation.ts';

test('what a file leaves out is as in NEPI', () => {
  expect(resolveSimulation({})).toEqual({ workers: 20, rescheduleDelay: 1_000_000, horizon: 86_400_000_000, seed: 1 });
});

test('what a file says counts, zeros too', () => {
  expect(resolveSimulation({ workers: 0, rescheduleDelay: '0.5s', horizon: '200s', seed: 0 })).toEqual({
    workers: 0,
    rescheduleDelay: 500_000,
    horizon: 200_000_000,
    seed: 0,
  });
});

test('after the greatest seed that a file can hold comes 1', () => {
  expect(nextSeed(7)).toBe(8);
  expect(nextSeed(Number.MAX_SAFE_INTEGER)).toBe(1);
});
