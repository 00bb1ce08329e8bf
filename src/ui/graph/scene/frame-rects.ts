// Where the frames of groups are.
import type { Experiment, Group } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import { boundsOf, grow, type Rect } from './geometry.ts';
import { textWidth } from './text-width.ts';

/** Room around the cards. */
export const MARGIN = 20;
/** Room for the name above the cards. */
export const HEAD = 32;

/** The frame around some cards, its head included. */
export function frameAround(guids: readonly Guid[], boxOf: (guid: Guid) => Rect | undefined): Rect | undefined {
  const bounds = boundsOf(guids.flatMap((guid) => boxOf(guid) ?? []));
  if (!bounds) return undefined;
  const { x, y, width, height } = grow(bounds, MARGIN);
  return { x, y: y - HEAD, width, height: height + HEAD };
}

/** The frames of the groups that aren't collapsed. */
export function framesOf(groups: readonly Group[], boxOf: (guid: Guid) => Rect | undefined): readonly Rect[] {
  return groups.flatMap(({ guids, collapsed }) => (collapsed ? [] : (frameAround(guids, boxOf) ?? [])));
}

/** The letters of a group's name, and what stands beside it, px. */
const NAME_PX = 13;
const BESIDE_NAME = 70;
/** From so many times as large on, a name hangs down between the frame's border and its cards (groups.module.css). */
const LARGE = 2;
const LARGE_HEAD = 44;

/** Where the names of groups stand on their frames, when they are so many times as large. */
export function headsOf(
  groups: readonly Group[],
  boxOf: (guid: Guid) => Rect | undefined,
  times: number,
): readonly Rect[] {
  return groups.flatMap(({ name, guids, collapsed }) => {
    const frame = collapsed ? undefined : frameAround(guids, boxOf);
    if (!frame) return [];
    const width = Math.min(frame.width, textWidth(name, NAME_PX * times, 600) + BESIDE_NAME);
    return [{ x: frame.x, y: frame.y, width, height: times < LARGE ? HEAD : LARGE_HEAD }];
  });
}

/** Around all cards and frames; undefined when there are none. */
export function allBounds({
  bounds,
  experiment,
  boxes,
}: {
  /** Around the cards. */
  readonly bounds: Rect | undefined;
  readonly experiment: Experiment;
  readonly boxes: ReadonlyMap<Guid, Rect>;
}): Rect | undefined {
  return bounds && boundsOf([bounds, ...framesOf(experiment.groups, (guid) => boxes.get(guid))]);
}
