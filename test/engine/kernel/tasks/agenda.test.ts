import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Agenda } from '../../../../src/engine/kernel/tasks/agenda.ts';

interface Entry {
  readonly time: number;
  readonly since: number;
  readonly serial: number;
}

/** Times from few instants, so that many entries share one, and from many, so that the lookup forgets. */
const delay = fc.oneof(fc.constantFrom(0, 0, 1, 2, 500_000, 1_000_000), fc.integer({ min: 0, max: 1e9 }));

test('gives entries by time, then by the instant of scheduling, then in order of scheduling', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(delay, fc.nat(3)), { maxLength: 400 }), (script) => {
      const agenda = new Agenda<Entry>();
      const waiting: Entry[] = [];
      let now = 0;
      let serial = 0;
      for (const [after, takes] of script) {
        const entry = { time: now + after, since: now, serial: serial++ };
        agenda.push(entry.time, now, entry);
        waiting.push(entry);
        for (let take = 0; take < takes && waiting.length > 0; take++) {
          waiting.sort((a, b) => a.time - b.time || a.since - b.since || a.serial - b.serial);
          expect(agenda.nextTime).toBe(waiting[0]!.time);
          now = agenda.nextTime;
          expect(agenda.take()).toBe(waiting.shift());
        }
        expect(agenda.size).toBe(waiting.length);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('keeps a place for what comes later', () => {
  const agenda = new Agenda<string>();
  agenda.push(10, 0, 'before');
  const serial = agenda.reserve(10);
  agenda.push(10, 0, 'after');
  agenda.push(10, 5, 'scheduled later');
  agenda.insert(10, 0, serial, 'between');
  agenda.insert(10, 3, serial, 'as if scheduled at 3');
  const order = [1, 2, 3, 4, 5].map(() => agenda.take());
  expect(order).toEqual(['before', 'between', 'after', 'as if scheduled at 3', 'scheduled later']);
  expect(agenda.nextTime).toBe(Infinity);
});

test('knows what was pushed last for a time in this instant, unless a place was reserved since', () => {
  const agenda = new Agenda<string>();
  agenda.push(10, 0, 'a');
  agenda.push(10, 0, 'b');
  expect(agenda.last(10, 0)).toBe('b');
  expect(agenda.last(10, 1)).toBeUndefined();
  const serial = agenda.reserve(10);
  expect(agenda.last(10, 0)).toBeUndefined();
  expect(agenda.isLast(10, 0, serial)).toBe(true);
  agenda.push(10, 0, 'c');
  expect(agenda.isLast(10, 0, serial)).toBe(false);
});

test('a reserved place is the last one whatever is pushed for other times', () => {
  const agenda = new Agenda<number>();
  agenda.push(0, 0, 0);
  agenda.take();
  const serial = agenda.reserve(10);
  for (let time = 0; time < 2000; time++) if (time !== 10) agenda.push(time, 0, time);
  expect(agenda.isLast(10, 0, serial)).toBe(true);
});

test('a reserved place is never the last one once something was pushed for its time, whatever is pushed after that', () => {
  const agenda = new Agenda<number>();
  const serial = agenda.reserve(10);
  agenda.push(10, 0, 0);
  for (let time = 11; time < 2000; time++) {
    agenda.push(time, 0, time);
    expect(agenda.isLast(10, 0, serial)).toBe(false);
  }
});

test('drops what is not to be kept, and keeps the order of the rest', () => {
  const agenda = new Agenda<number>();
  for (let entry = 0; entry < 100; entry++) agenda.push(entry % 7, 0, entry);
  agenda.retain((entry) => entry % 3 !== 0);
  const taken: number[] = [];
  while (agenda.size > 0) taken.push(agenda.take());
  const expected = Array.from({ length: 100 }, (_, entry) => entry).filter((entry) => entry % 3 !== 0);
  expect(taken).toEqual(expected.sort((a, b) => (a % 7) - (b % 7) || a - b));
});
