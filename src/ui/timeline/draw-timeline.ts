import type { DensePicture } from './dense-picture.ts';
import { drawAxis, drawBeyond, drawCursor, drawFolds } from './draw-frame.ts';
import type { Brush } from './brush.ts';
import type { Frame } from './frame.ts';
import { drawFound } from './draw-found.ts';
import { drawMarks } from './draw-marks.ts';
import { drawArrows, drawPath, drawRange } from './draw-overlays.ts';
import { drawDropLine, drawMarkedRows, drawRows } from './draw-rows.ts';
import type { LabelColumn } from './label-column.ts';
import { AXIS_HEIGHT, type RowLayout, TEXT_ROW } from './row-layout.ts';
import type { TimeScale } from './time-scale.ts';

/** What is kept from frame to frame. */
export interface KeptPictures {
  readonly dense: DensePicture;
  readonly labels: LabelColumn;
}

/** Draws one frame: only the rows and the stretch of time in sight. */
export function drawTimeline(
  brush: Brush,
  { dense, labels }: KeptPictures,
  frame: Frame,
  scale: TimeScale,
  layout: RowLayout,
): void {
  const { context, theme } = brush;
  const { record } = frame;
  const { height } = layout;
  context.textBaseline = 'middle';
  context.font = `11px ${theme.font}`;
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, scale.right, height);
  drawBeyond(brush, record, scale, height);
  drawMarkedRows(brush, frame, scale.right, layout, false);
  drawAxis(brush, scale, height, record.now);

  context.save();
  context.beginPath();
  context.rect(0, AXIS_HEIGHT, scale.right, height - AXIS_HEIGHT);
  context.clip();
  if (layout.rowHeight >= TEXT_ROW) drawRows(brush, frame, scale, layout);
  else dense.draw(context, record, frame.index, scale, layout, theme, brush.ratio);
  labels.draw(brush, frame, scale.left, layout);
  drawOverlays(brush, frame, scale, layout);
  if (frame.search) drawFound(brush, frame.search, record, frame.index, scale, layout);
  if (frame.drop !== undefined) drawDropLine(brush, frame.drop, scale, layout);
  context.restore();

  context.fillStyle = theme.border;
  context.fillRect(scale.left - 1, 0, 1, height);
  context.font = `11px ${theme.font}`;
  drawFolds(brush, scale, height);
  if (frame.range) drawRange(brush, frame.range, scale, height);
  drawMarks(brush, frame.marks, scale, height);
  drawCursor(brush, scale, frame.cursor, height, record.now);
}

function drawOverlays(brush: Brush, frame: Frame, scale: TimeScale, layout: RowLayout): void {
  const { context } = brush;
  context.save();
  context.beginPath();
  context.rect(scale.left, AXIS_HEIGHT, scale.width, layout.height - AXIS_HEIGHT);
  context.clip();
  if (frame.path) drawPath(brush, frame.path, frame.index, scale, layout);
  drawArrows(brush, frame.arrows, frame.index, scale, layout);
  context.restore();
}
