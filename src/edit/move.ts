// Moving resources in one of the two pictures of an experiment (model/place.ts). No run looks at where they stand.
import type { Resource } from '../model/experiment.ts';
import type { PlaceField } from '../model/place.ts';
import type { Guid } from '../model/units.ts';

type Places = ReadonlyMap<Guid, { readonly x: number; readonly y: number }>;

export interface Move {
  readonly kind: 'move';
  readonly positions: Places;
  /** The picture they are moved in; `position` without it. */
  readonly field?: PlaceField;
  /**
   * Where others stand in that picture. Those that have no place of their own there get it, so that what is moved in the
   * other picture from now on leaves this one as it is.
   */
  readonly others?: Places;
}

/** The resource where the move puts it; the same one where that changes nothing. */
export function moveResource(resource: Resource, { positions, field = 'position', others }: Move): Resource {
  const former = resource[field];
  const place = positions.get(resource.guid) ?? (former ? undefined : others?.get(resource.guid));
  return place && (place.x !== former?.x || place.y !== former?.y)
    ? { ...resource, [field]: { ...former, x: place.x, y: place.y } }
    : resource;
}
