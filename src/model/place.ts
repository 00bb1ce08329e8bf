// Where a resource stands. There are two pictures of an experiment, each laid out for itself: that of its connections,
// alone or with the conditions, and that of the conditions alone.

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The field of a resource that says where it stands in one of the pictures. */
export type PlaceField = 'position' | 'conditionsPosition';

/** What can have a place in each of the pictures: a resource. */
type Placed = { readonly [Field in PlaceField]?: Point };

export const PLACE_FIELDS: readonly PlaceField[] = ['position', 'conditionsPosition'];

/**
 * How far from the origin a resource may stand, in pixels, across and down. Farther out, a float has no room left for
 * what is drawn within a card.
 */
export const MAX_POSITION = 10_000_000;

/** Whether a value is a coordinate within the limit. */
export function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= MAX_POSITION;
}

/** Where a resource stands in a picture: where in the other one, until it has a place of its own; undefined: nowhere yet. */
export function placeIn(resource: Placed, field: PlaceField): Point | undefined {
  return resource[field] ?? resource.position;
}
