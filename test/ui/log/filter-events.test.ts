import { expect, test } from 'vitest';
import { filterEvents } from '../../../src/ui/log/filter-events.ts';
import { lastShownAt } from '../../../src/ui/log/last-shown-at.ts';
import { makeRecord } from '../../support/make-chunk.ts';

const lanes = [
  { guid: 1, label: 'server', rtype: 'linux::Node' },
  { guid: 2, label: 'client', rtype: 'linux::Application' },
];
const record = makeRecord({
  events: [
    { time: 0, guid: 0, what: 'step' },
    { time: 5, guid: 1, what: 'READY' },
    { time: 5, guid: 2, what: 'READY' },
    { time: 9, guid: 2, what: 'set' },
    { time: 12, guid: 1, what: 'FAILED' },
  ],
  details: [
    { event: 0, step: 0 },
    { event: 3, set: ['rate', 5] },
  ],
  now: 12,
});
const script = [{ op: 'deploy' }] as const;
const found = (text: string, guids?: ReadonlySet<number>) => [...filterEvents(record, lanes, { text, guids }, script)];

test('without a filter all events are listed', () => {
  expect(found('')).toEqual([0, 1, 2, 3, 4]);
});

test('words are looked for in name, type, state, attribute and step; all must occur', () => {
  expect(found('ready')).toEqual([1, 2]);
  expect(found('READY server')).toEqual([1]);
  expect(found('linux::app')).toEqual([2, 3]);
  expect(found('rate')).toEqual([3]);
  expect(found('script deploy')).toEqual([0]);
  expect(found('nothing such')).toEqual([]);
});

test('only the selected resources, when asked', () => {
  expect(found('', new Set([1]))).toEqual([1, 4]);
  expect(found('failed', new Set([2]))).toEqual([]);
});

test('the row of an instant is the last one up to it', () => {
  const events = filterEvents(record, lanes, { text: 'server', guids: undefined }, script);
  expect(lastShownAt(record, events, 4)).toBe(-1);
  expect(lastShownAt(record, events, 11)).toBe(0);
  expect(lastShownAt(record, events, 12)).toBe(1);
});
