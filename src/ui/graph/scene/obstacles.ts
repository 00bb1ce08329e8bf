// What a block of new cards has to keep off, indexed by place: a look costs the same however much is on the canvas.
import { cardAt } from './card-size.ts';
import { boundsOf, grow, holds, overlaps, type Point, type Rect } from './geometry.ts';
import { createGridIndex, type GridIndex } from './grid-index.ts';

/** The space a resource takes on the canvas, gap included; both on the canvas's grid. */
export const CELL = { width: 240, height: 120 };

/** A card nearer to a frame than this looks like a part of it, px. */
const GAP_TO_FRAME = 8;
const GAP_BETWEEN_FRAMES = 20;
/** The cost of a place that can't be seen, and of one on a sentence. */
const COSTS = { outOfSight: 2, onSentence: 1 };

/** What is on the canvas besides cards. */
export interface Around {
  /** Frames of groups that the new cards don't belong to: they never lie in them. */
  readonly frames?: readonly Rect[];
  /** The new cards lie on these only where there is no other space near. */
  readonly sentences?: readonly Rect[];
  /** What is on screen, and what of it lies under buttons: new cards are put in sight, if there is space near. */
  readonly sight?: Rect | undefined;
  readonly covered?: readonly Rect[];
  /** The frames of groups that are among the new, as they stand around the first of its cards when that is at 0, 0. */
  readonly ownFrames?: readonly Rect[];
}

/** A block's view of the canvas. A place is where the first card of the block goes. */
export interface Obstacles {
  /** Whether the block keeps a gap to all cards there, and keeps off all frames. */
  readonly isFree: (place: Point) => boolean;
  /** Whether the block covers no card, however near, and keeps off all frames. */
  readonly isBare: (place: Point) => boolean;
  /** How much worse a free place is than one where nothing is in the way. */
  readonly costAt: (place: Point) => number;
  /** No place costs less: a block that is larger than the screen can't be seen whole. */
  readonly leastCost: number;
  /** The nearest place straight below, beside or above everything. Always free. */
  readonly besideAll: (from: Point) => Point;
  /** How many rectangles were looked up so far. */
  readonly looks: () => number;
}

/** @param block how far each of its cards is from the first. */
export function createObstacles(taken: readonly Point[], block: readonly Point[], around: Around): Obstacles {
  const { frames = [], sentences = [], sight, covered = [], ownFrames = [] } = around;
  const cells = once(() => indexOf(taken.map(cellAt)));
  const cards = once(() => indexOf(taken.map(cardAt)));
  const frameIndex = once(() => indexOf(frames));
  const sentenceIndex = once(() => indexOf(sentences));
  const ownCells = block.map(cellAt);
  const ownCards = block.map(cardAt);
  const extent = boundsOf([...ownCards, ...ownFrames])!;
  let looks = 0;

  /** Looks a rectangle of the block up first that was in the way last: it likely still is. */
  function createProbe(indexed: () => GridIndex, areas: readonly Rect[]): (place: Point) => boolean {
    let last = 0;
    return (place) => {
      if (areas.length === 0) return false;
      const index = indexed();
      if (index.isEmpty) return false;
      for (let step = 0; step < areas.length; step++) {
        const at = step === 0 ? last : step <= last ? step - 1 : step;
        looks += 1;
        if (!index.touches(shifted(areas[at]!, place))) continue;
        last = at;
        return true;
      }
      return false;
    };
  }
  const isNearCard = createProbe(cells, ownCells);
  const isOnCard = createProbe(cards, ownCards);
  const isNearFrame = createProbe(
    frameIndex,
    ownCards.map((card) => grow(card, GAP_TO_FRAME)),
  );
  const wideFrames = ownFrames.map((frame) => grow(frame, GAP_BETWEEN_FRAMES));
  const framesMeet = createProbe(frameIndex, wideFrames);
  const frameIsOnCard = createProbe(cards, wideFrames);
  const isOnSentence = createProbe(sentenceIndex, ownCards);
  const keepsOffFrames = (place: Point) => !framesMeet(place) && !frameIsOnCard(place) && !isNearFrame(place);

  function isInSight(place: Point): boolean {
    if (!sight) return true;
    if (!holds(sight, shifted(extent, place))) return false;
    const parts = [...ownCards, ...ownFrames].map((part) => shifted(part, place));
    looks += parts.length;
    return !parts.some((part) => covered.some((area) => overlaps(area, part)));
  }

  return {
    isFree: (place) => !isNearCard(place) && keepsOffFrames(place),
    isBare: (place) => !isOnCard(place) && keepsOffFrames(place),
    costAt: (place) => (isInSight(place) ? 0 : COSTS.outOfSight) + (isOnSentence(place) ? COSTS.onSentence : 0),
    leastCost: sight && (extent.width > sight.width || extent.height > sight.height) ? COSTS.outOfSight : 0,
    besideAll(from) {
      const all = boundsOf([...taken.map(cellAt), ...frames]);
      const own = boundsOf([...ownCells, ...wideFrames])!;
      return all ? nearestBeside(shifted(grow(own, GAP_TO_FRAME), from), all, from) : from;
    },
    looks: () => looks,
  };
}

const cellAt = ({ x, y }: Point): Rect => ({ x, y, ...CELL });

const shifted = ({ x, y, width, height }: Rect, by: Point): Rect => ({ x: x + by.x, y: y + by.y, width, height });

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

const indexOf = (rects: readonly Rect[]) => createGridIndex(new Map(rects.entries()));

/** Where a point goes when the rectangle around it goes, in whole cells, to the nearest side of another. */
function nearestBeside(own: Rect, all: Rect, from: Point): Point {
  const cellsOf = (way: number, cell: number) => Math.max(0, Math.ceil(way / cell)) * cell;
  const down = cellsOf(all.y + all.height - own.y, CELL.height);
  const right = cellsOf(all.x + all.width - own.x, CELL.width);
  const left = cellsOf(own.x + own.width - all.x, CELL.width);
  const up = cellsOf(own.y + own.height - all.y, CELL.height);
  const least = Math.min(down, right, left, up);
  if (down === least) return { x: from.x, y: from.y + down };
  if (right === least) return { x: from.x + right, y: from.y };
  return left === least ? { x: from.x - left, y: from.y } : { x: from.x, y: from.y - up };
}
