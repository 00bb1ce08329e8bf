// A place on the canvas when nobody pointed at one.
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Room a resource takes on the canvas, gap included; both on the canvas's grid. */
const CELL = { width: 240, height: 120 };
const ONE: readonly Position[] = [{ x: 0, y: 0 }];

/**
 * The nearest place to `wanted` that no resource covers, looked for in rings around it; without `wanted`, below all
 * that is there. Of a block of several it is the place of the first.
 * @param block how far each of them is from the first.
 */
export function freePlace(
  resources: readonly { readonly position?: Position | undefined }[],
  wanted?: Position,
  block: readonly Position[] = ONE,
): Position {
  const taken = resources.map(({ position }) => position).filter((position) => position !== undefined);
  const start = wanted ?? {
    x: taken.length ? Math.min(...taken.map(({ x }) => x)) : 0,
    y: taken.length ? Math.max(...taken.map(({ y }) => y)) + CELL.height : 0,
  };
  const isFree = (place: Position) =>
    block.every((offset) =>
      taken.every(
        ({ x, y }) => Math.abs(x - place.x - offset.x) >= CELL.width || Math.abs(y - place.y - offset.y) >= CELL.height,
      ),
    );
  for (let ring = 0; ring < 50; ring++) {
    for (const place of ringAround(start, ring)) if (isFree(place)) return place;
  }
  return start;
}

/** The places of a ring, the nearest first, and of those as near what is below before what is above. */
function ringAround(centre: Position, ring: number): readonly Position[] {
  const steps = Array.from({ length: 2 * ring + 1 }, (_item, index) => ring - index);
  return steps
    .flatMap((row) => steps.map((column) => ({ x: column * CELL.width, y: row * CELL.height, row, column })))
    .filter(({ row, column }) => Math.max(Math.abs(row), Math.abs(column)) === ring)
    .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
    .map(({ x, y }) => ({ x: centre.x + x, y: centre.y + y }));
}
