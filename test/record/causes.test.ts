import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIVITIES } from '../../src/model/activity.ts';
import { causeChain, effectsOf } from '../../src/record/causes.ts';
import { criticalPath } from '../../src/record/critical-path.ts';
import { type MadeEvent, makeChunk, makeRecord } from '../support/make-chunk.ts';
import { createRecord } from '../../src/record/run-record.ts';

const events: MadeEvent[] = [
  { time: 0, guid: 1, what: 'DISCOVERED' },
  { time: 10, guid: 1, what: 'READY', cause: 0, via: 'phase' },
  { time: 10, guid: 2, what: 'READY', cause: 1, via: 'gate' },
  { time: 17, guid: 2, what: 'STARTED', cause: 1, via: 'condition' },
  { time: 20, guid: 0, what: 'step', cause: 3, via: 'script' },
];

test('from an event back to the beginning, and on to what came of it', () => {
  const record = makeRecord({ events, now: 20 });
  expect(causeChain(record, 4).map(({ event, via }) => [event, via])).toEqual([
    [4, 'script'],
    [3, 'condition'],
    [1, 'phase'],
    [0, 'begin'],
  ]);
  expect(effectsOf(record, 1)).toEqual([2, 3]);
  expect(effectsOf(record, 4)).toEqual([]);
});

test('effects are found in a record that grew since', () => {
  const record = createRecord();
  record.append(makeChunk({ events: events.slice(0, 2), now: 10 }));
  expect(effectsOf(record, 1)).toEqual([]);
  record.append(makeChunk({ events: events.slice(2), now: 20 }));
  expect(effectsOf(record, 1)).toEqual([2, 3]);
});

test('the critical path says what the time went into', () => {
  const record = makeRecord({
    events,
    stretches: [
      { guid: 1, from: 0, to: 10, activity: 'phase', ref: 'provision' },
      { guid: 2, from: 10, to: 13, activity: 'delay', ref: 0, member: 1, state: 'READY' },
      { guid: 2, from: 13, to: 14, activity: 'poll' },
      { guid: 2, from: 14, to: 17, activity: 'phase', ref: 'start' },
      { guid: 0, from: 0, to: 20, activity: 'wait', ref: 1, member: 2, state: 'STARTED' },
    ],
    now: 20,
  });
  const path = criticalPath(record);
  expect(path.links.map(({ event }) => event)).toEqual([0, 1, 3, 4]);
  expect(path.links[2]!.parts).toEqual([
    { from: 10, to: 13, kind: 'delay' },
    { from: 13, to: 14, kind: 'polling' },
    { from: 14, to: 17, kind: 'work' },
  ]);
  expect(path.totals).toMatchObject({ work: 13, delay: 3, polling: 4, condition: 0, other: 0 });
});

test('the critical path follows who stood in line for a worker, not the work of those who had them', () => {
  const record = makeRecord({
    events: [
      { time: 0, guid: 0, what: 'step' },
      { time: 4, guid: 1, what: 'READY', cause: 0, via: 'script' },
      { time: 9, guid: 2, what: 'READY', cause: 1, via: 'phase' },
      { time: 11, guid: 3, what: 'READY', cause: 2, via: 'worker' },
    ],
    stretches: [
      { guid: 1, from: 0, to: 4, activity: 'phase', ref: 'provision' },
      { guid: 2, from: 4, to: 9, activity: 'phase', ref: 'provision' },
      { guid: 3, from: 1, to: 9, activity: 'worker' },
      { guid: 3, from: 9, to: 11, activity: 'phase', ref: 'provision' },
    ],
    now: 11,
  });
  const { links, totals } = criticalPath(record);
  expect(links.map(({ guid, from, to }) => [guid, from, to])).toEqual([
    [0, 0, 0],
    [1, 0, 1],
    [3, 1, 11],
  ]);
  expect(totals).toMatchObject({ worker: 8, work: 3, other: 0 });
});

test('whatever the record, the parts sum up to the end of the run', () => {
  const made = fc
    .array(
      fc.record({
        time: fc.integer({ min: 0, max: 100 }),
        guid: fc.integer({ min: 0, max: 4 }),
        what: fc.constantFrom('READY' as const, 'STARTED' as const, 'step' as const),
        back: fc.integer({ min: 1, max: 5 }),
      }),
      { maxLength: 30 },
    )
    .map((list) =>
      [...list]
        .sort((a, b) => a.time - b.time)
        .map(({ back, ...event }, index) => ({ ...event, cause: Math.max(-1, index - back) })),
    );
  const stretches = fc
    .array(
      fc.record({
        guid: fc.integer({ min: 0, max: 4 }),
        from: fc.integer({ min: 0, max: 100 }),
        length: fc.integer({ min: 1, max: 40 }),
        activity: fc.constantFrom(...ACTIVITIES),
      }),
      { maxLength: 30 },
    )
    .map((list) =>
      list
        .map(({ length, ...stretch }) => ({ ...stretch, ref: 1, to: stretch.from + length }))
        .sort((a, b) => a.to - b.to),
    );
  fc.assert(
    fc.property(made, stretches, fc.integer({ min: 100, max: 120 }), (list, spans, now) => {
      const path = criticalPath(makeRecord({ events: list, stretches: spans, now }));
      expect(Object.values(path.totals).reduce((sum, value) => sum + value, 0)).toBe(now);
      expect(path.end).toBe(now);
    }),
  );
});
