import { expect, test } from 'vitest';
import { nextPoll } from '../../src/record/poll-stepping.ts';
import { makeRecord } from '../support/make-chunk.ts';

const record = makeRecord({
  stretches: [
    { guid: 1, from: 0, to: 9, activity: 'phase', ref: 'ready' },
    { guid: 1, from: 9, to: 20, activity: 'poll' },
    { guid: 2, from: 5, to: 12, activity: 'poll' },
    { guid: 2, from: 12, to: 30, activity: 'condition', member: 1, state: 'STARTED' },
  ],
  now: 30,
});

test('the next poll that lets somebody go on, in order of time', () => {
  expect(nextPoll(record, 0)).toBe(12);
  expect(nextPoll(record, 12)).toBe(20);
  expect(nextPoll(record, 20)).toBeUndefined();
});

test('only of some resources', () => {
  expect(nextPoll(record, 0, new Set([1]))).toBe(20);
  expect(nextPoll(record, 12, new Set([2]))).toBeUndefined();
});
