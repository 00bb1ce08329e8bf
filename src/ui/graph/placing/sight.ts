import { holds, overlaps, type Rect } from '../scene/geometry.ts';

/** What of the canvas is on screen, and what of that lies under buttons and the like. */
export interface Sight {
  readonly sight: Rect;
  readonly covered: readonly Rect[];
}

/** Whether all of an area is in sight, and nothing lies over any of it. */
export function isSeenWhole({ sight, covered }: Sight, area: Rect): boolean {
  return holds(sight, area) && !covered.some((each) => overlaps(each, area));
}
