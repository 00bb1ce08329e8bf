// Adding one resource from a list of types.
import type { Edit } from '../../edit/edit.ts';
import { type Experiment, nextGuid } from '../../model/experiment.ts';
import type { PlaceField } from '../../model/place.ts';
import type { Point } from '../graph/scene/geometry.ts';
import { placeInBoth } from '../graph/placing/place-in-both.ts';

/**
 * The edit that adds one resource of a type, and the guid it gets.
 * @param shown the picture that the position is one of.
 */
export function addResourceEdit(
  experiment: Experiment,
  rtype: string,
  position: Point,
  shown: PlaceField = 'position',
): { edit: Edit; guid: number } {
  const guid = nextGuid(experiment);
  const resource = { guid, rtype, position, attributes: {}, traces: [] };
  return { guid, edit: { kind: 'add', resources: placeInBoth(experiment, [resource], shown) } };
}
