// The rows between the axis and the bottom: lanes, what is marked of them.
import type { Brush } from './brush.ts';
import { drawLanes, type PlacedLane } from './draw-lanes.ts';
import type { Frame } from './frame.ts';
import { isGroupRow } from '../run/lane.ts';
import { placeSegments } from './place-segments.ts';
import { AXIS_HEIGHT, endRow, firstRow, pinnedBottom, type RowLayout, TEXT_ROW, yOfRow } from './row-layout.ts';
import type { TimeScale } from './time-scale.ts';

/** The lanes in sight, the pinned ones over those that scroll. */
export function drawRows(brush: Brush, frame: Frame, scale: TimeScale, layout: RowLayout): void {
  const { record, polls } = frame;
  const draw = (from: number, to: number) =>
    drawLanes(brush, record, placeLanes(brush, frame, scale, layout, from, to), scale, polls);
  draw(firstRow(layout), endRow(layout));
  if (layout.pinned === 0) return;
  drawPinnedGround(brush, frame, scale.right, layout);
  draw(0, layout.pinned);
}

/** Where and what is to be drawn in the rows [from, to). */
function placeLanes(
  { ratio }: Brush,
  { record, index, summaries }: Frame,
  scale: TimeScale,
  layout: RowLayout,
  from: number,
  to: number,
): PlacedLane[] {
  const gap = Math.max(2, Math.round(layout.rowHeight / 8));
  const height = layout.rowHeight - 2 * gap;
  const { time, kind } = record.events;
  const lanes: PlacedLane[] = [];
  for (let row = from; row < to; row++) {
    const content = index.rows[row]!;
    const box = { y: Math.round(yOfRow(layout, row)) + gap, height };
    if (!isGroupRow(content)) {
      const { guid } = content;
      const pieces = placeSegments(time, kind, record.stateEvents.of(guid), scale, record.now, ratio);
      lanes.push({ guid, pieces, box });
      continue;
    }
    const summary = summaries.of(row);
    if (!summary) continue;
    const pieces = placeSegments(summary.times, summary.kinds, summary.rows, scale, record.now, ratio);
    lanes.push({ guid: undefined, pieces, box });
  }
  return lanes;
}

/** What pinned rows lie on, and the line below them. */
export function drawPinnedGround(brush: Brush, frame: Frame, width: number, layout: RowLayout): void {
  const { context, theme } = brush;
  const bottom = pinnedBottom(layout);
  context.fillStyle = theme.sunken;
  context.fillRect(0, AXIS_HEIGHT, width, bottom - AXIS_HEIGHT);
  drawMarkedRows(brush, frame, width, layout, true);
  context.fillStyle = theme.muted;
  context.fillRect(0, bottom - 1, width, 1);
}

/** The rows selected and the one under the pointer; in a dense picture, where words don't fit, marked at the left. */
export function drawMarkedRows(
  { context, theme }: Brush,
  frame: Frame,
  right: number,
  layout: RowLayout,
  ofPinned: boolean,
): void {
  const high = Math.max(1, layout.rowHeight);
  const mark = (row: number, color: string, width: number) => {
    if (row < layout.pinned !== ofPinned) return;
    const y = yOfRow(layout, row);
    if (y + high < AXIS_HEIGHT || y > layout.height) return;
    context.fillStyle = color;
    context.fillRect(0, Math.max(AXIS_HEIGHT, y), width, Math.min(high, y + high - AXIS_HEIGHT));
  };
  // Headings are told from lanes by their ground; in a dense picture there is no room for that.
  if (layout.rowHeight >= TEXT_ROW) {
    for (let row = firstRow(layout); row < endRow(layout); row++) {
      if (isGroupRow(frame.index.rows[row]!)) mark(row, theme.sunken, right);
    }
  }
  if (frame.hovered >= 0) mark(frame.hovered, theme.hover, right);
  for (const guid of frame.selection) {
    const row = frame.index.rowOf(guid);
    if (row < 0) continue;
    mark(row, theme.accentSoft, right);
    mark(row, theme.accent, 3);
  }
}

/** Where a lane that is being dragged would come to stand. */
export function drawDropLine({ context, theme }: Brush, row: number, scale: TimeScale, layout: RowLayout): void {
  const y = Math.max(yOfRow(layout, row), row < layout.pinned ? 0 : pinnedBottom(layout));
  context.fillStyle = theme.accent;
  context.fillRect(0, Math.round(y) - 1, scale.right, 2);
  context.beginPath();
  context.arc(4, Math.round(y), 4, 0, 2 * Math.PI);
  context.fill();
}
