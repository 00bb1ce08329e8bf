import { expect, test } from 'vitest';
import { causeArrows, selectedEvent } from '../../../src/ui/timeline/cause-arrows.ts';
import { makeRecord } from '../../support/make-chunk.ts';

const record = makeRecord({
  events: [
    { time: 0, guid: 0, what: 'step' },
    { time: 5, guid: 1, what: 'READY', cause: 0, via: 'script' },
    { time: 9, guid: 2, what: 'READY', cause: 1, via: 'gate' },
    { time: 12, guid: 2, what: 'STARTED', cause: 2, via: 'phase' },
    { time: 14, guid: 3, what: 'STARTED', cause: 3, via: 'condition' },
    { time: 14, guid: 2, what: 'STARTED', cause: 3, via: 'phase' },
  ],
  now: 20,
});

test('the selected event began the state of the one selected resource', () => {
  expect(selectedEvent(record, new Set([2]), 11)).toBe(2);
  expect(selectedEvent(record, new Set([2]), 13)).toBe(3);
  expect(selectedEvent(record, new Set([2]), 3)).toBe(-1);
  expect(selectedEvent(record, new Set([2, 3]), 13)).toBe(-1);
  expect(selectedEvent(record, new Set(), 13)).toBe(-1);
});

test('arrows lead from the beginning to the event, and from it to what it let happen', () => {
  const arrows = causeArrows(record, 3);
  expect(
    arrows.map(({ fromGuid, fromTime, toGuid, toTime, kind }) => [fromGuid, fromTime, toGuid, toTime, kind]),
  ).toEqual([
    [2, 9, 2, 12, 'cause'],
    [1, 5, 2, 9, 'before'],
    [0, 0, 1, 5, 'before'],
    [2, 12, 3, 14, 'effect'],
    [2, 12, 2, 14, 'effect'],
  ]);
});
