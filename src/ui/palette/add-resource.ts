// Adding one resource from a list of types: the edit, and a place for it when nobody pointed at one.
import type { Edit } from '../../edit/edit.ts';
import { type Experiment, nextGuid } from '../../model/experiment.ts';

interface Position {
  readonly x: number;
  readonly y: number;
}

/** Room a resource takes on the canvas, gap included; both on the canvas's grid. */
const CELL = { width: 240, height: 112 };

/**
 * The nearest place to `wanted` that no resource covers, looked for in rings around it; without `wanted`, below all
 * that is there.
 */
export function freePlace(
  resources: readonly { readonly position?: Position | undefined }[],
  wanted?: Position,
): Position {
  const taken = resources.map(({ position }) => position).filter((position) => position !== undefined);
  const start = wanted ?? {
    x: taken.length ? Math.min(...taken.map(({ x }) => x)) : 0,
    y: taken.length ? Math.max(...taken.map(({ y }) => y)) + CELL.height : 0,
  };
  const isFree = (place: Position) =>
    taken.every(({ x, y }) => Math.abs(x - place.x) >= CELL.width || Math.abs(y - place.y) >= CELL.height);
  for (let ring = 0; ring < 50; ring++) {
    for (const place of ringAround(start, ring)) if (isFree(place)) return place;
  }
  return start;
}

function* ringAround(centre: Position, ring: number): Generator<Position> {
  for (let row = -ring; row <= ring; row++) {
    for (let column = -ring; column <= ring; column++) {
      if (Math.max(Math.abs(row), Math.abs(column)) !== ring) continue;
      yield { x: centre.x + column * CELL.width, y: centre.y + row * CELL.height };
    }
  }
}

/** The edit that adds one resource of a type, and the guid it gets. */
export function addResourceEdit(
  experiment: Experiment,
  rtype: string,
  position: Position,
): { edit: Edit; guid: number } {
  const guid = nextGuid(experiment);
  return { guid, edit: { kind: 'add', resources: [{ guid, rtype, position, attributes: {}, traces: [] }] } };
}
