import type { Edit } from '../../../edit/edit.ts';
import type { Guid } from '../../../model/units.ts';
import type { Point } from './geometry.ts';
import { placesOf, type Scene } from './scene.ts';

/** The edit that puts resources elsewhere in the picture that is shown, and leaves the other picture as it is. */
export function moveEdit(scene: Scene, positions: ReadonlyMap<Guid, Point>): Edit {
  if (scene.field === 'position') return { kind: 'move', positions };
  const others = scene.experiment.resources.flatMap(({ guid, conditionsPosition }) =>
    conditionsPosition || positions.has(guid) ? [] : [guid],
  );
  return { kind: 'move', field: scene.field, positions, others: placesOf(scene, others) };
}
