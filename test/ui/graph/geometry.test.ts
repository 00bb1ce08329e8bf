import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  borderPoint,
  boundsOf,
  centreOf,
  contains,
  curveBetween,
  curveThrough,
  distance,
  distanceToCurve,
  grow,
  overlaps,
  pointOn,
  type Rect,
} from '../../../src/ui/graph/scene/geometry.ts';

const coordinate = fc.integer({ min: -5000, max: 5000 });
const point = fc.record({ x: coordinate, y: coordinate });
const size = fc.integer({ min: 20, max: 400 });
const rect: fc.Arbitrary<Rect> = fc.record({ x: coordinate, y: coordinate, width: size, height: size });

const A: Rect = { x: 0, y: 0, width: 200, height: 72 };
const B: Rect = { x: 500, y: 0, width: 200, height: 72 };

describe('borderPoint', () => {
  test('lies on the border, on the way to the point', () => {
    expect(borderPoint(A, { x: 1000, y: 36 })).toEqual({ x: 200, y: 36 });
    expect(borderPoint(A, { x: 100, y: -500 })).toEqual({ x: 100, y: 0 });
  });

  test('is on the border for every point outside', () => {
    fc.assert(
      fc.property(rect, point, (box, to) => {
        if (contains(box, to)) return;
        const found = borderPoint(box, to);
        expect(contains(grow(box, 0.001), found)).toBe(true);
        expect(contains(grow(box, -0.001), found)).toBe(false);
      }),
    );
  });

  test('is the middle for a point inside', () => {
    expect(borderPoint(A, { x: 50, y: 50 })).toEqual(centreOf(A));
  });
});

describe('a curve between two cards', () => {
  test('is straight without a bend', () => {
    const curve = curveBetween(A, B, 0);
    expect(curve.from).toEqual({ x: 200, y: 36 });
    expect(curve.to).toEqual({ x: 500, y: 36 });
    expect(pointOn(curve, 0.5)).toEqual({ x: 350, y: 36 });
  });

  test('stands off by its bend halfway, to the right of the way', () => {
    expect(pointOn(curveBetween(A, B, 40), 0.5).y).toBeCloseTo(76, 5);
    expect(pointOn(curveBetween(B, A, 40), 0.5).y).toBeCloseTo(-4, 5);
  });

  test('passes through the point it is asked to pass', () => {
    fc.assert(
      fc.property(rect, rect, point, (a, b, through) => {
        expect(distance(pointOn(curveThrough(a, b, through), 0.5), through)).toBeLessThan(0.001);
      }),
    );
  });

  test('is near to its own points and far from others', () => {
    const curve = curveBetween(A, B, 60);
    expect(distanceToCurve(curve, pointOn(curve, 0.3))).toBeLessThan(1);
    expect(distanceToCurve(curve, { x: 350, y: 500 })).toBeGreaterThan(300);
  });
});

test('boundsOf goes around all, and around nothing is nothing', () => {
  expect(boundsOf([A, B])).toEqual({ x: 0, y: 0, width: 700, height: 72 });
  expect(boundsOf([])).toBeUndefined();
});

test('rectangles that only touch do not overlap', () => {
  expect(overlaps(A, { ...A, x: 200 })).toBe(false);
  expect(overlaps(A, { ...A, x: 199 })).toBe(true);
});
