/** A mark that has something to say: its place and the width of its words, in pixels. */
export interface WantedLabel {
  readonly x: number;
  readonly width: number;
}

/** Between labels that stand side by side. */
const GAP = 2;

/**
 * Places labels in one line, none over another: to the right of its mark, or to the left, or else after those that are in
 * the way. The first come first.
 * @returns where each begins; undefined: it has no room in [left, right].
 */
export function placeMarkLabels(wanted: readonly WantedLabel[], left: number, right: number): (number | undefined)[] {
  const taken: { readonly from: number; readonly to: number }[] = [];
  const isFree = (from: number, width: number) =>
    from >= left && from + width <= right && taken.every((other) => from >= other.to || from + width <= other.from);
  return wanted.map(({ x, width }) => {
    const after = taken.map(({ to }) => to + GAP).filter((from) => from > x);
    const place = [x, x - width, ...after.toSorted((a, b) => a - b)].find((from) => isFree(from, width));
    if (place !== undefined) taken.push({ from: place, to: place + width });
    return place;
  });
}
