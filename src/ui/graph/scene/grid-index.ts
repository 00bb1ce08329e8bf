// Finds rectangles by place. Cells are a little larger than a card, so a card lies in few of them.
import type { Guid } from '../../../model/units.ts';
import { contains, overlaps, type Point, type Rect } from './geometry.ts';

const CELL = 256;
/** More than this many cells are not worth walking through: all rectangles are looked at instead. */
const MOST_CELLS = 4096;

export interface GridIndex {
  /** All that overlap a rectangle, and all of `also`, each once, in the order in which they were put in. */
  readonly within: (area: Rect, also?: Iterable<Guid>) => Guid[];
  /** The topmost at a point: the one that was put in last. */
  readonly at: (point: Point) => Guid | undefined;
  /** Whether any of those that count lies at a point. */
  readonly covers: (point: Point, counts: (guid: Guid) => boolean) => boolean;
  /** Whether any overlaps the rectangle. */
  readonly touches: (area: Rect) => boolean;
  /** There is nothing in it. */
  readonly isEmpty: boolean;
}

export function createGridIndex(rects: ReadonlyMap<Guid, Rect>): GridIndex {
  const cells = new Map<number, Guid[]>();
  const order = new Map<Guid, number>();
  /** Those that would lie in too many cells: they are always looked at. */
  const large: Guid[] = [];
  for (const [guid, rect] of rects) {
    order.set(guid, order.size);
    if (cellCount(rect) > MOST_CELLS) large.push(guid);
    else
      for (const key of keysOf(rect)) {
        const cell = cells.get(key);
        if (cell) cell.push(guid);
        else cells.set(key, [guid]);
      }
  }

  function* near(area: Rect): Generator<Guid> {
    if (cellCount(area) > MOST_CELLS) {
      yield* rects.keys();
      return;
    }
    yield* large;
    for (const key of keysOf(area)) yield* cells.get(key) ?? [];
  }

  return {
    within(area, also = []) {
      const found = new Set<Guid>();
      for (const guid of also) if (order.has(guid)) found.add(guid);
      for (const guid of near(area)) if (overlaps(rects.get(guid)!, area)) found.add(guid);
      return [...found].sort((a, b) => order.get(a)! - order.get(b)!);
    },
    at(point) {
      let top: Guid | undefined;
      for (const guid of near({ ...point, width: 0, height: 0 })) {
        if (!contains(rects.get(guid)!, point)) continue;
        if (top === undefined || order.get(guid)! > order.get(top)!) top = guid;
      }
      return top;
    },
    covers({ x, y }, counts) {
      for (const guid of near({ x, y, width: 0, height: 0 })) {
        if (contains(rects.get(guid)!, { x, y }) && counts(guid)) return true;
      }
      return false;
    },
    touches(area) {
      if (cellCount(area) > MOST_CELLS) return [...rects.values()].some((rect) => overlaps(rect, area));
      if (large.some((guid) => overlaps(rects.get(guid)!, area))) return true;
      // Asked very often: a generator would take most of the time.
      const [left, right] = [Math.floor(area.x / CELL), Math.floor((area.x + area.width) / CELL)];
      const [top, bottom] = [Math.floor(area.y / CELL), Math.floor((area.y + area.height) / CELL)];
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          for (const guid of cells.get(keyOf(row, column)) ?? NONE) if (overlaps(rects.get(guid)!, area)) return true;
        }
      }
      return false;
    },
    isEmpty: rects.size === 0,
  };
}

function cellCount({ width, height }: Rect): number {
  return (width / CELL + 1) * (height / CELL + 1);
}

const NONE: readonly Guid[] = [];

/** A row is given its own range of numbers; columns beyond it only share a cell with others. */
const keyOf = (row: number, column: number) => row * 67_108_864 + column;

function* keysOf({ x, y, width, height }: Rect): Generator<number> {
  for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
      yield keyOf(row, column);
    }
  }
}
