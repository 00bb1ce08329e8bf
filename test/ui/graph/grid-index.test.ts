import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, overlaps, type Rect } from '../../../src/ui/graph/scene/geometry.ts';
import { createGridIndex } from '../../../src/ui/graph/scene/grid-index.ts';

const coordinate = fc.integer({ min: -3000, max: 3000 });
const rect: fc.Arbitrary<Rect> = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 1, max: 900 }),
  height: fc.integer({ min: 1, max: 900 }),
});
const rects = fc.array(rect, { maxLength: 30 }).map((list) => new Map(list.map((box, index) => [index + 1, box])));

test('finds what a look at every rectangle finds', () => {
  fc.assert(
    fc.property(rects, rect, (boxes, area) => {
      const index = createGridIndex(boxes);
      const expected = [...boxes].filter(([, box]) => overlaps(box, area)).map(([guid]) => guid);
      expect(index.within(area)).toEqual(expected);
      expect(index.touches(area)).toBe(expected.length > 0);
    }),
  );
});

test('finds the one on top at a point', () => {
  fc.assert(
    fc.property(rects, fc.record({ x: coordinate, y: coordinate }), (boxes, point) => {
      const index = createGridIndex(boxes);
      const under = [...boxes].filter(([, box]) => contains(box, point)).map(([guid]) => guid);
      expect(index.at(point)).toBe(under.at(-1));
      expect(index.covers(point, (guid) => guid !== under[0])).toBe(under.length > 1);
    }),
  );
});

test('an area of any size is fine', () => {
  const index = createGridIndex(new Map([[7, { x: 0, y: 0, width: 200, height: 72 }]]));
  expect(index.within({ x: -1e9, y: -1e9, width: 2e9, height: 2e9 })).toEqual([7]);
});

test('gives what is asked for besides, in its place in the order', () => {
  const boxes = new Map([1, 2, 3].map((guid) => [guid, { x: guid * 1000, y: 0, width: 200, height: 72 }]));
  const index = createGridIndex(boxes);
  expect(index.within(boxes.get(2)!, [3, 1, 99])).toEqual([1, 2, 3]);
});

test('a rectangle of a great many cells is found all the same', () => {
  const index = createGridIndex(new Map([[1, { x: -1e6, y: -1e6, width: 2e6, height: 2e6 }]]));
  const here = { x: 5000, y: 5000 };
  expect(index.at(here)).toBe(1);
  expect(index.covers(here, () => true)).toBe(true);
  expect(index.touches({ ...here, width: 10, height: 10 })).toBe(true);
  expect(index.within({ ...here, width: 10, height: 10 })).toEqual([1]);
});
