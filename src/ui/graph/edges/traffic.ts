// What edges have taken already: pieces of lines, and labels. Who is routed later keeps off them where that costs little.
import { overlaps, type Point, type Rect } from '../scene/geometry.ts';
import { entersRect, type Path } from '../scene/path.ts';

/** A piece of a line that goes straight across or down: where it lies, and from where to where it reaches. */
export interface Piece {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Traffic {
  readonly across: readonly Piece[];
  readonly down: readonly Piece[];
  /** Pieces that go neither way: nothing runs along them, but labels keep off them. */
  readonly slanted: readonly (readonly [Point, Point])[];
  readonly labels: readonly Rect[];
  readonly addPath: (path: Path) => void;
  readonly addLabel: (box: Rect) => void;
  /** Whether a line runs through a rectangle. */
  readonly crosses: (area: Rect) => boolean;
  /** The same with some paths more, as long as nothing else is added. */
  readonly with: (paths: readonly Path[]) => Traffic;
}

export function createTraffic(before?: Pick<Traffic, 'across' | 'down' | 'slanted' | 'labels'>): Traffic {
  const across: Piece[] = [...(before?.across ?? [])];
  const down: Piece[] = [...(before?.down ?? [])];
  const slanted: (readonly [Point, Point])[] = [...(before?.slanted ?? [])];
  const labels: Rect[] = [...(before?.labels ?? [])];
  const traffic: Traffic = {
    across,
    down,
    slanted,
    labels,
    addPath(path) {
      for (let index = 1; index < path.length; index++) {
        const [a, b] = [path[index - 1]!, path[index]!];
        if (a.y === b.y) across.push({ at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) });
        else if (a.x === b.x) down.push({ at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) });
        else slanted.push([a, b]);
      }
    },
    addLabel: (box) => labels.push(box),
    crosses: (area) =>
      across.some(({ at, from, to }) => overlaps({ x: from, y: at - 1, width: to - from, height: 2 }, area)) ||
      down.some(({ at, from, to }) => overlaps({ x: at - 1, y: from, width: 2, height: to - from }, area)) ||
      slanted.some(([a, b]) => entersRect(a, b, area)),
    with(paths) {
      const more = createTraffic(traffic);
      for (const path of paths) more.addPath(path);
      return more;
    },
  };
  return traffic;
}
