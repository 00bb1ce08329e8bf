// Places for the labels of edges: on their lines where there is room, off the cards and off each other.
import { centreOf, distance, grow, overlaps, type Point, type Rect } from '../scene/geometry.ts';
import { type Path, pathLength, pointAlong } from '../scene/path.ts';
import { labelSize } from './label-size.ts';
import type { Traffic } from './traffic.ts';

/** A label: what it says, its middle, how wide it is. */
export interface LabelPlace extends Point {
  readonly text: string;
  readonly width: number;
}

const GAP_TO_CARD = 4;
/** So far a card's state reaches below the card in a run, px. */
const HANGING = 9;
const GAP_TO_LABEL = 3;
const GAP_TO_LINE = 4;
/** So much of a line's end stays in sight, px: an arrow's head. */
const END_ROOM = 10;
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const RINGS = [18, 30, 42, 56, 72, 90, 110, 132];
const DIRECTIONS = 16;

/** What stands where a label might. */
export interface LabelGround {
  /** Whether a card lies in a rectangle. */
  readonly touches: (area: Rect) => boolean;
  readonly traffic: Traffic;
}

export const labelAt = ({ x, y }: Point, text: string): LabelPlace => ({ x, y, text, width: labelSize(text).width });

/** The room that a label takes. */
export function labelBox({ x, y, text }: LabelPlace): Rect {
  const { width, height } = labelSize(text);
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/**
 * The place of a label on a line, for the first of some wordings that finds one; undefined when there is none. Rather
 * where no other line runs behind it.
 */
export function placeOnLine(path: Path, wordings: readonly string[], ground: LabelGround): LabelPlace | undefined {
  const points = wantedOn(path);
  const free = wordings
    .flatMap((text) => points.map((point) => labelAt(point, text)))
    .filter((label) => isFree(label, ground) && leavesEnds(label, path)); // prettier-ignore
  return free.find((label) => isBare(label, ground)) ?? free[0];
}

/** So far off a line a label can still be told to be its own, px. */
const MOST_BESIDE = 72;
/** From one place beside a line to the next that is tried, px. */
const BESIDE_STEP = 6;

/**
 * The place of a label beside the middle of a straight line, as near as can be; undefined when there is none near
 * enough. With all of its words where that is as near.
 */
export function placeBeside(
  [from, to]: Path,
  wordings: readonly string[],
  ground: LabelGround,
): LabelPlace | undefined {
  const middle = pointAlong([from!, to!], 0.5);
  const isAcross = from!.y === to!.y;
  const tried = wordings.flatMap((text, rank) => {
    const { width, height } = labelSize(text);
    const least = (isAcross ? height : width) / 2 + GAP_TO_LINE;
    const steps = Array.from({ length: Math.ceil(MOST_BESIDE / BESIDE_STEP) }, (_, step) => step * BESIDE_STEP);
    return steps.flatMap((by) =>
      [-1, 1].map((side) => {
        const off = side * (least + by);
        const point = isAcross ? { x: middle.x, y: middle.y + off } : { x: middle.x + off, y: middle.y };
        return { ...labelAt(point, text), by, rank };
      }),
    );
  });
  tried.sort((a, b) => a.by - b.by || a.rank - b.rank);
  const free = tried.filter((label) => isFree(label, ground));
  const found = free.find((label) => isBare(label, ground)) ?? free[0];
  return found && labelAt(found, found.text);
}

/** Nearer than this to the middle of a card, a label is in line with it, px. */
const IN_LINE = 20;

/** A label in line with the cards that its edge joins, where it nearly is: the edge goes there without a small bend. */
export function inLineWith(label: LabelPlace, cards: readonly Rect[], ground: LabelGround): LabelPlace {
  const middles = cards.map(centreOf);
  const near = (at: number, lines: readonly number[]) => lines.find((line) => Math.abs(line - at) < IN_LINE) ?? at;
  const x = near(
    label.x,
    middles.map((middle) => middle.x),
  );
  const y = near(
    label.y,
    middles.map((middle) => middle.y),
  );
  const moved = { ...label, x, y };
  return isFree(moved, ground) ? moved : label;
}

/** A sentence in full is worth going so much farther for, px. */
const WORTH = 60;

/**
 * Free places for a label around a point, the nearest first; those behind which lines run come last. With all of its
 * words only where that is near.
 */
export function placesAround(point: Point, wordings: readonly string[], ground: LabelGround): readonly LabelPlace[] {
  return wordings.flatMap((text, index) =>
    freeAround(point, text, ground).filter((place) => index === wordings.length - 1 || distance(place, point) < WORTH),
  );
}

function freeAround(point: Point, text: string, ground: LabelGround): readonly LabelPlace[] {
  const free = around(point)
    .map((near) => labelAt(near, text))
    .filter((label) => isFree(label, ground));
  const bare = free.filter((label) => isBare(label, ground));
  return [...bare, ...free.filter((label) => !bare.includes(label))];
}

/** Whether no line runs behind a label. */
const isBare = (label: LabelPlace, { traffic }: LabelGround) => !traffic.crosses(grow(labelBox(label), 2));

function isFree(label: LabelPlace, { touches, traffic }: LabelGround): boolean {
  const box = labelBox(label);
  if (traffic.labels.some((other) => overlaps(other, grow(box, GAP_TO_LABEL)))) return false;
  const { x, y, width, height } = grow(box, GAP_TO_CARD);
  return !touches({ x, y: y - HANGING, width, height: height + HANGING });
}

function leavesEnds(label: LabelPlace, path: Path): boolean {
  const box = grow(labelBox(label), END_ROOM);
  return [path[0]!, path.at(-1)!].every(
    ({ x, y }) => !overlaps(box, { x: x - 0.1, y: y - 0.1, width: 0.2, height: 0.2 }),
  );
}

/** Where a label looks best: in the middle of a long piece, of one across rather than of one down; else anywhere. */
export function wantedOn(path: Path): readonly Point[] {
  const middles = path.slice(1).map((to, index) => {
    const from = path[index]!;
    const length = distance(from, to);
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, weight: from.y === to.y ? length * 2 : length };
  });
  middles.sort((a, b) => b.weight - a.weight);
  const all = pathLength(path);
  return [
    ...middles.filter(({ weight }) => weight > all / 4),
    ...SHARES.map((share) => pointAlong(path, share)),
    ...path.slice(1, -1),
  ];
}

function around({ x, y }: Point): readonly Point[] {
  return RINGS.flatMap((radius) =>
    Array.from({ length: DIRECTIONS }, (_, direction) => {
      // Above and below come first: a label is wide, so it gets free soonest there.
      const turn = direction % 2 === 0 ? direction / 2 : -(direction + 1) / 2;
      const angle = -Math.PI / 2 + (turn * 2 * Math.PI) / DIRECTIONS;
      return { x: Math.round(x + radius * Math.cos(angle)), y: Math.round(y + radius * Math.sin(angle)) };
    }),
  );
}
