// Where on the canvas something new goes: the one rule of all acts that add, paste or duplicate.
import type { Point } from './geometry.ts';
import { type Around, CELL, createObstacles } from './obstacles.ts';

const ONE: readonly Point[] = [{ x: 0, y: 0 }];
const MOST_RINGS = 50;
/** A place where nothing at all is in the way is worth going so many rings farther for. */
const WORTH_RINGS = 6;
/** A search goes on for so many looks, and for so many more with each card: it takes time in proportion to these. */
const MOST_LOOKS = { least: 50_000, each: 4 };

type Placed = readonly { readonly position?: Point | undefined }[];

/**
 * The nearest place to `wanted` that no resource covers, looked for in rings around it and, where these are full, beside
 * everything; without `wanted`, below all that is there. Of a block of several it is the place of the first.
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
  const obstacles = createObstacles(taken, block, around);
  const mostLooks = MOST_LOOKS.least + MOST_LOOKS.each * (taken.length + block.length);
  let best: Point | undefined;
  let least = Infinity;
  let rings = MOST_RINGS;
  for (let ring = 0; ring < rings && obstacles.looks() < mostLooks; ring++) {
    for (const place of ringAround(start, ring)) {
      if (!obstacles.isFree(place)) continue;
      const cost = obstacles.costAt(place);
      if (cost <= obstacles.leastCost) return place;
      if (!best) rings = Math.min(rings, ring + WORTH_RINGS);
      if (cost < least) [best, least] = [place, cost];
      if (obstacles.looks() >= mostLooks) break;
    }
  }
  return best ?? obstacles.besideAll(start);
}

/** The place the user pointed at, or one near it if something would be covered there. */
export function pointedPlace(
  resources: Placed,
  wanted: Point,
  block: readonly Point[] = ONE,
  around: Around = {},
): Point {
  const isBare = createObstacles(placesOf(resources), block, around).isBare(wanted);
  return isBare ? wanted : freePlace(resources, wanted, block, around);
}

const placesOf = (resources: Placed) => resources.flatMap(({ position }) => position ?? []);

/** The places of a ring, the nearest first, and of those as near what is below before what is above. */
function ringAround(centre: Point, ring: number): readonly Point[] {
  const steps = Array.from({ length: 2 * ring + 1 }, (_item, index) => ring - index);
  return steps
    .flatMap((row) => {
      const isEdge = Math.abs(row) === ring;
      const columns = isEdge ? steps : [ring, -ring];
      return columns.map((column) => ({ x: column * CELL.width, y: row * CELL.height }));
    })
    .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
    .map(({ x, y }) => ({ x: centre.x + x, y: centre.y + y }));
}
