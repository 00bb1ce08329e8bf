import { expect, test } from 'vitest';
import { emptyPollNear, emptyPollsWithin } from '../../src/record/empty-polls.ts';
import { makeRecord } from '../support/make-chunk.ts';

const record = makeRecord({
  stretches: [
    { guid: 1, from: 3, to: 27, activity: 'condition', member: 2, state: 'STARTED' },
    { guid: 1, from: 27, to: 34, activity: 'poll', member: 2 },
    { guid: 1, from: 34, to: 40, activity: 'phase', ref: 'start' },
    { guid: 3, from: 5, to: 50, activity: 'gate', member: 2, state: 'READY' },
    { guid: 4, from: 5, to: 25, activity: 'delay', member: 2, state: 'READY' },
    { guid: 5, from: 0, to: 12, activity: 'condition', member: 2, state: 'READY' },
    { guid: 5, from: 12, to: 20, activity: 'condition', member: 3, state: 'READY' },
    { guid: 5, from: 20, to: 25, activity: 'phase', ref: 'start' },
  ],
  now: 50,
});
const times = (guid: number, from = 0, to = 50) => emptyPollsWithin(record, guid, 10, from, to).map(({ time }) => time);

test('polls in vain lie a period apart, back from the one that found what it looked for', () => {
  expect(times(1)).toEqual([4, 14, 24]);
  expect(times(1, 10, 24)).toEqual([14]);
});

test('a wait that never ends is polled from its beginning on', () => {
  expect(times(3)).toEqual([15, 25, 35, 45]);
});

test('waits one after the other are polled in one beat, each for whom it waits', () => {
  expect(emptyPollsWithin(record, 5, 5, 0, 50)).toEqual([
    { time: 5, member: 2 },
    { time: 10, member: 2 },
    { time: 15, member: 3 },
  ]);
});

test('what is waited for by the clock is not polled', () => {
  expect(times(4)).toEqual([]);
});

test('the poll close to an instant', () => {
  expect(emptyPollNear(record, 1, 10, 15, 2)).toEqual({ time: 14, member: 2 });
  expect(emptyPollNear(record, 1, 10, 18, 2)).toBeUndefined();
});
