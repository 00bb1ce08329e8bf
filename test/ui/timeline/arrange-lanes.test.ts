import { expect, test } from 'vitest';
import { arrangeLanes, AS_DESIGNED } from '../../../src/ui/timeline/arrange-lanes.ts';
import { makeRecord } from '../../support/make-chunk.ts';

const lanes = [
  { guid: 1, label: 'zeta', rtype: 'linux::Node' },
  { guid: 2, label: 'Alpha', rtype: 'linux::Application' },
  { guid: 3, label: 'beta', rtype: 'linux::Node' },
  { guid: 4, label: 'idle', rtype: 'linux::Application' },
];
const record = makeRecord({
  events: [
    { time: 1, guid: 2, what: 'READY' },
    { time: 5, guid: 3, what: 'STARTED' },
    { time: 8, guid: 1, what: 'STARTED' },
    { time: 9, guid: 3, what: 'FAILED' },
  ],
  now: 10,
});
const guids = (change: Partial<typeof AS_DESIGNED>) =>
  arrangeLanes(lanes, record, { ...AS_DESIGNED, ...change }).lanes.map(({ guid }) => guid);

test('lanes come in the order asked for, ties in that of the design', () => {
  expect(arrangeLanes(lanes, record, AS_DESIGNED).lanes).toBe(lanes);
  expect(guids({ order: 'name' })).toEqual([2, 3, 4, 1]);
  expect(guids({ order: 'type' })).toEqual([2, 4, 1, 3]);
  expect(guids({ order: 'start' })).toEqual([3, 1, 2, 4]);
});

test('only some lanes, when asked', () => {
  expect(guids({ only: 'failed' })).toEqual([3]);
  expect(guids({ only: new Set([4, 2]) })).toEqual([2, 4]);
});

test('pinned lanes come first, and are shown whatever is filtered', () => {
  const arranged = arrangeLanes(lanes, record, { order: 'design', pinned: new Set([4]), only: 'failed' });
  expect(arranged.lanes.map(({ guid }) => guid)).toEqual([4, 3]);
  expect(arranged.pinned).toBe(1);
});
