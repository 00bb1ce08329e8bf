// Where a resource stands. There are two pictures of an experiment, each laid out for itself: that of its connections,
// alone or with the conditions, and that of the conditions alone.
import type { Resource } from './experiment.ts';

/** The field of a resource that says where it stands in one of the pictures. */
export type PlaceField = 'position' | 'conditionsPosition';

export const PLACE_FIELDS: readonly PlaceField[] = ['position', 'conditionsPosition'];

/** Where a resource stands in a picture: where in the other one, until it has a place of its own; undefined: nowhere yet. */
export function placeIn(resource: Resource, field: PlaceField): { readonly x: number; readonly y: number } | undefined {
  return resource[field] ?? resource.position;
}
