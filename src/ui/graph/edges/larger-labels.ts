// The labels of edges where all is small: larger, briefer, and moved aside, so that they can be read and leave the names
// of cards and groups readable.
import { contains, grow, holds, overlaps, type Point, type Rect } from '../scene/geometry.ts';
import type { Path } from '../scene/path.ts';
import { wantedOn } from './label-place.ts';
import { labelSize } from './label-size.ts';
import type { EdgeShape } from './shape-edges.ts';

/** A label as it is shown larger: which of its wordings, and its middle. */
export interface LargerLabel extends Point {
  readonly text: string;
  /** What ties it to its line, where it stands beside it. */
  readonly stem?: Path | undefined;
}

type Labelled = Pick<EdgeShape, 'label'> & Partial<Pick<EdgeShape, 'paths' | 'stem' | 'arrows'>>;

/** What labels have to find their places among. */
export interface LargerGround {
  /** Whether a card, or the name of a group, lies in a rectangle. */
  readonly touches: (area: Rect) => boolean;
  readonly frames: readonly Rect[];
  /** No label leaves this to find room: beyond, it would be out of sight, or under buttons. */
  readonly within: Rect;
}

/** How far off its place a label may stand, above or below, and from one such place to the next, px. */
const OFF = { most: 144, step: 8 };
const OFFSETS = [
  0,
  ...Array.from({ length: OFF.most / OFF.step }, (_, index) => (index + 1) * OFF.step).flatMap((by) => [-by, by]),
];
/** Room to cards, and so far the state of a card hangs below it at most: px, the former as often as all is larger. */
const GAP = 2;
const HANGING = { each: 9, most: 22 };
/** The line of a label that stands beside it stays in sight, px. */
const GAP_TO_LINE = 4;
/** A label to the left or right of its place still holds it with so much of its width, px. */
const HEEL = 24;
/** What is worse about a place, in px that it might as well be farther off. */
const COSTS = { aside: 12, elsewhereOnLine: 20, fewerWords: 36, acrossFrame: 64, onArrow: 80 };

/**
 * The labels that have room to be shown so many times as large: off the cards, the names of groups and each other, rather
 * not across the border of a frame nor on the head of their arrow. The others are left out: nothing is worth a name.
 */
export function roomForLarger(
  edges: readonly Labelled[],
  times: number,
  ground: LargerGround,
): ReadonlyMap<Labelled['label'], LargerLabel> {
  const taken: Rect[] = [];
  const places = new Map<Labelled['label'], LargerLabel>();
  for (const edge of edges) {
    const found = candidatesOf(edge, times, ground).find(({ box }) => isFree(box, times, ground, taken));
    if (!found) continue;
    taken.push(grow(found.box, GAP));
    places.set(edge.label, found.place);
  }
  return places;
}

interface Candidate {
  readonly place: LargerLabel;
  readonly box: Rect;
  readonly cost: number;
}

/** All places and wordings of a label, the best first. */
function candidatesOf(edge: Labelled, times: number, ground: LargerGround): readonly Candidate[] {
  const { label, paths = [], stem, arrows = [] } = edge;
  if (!label) return [];
  const middle = { x: label.x, y: label.y };
  const foot = stem?.[0];
  // One of several lines has no label of its own.
  const onLine = paths.length === 1 ? wantedOn(paths[0]!) : [];
  const elsewhere = onLine.map((point, rank) => ({ point, stem: undefined, cost: COSTS.elsewhereOnLine + rank }));
  const wordings = [...new Set([label.brief, label.mark])];
  const candidates = wordings.flatMap((text, rank) => {
    const size = labelSize(text);
    const [width, height] = [size.width * times, size.height * times];
    const aside = Math.max(0, width / 2 - HEEL);
    const beside = OFFSETS.flatMap((by) =>
      [0, -aside, aside].map((asideBy) => {
        const point = { x: middle.x + asideBy, y: middle.y + by };
        const end = { x: middle.x, y: point.y };
        const cost = Math.abs(by) + (asideBy === 0 ? 0 : COSTS.aside);
        return { point, stem: foot || by !== 0 ? [foot ?? middle, end] : undefined, cost };
      }),
    );
    return [...beside, ...elsewhere].flatMap(({ point, stem: tie, cost }): Candidate[] => {
      const box = { x: point.x - width / 2, y: point.y - height / 2, width, height };
      if (point.y !== middle.y && !holds(ground.within, box)) return [];
      if (foot && contains(grow(box, GAP_TO_LINE), foot)) return [];
      const isAcross = ground.frames.some((frame) => overlaps(frame, box) && !holds(frame, box));
      const isOnArrow = arrows.some((path) => contains(box, path.at(-1)!));
      const worse = rank * COSTS.fewerWords + (isAcross ? COSTS.acrossFrame : 0) + (isOnArrow ? COSTS.onArrow : 0);
      return [{ place: { text, ...point, stem: tie }, box, cost: cost + worse }];
    });
  });
  return candidates.sort((a, b) => a.cost - b.cost);
}

function isFree(box: Rect, times: number, { touches }: LargerGround, taken: readonly Rect[]): boolean {
  if (taken.some((other) => overlaps(other, box))) return false;
  const { x, y, width, height } = grow(box, GAP * times);
  const hanging = Math.min(HANGING.each * times, HANGING.most);
  return !touches({ x, y: y - hanging, width, height: height + hanging });
}
