import type { Point, Rect } from './geometry.ts';

/** How large a resource is on the canvas. React Flow is told, so it never has to measure. */
export const CARD = { width: 200, height: 72 } as const;

/** What positions snap to. */
export const GRID = 20;

export const cardAt = ({ x, y }: Point): Rect => ({ x, y, width: CARD.width, height: CARD.height });

/** The nearest position on the grid. */
export function snapToGrid({ x, y }: Point): Point {
  // Adding 0 makes -0 a plain 0, which is what a file should say.
  return { x: Math.round(x / GRID) * GRID + 0, y: Math.round(y / GRID) * GRID + 0 };
}

/** The place of a card whose middle is to be at a point. */
export function placeAround({ x, y }: Point, snap: boolean): Point {
  const corner = { x: x - CARD.width / 2, y: y - CARD.height / 2 };
  return snap ? snapToGrid(corner) : roundPoint(corner);
}

/** The nearest position in whole pixels: what a file holds. */
export function roundPoint({ x, y }: Point): Point {
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 };
}
