import type { Edit } from '../../../edit/edit.ts';
import { type Experiment, nextGuid } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import { newCondition } from '../../inspector/condition-draft.ts';
import type { Wire } from '../graph-store.ts';
import { CARD, roundPoint, snapToGrid } from '../scene/card-size.ts';
import type { Point } from '../scene/geometry.ts';

/** The place of a card whose middle is to be at a point. */
export function placeAround({ x, y }: Point, snap: boolean): Point {
  const corner = { x: x - CARD.width / 2, y: y - CARD.height / 2 };
  return snap ? snapToGrid(corner) : roundPoint(corner);
}

/** The edit that adds a resource around a point, joined to the cards a wire came from: one undo step. */
export function addEdit(
  experiment: Experiment,
  rtype: string,
  at: Point,
  { snap, wire }: { readonly snap: boolean; readonly wire?: Pick<Wire, 'kind' | 'from'> | undefined },
): { readonly edit: Edit; readonly guid: Guid } {
  const guid = nextGuid(experiment);
  const position = placeAround(at, snap);
  const edit: Edit = {
    kind: 'add',
    resources: [{ guid, rtype, position, attributes: {}, traces: [] }],
    ...(wire?.kind === 'connection' && { connections: wire.from.map((from) => [from, guid] as const) }),
    ...(wire?.kind === 'condition' && { conditions: [newCondition([guid], wire.from)] }),
  };
  return { guid, edit };
}
