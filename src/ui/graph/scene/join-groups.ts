// Where resources without a position go whose group stands somewhere already: beside the others of it.
import type { Experiment } from '../../../model/experiment.ts';
import type { Guid } from '../../../model/units.ts';
import { frameAround } from './frame-rects.ts';
import { cardAt } from './card-size.ts';
import type { Point } from './geometry.ts';
import { freePlace } from './free-place.ts';
import { CELL } from './obstacles.ts';

/** @param known places that resources without a position have on screen. */
export function joinGroups(experiment: Experiment, known: ReadonlyMap<Guid, Point>): ReadonlyMap<Guid, Point> {
  const places = new Map<Guid, Point>();
  for (const { guid, position } of experiment.resources) {
    const place = position ?? known.get(guid);
    if (place) places.set(guid, place);
  }
  const boxOf = (guid: Guid) => {
    const place = places.get(guid);
    return place && cardAt(place);
  };
  const joined = new Map<Guid, Point>();
  for (const group of experiment.groups) {
    const missing = group.guids.filter((guid) => !places.has(guid));
    const [beside] = group.guids.flatMap((guid) => places.get(guid) ?? []);
    if (missing.length === 0 || !beside) continue;
    const columns = Math.ceil(Math.sqrt(missing.length));
    const block = missing.map((_guid, index) => ({
      x: (index % columns) * CELL.width,
      y: Math.floor(index / columns) * CELL.height,
    }));
    const frames = experiment.groups.flatMap((other) =>
      other === group ? [] : (frameAround(other.guids, boxOf) ?? []),
    );
    const cards = [...places.values()].map((position) => ({ position }));
    const first = freePlace(cards, beside, block, { frames });
    missing.forEach((guid, index) => {
      const place = { x: first.x + block[index]!.x, y: first.y + block[index]!.y };
      places.set(guid, place);
      joined.set(guid, place);
    });
  }
  return joined;
}
