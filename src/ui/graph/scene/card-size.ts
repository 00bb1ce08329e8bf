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

/** The nearest position in whole pixels: what a file holds. */
export function roundPoint({ x, y }: Point): Point {
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 };
}
