import { expect, test } from 'vitest';
import { causeOf } from '../../src/record/causes.ts';
import { joinRecords } from '../../src/record/join-records.ts';
import { spansOf } from '../../src/record/state-spans.ts';
import { stretchesOf } from '../../src/record/stretches.ts';
import { makeRecord } from '../support/make-chunk.ts';

const first = makeRecord({
  events: [
    { time: 1, guid: 1, what: 'READY' },
    { time: 4, guid: 2, what: 'STARTED', cause: 0, via: 'condition' },
    { time: 8, guid: 0, what: 'step', cause: 1 },
  ],
  stretches: [{ guid: 2, from: 0, to: 4, activity: 'condition', member: 1, state: 'READY' }],
  details: [{ event: 2, step: 0 }],
  now: 8,
});
const second = makeRecord({
  events: [
    { time: 1, guid: 1, what: 'READY' },
    { time: 3, guid: 1, what: 'set', cause: -1, via: 'intervention' },
    { time: 6, guid: 2, what: 'STARTED', cause: 0, via: 'condition' },
    { time: 9, guid: 0, what: 'step', cause: 2 },
  ],
  stretches: [
    { guid: 2, from: 0, to: 6, activity: 'condition', member: 1, state: 'READY' },
    { guid: 0, from: 0, to: 9, activity: 'wait', member: 2, state: 'STARTED' },
  ],
  details: [{ event: 1, set: ['rate', 2] }],
  now: 9,
});

const { record, secondOf } = joinRecords(first, second, [1, 2]);
const twin = (guid: number) => secondOf.get(guid)!;

test('the resources of the second run stand beside those of the first, under guids of their own', () => {
  expect(new Set([1, 2, twin(1), twin(2)]).size).toBe(4);
  expect(spansOf(record, 2).map(({ state, from }) => [state, from])).toEqual([
    ['NEW', 0],
    ['STARTED', 4],
  ]);
  expect(spansOf(record, twin(2)).map(({ state, from }) => [state, from])).toEqual([
    ['NEW', 0],
    ['STARTED', 6],
  ]);
  expect(record.now).toBe(9);
});

test('all events are there, in order of time, and nobody else stands for the second script', () => {
  const { time, guid, length } = record.events;
  expect([...time.slice(0, length)]).toEqual([1, 1, 3, 4, 6, 8, 9]);
  expect(guid[5]).toBe(0);
  expect([0, 1, 2, twin(1), twin(2)]).not.toContain(guid[6]);
});

test('causes and waits stay within their run', () => {
  const started = record.stateEvents.of(twin(2))[0]!;
  expect(causeOf(record, started)).toMatchObject({ cause: record.stateEvents.of(twin(1))[0], via: 'condition' });
  expect(causeOf(record, record.stateEvents.of(2)[0]!).cause).toBe(record.stateEvents.of(1)[0]);
  expect(stretchesOf(record, twin(2))).toMatchObject([{ from: 0, to: 6, member: twin(1) }]);
  expect(stretchesOf(record, 2)).toMatchObject([{ from: 0, to: 4, member: 1 }]);
  expect(stretchesOf(record, 0)).toEqual([]);
});

test('what was set is told of the right event', () => {
  expect(record.detail(record.setEvents.of(twin(1))[0]!)?.set).toEqual(['rate', 2]);
});

test('a stalled run waits on for as long as the other one goes on', () => {
  const waits = { guid: 2, activity: 'condition', ref: 3, member: 1, state: 'STARTED' } as const;
  const stalled = makeRecord({ now: 5, outcome: { kind: 'stalled', abort: false, end: 5, stalled: [waits] } });
  const before = joinRecords(stalled, second, [1, 2]);
  expect(stretchesOf(before.record, 2)).toEqual([{ ...waits, from: 5, to: 9 }]);
  const after = joinRecords(second, stalled, [1, 2]);
  const [one, two] = [after.secondOf.get(1)!, after.secondOf.get(2)!];
  expect(stretchesOf(after.record, two)).toEqual([{ ...waits, guid: two, member: one, from: 5, to: 9 }]);
  expect(stretchesOf(joinRecords(stalled, stalled, [1, 2]).record, 2)).toEqual([]);
});
