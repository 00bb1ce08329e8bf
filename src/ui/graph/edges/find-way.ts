// The best ways on a net (way-net.ts): short, with few corners, off what is there already. A search over crossings, one
// state for each direction in which one comes to a crossing.
import type { Point } from '../scene/geometry.ts';
import { type Path, withoutMidpoints } from '../scene/path.ts';
import { createLeastFirst } from './least-first.ts';
import type { Net } from './way-net.ts';

/** A place on a card's border where an edge may leave or enter; which way is out; how much worse it is than the best. */
export interface Door extends Point {
  readonly out: Direction;
  readonly cost: number;
}

/** In the order of the clock, so that the opposite is two further. */
export type Direction = 0 | 1 | 2 | 3;
export const [RIGHT, DOWN, LEFT, UP] = [0, 1, 2, 3] as const;
const DIRECTIONS = [RIGHT, DOWN, LEFT, UP] as const;

/** What a corner costs, in px of detour. */
const CORNER_COST = 40;
/** How far a line goes straight out of a card at least: an arrow has room there. */
const STRAIGHT_OUT = 14;
/** The search follows what leads to its goal a little more eagerly than it should: it sees far fewer crossings. */
const EAGERNESS = 1.15;

/** Where a search begins, or may end: a state, what it costs to be there, and the point beyond the net. */
interface Stop {
  readonly state: number;
  readonly cost: number;
  readonly beyond: Point;
}

/** From one of the doors to one of the others; undefined where there is no way. */
export function findWay(net: Net, from: readonly Door[], to: readonly Door[]): Path | undefined {
  return search(net, leaving(net, from), [entering(net, to)])[0];
}

/** From one of the doors to a point that is a crossing of the net, to which one may come from any side. */
export function findWayTo(net: Net, from: readonly Door[], to: Point): Path | undefined {
  return search(net, leaving(net, from), [fromAllSides(net, to)])[0];
}

/** From a crossing to each of some cards, by their doors: ways that go together as far as they can, like a tree. */
export function findWaysFrom(net: Net, from: Point, to: readonly (readonly Door[])[]): readonly (Path | undefined)[] {
  return search(
    net,
    fromAllSides(net, from),
    to.map((doors) => entering(net, doors)),
  );
}

function leaving(net: Net, doors: readonly Door[]): readonly Stop[] {
  return doors.flatMap((door) => {
    const step = stepOut(net, door);
    return step ? [{ state: step.crossing * 4 + door.out, cost: step.cost, beyond: pointOf(door) }] : [];
  });
}

function entering(net: Net, doors: readonly Door[]): readonly Stop[] {
  return doors.flatMap((door) => {
    const step = stepOut(net, door);
    if (!step) return [];
    // Against the way out is straight in; along it would be backwards.
    const ways = DIRECTIONS.filter((direction) => direction !== door.out);
    return ways.map((direction) => ({
      state: step.crossing * 4 + direction,
      cost: step.cost + (direction === opposite(door.out) ? 0 : CORNER_COST),
      beyond: pointOf(door),
    }));
  });
}

function fromAllSides(net: Net, point: Point): readonly Stop[] {
  const crossing = crossingAt(net, point);
  if (crossing === undefined) return [];
  return DIRECTIONS.map((direction) => ({ state: crossing * 4 + direction, cost: 0, beyond: pointOf(point) }));
}

const pointOf = ({ x, y }: Point): Point => ({ x, y });
const opposite = (direction: Direction) => ((direction + 2) % 4) as Direction;

function crossingAt({ xs, ys }: Net, { x, y }: Point): number | undefined {
  const [column, row] = [xs.indexOf(x), ys.indexOf(y)];
  return column < 0 || row < 0 ? undefined : row * xs.length + column;
}

/** The first crossing straight out of a door, and what it costs to go there. */
function stepOut(net: Net, door: Door): { readonly crossing: number; readonly cost: number } | undefined {
  const { xs, ys } = net;
  const { x, y, out } = door;
  const beyond = (lines: readonly number[], at: number) =>
    out === RIGHT || out === DOWN
      ? lines.find((line) => line >= at + STRAIGHT_OUT)
      : lines.findLast((line) => line <= at - STRAIGHT_OUT);
  const end = out === RIGHT || out === LEFT ? { x: beyond(xs, x), y } : { x, y: beyond(ys, y) };
  if (end.x === undefined || end.y === undefined) return undefined;
  const to = { x: end.x, y: end.y };
  const crossing = crossingAt(net, to);
  const cost = door.cost + net.costOut(door, to);
  return crossing === undefined || cost === Infinity ? undefined : { crossing, cost };
}

/** The best way from one of the starts to each of the goals, which may be reached at any of their stops. */
function search(net: Net, from: readonly Stop[], goals: readonly (readonly Stop[])[]): readonly (Path | undefined)[] {
  const { xs, ys, right, below } = net;
  const columns = xs.length;
  const states = columns * ys.length * 4;
  const costs = new Float64Array(states).fill(Infinity);
  const before = new Int32Array(states).fill(-1);
  const starts = new Map<number, Point>();
  const estimate = goals.length === 1 ? createEstimate(net, goals[0]!) : () => 0;
  const open = createLeastFirst();
  const reach = (state: number, cost: number, origin: number) => {
    if (cost >= costs[state]!) return;
    costs[state] = cost;
    before[state] = origin;
    open.push(state, cost + estimate(state >> 2));
  };
  for (const { state, cost, beyond } of from) {
    if (cost >= costs[state]!) continue;
    starts.set(state, beyond);
    reach(state, cost, -1);
  }

  const done = new Uint8Array(states);
  /** What the goal that is farthest, as far as one knows, costs at most. */
  const most = () =>
    Math.max(...goals.map((stops) => Math.min(...stops.map(({ state, cost }) => costs[state]! + cost))));
  const isGoal = new Set(goals.flatMap((stops) => stops.map(({ state }) => state)));
  let enough = Infinity;
  while (open.size() > 0 && open.leastRank() < enough) {
    const state = open.pop();
    if (done[state] === 1) continue;
    done[state] = 1;
    if (isGoal.has(state)) enough = most();
    const crossing = state >> 2;
    const direct = (state & 3) as Direction;
    const cost = costs[state]!;
    const column = crossing % columns;
    const step = (direction: Direction, next: number, price: number) => {
      if (price === Infinity || direction === opposite(direct)) return;
      reach(next * 4 + direction, cost + price + (direction === direct ? 0 : CORNER_COST), state);
    };
    if (column + 1 < columns) step(RIGHT, crossing + 1, right[crossing]!);
    if (column > 0) step(LEFT, crossing - 1, right[crossing - 1]!);
    if (crossing + columns < states / 4) step(DOWN, crossing + columns, below[crossing]!);
    if (crossing >= columns) step(UP, crossing - columns, below[crossing - columns]!);
  }

  const pointAt = (state: number): Point => {
    const crossing = state >> 2;
    return { x: xs[crossing % columns]!, y: ys[Math.floor(crossing / columns)]! };
  };
  return goals.map((stops) => {
    let best: Stop | undefined;
    for (const stop of stops) {
      if (costs[stop.state]! === Infinity) continue;
      if (!best || costs[stop.state]! + stop.cost < costs[best.state]! + best.cost) best = stop;
    }
    if (!best) return undefined;
    const points: Point[] = [best.beyond];
    let state = best.state;
    for (; before[state] !== -1; state = before[state]!) points.push(pointAt(state));
    points.push(pointAt(state), starts.get(state)!);
    return withoutMidpoints(points.reverse().filter((point, index, all) => !samePoint(point, all[index - 1])));
  });
}

const samePoint = (a: Point, b: Point | undefined) => a.x === b?.x && a.y === b?.y;

/** What is left to the goal at least. */
function createEstimate({ xs, ys }: Net, goal: readonly Stop[]): (crossing: number) => number {
  const columns = xs.length;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { state } of goal) {
    const crossing = state >> 2;
    const [x, y] = [xs[crossing % columns]!, ys[Math.floor(crossing / columns)]!];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  return (crossing) => {
    const [x, y] = [xs[crossing % columns]!, ys[Math.floor(crossing / columns)]!];
    return EAGERNESS * (Math.max(0, left - x, x - right) + Math.max(0, top - y, y - bottom));
  };
}
