// Where what is added stands in the picture that isn't shown.
import type { Experiment, Resource } from '../../../model/experiment.ts';
import { type PlaceField, placeIn } from '../../../model/place.ts';
import { freePlace } from '../scene/free-place.ts';

/**
 * Gives added resources, that have the place where they were put, one in the other picture too: near whom they were put
 * beside, where they cover nobody. While both pictures are the same, one place is enough.
 * @param shown the picture that they were put into.
 */
export function placeInBoth(
  { resources }: Pick<Experiment, 'resources'>,
  added: readonly Resource[],
  shown: PlaceField,
): readonly Resource[] {
  const first = added[0]?.position;
  if (!first || !resources.some(({ conditionsPosition }) => conditionsPosition)) return added;
  const hidden = shown === 'position' ? 'conditionsPosition' : 'position';
  const distanceTo = (resource: Resource) => {
    const place = placeIn(resource, shown);
    return place ? Math.hypot(place.x - first.x, place.y - first.y) : Infinity;
  };
  const nearest = resources.reduce((best, resource) => (distanceTo(resource) < distanceTo(best) ? resource : best));
  const offsets = added.map(({ position = first }) => ({ x: position.x - first.x, y: position.y - first.y }));
  const others = resources.map((resource) => ({ position: placeIn(resource, hidden) }));
  const there = freePlace(others, placeIn(nearest, hidden), offsets);
  return added.map((resource, index) => {
    const { x, y } = offsets[index]!;
    return { ...resource, [shown]: resource.position ?? first, [hidden]: { x: there.x + x, y: there.y + y } };
  });
}
