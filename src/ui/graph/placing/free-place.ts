// Where on the canvas something new goes: the one rule of all acts that add, paste or duplicate.
import { CARD, cardAt } from '../scene/card-size.ts';
import { grow, overlaps, type Point, type Rect } from '../scene/geometry.ts';
import { isSeenWhole } from './sight.ts';

/** Room a resource takes on the canvas, gap included; both on the canvas's grid. */
const CELL = { width: 240, height: 120 };
const ONE: readonly Point[] = [{ x: 0, y: 0 }];
const MOST_RINGS = 50;
/** A place where nothing at all is in the way is worth going so many rings farther for. */
const WORTH_RINGS = 6;
/** A card nearer to a frame than this looks like a part of it, px. */
const GAP_TO_FRAME = 8;
const GAP_BETWEEN_FRAMES = 20;
/** What it costs to be where one can't see it, and to lie on a sentence. */
const COSTS = { outOfSight: 2, onSentence: 1 };

/** What is on the canvas besides cards. */
export interface Around {
  /** Frames of groups that the new doesn't belong to: it never lies in them. */
  readonly frames?: readonly Rect[];
  /** It lies on these only where there is no other room near. */
  readonly sentences?: readonly Rect[];
  /** What is on screen, and what of it lies under buttons: it is put where it can be seen, if there is room near. */
  readonly sight?: Rect | undefined;
  readonly covered?: readonly Rect[];
  /** The frames of groups that are among the new, as they stand around the first of its cards when that is at 0, 0. */
  readonly ownFrames?: readonly Rect[];
}

type Placed = readonly { readonly position?: Point | undefined }[];

/**
 * The nearest place to `wanted` that no resource covers, looked for in rings around it; without `wanted`, below all
 * that is there. Of a block of several it is the place of the first.
 * @param block how far each of them is from the first.
 */
export function freePlace(
  resources: Placed,
  wanted?: Point,
  block: readonly Point[] = ONE,
  around: Around = {},
): Point {
  const taken = placesOf(resources);
  const start = wanted ?? {
    x: taken.length ? taken.reduce((least, { x }) => Math.min(least, x), Infinity) : 0,
    y: taken.length ? taken.reduce((most, { y }) => Math.max(most, y), -Infinity) + CELL.height : 0,
  };
  const isApart = (place: Point) =>
    block.every((offset) =>
      taken.every(
        ({ x, y }) => Math.abs(x - place.x - offset.x) >= CELL.width || Math.abs(y - place.y - offset.y) >= CELL.height,
      ),
    );
  let best: Point | undefined;
  let least = Infinity;
  let rings = MOST_RINGS;
  for (let ring = 0; ring < rings; ring++) {
    for (const place of ringAround(start, ring)) {
      if (!isApart(place) || !keepsOffFrames(place, block, taken, around)) continue;
      const cost = costAt(place, block, around);
      if (cost === 0) return place;
      if (!best) rings = Math.min(rings, ring + WORTH_RINGS);
      if (cost < least) [best, least] = [place, cost];
    }
  }
  return best ?? start;
}

/** The place that somebody pointed at, unless something would be covered there: then one near it. */
export function pointedPlace(
  resources: Placed,
  wanted: Point,
  block: readonly Point[] = ONE,
  around: Around = {},
): Point {
  const taken = placesOf(resources);
  const cards = cardsAt(wanted, block);
  const covers = taken.some((place) => cards.some((card) => overlaps(card, cardAt(place))));
  const isFree = !covers && keepsOffFrames(wanted, block, taken, around);
  return isFree ? wanted : freePlace(resources, wanted, block, around);
}

const placesOf = (resources: Placed) => resources.flatMap(({ position }) => position ?? []);

const shifted = ({ x, y, width, height }: Rect, by: Point): Rect => ({ x: x + by.x, y: y + by.y, width, height });

const cardsAt = (place: Point, block: readonly Point[]): readonly Rect[] =>
  block.map(({ x, y }) => ({ x: place.x + x, y: place.y + y, ...CARD }));

function keepsOffFrames(
  place: Point,
  block: readonly Point[],
  taken: readonly Point[],
  { frames = [], ownFrames = [] }: Around,
): boolean {
  const own = ownFrames.map((frame) => grow(shifted(frame, place), GAP_BETWEEN_FRAMES));
  if (own.some((frame) => frames.some((other) => overlaps(frame, other)))) return false;
  if (own.some((frame) => taken.some((other) => overlaps(frame, cardAt(other))))) return false;
  if (frames.length === 0) return true;
  const cards = cardsAt(place, block).map((card) => grow(card, GAP_TO_FRAME));
  return !cards.some((card) => frames.some((frame) => overlaps(card, frame)));
}

/** How much worse a free place is than one where nothing is in the way. */
function costAt(
  place: Point,
  block: readonly Point[],
  { sentences = [], sight, covered = [], ownFrames = [] }: Around,
): number {
  if (sentences.length === 0 && !sight) return 0;
  const cards = cardsAt(place, block);
  const parts = [...cards, ...ownFrames.map((frame) => shifted(frame, place))];
  const isInSight = !sight || parts.every((part) => isSeenWhole({ sight, covered }, part));
  const isOnSentence = cards.some((card) => sentences.some((sentence) => overlaps(card, sentence)));
  return (isInSight ? 0 : COSTS.outOfSight) + (isOnSentence ? COSTS.onSentence : 0);
}

/** The places of a ring, the nearest first, and of those as near what is below before what is above. */
function ringAround(centre: Point, ring: number): readonly Point[] {
  const steps = Array.from({ length: 2 * ring + 1 }, (_item, index) => ring - index);
  return steps
    .flatMap((row) => steps.map((column) => ({ x: column * CELL.width, y: row * CELL.height, row, column })))
    .filter(({ row, column }) => Math.max(Math.abs(row), Math.abs(column)) === ring)
    .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
    .map(({ x, y }) => ({ x: centre.x + x, y: centre.y + y }));
}
