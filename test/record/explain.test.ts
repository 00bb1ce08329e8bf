import { expect, test } from 'vitest';
import { explain } from '../../src/record/explain.ts';
import { printSentence } from '../../src/record/sentence.ts';
import { makeRecord } from '../support/make-chunk.ts';

const labels = ['', 'consumer', 'ccnd', 'node2'];
const words = {
  labelOf: (guid: number) => labels[guid]!,
  printTime: (time: number) => `${time} s`,
  printSpan: (span: number) => `${span} s`,
};
const told = (record: ReturnType<typeof makeRecord>, guid: number, time: number) =>
  explain(record, guid, time).sentences.map((sentence) => printSentence(sentence, words));

test('a wait is followed down to the one who works', () => {
  const record = makeRecord({
    events: [
      { time: 2, guid: 3, what: 'DISCOVERED' },
      { time: 30, guid: 3, what: 'PROVISIONED' },
      { time: 31, guid: 2, what: 'READY' },
      { time: 40, guid: 1, what: 'STARTED' },
    ],
    stretches: [
      { guid: 3, from: 2, to: 30, activity: 'phase', ref: 'provision' },
      { guid: 2, from: 0, to: 30, activity: 'gate', member: 3, state: 'PROVISIONED' },
      { guid: 1, from: 0, to: 31, activity: 'condition', ref: 0, member: 2, state: 'READY' },
    ],
    now: 50,
  });
  expect(told(record, 1, 18)).toEqual([
    'consumer is NEW.',
    'consumer waits for ccnd to be READY.',
    'ccnd can only go on once node2 is PROVISIONED.',
    'node2 is being provisioned, which takes another 12 s.',
    'consumer gets STARTED at 40 s, in 22 s.',
    'Without this condition on ccnd, consumer could go on now.',
  ]);
  const { chain, goesOnAt, circle, waits } = explain(record, 1, 18);
  expect(chain).toEqual([1, 2, 3]);
  expect(waits.map(({ activity }) => activity)).toEqual(['condition', 'gate']);
  expect(goesOnAt).toBe(40);
  expect(circle).toBe(false);
});

test('a circle is told as one', () => {
  const record = makeRecord({
    stretches: [
      { guid: 1, from: 0, to: 50, activity: 'condition', ref: 0, member: 2, state: 'STARTED' },
      { guid: 2, from: 0, to: 50, activity: 'condition', ref: 1, member: 1, state: 'STARTED' },
    ],
    now: 50,
  });
  const { circle, chain } = explain(record, 1, 10);
  expect(circle).toBe(true);
  expect(chain).toEqual([1, 2]);
  expect(told(record, 1, 10)).toEqual([
    'consumer is NEW.',
    'consumer waits for ccnd to be STARTED.',
    'ccnd waits for consumer to be STARTED.',
    'They wait for each other: this never ends by itself.',
    'It stays so to the end of the run.',
    'Without this condition on ccnd, consumer could go on now.',
  ]);
});

test('a delay, a poll and a missing worker are told with the time they still take', () => {
  const record = makeRecord({
    events: [{ time: 10, guid: 2, what: 'STARTED' }],
    stretches: [
      { guid: 1, from: 10, to: 15, activity: 'delay', ref: 0, member: 2, state: 'STARTED' },
      { guid: 1, from: 15, to: 16, activity: 'poll' },
      { guid: 1, from: 16, to: 20, activity: 'worker' },
    ],
    now: 30,
  });
  expect(told(record, 1, 11)[1]).toBe('consumer waits: ccnd is STARTED, and another 4 s must pass.');
  expect(told(record, 1, 15)[1]).toBe('consumer could go on, but is only looked at again in 1 s.');
  expect(told(record, 1, 17)[1]).toBe('consumer is due, but every worker is busy for another 3 s.');
});

test('an application that runs says what its stop waits for', () => {
  const record = makeRecord({
    events: [{ time: 5, guid: 1, what: 'STARTED' }],
    stretches: [
      { guid: 1, from: 5, to: 20, activity: 'condition', ref: 0, member: 2, state: 'STOPPED' },
      { guid: 1, from: 5, to: 25, activity: 'phase', ref: 'run' },
    ],
    now: 30,
  });
  expect(told(record, 1, 11).slice(0, 3)).toEqual([
    'consumer has been STARTED since 5 s.',
    'consumer waits for ccnd to be STOPPED.',
    'ccnd is NEW, and does nothing.',
  ]);
});

test('what somebody holds up does not work', () => {
  const stretches = [{ guid: 1, from: 5, to: 15, activity: 'phase', ref: -1 }] as const;
  expect(told(makeRecord({ stretches, now: 20 }), 1, 8)[1]).toBe('consumer is held up by somebody for another 7 s.');
});
