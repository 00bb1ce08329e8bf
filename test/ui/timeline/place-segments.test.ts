import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATE_ORDER, STATES } from '../../../src/model/state.ts';
import { placeSegments } from '../../../src/ui/timeline/place-segments.ts';
import { rasterise, widenFailures } from '../../../src/ui/timeline/rasterise.ts';
import { FAILED_RANK, RANK } from '../../../src/ui/timeline/state-rank.ts';
import { LINEAR } from '../../../src/ui/timeline/time-axis.ts';
import { RowIndex } from '../../../src/ui/timeline/row-index.ts';
import { TimeScale } from '../../../src/ui/timeline/time-scale.ts';
import { type MadeEvent, makeRecord } from '../../support/make-chunk.ts';

const FAILED = STATE_ORDER.FAILED;
const lives = fc
  .array(
    fc.record({
      time: fc.integer({ min: 0, max: 1000 }),
      guid: fc.integer({ min: 1, max: 12 }),
      what: fc.constantFrom(...STATES.slice(1)),
    }),
    { maxLength: 120 },
  )
  .map((events): MadeEvent[] => [...events].sort((a, b) => a.time - b.time));

/** What each device pixel of a lane ends up as. */
function pixelsOf(events: readonly MadeEvent[], scale: TimeScale, guid = 1): number[] {
  const record = makeRecord({ events, now: 1000 });
  const { time, kind } = record.events;
  const pixels: number[] = Array.from({ length: scale.width }, () => -1);
  for (const { x, end, state } of placeSegments(time, kind, record.stateEvents.of(guid), scale, record.now, 1)) {
    for (let at = x; at < end; at++) pixels[at - scale.left] = state;
  }
  return pixels;
}

test('segments wide enough are painted from their beginning to their end', () => {
  const scale = new TimeScale(0, 10, 0, 100);
  const pixels = pixelsOf(
    [
      { time: 200, guid: 1, what: 'DISCOVERED' },
      { time: 500, guid: 1, what: 'STARTED' },
    ],
    scale,
  );
  expect(pixels.slice(0, 20)).toEqual(Array(20).fill(STATE_ORDER.NEW));
  expect(pixels.slice(20, 50)).toEqual(Array(30).fill(STATE_ORDER.DISCOVERED));
  expect(pixels.slice(50)).toEqual(Array(50).fill(STATE_ORDER.STARTED));
});

test('a failure keeps its pixels, however short it is and however far one is out', () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 1, max: 400 }), (events, perPx) => {
      const scale = new TimeScale(0, perPx, 0, 1200);
      for (let guid = 1; guid <= 12; guid++) {
        const pixels = pixelsOf(events, scale, guid);
        const failures = events.filter((event) => event.guid === guid && event.what === 'FAILED');
        expect(failures.filter(({ time }) => pixels[Math.round(time / perPx)] !== FAILED)).toEqual([]);
      }
    }),
  );
});

test('the pieces of a lane cover all of the run that is in sight', () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 20 }), (events, start, perPx) => {
      const scale = new TimeScale(start, perPx, 30, 80);
      const pixels = pixelsOf(events, scale);
      const until = Math.min(80, Math.round(scale.xOf(1000)) - 30);
      expect(pixels.slice(0, until)).not.toContain(-1);
    }),
  );
});

test('a failure that began out of sight is there to its end', () => {
  const events: MadeEvent[] = [
    { time: 0, guid: 1, what: 'FAILED' },
    { time: 4, guid: 1, what: 'DISCOVERED' },
  ];
  expect(pixelsOf(events, new TimeScale(3, 1, 30, 80))[0]).toBe(FAILED);
});

test('short segments share a pixel: what runs is kept', () => {
  const pixels = pixelsOf(
    [
      { time: 400, guid: 1, what: 'READY' },
      { time: 401, guid: 1, what: 'STARTED' },
      { time: 403, guid: 1, what: 'STOPPED' },
      { time: 404, guid: 1, what: 'RELEASED' },
    ],
    new TimeScale(0, 100, 0, 10),
  );
  expect(pixels[4]).toBe(STATE_ORDER.STARTED);
});

test('a raster shows what a pixel-by-pixel look at the lanes shows', () => {
  fc.assert(
    fc.property(
      lives,
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(0.25, 0.4, 1, 3),
      (events, start, perPixel, rowPixels) => {
        const record = makeRecord({ events, now: 1000 });
        const lanes = Array.from({ length: 12 }, (_, index) => index + 1);
        const index = new RowIndex(lanes.map((guid) => ({ guid, label: '', rtype: '' })));
        const perRow = Math.min(1, rowPixels);
        const height = Math.ceil(12 * perRow);
        const width = 30;
        const out = new Uint8Array(width * height);
        rasterise(
          record,
          index,
          { firstRow: 0, endRow: 12, rowPixels, axis: LINEAR, start, perPixel, width, height },
          out,
        );

        const pixel = (time: number) => Math.floor((time - start) / perPixel);
        const failures = events.filter(({ time, what }) => what === 'FAILED' && time >= start && pixel(time) < width);
        for (const { guid, time } of failures) {
          expect(out[Math.floor((guid - 1) * perRow) * width + pixel(time)]).toBe(FAILED_RANK);
        }
        // A pixel in the middle of which nothing happens has the highest rank of its lanes.
        for (let x = 0; x < width; x++) {
          const from = start + x * perPixel;
          const to = from + perPixel;
          if (to > 1000 || events.some(({ time }) => time >= from && time <= to)) continue;
          for (let y = 0; y < height; y++) {
            const ranks = lanes
              .filter((guid) => Math.floor((guid - 1) * perRow) === y)
              .map((guid) => {
                const last = events.filter((event) => event.guid === guid && event.time <= from).at(-1);
                return RANK[STATE_ORDER[(last?.what ?? 'NEW') as keyof typeof STATE_ORDER]]!;
              });
            expect(out[y * width + x]).toBe(Math.max(0, ...ranks));
          }
        }
      },
    ),
  );
});

test('a failure in the very first instant of what is shown, over at once, is seen', () => {
  const record = makeRecord({
    events: [
      { time: 500, guid: 1, what: 'FAILED' },
      { time: 500, guid: 1, what: 'RELEASED' },
    ],
    now: 1000,
  });
  const index = new RowIndex([{ guid: 1, label: '', rtype: '' }]);
  const out = new Uint8Array(10);
  const window = { firstRow: 0, endRow: 1, rowPixels: 1, axis: LINEAR, start: 500, perPixel: 50, width: 10, height: 1 };
  rasterise(record, index, window, out);
  expect(out[0]).toBe(FAILED_RANK);
});

test('a raster shown at up to half its size still shows every failure', () => {
  const half = fc.double({ min: 1, max: 2, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(lives, fc.integer({ min: 1, max: 60 }), half, fc.double({ min: 0, max: 1, noNaN: true }), (...some) => {
      const [events, perPixel, factor, offset] = some;
      const record = makeRecord({ events, now: 1000 });
      const index = new RowIndex(Array.from({ length: 12 }, (_, row) => ({ guid: row + 1, label: '', rtype: '' })));
      const width = Math.ceil(1000 / perPixel) + 3;
      const raster = { firstRow: 0, endRow: 12, rowPixels: 1, axis: LINEAR, start: 0, perPixel, width, height: 12 };
      const out = new Uint8Array(width * 12);
      rasterise(record, index, raster, out);
      widenFailures(raster, out);
      // What drawing it smaller, without smoothing, takes of each row.
      const shown = Array.from({ length: Math.ceil((width - offset) / factor) }, (_, x) =>
        Math.floor(offset + x * factor),
      );
      for (const { guid, time, what } of events) {
        if (what !== 'FAILED') continue;
        const near = shown.filter((x) => Math.abs(x - Math.floor(time / perPixel)) <= 1);
        expect(near.map((x) => out[(guid - 1) * width + x])).toContain(FAILED_RANK);
      }
    }),
    // It takes many to meet a failure of a single pixel.
    { numRuns: 1000 },
  );
});
