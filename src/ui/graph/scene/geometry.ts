// Points, rectangles and the curves of edges, in the experiment's own coordinates (y grows downwards).

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A quadratic curve: begins at `from`, is drawn towards `pull`, ends at `to`. */
export interface Curve {
  readonly from: Point;
  readonly pull: Point;
  readonly to: Point;
}

export const centreOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

export const between = (a: Point, b: Point, t = 0.5): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}

/** Whether one rectangle lies in another. */
export function holds(outer: Rect, { x, y, width, height }: Rect): boolean {
  return x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height;
}

/** The rectangle with a margin on all sides. */
export function grow({ x, y, width, height }: Rect, margin: number): Rect {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** The rectangle that has both points as corners. */
export function rectBetween(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** The smallest rectangle around all; undefined around none. */
export function boundsOf(rects: Iterable<Rect>): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Where the line from the middle of a rectangle to a point leaves the rectangle; its middle for a point inside. */
export function borderPoint(rect: Rect, toward: Point): Point {
  const centre = centreOf(rect);
  const [dx, dy] = [toward.x - centre.x, toward.y - centre.y];
  const scale = Math.min(
    dx === 0 ? Infinity : rect.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : rect.height / 2 / Math.abs(dy),
  );
  return scale >= 1 ? centre : { x: centre.x + dx * scale, y: centre.y + dy * scale };
}

/** The curve between two rectangles whose middle stands `bend` px off the straight line, to the right going from a to b. */
export function curveBetween(a: Rect, b: Rect, bend: number): Curve {
  const [start, end] = [centreOf(a), centreOf(b)];
  const length = distance(start, end) || 1;
  const middle = between(start, end);
  return curveThrough(a, b, {
    x: middle.x - ((end.y - start.y) / length) * bend,
    y: middle.y + ((end.x - start.x) / length) * bend,
  });
}

/** The curve between two rectangles that passes through a point halfway. */
export function curveThrough(a: Rect, b: Rect, through: Point): Curve {
  const [start, end] = [centreOf(a), centreOf(b)];
  // A curve pulled to p passes, halfway, through the mean of p and of the middle of its ends.
  const pull = { x: 2 * through.x - (start.x + end.x) / 2, y: 2 * through.y - (start.y + end.y) / 2 };
  const [from, to] = [borderPoint(a, pull), borderPoint(b, pull)];
  return { from, to, pull: { x: 2 * through.x - (from.x + to.x) / 2, y: 2 * through.y - (from.y + to.y) / 2 } };
}

export function pointOn({ from, pull, to }: Curve, t: number): Point {
  return between(between(from, pull, t), between(pull, to, t), t);
}

const round = (value: number) => Math.round(value * 10) / 10;

export function curvePath({ from, pull, to }: Curve): string {
  return `M${round(from.x)} ${round(from.y)}Q${round(pull.x)} ${round(pull.y)} ${round(to.x)} ${round(to.y)}`;
}

/** The head of an arrow that arrives at `tip`, coming from `back`. */
export function arrowPath(tip: Point, back: Point, size = 9): string {
  const length = distance(tip, back) || 1;
  const [ux, uy] = [(tip.x - back.x) / length, (tip.y - back.y) / length];
  const [bx, by] = [tip.x - ux * size, tip.y - uy * size];
  const half = size * 0.45;
  return `M${round(tip.x)} ${round(tip.y)}L${round(bx - uy * half)} ${round(by + ux * half)}L${round(bx + uy * half)} ${round(by - ux * half)}Z`;
}

/** The distance of a point from a curve, measured to a chain of chords: good to a pixel for the curves drawn here. */
export function distanceToCurve(curve: Curve, point: Point): number {
  let best = Infinity;
  let from = curve.from;
  for (let step = 1; step <= 12; step++) {
    const to = pointOn(curve, step / 12);
    best = Math.min(best, distanceToSegment(from, to, point));
    from = to;
  }
  return best;
}

/** The distance of a point from a straight piece. */
export function distanceToSegment(a: Point, b: Point, point: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / square));
  return distance({ x: a.x + dx * t, y: a.y + dy * t }, point);
}

/** A rectangle around a curve; it may be a little larger than need be. */
export function curveBounds({ from, pull, to }: Curve): Rect {
  const x = Math.min(from.x, pull.x, to.x);
  const y = Math.min(from.y, pull.y, to.y);
  return {
    x,
    y,
    width: Math.max(from.x, pull.x, to.x) - x,
    height: Math.max(from.y, pull.y, to.y) - y,
  };
}
