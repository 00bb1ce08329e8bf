// Adding a number of resources of one type at once: `20 linux::Node`.
import type { Edit } from '../../../edit/edit.ts';
import { type Experiment, nextGuid, type Resource } from '../../../model/experiment.ts';
import { type PlaceField, placeIn } from '../../../model/place.ts';
import type { Guid } from '../../../model/units.ts';
import { newCondition } from '../../inspector/condition-draft.ts';
import { freePlace } from '../../palette/free-place.ts';
import { placeInBoth } from '../../palette/place-in-both.ts';
import type { Wire } from '../graph-store.ts';
import { cardAt, placeAround } from '../scene/card-size.ts';
import { overlaps, type Point } from '../scene/geometry.ts';

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
  /** Drawn from cards that what is added is joined to. */
  readonly wire?: Pick<Wire, 'kind' | 'from'> | undefined;
}

/**
 * The edit that adds resources of a type, in a block around a point, or near it where they would cover others; all of
 * them joined to the cards a wire came from: one undo step. A condition is one for all of them.
 */
export function addManyEdit(
  experiment: Experiment,
  { rtype, count }: { readonly rtype: string; readonly count: number },
  at: Point,
  { snap, shown = 'position', wire }: AddOptions,
): { readonly edit: Edit; readonly guids: readonly Guid[] } {
  const first = nextGuid(experiment);
  const guids = Array.from({ length: count }, (_item, index) => first + index);
  // As many columns as make the block about square.
  const columns = Math.ceil(Math.sqrt((count * CELL.height) / CELL.width));
  const rows = Math.ceil(count / columns);
  const firstAt = { x: at.x - ((columns - 1) * CELL.width) / 2, y: at.y - ((rows - 1) * CELL.height) / 2 };
  const offsets = guids.map((_guid, index) => ({
    x: (index % columns) * CELL.width,
    y: Math.floor(index / columns) * CELL.height,
  }));
  const { x, y } = uncovered(experiment, placeAround(firstAt, snap), offsets, shown);
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
      ...(wire?.kind === 'connection' && {
        connections: wire.from.flatMap((from) => guids.map((guid) => [from, guid] as const)),
      }),
      ...(wire?.kind === 'condition' && { conditions: [newCondition(guids, wire.from)] }),
    },
  };
}

/** Where a block's first card goes: where it was meant to, unless one of the block would cover a card that is there. */
function uncovered(experiment: Experiment, first: Point, offsets: readonly Point[], shown: PlaceField): Point {
  const places = experiment.resources.flatMap((resource) => placeIn(resource, shown) ?? []);
  const block = offsets.map(({ x, y }) => cardAt({ x: first.x + x, y: first.y + y }));
  const covers = places.some((place) => block.some((card) => overlaps(card, cardAt(place))));
  const taken = places.map((position) => ({ position }));
  return covers ? freePlace(taken, first, offsets) : first;
}
