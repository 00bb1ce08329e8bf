import { expect, test } from 'vitest';
import { arrangeLanes, type Arrangement, AS_DESIGNED } from '../../../src/ui/timeline/arrange-lanes.ts';
import { isGroupRow, type Lane } from '../../../src/ui/run/lane.ts';
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
  arrangeLanes(lanes, record, { ...AS_DESIGNED, ...change }).rows.map((row) =>
    isGroupRow(row) ? row.group.name : row.guid,
  );

test('lanes come in the order asked for, ties in that of the design', () => {
  expect(arrangeLanes(lanes, record, AS_DESIGNED).rows).toBe(lanes);
  expect(guids({ order: 'name' })).toEqual([2, 3, 4, 1]);
  expect(guids({ order: 'type' })).toEqual([2, 4, 1, 3]);
  expect(guids({ order: 'start' })).toEqual([3, 1, 2, 4]);
});

test('only some lanes, when asked', () => {
  expect(guids({ only: 'failed' })).toEqual([3]);
  expect(guids({ only: new Set([4, 2]) })).toEqual([2, 4]);
});

test('pinned lanes come first, and are shown whatever is filtered', () => {
  const arranged = arrangeLanes(lanes, record, { ...AS_DESIGNED, pinned: new Set([4]), only: 'failed' });
  expect(arranged.rows).toEqual([lanes[3], lanes[2]]);
  expect(arranged.pinned).toBe(1);
});

const paris = { key: 3, name: 'Paris' };
const rome = { key: 1, name: 'Rome' };
const grouped = [
  { ...lanes[0]!, group: rome },
  { ...lanes[1]!, group: paris },
  { ...lanes[2]!, group: paris },
  { ...lanes[3]! },
];
const rowsOf = (change: Partial<Arrangement>) =>
  arrangeLanes(grouped, record, { ...AS_DESIGNED, grouped: true, ...change }).rows.map((row) =>
    isGroupRow(row) ? `${row.group.name} ${row.members.map(({ guid }) => guid).join()}` : row.guid,
  );

test('groups stand where the first of their lanes does, whatever the order', () => {
  expect(rowsOf({})).toEqual(['Rome 1', 1, 'Paris 2,3', 2, 3, 4]);
  expect(rowsOf({ order: 'hand', hand: [3, 4, 1, 2] })).toEqual(['Paris 3,2', 3, 2, 4, 'Rome 1', 1]);
});

test('a folded group is one row; what is pinned stands outside of it', () => {
  expect(rowsOf({ folded: new Set([paris.key]) })).toEqual(['Rome 1', 1, 'Paris 2,3', 4]);
  expect(rowsOf({ folded: new Set([paris.key]), pinned: new Set([3]) })).toEqual([3, 'Rome 1', 1, 'Paris 2', 4]);
  expect(rowsOf({ folded: new Set([paris.key]), only: 'failed' })).toEqual(['Paris 3']);
});

test('lanes that an order by hand does not name come last, as designed', () => {
  expect(guids({ order: 'hand', hand: [3, 99] })).toEqual([3, 1, 2, 4]);
});

test('a group of two runs stands together, and folded is one row of each', () => {
  const both = grouped.flatMap((lane: Lane): readonly Lane[] => [
    lane,
    { ...lane, guid: lane.guid + 10, ...(lane.group && { group: { ...lane.group, name: `↳ ${lane.group.name}` } }) },
  ]);
  const rows = (folded: readonly number[]) =>
    arrangeLanes(both, record, { ...AS_DESIGNED, grouped: true, folded: new Set(folded) }).rows.map((row) =>
      isGroupRow(row) ? `${row.group.name} ${row.members.map(({ guid }) => guid).join()}` : row.guid,
    );
  expect(rows([3])).toEqual(['Rome 1,11', 1, 11, 'Paris 2,3', '↳ Paris 12,13', 4, 14]);
  expect(rows([])).toEqual(['Rome 1,11', 1, 11, 'Paris 2,12,3,13', 2, 12, 3, 13, 4, 14]);
});
