import type { Edit } from '../../../edit/edit.ts';
import type { Experiment } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import type { Point } from '../scene/geometry.ts';
import { addManyEdit, type AddOptions } from './add-many.ts';

/** The edit that adds a resource around a point, joined to the cards a wire came from: one undo step. */
export function addEdit(
  experiment: Experiment,
  rtype: string,
  at: Point,
  options: AddOptions,
): { readonly edit: Edit; readonly guid: Guid } {
  const { edit, guids } = addManyEdit(experiment, { rtype, count: 1 }, at, options);
  return { edit, guid: guids[0]! };
}
