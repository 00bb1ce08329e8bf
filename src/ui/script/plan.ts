// The plan of an experiment: where its resources stand, for pictures a few dozen pixels wide.
import type { Experiment } from '../../model/experiment.ts';
import type { Guid } from '../../model/units.ts';
import { CARD } from '../graph/scene/card-size.ts';
import { boundsOf, type Point, type Rect } from '../graph/scene/geometry.ts';

export interface Plan {
  readonly places: ReadonlyMap<Guid, Point>;
  readonly bounds: Rect;
}

/** @param placed the places of resources that have none in the file. */
export function planOf({ resources }: Experiment, placed: ReadonlyMap<Guid, Point>): Plan {
  const places = new Map(resources.map(({ guid, position }) => [guid, position ?? placed.get(guid) ?? { x: 0, y: 0 }]));
  // As large as the cards at its borders, so that a single one stands in the middle.
  const cards = [...places.values()].map(({ x, y }) => ({ x: x - CARD.width / 2, y: y - CARD.height / 2, ...CARD }));
  return { places, bounds: boundsOf(cards) ?? { x: 0, y: 0, width: 1, height: 1 } };
}

/** A dot for each resource, as a path whose line has round ends: one element, however many they are. */
export function dotsOf({ places }: Plan, guids: readonly Guid[]): string {
  return guids
    .flatMap((guid) => {
      const place = places.get(guid);
      return place ? [`M${Math.round(place.x)} ${Math.round(place.y)}h0`] : [];
    })
    .join('');
}
