import { expect, test } from 'vitest';
import { ACTIVITIES, ACTIVITY_PRECEDENCE } from '../../src/model/activity.ts';

test('every activity has a precedence of its own', () => {
  const precedences = ACTIVITIES.map((activity) => ACTIVITY_PRECEDENCE[activity]);
  expect(precedences.toSorted((a, b) => a - b)).toEqual(ACTIVITIES.map((_, place) => place));
});
