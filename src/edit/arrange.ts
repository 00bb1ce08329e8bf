// Putting boxes in line and at equal distances. Pure arithmetic: it knows nothing of resources but their places.
import type { Guid } from '../model/units.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box on the canvas, in pixels; y grows downwards. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** The places at which the boxes have their left borders (their centres, their tops...) in line. */
export function alignBoxes(boxes: ReadonlyMap<Guid, Box>, how: Alignment): ReadonlyMap<Guid, Point> {
  const all = [...boxes.values()];
  const left = least(all.map(({ x }) => x));
  const top = least(all.map(({ y }) => y));
  const right = most(all.map(({ x, width }) => x + width));
  const bottom = most(all.map(({ y, height }) => y + height));
  return moveAll(boxes, (box) => {
    switch (how) {
      case 'left':
        return { x: left, y: box.y };
      case 'centre':
        return { x: (left + right - box.width) / 2, y: box.y };
      case 'right':
        return { x: right - box.width, y: box.y };
      case 'top':
        return { x: box.x, y: top };
      case 'middle':
        return { x: box.x, y: (top + bottom - box.height) / 2 };
      case 'bottom':
        return { x: box.x, y: bottom - box.height };
    }
  });
}

/**
 * The places at which the gaps between neighbours are equal, across or down. The first and the last box stay; where
 * they are too near for all to fit between them, the boxes overlap equally.
 */
export function distributeBoxes(boxes: ReadonlyMap<Guid, Box>, axis: 'across' | 'down'): ReadonlyMap<Guid, Point> {
  const [at, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const order = [...boxes].sort(([a, one], [b, other]) => one[at] - other[at] || a - b);
  const [first, last] = [order[0]?.[1], order.at(-1)?.[1]];
  if (!first || !last || order.length < 3) return moveAll(boxes, ({ x, y }) => ({ x, y }));
  const room = last[at] + last[size] - first[at];
  const gap = (room - order.reduce((sum, [, box]) => sum + box[size], 0)) / (order.length - 1);
  let next = first[at];
  const places = new Map<Guid, number>();
  for (const [guid, box] of order) {
    places.set(guid, next);
    next += box[size] + gap;
  }
  return moveAll(boxes, ({ x, y }, guid) =>
    axis === 'across' ? { x: places.get(guid)!, y } : { x, y: places.get(guid)! },
  );
}

function moveAll(boxes: ReadonlyMap<Guid, Box>, place: (box: Box, guid: Guid) => Point): ReadonlyMap<Guid, Point> {
  const moved = new Map<Guid, Point>();
  for (const [guid, box] of boxes) {
    const { x, y } = place(box, guid);
    // Whole pixels, and a plain 0 where rounding gives -0.
    moved.set(guid, { x: Math.round(x) + 0, y: Math.round(y) + 0 });
  }
  return moved;
}

const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value), Infinity);
const most = (values: readonly number[]) => values.reduce((high, value) => Math.max(high, value), -Infinity);
