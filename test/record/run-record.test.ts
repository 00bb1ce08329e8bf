import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATES } from '../../src/model/state.ts';
import { createRecord } from '../../src/record/run-record.ts';
import { spanAt, spansOf, stateAt, statesAt } from '../../src/record/state-spans.ts';
import { lastEventAt, nextEvent, previousEvent } from '../../src/record/stepping.ts';
import { type MadeEvent, makeChunk, makeRecord } from '../support/make-chunk.ts';

const eventsInOrder = fc
  .array(
    fc.record({
      time: fc.integer({ min: 0, max: 60 }),
      guid: fc.integer({ min: 1, max: 6 }),
      what: fc.constantFrom(...STATES.slice(1), 'set' as const),
    }),
    { maxLength: 80 },
  )
  .map((events) => [...events].sort((a, b) => a.time - b.time) as MadeEvent[]);

test('a record is the same however the run was cut into chunks', () => {
  fc.assert(
    fc.property(eventsInOrder, fc.array(fc.integer({ min: 1, max: 20 })), (events, sizes) => {
      const whole = createRecord();
      whole.append(makeChunk({ events, now: 60 }));
      const parts = createRecord();
      let at = 0;
      for (const size of [...sizes, events.length]) {
        const part = events.slice(at, at + size);
        parts.append(makeChunk({ events: part, now: part.at(-1)?.time ?? 0 }));
        at += part.length;
      }
      parts.append(makeChunk({ now: 60 }));
      expect(parts.events.length).toBe(events.length);
      for (const column of ['time', 'guid', 'kind', 'cause', 'via'] as const) {
        expect([...parts.events[column].subarray(0, events.length)]).toEqual([
          ...whole.events[column].subarray(0, events.length),
        ]);
      }
      for (let guid = 1; guid <= 6; guid++) expect(spansOf(parts, guid)).toEqual(spansOf(whole, guid));
    }),
  );
});

test('the state at an instant is that of the last state event up to it, NEW before the first', () => {
  fc.assert(
    fc.property(eventsInOrder, fc.integer({ min: 0, max: 61 }), (events, time) => {
      const record = makeRecord({ events, now: 61 });
      const states = statesAt(record, time);
      for (let guid = 1; guid <= 6; guid++) {
        const last = events.filter((event) => event.guid === guid && event.time <= time && event.what !== 'set').at(-1);
        expect(stateAt(record, guid, time)).toBe(last?.what ?? 'NEW');
        expect(states.get(guid)).toBe(last?.what);
      }
    }),
  );
});

test('the spans of a resource cover the whole run without a gap', () => {
  fc.assert(
    fc.property(eventsInOrder, (events) => {
      const record = makeRecord({ events, now: 70 });
      for (let guid = 1; guid <= 6; guid++) {
        const spans = spansOf(record, guid);
        expect(spans[0]).toMatchObject({ state: 'NEW', from: 0, event: -1 });
        expect(spans.at(-1)!.to).toBe(70);
        for (let index = 1; index < spans.length; index++) expect(spans[index]!.from).toBe(spans[index - 1]!.to);
      }
    }),
  );
});

test('guids beyond any table work as well', () => {
  const guid = 4_000_000_000;
  const record = makeRecord({ events: [{ time: 5, guid, what: 'READY' }], now: 10 });
  expect(stateAt(record, guid, 7)).toBe('READY');
  expect(stateAt(record, 7, 7)).toBe('NEW');
});

test('a span says since when and until when', () => {
  const record = makeRecord({
    events: [
      { time: 2, guid: 1, what: 'DISCOVERED' },
      { time: 9, guid: 1, what: 'READY' },
    ],
    now: 20,
  });
  expect(spanAt(record, 1, 5)).toEqual({ state: 'DISCOVERED', from: 2, to: 9, event: 0 });
  expect(spanAt(record, 1, 9)).toEqual({ state: 'READY', from: 9, to: 20, event: 1 });
});

test('stepping goes to the next and the previous event, of all, of a resource, of a kind', () => {
  const record = makeRecord({
    events: [
      { time: 1, guid: 1, what: 'DISCOVERED' },
      { time: 1, guid: 2, what: 'DISCOVERED' },
      { time: 4, guid: 2, what: 'READY' },
      { time: 7, guid: 1, what: 'READY' },
    ],
    now: 10,
  });
  expect(nextEvent(record, 0)).toBe(0);
  expect(nextEvent(record, 1)).toBe(2);
  expect(nextEvent(record, 1, { guids: new Set([1]) })).toBe(3);
  expect(nextEvent(record, 7)).toBe(-1);
  expect(previousEvent(record, 4)).toBe(1);
  expect(previousEvent(record, 7, { kinds: new Set([1]) })).toBe(1);
  expect(previousEvent(record, 1)).toBe(-1);
  expect(lastEventAt(record, 4)).toBe(2);
  expect(lastEventAt(record, 0)).toBe(-1);
});

test('what was set and which step ended can be looked up by event', () => {
  const record = makeRecord({
    events: [{ time: 3, guid: 1, what: 'set' }],
    details: [{ event: 0, set: ['rate', 5] }],
    now: 4,
  });
  expect(record.detail(0)?.set).toEqual(['rate', 5]);
  expect([...record.setEvents.of(1)]).toEqual([0]);
});

test('a run that is over takes no more chunks, and is not cancelled any more', () => {
  const record = makeRecord({ now: 4 });
  expect(() => record.append(makeChunk({ now: 5 }))).toThrow(/over/);
  record.cancel();
  expect(record.outcome?.kind).toBe('completed');
});

test('a cancelled run ends where it was', () => {
  const record = createRecord();
  record.append(makeChunk({ events: [{ time: 3, guid: 1, what: 'READY' }], now: 8 }));
  const before = record.version;
  record.cancel();
  expect(record.outcome).toMatchObject({ kind: 'cancelled', end: 8 });
  expect(record.version).toBeGreaterThan(before);
});
