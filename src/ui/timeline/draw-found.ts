// What a search has found, marked: lanes by a frame around their names, events by a ring; the match looked at strongly.
import type { Micros } from '../../model/units.ts';
import type { RunRecord } from '../../record/run-record.ts';
import type { Brush } from './brush.ts';
import type { RowIndex } from './row-index.ts';
import { AXIS_HEIGHT, endRow, firstRow, pinnedBottom, type RowLayout, TEXT_ROW, yOfRow } from './row-layout.ts';
import type { Found, Match } from './search-run.ts';
import type { TimeScale } from './time-scale.ts';

export interface FoundOnScreen {
  readonly found: Found;
  readonly match: Match | undefined;
}

/** More rings than this can't be told apart. */
const MOST = 2000;

export function drawFound(
  brush: Brush,
  { found, match }: FoundOnScreen,
  record: RunRecord,
  index: RowIndex,
  scale: TimeScale,
  layout: RowLayout,
): void {
  const { context, theme } = brush;
  const { rowHeight } = layout;
  const inSight = (row: number) =>
    row >= 0 && (row < layout.pinned || yOfRow(layout, row) + rowHeight > pinnedBottom(layout));
  context.strokeStyle = theme.accent;
  context.lineWidth = 1;
  if (rowHeight >= TEXT_ROW) {
    const mark = (row: number) => {
      if (index.guidsOf(row).some((guid) => found.lanes.has(guid)) && inSight(row))
        frameName(brush, scale, layout, row);
    };
    if (found.lanes.size > 0) {
      for (let row = 0; row < layout.pinned; row++) mark(row);
      for (let row = firstRow(layout); row < endRow(layout); row++) mark(row);
    }
    ringEvents(brush, found, record, index, scale, layout);
  }
  if (!match) return;
  const row = index.rowOf(match.guid);
  if (!inSight(row)) return;
  context.lineWidth = 2.5;
  if (match.time === undefined) frameName(brush, scale, layout, row);
  else ring(brush, scale.xOf(match.time), yOfRow(layout, row) + rowHeight / 2, Math.max(6, rowHeight / 2 - 2), scale);
}

function frameName({ context }: Brush, scale: TimeScale, layout: RowLayout, row: number): void {
  const y = Math.round(yOfRow(layout, row));
  const height = Math.max(5, layout.rowHeight - 3);
  context.strokeRect(4.5, Math.max(AXIS_HEIGHT, y) + 1.5, scale.left - 10, height);
}

function ringEvents(
  brush: Brush,
  { events }: Found,
  record: RunRecord,
  index: RowIndex,
  scale: TimeScale,
  layout: RowLayout,
): void {
  const { time, guid } = record.events;
  const first = firstMatch(events, time, scale.from);
  const last = firstMatch(events, time, scale.to);
  if (last - first > MOST) return;
  const [top, bottom] = [firstRow(layout), endRow(layout)];
  for (let place = first; place < last; place++) {
    const row = index.rowOf(guid[events[place]!]!);
    if (row >= layout.pinned && (row < top || row >= bottom)) continue;
    ring(brush, scale.xOf(time[events[place]!]!), yOfRow(layout, row) + layout.rowHeight / 2, 4, scale);
  }
}

/** The first of the matches at a time or after it. */
function firstMatch(events: readonly number[], times: Float64Array, time: Micros): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[events[middle]!]! >= time) high = middle;
    else low = middle + 1;
  }
  return low;
}

function ring({ context, theme }: Brush, x: number, y: number, radius: number, scale: TimeScale): void {
  if (x < scale.left - radius || x > scale.right + radius) return;
  const { lineWidth } = context;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  // A line in the surface's colour under it keeps it apart from whatever it lies on.
  context.strokeStyle = theme.surface;
  context.lineWidth = lineWidth + 3;
  context.stroke();
  context.strokeStyle = theme.accent;
  context.lineWidth = lineWidth;
  context.stroke();
}
