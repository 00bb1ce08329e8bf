import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchAt, stretchesOf, stretchRowsWithin } from '../../src/record/stretches.ts';
import { makeRecord, type MadeStretch } from '../support/make-chunk.ts';

const stretchesByEnd = fc
  .array(
    fc.record({
      guid: fc.integer({ min: 1, max: 3 }),
      from: fc.integer({ min: 0, max: 50 }),
      length: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list
      .map(({ guid, from, length }): MadeStretch => ({ guid, from, to: from + length, activity: 'poll' }))
      .sort((a, b) => a.to - b.to),
  );

test('the stretches within a range are those that share time with it', () => {
  fc.assert(
    fc.property(
      stretchesByEnd,
      fc.integer({ min: 0, max: 80 }),
      fc.integer({ min: 1, max: 40 }),
      (made, from, span) => {
        const record = makeRecord({ stretches: made, now: 100 });
        const to = from + span;
        for (let guid = 1; guid <= 3; guid++) {
          const expected = made.flatMap((stretch, row) =>
            stretch.guid === guid && stretch.from < to && stretch.to > from ? [row] : [],
          );
          expect(stretchRowsWithin(record, guid, from, to)).toEqual(expected);
        }
      },
    ),
  );
});

test('at an instant, work says more than waiting', () => {
  const record = makeRecord({
    stretches: [
      { guid: 1, from: 0, to: 10, activity: 'phase', ref: 'provision' },
      { guid: 1, from: 0, to: 12, activity: 'state', state: 'READY' },
      { guid: 1, from: 12, to: 20, activity: 'condition', ref: 0, member: 2, state: 'STARTED' },
    ],
    now: 30,
  });
  expect(stretchAt(record, 1, 5)?.activity).toBe('phase');
  expect(stretchAt(record, 1, 10)?.activity).toBe('state');
  expect(stretchAt(record, 1, 12)).toMatchObject({ activity: 'condition', member: 2, state: 'STARTED' });
  expect(stretchAt(record, 1, 20)).toBeUndefined();
  expect(stretchesOf(record, 1).map(({ from }) => from)).toEqual([0, 0, 12]);
});
