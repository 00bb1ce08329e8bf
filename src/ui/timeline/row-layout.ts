/** Below this height a row has no room for words, and is drawn as pixels. */
export const TEXT_ROW = 14;
export const AXIS_HEIGHT = 30;
export const DEFAULT_ROW = 26;
export const TALLEST_ROW = 48;

/** Where the lanes lie: rows of one height under an axis, scrolled. All in CSS pixels. */
export interface RowLayout {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  /** How many of the first rows stay on top. */
  readonly pinned: number;
  /** Of the axis and the rows in sight. */
  readonly height: number;
}

/** The first row, pinned ones aside, that is in sight at least in part. */
export function firstRow({ scrollTop, rowHeight, count, pinned }: RowLayout): number {
  return Math.min(count, pinned + Math.max(0, Math.floor(scrollTop / rowHeight)));
}

/** The row after the last one in sight. */
export function endRow({ scrollTop, rowHeight, count, height }: RowLayout): number {
  return Math.min(count, Math.max(0, Math.ceil((scrollTop + height - AXIS_HEIGHT) / rowHeight)));
}

export function yOfRow({ scrollTop, rowHeight, pinned }: RowLayout, row: number): number {
  return AXIS_HEIGHT + row * rowHeight - (row < pinned ? 0 : scrollTop);
}

/** Where the pinned rows end and the others come in. */
export function pinnedBottom({ rowHeight, pinned }: RowLayout): number {
  return AXIS_HEIGHT + pinned * rowHeight;
}

/** The row at a height of the picture; -1: none there. */
export function rowAt(layout: RowLayout, y: number): number {
  if (y < AXIS_HEIGHT || y > layout.height) return -1;
  const row = Math.floor(placeOfY(layout, y));
  return row >= 0 && row < layout.count ? row : -1;
}

/** A height of the picture in rows, with a fraction: 1.5 is the middle of the second one. */
export function placeOfY(layout: RowLayout, y: number): number {
  const scrolled = y < pinnedBottom(layout) ? 0 : layout.scrollTop;
  return (y - AXIS_HEIGHT + scrolled) / layout.rowHeight;
}

/** How high all of the lanes are, with the axis. */
export function contentHeight(count: number, rowHeight: number): number {
  return AXIS_HEIGHT + count * rowHeight;
}

/** The scroll position, nearest to the present one, at which a row is wholly in sight. */
export function scrollTopShowing(layout: RowLayout, row: number): number {
  if (row < layout.pinned) return layout.scrollTop;
  const top = (row - layout.pinned) * layout.rowHeight;
  const bottom = (row + 1) * layout.rowHeight - (layout.height - AXIS_HEIGHT);
  return Math.max(0, Math.min(top, Math.max(bottom, layout.scrollTop)));
}

/** The height at which all lanes are in sight at once, at most the usual one. */
export function heightShowingAll(count: number, height: number): number {
  return Math.min(DEFAULT_ROW, Math.max(0.01, (height - AXIS_HEIGHT) / Math.max(1, count)));
}
