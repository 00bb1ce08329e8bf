import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitInto } from '../../../../src/ui/graph/view/fit-into.ts';
import { nearnessAt } from '../../../../src/ui/graph/scene/nearness.ts';

const ZOOMS = { least: 0.05, most: 1.1 };

/** Where a rectangle comes to lie on a canvas, px from its left and upper border. */
function shown(
  canvas: { width: number; height: number },
  bounds: { x: number; y: number; width: number; height: number },
) {
  const { zoom, centre } = fitInto(canvas, bounds, ZOOMS);
  const left = canvas.width / 2 + (bounds.x - centre.x) * zoom;
  const top = canvas.height / 2 + (bounds.y - centre.y) * zoom;
  return { left, top, right: left + bounds.width * zoom, bottom: top + bounds.height * zoom, zoom };
}

const size = (min: number, max: number) =>
  fc.record({ width: fc.integer({ min, max }), height: fc.integer({ min, max }) });
const rect = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 200, max: 4000 }),
  height: fc.integer({ min: 72, max: 4000 }),
});

test('all of it is in sight, and nothing lies under the choice of the reading or the buttons in the corner', () => {
  fc.assert(
    fc.property(size(400, 2000), rect, (canvas, bounds) => {
      const { left, top, right, bottom } = shown(canvas, bounds);
      expect(left).toBeGreaterThan(0);
      expect(top).toBeGreaterThan(50);
      expect(right).toBeLessThan(canvas.width);
      expect(bottom).toBeLessThan(canvas.height);
      expect(right < canvas.width - 154 || bottom < canvas.height - 56).toBe(true);
    }),
  );
});

test('it is as large as can be, but not larger than cards are', () => {
  const canvas = { width: 1000, height: 600 };
  expect(shown(canvas, { x: 0, y: 0, width: 200, height: 72 }).zoom).toBe(1.1);
  expect(shown(canvas, { x: 0, y: 0, width: 3000, height: 200 })).toMatchObject({ left: 48, right: 952 });
});

test('the nearer, the more is written', () => {
  const zooms = [2, 0.7, 0.6, 0.4, 0.25, 0.1];
  expect(zooms.map(nearnessAt)).toEqual(['near', 'near', 'middle', 'far', 'farther', 'farthest']);
});
