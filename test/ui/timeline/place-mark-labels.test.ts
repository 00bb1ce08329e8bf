import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeMarkLabels } from '../../../src/ui/timeline/place-mark-labels.ts';

describe('placeMarkLabels', () => {
  test('to the right of the mark, to the left where there is no room', () => {
    expect(placeMarkLabels([{ x: 20, width: 30 }], 0, 100)).toEqual([20]);
    expect(placeMarkLabels([{ x: 80, width: 30 }], 0, 100)).toEqual([50]);
  });

  test('two marks of one instant stand on either side; after each other at an edge', () => {
    const both = [
      { x: 40, width: 30 },
      { x: 40, width: 20 },
    ];
    expect(placeMarkLabels(both, 0, 100)).toEqual([40, 20]);
    expect(placeMarkLabels(both, 30, 100)).toEqual([40, 72]);
  });

  test('without room there are no words', () => {
    expect(placeMarkLabels([{ x: 20, width: 200 }], 0, 100)).toEqual([undefined]);
  });

  test('no label covers another, or is cut', () => {
    const label = fc.record({ x: fc.integer({ min: 0, max: 300 }), width: fc.integer({ min: 1, max: 120 }) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (wanted) => {
        const placed = placeMarkLabels(wanted, 0, 300)
          .map((from, place) => ({ from, to: (from ?? 0) + wanted[place]!.width }))
          .filter((box): box is { from: number; to: number } => box.from !== undefined)
          .toSorted((a, b) => a.from - b.from);
        for (const [place, { from, to }] of placed.entries()) {
          expect(from).toBeGreaterThanOrEqual(placed[place - 1]?.to ?? 0);
          expect(to).toBeLessThanOrEqual(300);
        }
      }),
    );
  });
});
