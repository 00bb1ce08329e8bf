// Keeps the labels of edges off the cards and off each other.
import { grow, overlaps, type Point, type Rect } from '../scene/geometry.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface LabelSpace {
  /**
   * Takes the first of the wanted places that is free, else the nearest free place around the first one; the first
   * one all the same when there is nothing free near. Gives the middle of the label. Free places that `suits` likes
   * are taken before those that it doesn't.
   */
  readonly take: (wanted: readonly Point[], size: Size, suits?: (place: Point) => boolean) => Point;
}

const GAP_TO_CARD = 5;
const GAP_TO_LABEL = 3;
const RINGS = [18, 30, 42, 56, 72, 90, 110, 132];
const DIRECTIONS = 16;

/** @param touchesCard whether a card lies in a rectangle. */
export function createLabelSpace(touchesCard: (area: Rect) => boolean, others: readonly Rect[] = []): LabelSpace {
  const taken: Rect[] = [...others];
  const isFree = (area: Rect) =>
    !taken.some((other) => overlaps(other, grow(area, GAP_TO_LABEL))) && !touchesCard(grow(area, GAP_TO_CARD));

  return {
    take(wanted, size, suits = () => true) {
      let place: Point | undefined;
      for (const point of [...wanted, ...around(wanted[0]!)]) {
        if (!isFree(boxAround(point, size))) continue;
        place ??= point;
        if (!suits(point)) continue;
        place = point;
        break;
      }
      place ??= wanted[0]!;
      taken.push(boxAround(place, size));
      return place;
    },
  };
}

const boxAround = ({ x, y }: Point, { width, height }: Size): Rect => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

function* around({ x, y }: Point): Generator<Point> {
  for (const radius of RINGS) {
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      // Above and below come first: a label is wide, so it gets free soonest there.
      const turn = direction % 2 === 0 ? direction / 2 : -(direction + 1) / 2;
      const angle = -Math.PI / 2 + (turn * 2 * Math.PI) / DIRECTIONS;
      yield { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    }
  }
}
