// A condition of several: one line with the sentence, others that join it before and leave it after, like a tree.
import { borderPoint, boundsOf, centreOf, distance, type Point, type Rect } from '../scene/geometry.ts';
import { type Path, pointAlong, withoutMidpoints } from '../scene/path.ts';
import { findWaysFrom } from './find-way.ts';
import { labelAt, type LabelGround, type LabelPlace, placeOnLine, placesAround } from './label-place.ts';
import {
  type CardsIn,
  doorsOf,
  type Neighbourhood,
  neighbourhoodOf,
  netFor,
  wayAround,
  wayThrough,
} from './route-edge.ts';
import type { Traffic } from './traffic.ts';

interface Bundle {
  readonly paths: readonly Path[];
  readonly arrows: readonly Path[];
  readonly label: LabelPlace;
}

/** Bundles of more than this many are plain lines from the label. */
const MOST_ENDS = 40;
/** The middles of the sides are enough of a choice for the many lines of a bundle. */
const BRANCH_DOORS = { upright: [0, 16, -16], level: [0, 40, -40] };

/** @param wordings of the label; the first that finds room is taken. */
export function shapeBundle(
  from: readonly Rect[],
  to: readonly Rect[],
  wordings: readonly string[],
  cardsIn: CardsIn,
  ground: LabelGround,
): Bundle {
  const ends = [...from, ...to];
  const near = ends.length > MOST_ENDS ? undefined : neighbourhoodOf(ends, cardsIn);
  return (near && treeOf(from, to, wordings, near, ground)) ?? starOf(from, to, wordings, ground);
}

function treeOf(
  from: readonly Rect[],
  to: readonly Rect[],
  wordings: readonly string[],
  near: Neighbourhood,
  ground: LabelGround,
): Bundle | undefined {
  const { traffic } = ground;
  const [first, last] = nearestPair(from, to);
  const trunk = trunkOf(first, last, centreOf(boundsOf([...from, ...to])!), wordings, near, ground);
  if (!trunk) return undefined;
  const { path, label } = trunk;
  const [before, after] = splitAt(path, label);
  const others = (cards: readonly Rect[], card: Rect) => cards.filter((other) => other !== card);
  const into = branches(label, others(from, first), near, traffic.with([after]));
  const out = into && branches(label, others(to, last), near, traffic.with([before, ...into]));
  if (!out) return undefined;
  const arrows = [path, ...out];
  return { paths: [...arrows, ...into], arrows, label };
}

/**
 * The line that has the label on it.
 * @param centre of all ends: around it the label is, where it finds no room on the shortest line.
 */
function trunkOf(
  a: Rect,
  b: Rect,
  centre: Point,
  wordings: readonly string[],
  near: Neighbourhood,
  ground: LabelGround,
): { readonly path: Path; readonly label: LabelPlace } | undefined {
  const path = wayAround(a, b, near, ground.traffic);
  if (!path) return undefined;
  const label = placeOnLine(path, wordings, ground);
  if (label) return { path, label };
  const middle = pointAlong(path, 0.5);
  const place = placesAround(centre, wordings, ground)[0] ?? placesAround(middle, wordings, ground)[0];
  const through = place && wayThrough(a, place, b, near, ground.traffic);
  return through ? { path: through, label: place } : { path, label: labelAt(middle, wordings.at(-1)!) };
}

/** Ways from the label to cards, together as far as they can. */
function branches(
  label: Point,
  cards: readonly Rect[],
  { area, cards: inTheWay }: Neighbourhood,
  traffic: Traffic,
): readonly Path[] | undefined {
  if (cards.length === 0) return [];
  const doors = cards.map((card) => doorsOf(card, {}, BRANCH_DOORS));
  const net = netFor(area, inTheWay, [...doors.flat(), label], [cards[0]!, { ...label, width: 0, height: 0 }], traffic);
  const ways = findWaysFrom(net, label, doors);
  return ways.every((way) => way !== undefined) ? ways : undefined;
}

/** The path up to a point on it, and on from there. */
function splitAt(path: Path, point: Point): readonly [Path, Path] {
  const { x, y } = point;
  const index = path.findIndex((to, at) => {
    const before = path[at - 1];
    if (!before) return false;
    return Math.abs(distance(before, point) + distance(point, to) - distance(before, to)) < 0.01;
  });
  const place = index < 0 ? 1 : index;
  return [withoutMidpoints([...path.slice(0, place), { x, y }]), withoutMidpoints([{ x, y }, ...path.slice(place)])];
}

function nearestPair(from: readonly Rect[], to: readonly Rect[]): readonly [Rect, Rect] {
  let best: readonly [Rect, Rect] = [from[0]!, to[0]!];
  let least = Infinity;
  for (const a of from) {
    for (const b of to) {
      const apart = distance(centreOf(a), centreOf(b));
      if (a !== b && apart < least) [best, least] = [[a, b], apart];
    }
  }
  return best;
}

/** Straight lines to the label and from it. */
function starOf(from: readonly Rect[], to: readonly Rect[], wordings: readonly string[], ground: LabelGround): Bundle {
  const [start, end] = [middleOf(from), middleOf(to)];
  const label = placeOnLine([start, end], wordings, ground) ?? labelAt(pointAlong([start, end], 0.5), wordings.at(-1)!);
  const junction = { x: label.x, y: label.y };
  const arrows = to.map((card): Path => [junction, borderPoint(card, junction)]);
  return { paths: [...arrows, ...from.map((card): Path => [borderPoint(card, junction), junction])], arrows, label };
}

function middleOf(cards: readonly Rect[]): Point {
  const centres = cards.map(centreOf);
  return {
    x: centres.reduce((sum, { x }) => sum + x, 0) / centres.length,
    y: centres.reduce((sum, { y }) => sum + y, 0) / centres.length,
  };
}
