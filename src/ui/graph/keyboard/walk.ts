// From card to card with the keyboard: Alt and an arrow go along an edge, or to the nearest card where there is none.
import type { Guid } from '../../../model/units.ts';
import { centreOf, type Point } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const WAYS: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** The card one gets to from another; undefined when there is none that way. */
export function walk(scene: Scene, from: Guid, direction: Direction): Guid | undefined {
  return (
    nearest(scene, from, direction, neighboursOf(scene, from)) ?? nearest(scene, from, direction, scene.boxes.keys())
  );
}

/** All that an edge leads to. */
export function neighboursOf(scene: Scene, guid: Guid): ReadonlySet<Guid> {
  const found = new Set<Guid>();
  for (const edge of scene.edges) {
    if (edge.kind === 'connection') {
      if (edge.ends[0] === guid) found.add(edge.ends[1]);
      else if (edge.ends[1] === guid) found.add(edge.ends[0]);
    } else {
      if (edge.from.includes(guid)) for (const other of edge.to) found.add(other);
      if (edge.to.includes(guid)) for (const other of edge.from) found.add(other);
    }
  }
  found.delete(guid);
  return found;
}

function nearest(scene: Scene, from: Guid, direction: Direction, among: Iterable<Guid>): Guid | undefined {
  const start = centreOf(scene.boxes.get(from)!);
  const way = WAYS[direction];
  let best: { readonly guid: Guid; readonly cost: number } | undefined;
  for (const guid of among) {
    const box = scene.boxes.get(guid);
    if (!box || guid === from) continue;
    const end = centreOf(box);
    const along = (end.x - start.x) * way.x + (end.y - start.y) * way.y;
    const aside = Math.abs((end.x - start.x) * way.y) + Math.abs((end.y - start.y) * way.x);
    // What is more aside than ahead belongs to another arrow.
    if (along <= 0 || aside > along * 1.5) continue;
    const cost = along + aside * 2;
    if (!best || cost < best.cost) best = { guid, cost };
  }
  return best?.guid;
}
