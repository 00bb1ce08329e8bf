import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignBoxes, type Box, distributeBoxes } from '../../src/edit/arrange.ts';

const boxes = new Map<number, Box>([
  [1, { x: 0, y: 0, width: 200, height: 72 }],
  [2, { x: 510, y: 35, width: 200, height: 72 }],
  [3, { x: 250, y: 300, width: 200, height: 72 }],
]);

describe('alignment', () => {
  test('puts borders and middles in line', () => {
    expect([...alignBoxes(boxes, 'left').values()].map(({ x }) => x)).toEqual([0, 0, 0]);
    expect([...alignBoxes(boxes, 'right').values()].map(({ x }) => x)).toEqual([510, 510, 510]);
    expect([...alignBoxes(boxes, 'centre').values()].map(({ x }) => x)).toEqual([255, 255, 255]);
    expect([...alignBoxes(boxes, 'top').values()].map(({ y }) => y)).toEqual([0, 0, 0]);
    expect([...alignBoxes(boxes, 'bottom').values()].map(({ y }) => y)).toEqual([300, 300, 300]);
    expect([...alignBoxes(boxes, 'middle').values()].map(({ y }) => y)).toEqual([150, 150, 150]);
  });

  test('leaves the other direction alone', () => {
    expect([...alignBoxes(boxes, 'left').values()].map(({ y }) => y)).toEqual([0, 35, 300]);
  });
});

describe('distribution', () => {
  test('makes equal gaps, the outermost staying where they are', () => {
    const places = distributeBoxes(boxes, 'across');
    expect([places.get(1)!.x, places.get(3)!.x, places.get(2)!.x]).toEqual([0, 255, 510]);
    expect(places.get(3)!.y).toBe(300);
  });

  test('leaves two as they are', () => {
    const two = new Map([...boxes].slice(0, 2));
    expect(distributeBoxes(two, 'down')).toEqual(new Map([...two].map(([guid, { x, y }]) => [guid, { x, y }])));
  });

  test('keeps the order, for any boxes', () => {
    const coordinate = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 3, maxLength: 12 }), (points) => {
        const many = new Map(points.map((point, index) => [index, { ...point, width: 200, height: 72 }]));
        const places = distributeBoxes(many, 'across');
        const order = (of: (guid: number) => number) =>
          [...many.keys()].sort((a, b) => many.get(a)!.x - many.get(b)!.x || a - b).map(of);
        const xs = order((guid) => places.get(guid)!.x);
        expect(xs).toEqual([...xs].sort((a, b) => a - b));
        expect(xs[0]).toBe(Math.min(...points.map(({ x }) => x)));
      }),
    );
  });
});
