import { expect, test } from 'vitest';
import { countFound, matchAt, searchRun } from '../../../src/ui/timeline/search-run.ts';
import { makeRecord } from '../../support/make-chunk.ts';

const lane = (guid: number, label: string, rtype: string) => ({ guid, label, rtype });
const [server, node, hidden] = [
  lane(7, 'server', 'linux::Application'),
  lane(12, 'Node-1', 'linux::Node'),
  lane(3, 'x', 'y'),
];
const record = makeRecord({
  events: [
    { time: 1, guid: 12, what: 'READY' },
    { time: 4, guid: 7, what: 'set' },
    { time: 5, guid: 3, what: 'READY' },
    { time: 6, guid: 7, what: 'READY' },
    { time: 8, guid: 7, what: 'FAILED' },
  ],
  details: [{ event: 1, set: ['rate', 5] }],
  now: 10,
});
const group = { group: { key: 12, name: 'Site' }, members: [node], folded: true };
const find = (text: string) => {
  const { lanes, events } = searchRun(record, [server, group], text);
  return [[...lanes], [...events]];
};

test('lanes are found by label, type and guid', () => {
  expect(find('NODE')).toEqual([[12], []]);
  expect(find('linux::')).toEqual([[7, 12], []]);
  expect(find('7')).toEqual([[7], []]);
  expect(find('guid 12')).toEqual([[12], []]);
  expect(find('1')).toEqual([[12], []]);
});

test('events are found by state and by attribute, of the lanes that are shown', () => {
  expect(find('ready')).toEqual([[], [0, 3]]);
  expect(find('fail')).toEqual([[], [4]]);
  expect(find('rat')).toEqual([[], [1]]);
});

test('no text finds nothing', () => {
  expect(find('  ')).toEqual([[], []]);
});

test('matches are lanes first, then events in order of time', () => {
  const found = searchRun(record, [server, group, hidden], 'e');
  expect(countFound(found)).toBe(7);
  expect(matchAt(record, found, 1)).toEqual({ guid: 12, time: undefined });
  expect(matchAt(record, found, 2)).toEqual({ guid: 12, time: 1 });
  expect(matchAt(record, found, 6)).toEqual({ guid: 7, time: 8 });
  expect(matchAt(record, found, 7)).toBeUndefined();
});
