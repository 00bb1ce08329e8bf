import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPace } from '../../../src/app/stores/pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first at once, then the last of each interval', () => {
  const done: number[] = [];
  const pace = createPace(100);
  for (let at = 0; at < 250; at += 10) {
    pace(() => done.push(at));
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(done).toEqual([0, 90, 190, 240]);
  pace(() => done.push(9999));
  expect(done.at(-1)).toBe(9999);
});
