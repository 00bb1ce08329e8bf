import type { Point, Rect } from '../scene/geometry.ts';

export const MINIMAP = { width: 168, height: 108 } as const;
const MARGIN = 8;

/** From the experiment to the small picture of it, and back. */
export interface MinimapScale {
  readonly factor: number;
  readonly toMap: (point: Point) => Point;
  readonly toCanvas: (point: Point) => Point;
}

/** The scale at which a rectangle just fits, in the middle. */
export function minimapScale(bounds: Rect): MinimapScale {
  const factor = Math.min(
    (MINIMAP.width - 2 * MARGIN) / Math.max(1, bounds.width),
    (MINIMAP.height - 2 * MARGIN) / Math.max(1, bounds.height),
  );
  const left = (MINIMAP.width - bounds.width * factor) / 2 - bounds.x * factor;
  const top = (MINIMAP.height - bounds.height * factor) / 2 - bounds.y * factor;
  return {
    factor,
    toMap: ({ x, y }) => ({ x: left + x * factor, y: top + y * factor }),
    toCanvas: ({ x, y }) => ({ x: (x - left) / factor, y: (y - top) / factor }),
  };
}
