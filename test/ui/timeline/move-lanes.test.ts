import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecord } from '../../../src/record/run-record.ts';
import { arrangeLanes, type Arrangement, AS_DESIGNED, orderLanes } from '../../../src/ui/timeline/arrange-lanes.ts';
import { isGroupRow } from '../../../src/ui/run/lane.ts';
import { applyMove, dropMove, type LaneMove, stepMove } from '../../../src/ui/timeline/move-lanes.ts';

const group = { key: 3, name: 'Paris' };
const lanes = [1, 2, 3, 4, 5].map((guid) => ({
  guid,
  label: `lane ${guid}`,
  rtype: 'linux::Node',
  ...(guid === 3 || guid === 4 ? { group } : {}),
}));
const record = createRecord();
const grouped: Arrangement = { ...AS_DESIGNED, grouped: true };

/** What the lanes are after a move: guids, `P` for the heading. */
function after(arrangement: Arrangement, move: LaneMove | undefined) {
  if (!move) return undefined;
  const hand = applyMove(
    orderLanes(lanes, record, arrangement).map(({ guid }) => guid),
    move,
  );
  return arrangeLanes(lanes, record, { ...arrangement, order: 'hand', hand })
    .rows.map((row) => (isGroupRow(row) ? 'P' : row.guid))
    .join(' ');
}
const step = (arrangement: Arrangement, guids: readonly number[], by: 1 | -1) =>
  after(arrangement, stepMove(arrangeLanes(lanes, record, arrangement), new Set(guids), by));
const drop = (arrangement: Arrangement, guids: readonly number[], place: number) =>
  after(arrangement, dropMove(arrangeLanes(lanes, record, arrangement), new Set(guids), place));

test('a lane moves one place up or down, and no further than the ends', () => {
  expect(step(AS_DESIGNED, [2], 1)).toBe('1 3 2 4 5');
  expect(step(AS_DESIGNED, [2], -1)).toBe('2 1 3 4 5');
  expect(step(AS_DESIGNED, [1], -1)).toBeUndefined();
  expect(step(AS_DESIGNED, [5], 1)).toBeUndefined();
});

test('several lanes move together', () => {
  expect(step(AS_DESIGNED, [2, 4], -1)).toBe('2 4 1 3 5');
});

test('a lane of a group moves within it, others past it as a whole', () => {
  expect(step(grouped, [4], -1)).toBe('1 2 P 4 3 5');
  expect(step(grouped, [3], -1)).toBeUndefined();
  expect(step(grouped, [5], -1)).toBe('1 2 5 P 3 4');
  expect(step(grouped, [2], 1)).toBe('1 P 3 4 2 5');
});

test('a group moves as a whole, folded or not', () => {
  expect(step(grouped, [3, 4], -1)).toBe('1 P 3 4 2 5');
  expect(step({ ...grouped, folded: new Set([3]) }, [3, 4], 1)).toBe('1 2 5 P');
});

test('a lane is dropped between two others', () => {
  expect(drop(AS_DESIGNED, [1], 2.2)).toBe('2 1 3 4 5');
  expect(drop(AS_DESIGNED, [1], 2.8)).toBe('2 3 1 4 5');
  expect(drop(AS_DESIGNED, [1], 99)).toBe('2 3 4 5 1');
  expect(drop(AS_DESIGNED, [5], -1)).toBe('5 1 2 3 4');
});

test('a lane dropped where it was stays there', () => {
  expect(drop(AS_DESIGNED, [2], 1.5)).toBeUndefined();
  expect(drop(AS_DESIGNED, [2], 0.6)).toBeUndefined();
});

test('pinned lanes change places among themselves', () => {
  const pinned = { ...AS_DESIGNED, pinned: new Set([2, 4]) };
  expect(step(pinned, [4], -1)).toBe('4 2 1 3 5');
  expect(step(pinned, [4], 1)).toBeUndefined();
});

test('no lane is ever lost or doubled', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.subarray([1, 2, 3, 4, 5]),
      fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
      fc.double({ min: -2, max: 9, noNaN: true }),
      (isGrouped, pinned, moved, place) => {
        const arrangement = { ...AS_DESIGNED, grouped: isGrouped, pinned: new Set(pinned) };
        const move = dropMove(arrangeLanes(lanes, record, arrangement), new Set(moved), place);
        const order = move ? applyMove([1, 2, 3, 4, 5], move) : [1, 2, 3, 4, 5];
        expect([...order].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
      },
    ),
  );
});
