// The way of one edge between two cards: straight where nothing is in its way, else across and down around the cards.
import { CARD } from '../scene/card-size.ts';
import { boundsOf, centreOf, borderPoint, grow, type Point, type Rect } from '../scene/geometry.ts';
import { entersRect, type Path, withoutMidpoints } from '../scene/path.ts';
import { type Door, DOWN, findWay, findWayTo, LEFT, RIGHT, UP } from './find-way.ts';
import type { Traffic } from './traffic.ts';
import { createNet, type Net } from './way-net.ts';

/** How far outside of the rectangle around its ends an edge may go, px. */
const REACH = 90;
/** Where more cards than this are between the ends no way is looked for: nobody could follow it. */
const MOST_CARDS = 40;
/** Where an edge may leave, px off the middle of a side; the middle is the best. */
const DOORS = { upright: [0, 16, -16], level: [0, 24, -24, 48, -48] };
/** How much worse a door is for each px off the middle. */
const OFF_MIDDLE = 0.4;
/** From one place where an edge may leave a frame to the next, px. */
const BESIDE_MIDDLE = 16;
/** No edge comes nearer to the corner of a card, px. */
const CORNER_ROOM = 12;
/** Two parallel edges nearer than this look like one, px. */
const BESIDE = 8;

/** The cards that an edge has to do with: those it joins, and others in its way. */
export interface Neighbourhood {
  readonly area: Rect;
  readonly cards: readonly Rect[];
}

/** Finds the cards in a rectangle; undefined where edges are to be straight whatever is in their way. */
export type CardsIn = ((area: Rect) => readonly Rect[]) | undefined;

/** Undefined where no way around cards is to be looked for. */
export function neighbourhoodOf(ends: readonly Rect[], cardsIn: CardsIn): Neighbourhood | undefined {
  const area = grow(boundsOf(ends)!, REACH);
  const cards = cardsIn?.(area);
  return !cards || cards.length > MOST_CARDS ? undefined : { area, cards };
}

/** From middle to middle, as far as it is outside of the two. */
export const straightWay = (a: Rect, b: Rect): Path => [borderPoint(a, centreOf(b)), borderPoint(b, centreOf(a))];

/** Whether a path keeps off all cards but the two that it joins. */
export function isClear(path: Path, cards: readonly Rect[], ends: readonly Rect[]): boolean {
  const others = cards.filter((card) => !ends.includes(card)).map((card) => grow(card, 3));
  return path.every((point, index) => index === 0 || !others.some((card) => entersRect(path[index - 1]!, point, card)));
}

/**
 * Straight across or down between two cards that face each other, on lines that nobody has taken: those nearest to the
 * middle first.
 */
export function facingWays(a: Rect, b: Rect, cards: readonly Rect[], traffic: Traffic): readonly Path[] {
  const shared = sharedMiddles(a, b);
  const { x, y } = shared;
  const tried = [
    ...(y === undefined ? [] : besideMiddle(a.height, b.height, CARD.height)).map((by) => [
      by,
      acrossAt(a, b, y! + by),
    ]),
    ...(x === undefined ? [] : besideMiddle(a.width, b.width, CARD.width)).map((by) => [by, downAt(a, b, x! + by)]),
  ] as [number, Path | undefined][];
  return tried
    .sort(([one], [other]) => Math.abs(one) - Math.abs(other))
    .flatMap(([, path]) => (path && isClear(path, cards, [a, b]) && !isTaken(path, traffic) ? [path] : []));
}

/** How far off the middle an edge may go straight: frames, which are larger than cards, leave more of a choice. */
function besideMiddle(one: number, other: number, card: number): readonly number[] {
  const least = Math.min(one, other);
  if (least <= card) return DOORS.upright;
  const steps = Array.from({ length: Math.floor(least / 2 / BESIDE_MIDDLE) }, (_, step) => (step + 1) * BESIDE_MIDDLE);
  return [0, ...steps.flatMap((by) => [by, -by])];
}

/** Across and down from one card to the other, around the others; undefined where there is no way. */
export function wayAround(a: Rect, b: Rect, { area, cards }: Neighbourhood, traffic: Traffic): Path | undefined {
  const shared = sharedMiddles(a, b);
  const [from, to] = [doorsOf(a, shared), doorsOf(b, shared)];
  return findWay(netFor(area, cards, [...from, ...to], [a, b], traffic), from, to);
}

/** A net with lines through some points, and halfway between two groups of cards. */
export function netFor(
  area: Rect,
  cards: readonly Rect[],
  points: readonly Point[],
  [a, b]: readonly [Rect, Rect],
  traffic: Traffic,
): Net {
  const through = { xs: points.map(({ x }) => x), ys: points.map(({ y }) => y) };
  const middles = {
    xs: aroundMiddle(a.x, a.x + a.width, b.x, b.x + b.width),
    ys: aroundMiddle(a.y, a.y + a.height, b.y, b.y + b.height),
  };
  return createNet(cards, area, through, middles, traffic);
}

/** Halfway between two intervals that are apart, and beside that. */
function aroundMiddle(low: number, high: number, otherLow: number, otherHigh: number): number[] {
  const [from, to] = high <= otherLow ? [high, otherLow] : [otherHigh, low];
  return to - from < 40 ? [] : [0, 10, -10, 20, -20].map((by) => (from + to) / 2 + by);
}

/** Where a card may be left and entered. @param shared other places that are as good as the middle of a side. */
export function doorsOf({ x, y, width, height }: Rect, shared: Partial<Point> = {}, offsets = DOORS): readonly Door[] {
  const [centreX, centreY] = [x + width / 2, y + height / 2];
  const upright = offsets.upright.map((by) => ({ at: centreY + by, cost: Math.abs(by) * OFF_MIDDLE }));
  const level = offsets.level.map((by) => ({ at: centreX + by, cost: Math.abs(by) * OFF_MIDDLE }));
  if (shared.y !== undefined) upright.push({ at: shared.y, cost: 0 });
  if (shared.x !== undefined) level.push({ at: shared.x, cost: 0 });
  return [
    ...upright.flatMap(({ at, cost }) => [
      { x: x + width, y: at, out: RIGHT, cost },
      { x, y: at, out: LEFT, cost },
    ]),
    ...level.flatMap(({ at, cost }) => [
      { x: at, y: y + height, out: DOWN, cost },
      { x: at, y, out: UP, cost },
    ]),
  ];
}

/** The middle of what two cards that face each other have in common, across and down. */
function sharedMiddles(a: Rect, b: Rect): Partial<Point> {
  const y = sharedMiddle(a.y, a.y + a.height, b.y, b.y + b.height);
  const x = sharedMiddle(a.x, a.x + a.width, b.x, b.x + b.width);
  return { ...(y !== undefined && { y }), ...(x !== undefined && { x }) };
}

function sharedMiddle(low: number, high: number, otherLow: number, otherHigh: number): number | undefined {
  const [from, to] = [Math.max(low, otherLow), Math.min(high, otherHigh)];
  return to - from < 2 * CORNER_ROOM ? undefined : (from + to) / 2;
}

function acrossAt(a: Rect, b: Rect, y: number): Path | undefined {
  if (![a, b].every((card) => y >= card.y + CORNER_ROOM && y <= card.y + card.height - CORNER_ROOM)) return undefined;
  if (a.x + a.width < b.x)
    return [
      { x: a.x + a.width, y },
      { x: b.x, y },
    ]; // prettier-ignore
  return b.x + b.width < a.x
    ? [
        { x: a.x, y },
        { x: b.x + b.width, y },
      ]
    : undefined; // prettier-ignore
}

function downAt(a: Rect, b: Rect, x: number): Path | undefined {
  const flip = ({ x: left, y: top, width, height }: Rect) => ({ x: top, y: left, width: height, height: width });
  return acrossAt(flip(a), flip(b), x)?.map((point) => ({ x: point.y, y: point.x }));
}

function isTaken([from, to]: Path, { across, down }: Traffic): boolean {
  const [pieces, at, low, high] =
    from!.y === to!.y
      ? ([across, from!.y, Math.min(from!.x, to!.x), Math.max(from!.x, to!.x)] as const)
      : ([down, from!.x, Math.min(from!.y, to!.y), Math.max(from!.y, to!.y)] as const);
  return pieces.some((piece) => Math.abs(piece.at - at) < BESIDE && piece.from < high && piece.to > low);
}

/** From one card to the other by way of a point; undefined where there is no way. */
export function wayThrough(
  a: Rect,
  point: Point,
  b: Rect,
  { area, cards }: Neighbourhood,
  traffic: Traffic,
): Path | undefined {
  const [from, to] = [doorsOf(a), doorsOf(b)];
  const net = (others: Traffic) => netFor(area, cards, [...from, ...to, point], [a, b], others);
  const first = findWayTo(net(traffic), from, point);
  // The second half doesn't go back on the first.
  const second = first && findWayTo(net(traffic.with([first])), to, point);
  return second && withoutMidpoints([...first!, ...second.toReversed().slice(1)]);
}
