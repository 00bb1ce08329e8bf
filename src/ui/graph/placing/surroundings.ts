// What a new card has to find its place among: all that is on the canvas, and what of it is in sight.
import type { Area, Surroundings } from '../../../app/stores/canvas-port.ts';
import { frameAround } from '../scene/frame-rects.ts';
import { isGroupCard } from '../scene/folds.ts';
import type { Bench } from '../view/gesture.ts';
import { contains, grow, type Point } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import type { Around } from '../scene/obstacles.ts';

/** What lies over the canvas keeps so much room around it, px on screen. */
const ROOM = 8;

/** What there is now. */
export function surroundingsOf({ root, viewport, scene }: Pick<Bench, 'root' | 'viewport' | 'scene'>): Surroundings {
  const areaOf = (element: Element): Area => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [from, to] = [viewport.toCanvas({ x: left, y: top }), viewport.toCanvas({ x: right, y: bottom })];
    return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
  };
  const areasOf = (selector: string) => [...root.querySelectorAll(selector)].map(areaOf);
  const room = ROOM / viewport.zoom();
  return {
    ...standing(scene()),
    sentences: areasOf('div[data-edge]'),
    sight: grow(viewport.visible(), -room),
    covered: areasOf(':scope > [data-canvas-ui]').map((area) => grow(area, room)),
  };
}

export type Standing = Pick<Surroundings, 'cards' | 'frames'>;

/** The cards, those that would be there if their groups weren't collapsed among them, and the frames. */
function standing({ experiment, boxes, placeOf }: Scene): Standing {
  const groupCards = [...boxes].flatMap(([card, { x, y }]) => (isGroupCard(card) ? [{ x, y }] : []));
  const places = [...experiment.resources.flatMap(({ guid }) => placeOf(guid) ?? []), ...groupCards];
  const frames = experiment.groups.flatMap(({ guids, collapsed }, place) => {
    const frame = collapsed ? undefined : frameAround(guids, (guid) => boxes.get(guid));
    return frame ? [[place, frame] as const] : [];
  });
  return { cards: places.map((position) => ({ position })), frames: new Map(frames) };
}

/** The place of the group in whose frame a point lies; of several the one on top. */
export function groupAt({ frames }: Pick<Surroundings, 'frames'>, point: Point): number | undefined {
  return [...frames].findLast(([, frame]) => contains(frame, point))?.[0];
}

/** What is in the way of something that becomes part of a group, or of none. */
export function aroundFor({ frames, ...others }: Standing & Partial<Surroundings>, group: number | undefined): Around {
  return { ...others, frames: [...frames].flatMap(([place, frame]) => (place === group ? [] : [frame])) };
}
