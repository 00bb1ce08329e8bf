type Column = Float64Array | Uint32Array | Int32Array | Uint8Array;

/**
 * The column itself while it has room for `length` rows, otherwise a copy with at least twice the room: rows added one
 * chunk after the other cost a constant each, on average.
 */
export function reserve<C extends Column>(column: C, length: number): C {
  if (length <= column.length) return column;
  const grown = new (column.constructor as new (length: number) => C)(Math.max(length, column.length * 2, 64));
  grown.set(column);
  return grown;
}

/** The first row in [first, end) whose value is above `limit`; `end` when there is none. The rows rise. */
export function firstAbove(column: Float64Array, limit: number, first: number, end: number): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first row in [first, end) whose value is `limit` or more; `end` when there is none. The rows rise. */
export function firstFrom(column: Float64Array, limit: number, first: number, end: number): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
