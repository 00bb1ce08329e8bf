import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATE_ORDER, STATES } from '../../../src/model/state.ts';
import { createRecord } from '../../../src/record/run-record.ts';
import { stateAt } from '../../../src/record/state-spans.ts';
import { GroupSummaries, stateOfColumns } from '../../../src/ui/timeline/group-summaries.ts';
import { RowIndex } from '../../../src/ui/timeline/row-index.ts';
import { rasterise } from '../../../src/ui/timeline/rasterise.ts';
import { RANK, STATE_OF_RANK } from '../../../src/ui/timeline/state-rank.ts';
import { LINEAR } from '../../../src/ui/timeline/time-axis.ts';
import { makeChunk, makeRecord } from '../../support/make-chunk.ts';

const lane = (guid: number) => ({ guid, label: `lane ${guid}`, rtype: 'linux::Node' });
const members = [lane(1), lane(2), lane(3)];
const folded = { group: { key: 1, name: 'Paris' }, members, folded: true };
const index = new RowIndex([lane(4), folded]);

const lives = fc
  .array(
    fc.record({
      time: fc.integer({ min: 0, max: 20 }),
      guid: fc.integer({ min: 1, max: 4 }),
      what: fc.constantFrom(...STATES),
    }),
    { maxLength: 30 },
  )
  .map((events) => events.sort((a, b) => a.time - b.time));

test('a summary is at any time in the highest ranking state of its members, so it never hides a failure', () => {
  fc.assert(
    fc.property(lives, (events) => {
      const record = makeRecord({ events, now: 30 });
      const summary = new GroupSummaries(record, index).of(1)!;
      for (let time = 0; time <= 21; time++) {
        const states = members.map(({ guid }) => stateAt(record, guid, time));
        const best = states.reduce((a, b) => (RANK[STATE_ORDER[a]]! >= RANK[STATE_ORDER[b]]! ? a : b));
        expect(stateOfColumns(summary, time)).toBe(best);
      }
      // Also one that is over within an instant.
      const failed = events.some(({ guid, what }) => guid <= 3 && what === 'FAILED');
      expect(summary.kinds.subarray(0, summary.rows.length).includes(STATE_ORDER.FAILED)).toBe(failed);
    }),
  );
});

test('it goes on as the record grows', () => {
  const record = createRecord();
  const summaries = new GroupSummaries(record, index);
  record.append(makeChunk({ events: [{ time: 1, guid: 2, what: 'READY' }], now: 5 }));
  expect(stateOfColumns(summaries.of(1)!, 5)).toBe('READY');
  record.append(makeChunk({ events: [{ time: 7, guid: 3, what: 'FAILED' }], now: 9 }));
  expect(stateOfColumns(summaries.of(1)!, 6)).toBe('READY');
  expect(stateOfColumns(summaries.of(1)!, 9)).toBe('FAILED');
});

test('only folded groups have one', () => {
  const record = createRecord();
  expect(new GroupSummaries(record, index).of(0)).toBeUndefined();
  expect(new GroupSummaries(record, new RowIndex([{ ...folded, folded: false }, ...members])).of(0)).toBeUndefined();
});

test('where rows are pixels, a folded group shows the highest rank of its members, too', () => {
  const record = makeRecord({
    events: [
      { time: 2, guid: 2, what: 'STARTED' },
      { time: 5, guid: 3, what: 'FAILED' },
      { time: 5, guid: 3, what: 'RELEASED' },
      { time: 8, guid: 4, what: 'FAILED' },
    ],
    now: 10,
  });
  const [width, height] = [10, 2];
  const out = new Uint8Array(width * height);
  const raster = { firstRow: 0, endRow: 2, rowPixels: 3, axis: LINEAR, start: 0, perPixel: 1, width, height };
  rasterise(record, index, raster, out);
  const stateOf = (row: number, x: number) => STATES[STATE_OF_RANK[out[row * width + x]!]!];
  expect([0, 3, 5, 7].map((x) => stateOf(1, x))).toEqual(['NEW', 'STARTED', 'FAILED', 'STARTED']);
  expect([0, 9].map((x) => stateOf(0, x))).toEqual(['NEW', 'FAILED']);
});
