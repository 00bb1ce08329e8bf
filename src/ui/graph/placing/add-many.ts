// Adding a number of resources of one type at once: `20 linux::Node`.
import type { Surroundings } from '../../../app/stores/canvas-port.ts';
import type { Edit } from '../../../edit/edit.ts';
import { type Experiment, freeGuids, type Resource } from '../../../model/experiment.ts';
import { type PlaceField, placeIn } from '../../../model/place.ts';
import type { Guid } from '../../../model/units.ts';
import { newCondition } from '../../fields/condition-draft.ts';
import { pointedPlace } from '../scene/free-place.ts';
import { placeInBoth } from './place-in-both.ts';
import { aroundFor, groupAt } from './surroundings.ts';
import type { Wire } from '../view/graph-store.ts';
import { placeAround } from '../scene/card-size.ts';
import type { Point } from '../scene/geometry.ts';

/** More at once would hardly be meant. */
export const MOST_ADDED = 1000;

/** From card to card in the block that they form. */
const CELL = { width: 240, height: 120 };

/** What is typed to add: how many, and the words that a type is looked for by. */
export function readQuantity(text: string): { readonly count: number; readonly words: string } {
  const match = /^\s*(\d{1,6})\s*[x×*]?\s+(.*)$/.exec(text);
  const count = Number(match?.[1]);
  return match && count > 0 ? { count: Math.min(count, MOST_ADDED), words: match[2]! } : { count: 1, words: text };
}

export interface AddOptions {
  readonly snap: boolean;
  /** The picture that the point is one of. */
  readonly shown?: PlaceField;
  /** What is on the canvas; without it, only the cards that have a place in the experiment are known. */
  readonly surroundings?: Surroundings | undefined;
  /** Drawn from cards that what is added is joined to. */
  readonly wire?: Pick<Wire, 'kind' | 'from'> | undefined;
}

/**
 * The edit that adds resources of a type, in a block around a point, or near it where they would cover others; all of
 * them joined to the cards a wire came from: one undo step. A condition is one for all of them. What is added in the
 * frame of a group becomes part of it.
 */
export function addManyEdit(
  experiment: Experiment,
  { rtype, count }: { readonly rtype: string; readonly count: number },
  at: Point,
  { snap, shown = 'position', surroundings, wire }: AddOptions,
): { readonly edit: Edit; readonly guids: readonly Guid[] } {
  const guids = freeGuids(experiment, count);
  // As many columns as make the block about square.
  const columns = Math.ceil(Math.sqrt((count * CELL.height) / CELL.width));
  const rows = Math.ceil(count / columns);
  const firstAt = { x: at.x - ((columns - 1) * CELL.width) / 2, y: at.y - ((rows - 1) * CELL.height) / 2 };
  const offsets = guids.map((_guid, index) => ({
    x: (index % columns) * CELL.width,
    y: Math.floor(index / columns) * CELL.height,
  }));
  const into = surroundings && groupAt(surroundings, at);
  const cards = surroundings?.cards ?? experiment.resources.map((resource) => ({ position: placeIn(resource, shown) }));
  const around = surroundings && aroundFor(surroundings, into);
  const { x, y } = pointedPlace(cards, placeAround(firstAt, snap), offsets, around);
  const resources = guids.map(
    (guid, index): Resource => ({
      guid,
      rtype,
      position: { x: x + offsets[index]!.x, y: y + offsets[index]!.y },
      attributes: {},
      traces: [],
    }),
  );
  return {
    guids,
    edit: {
      kind: 'add',
      resources: placeInBoth(experiment, resources, shown),
      ...(into !== undefined && { into }),
      ...(wire?.kind === 'connection' && {
        connections: wire.from.flatMap((from) => guids.map((guid) => [from, guid] as const)),
      }),
      ...(wire?.kind === 'condition' && { conditions: [newCondition(guids, wire.from)] }),
    },
  };
}
