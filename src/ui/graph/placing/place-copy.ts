// Where a paste and a duplicate go, in both pictures of the experiment.
import type { CopyPlace, Surroundings } from '../../../app/stores/canvas-port.ts';
import type { ClipboardContent } from '../../../edit/clipboard.ts';
import type { Experiment } from '../../../model/experiment.ts';
import { type PlaceField, placeIn } from '../../../model/place.ts';
import type { Guid } from '../../../model/units.ts';
import { frameAround } from '../scene/frame-rects.ts';
import { cardAt, placeAround } from '../scene/card-size.ts';
import { boundsOf, centreOf, type Point, type Rect } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import { freePlace, pointedPlace } from '../scene/free-place.ts';
import { aroundFor, groupAt, type Standing } from './surroundings.ts';

export interface CopyWhere {
  /** Where somebody pointed: the middle of the copy comes there, or near it where something would be covered. */
  readonly at?: Point | undefined;
  /** Where one looks. Without either it goes to the nearest place beside what it was copied from. */
  readonly near?: Point | undefined;
}

/** @param surroundings of the picture that is shown, which is the scene's. */
export function placeCopy(
  { experiment, field: shown }: Pick<Scene, 'experiment' | 'field'>,
  surroundings: Surroundings,
  content: Pick<ClipboardContent, 'resources' | 'groups'>,
  where: CopyWhere & { readonly snap: boolean },
): CopyPlace {
  const into = where.at && content.groups.length === 0 ? groupAt(surroundings, where.at) : undefined;
  const by = shiftIn(shown, content, surroundings, into, where);
  const hidden: PlaceField = shown === 'position' ? 'conditionsPosition' : 'position';
  const areApart = content.resources.some(({ conditionsPosition }) => conditionsPosition);
  const there = areApart ? shiftIn(hidden, content, standingIn(experiment, hidden), into, where) : by;
  return {
    shifts:
      shown === 'position' ? { position: by, conditionsPosition: there } : { position: there, conditionsPosition: by },
    into,
  };
}

/** How far it goes in one of the pictures. */
function shiftIn(
  field: PlaceField,
  { resources, groups }: Pick<ClipboardContent, 'resources' | 'groups'>,
  standing: Standing & Partial<Surroundings>,
  into: number | undefined,
  { at, near, snap }: CopyWhere & { readonly snap: boolean },
): Point {
  const placed = resources.flatMap((resource) => {
    const place = placeIn(resource, field);
    return place ? [{ guid: resource.guid, place }] : [];
  });
  const first = placed[0]?.place;
  if (!first) return { x: 0, y: 0 };
  const block = placed.map(({ place }) => ({ x: place.x - first.x, y: place.y - first.y }));
  const boxes = new Map<Guid, Rect>(placed.map(({ guid }, index) => [guid, cardAt(block[index]!)]));
  const ownFrames = groups.flatMap(({ guids }) => frameAround(guids, (guid) => boxes.get(guid)) ?? []);
  const around = { ...aroundFor(standing, into), ownFrames };
  const middle = centreOf(boundsOf(boxes.values())!);
  const [card] = boxes.values();
  const withMiddleAt = ({ x, y }: Point) =>
    placeAround({ x: x - middle.x + centreOf(card!).x, y: y - middle.y + centreOf(card!).y }, snap);
  const place = at
    ? pointedPlace(standing.cards, withMiddleAt(at), block, around)
    : freePlace(standing.cards, near ? withMiddleAt(near) : first, block, around);
  return { x: place.x - first.x, y: place.y - first.y };
}

/** What stands in the picture that isn't shown. */
function standingIn({ resources, groups }: Experiment, field: PlaceField): Standing {
  const places = new Map(
    resources.flatMap((resource) => {
      const place = placeIn(resource, field);
      return place ? [[resource.guid, place] as const] : [];
    }),
  );
  const boxOf = (guid: Guid) => {
    const place = places.get(guid);
    return place && cardAt(place);
  };
  const frames = groups.flatMap(({ guids }, index) => {
    const frame = frameAround(guids, boxOf);
    return frame ? [[index, frame] as const] : [];
  });
  return { cards: [...places.values()].map((position) => ({ position })), frames: new Map(frames) };
}
