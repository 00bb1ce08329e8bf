import type { EventColumns, Narrower, StretchColumns } from './chunk.ts';

/** A column of a table that is being filled. */
export type Column = Float64Array | Uint32Array | Int32Array | Uint8Array;
/** A column that may be narrower. */
export type PackedColumn = Column | Narrower<Column>;
type ColumnKind = new (length: number) => PackedColumn;

/** Columns that are still being filled: a table's length and its arrays may be set. */
export type Growing<Columns> = { -readonly [Key in keyof Columns]: Columns[Key] };

/** A table of events, all zero. */
export function createEventColumns(length: number): Growing<EventColumns> {
  return {
    length,
    time: new Float64Array(length),
    guid: new Uint32Array(length),
    kind: new Uint8Array(length),
    cause: new Int32Array(length),
    via: new Uint8Array(length),
  };
}

/** A table of stretches, all zero. */
export function createStretchColumns(length: number): Growing<StretchColumns> {
  return {
    length,
    guid: new Uint32Array(length),
    from: new Float64Array(length),
    to: new Float64Array(length),
    activity: new Uint8Array(length),
    ref: new Int32Array(length),
    member: new Uint32Array(length),
    state: new Uint8Array(length),
  };
}

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

const NARROWER = new Map<unknown, ColumnKind>([
  [Float64Array, Uint32Array],
  [Uint32Array, Uint16Array],
  [Int32Array, Int16Array],
]);

/** The first `length` rows of a column in parts, in one: in the narrower kind of array where all of them fit. */
export function packColumn(parts: readonly Column[], length: number): PackedColumn {
  const kind = parts[0]!.constructor as ColumnKind;
  const narrower = NARROWER.get(kind);
  return (narrower && filled(new narrower(length), parts)) ?? filled(new kind(length), parts)!;
}

/** A column with the rows of its parts; undefined: one doesn't fit. */
function filled(column: PackedColumn, parts: readonly Column[]): PackedColumn | undefined {
  let at = 0;
  for (const part of parts) {
    const rows = Math.min(part.length, column.length - at);
    column.set(part.subarray(0, rows), at);
    if (column.constructor !== part.constructor) {
      for (let row = 0; row < rows; row++) if (column[at + row] !== part[row]) return undefined;
    }
    at += rows;
  }
  return column;
}
