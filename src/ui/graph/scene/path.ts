// The way that a line takes: straight pieces with rounded corners between them.
import { between, boundsOf, distance, distanceToSegment, type Point, type Rect } from './geometry.ts';

/** Two points or more: where the line begins, its corners, where it ends. */
export type Path = readonly Point[];

/** How far before a corner its rounding begins, px. */
const CORNER = 12;

const round = (value: number) => Math.round(value * 10) / 10;
const print = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

/** The path as an SVG's. */
export function pathData(path: Path): string {
  let data = `M${print(path[0]!)}`;
  path.forEach((corner, index) => {
    const [before, after] = [path[index - 1], path[index + 1]];
    if (!before) return;
    if (!after) data += `L${print(corner)}`;
    else {
      const [into, out] = [towards(corner, before), towards(corner, after)];
      data += `L${print(into)}Q${print(corner)} ${print(out)}`;
    }
  });
  return data;
}

/** Where the rounding of a corner begins on its side to a neighbour: two corners share what is between them. */
function towards(corner: Point, neighbour: Point): Point {
  const length = distance(corner, neighbour) || 1;
  return between(corner, neighbour, Math.min(CORNER, length / 2) / length);
}

export function pathLength(path: Path): number {
  return path.slice(1).reduce((sum, point, index) => sum + distance(path[index]!, point), 0);
}

/** The point at a share of the way, from 0 to 1. */
export function pointAlong(path: Path, share: number): Point {
  let left = pathLength(path) * share;
  for (let index = 1; index < path.length; index++) {
    const length = distance(path[index - 1]!, path[index]!);
    if (left <= length) return between(path[index - 1]!, path[index]!, length === 0 ? 0 : left / length);
    left -= length;
  }
  return path.at(-1)!;
}

export function distanceToPath(path: Path, point: Point): number {
  let least = Infinity;
  for (let index = 1; index < path.length; index++) {
    least = Math.min(least, distanceToSegment(path[index - 1]!, path[index]!, point));
  }
  return least;
}

/** The rectangle around a path. */
export function pathBounds(path: Path): Rect {
  return boundsOf(path.map(({ x, y }) => ({ x, y, width: 0, height: 0 })))!;
}

/** Whether a straight piece comes inside of a rectangle; along its border doesn't count. */
export function entersRect(a: Point, b: Point, { x, y, width, height }: Rect): boolean {
  let [first, last] = [0, 1];
  for (const [from, to, low, high] of [
    [a.x, b.x, x, x + width],
    [a.y, b.y, y, y + height],
  ] as const) {
    if (from === to) {
      if (from <= low || from >= high) return false;
      continue;
    }
    const [one, other] = [(low - from) / (to - from), (high - from) / (to - from)];
    first = Math.max(first, Math.min(one, other));
    last = Math.min(last, Math.max(one, other));
  }
  return first < last - 1e-9;
}

/** Without the points that lie on the way between their neighbours anyway: paths here go straight across or down. */
export function withoutMidpoints(path: Path): Path {
  return path.filter((point, index) => {
    const [before, after] = [path[index - 1], path[index + 1]];
    if (!before || !after) return true;
    const isAcross = before.y === point.y && point.y === after.y;
    const isDown = before.x === point.x && point.x === after.x;
    return !isAcross && !isDown;
  });
}
