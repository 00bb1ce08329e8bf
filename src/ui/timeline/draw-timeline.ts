import type { Guid, Micros } from '../../model/units.ts';
import type { CriticalPath } from '../../record/critical-path.ts';
import type { GuidIndex } from '../../record/guid-index.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { stateAt } from '../../record/state-spans.ts';
import type { DensePicture } from './dense-picture.ts';
import { drawAxis, drawBeyond, drawCursor, drawFolds, drawLabel } from './draw-frame.ts';
import type { Brush } from './brush.ts';
import { drawLane } from './draw-lane.ts';
import { drawMarks, type TimelineMark } from './draw-marks.ts';
import { type Arrow, drawArrows, drawPath, drawRange } from './draw-overlays.ts';
import type { Lane } from './lane.ts';
import { AXIS_HEIGHT, endRow, firstRow, pinnedBottom, type RowLayout, TEXT_ROW, yOfRow } from './row-layout.ts';
import type { TimeScale } from './time-scale.ts';

/** The least distance of labels where not every row has one. */
const LABEL_SPACE = 22;

/** All that one frame shows. */
export interface Frame {
  readonly record: RunRecord;
  readonly lanes: readonly Lane[];
  /** The guids of the lanes, and the other way round. */
  readonly guids: readonly Guid[];
  readonly rowOf: GuidIndex;
  readonly cursor: Micros;
  readonly selection: ReadonlySet<Guid>;
  /** The lane under the pointer; -1: none. */
  readonly hovered: number;
  /** Causes and effects of the selected event. */
  readonly arrows: readonly Arrow[];
  readonly path: CriticalPath | undefined;
  readonly range: { readonly from: Micros; readonly to: Micros } | undefined;
  readonly marks: readonly TimelineMark[];
}

/** Draws one frame: only the rows and the stretch of time in sight. */
export function drawTimeline(
  brush: Brush,
  dense: DensePicture,
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
  drawMarkedRows(brush, frame, scale, layout, false);
  drawAxis(brush, scale, height, record.now);

  context.save();
  context.beginPath();
  context.rect(0, AXIS_HEIGHT, scale.right, height - AXIS_HEIGHT);
  context.clip();
  if (layout.rowHeight >= TEXT_ROW) drawRows(brush, frame, scale, layout);
  else {
    dense.draw(context, record, frame.guids, frame.rowOf, scale, layout, theme, brush.ratio);
    drawSparseLabels(brush, frame, scale, layout);
  }
  drawOverlays(brush, frame, scale, layout);
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
  if (frame.path) drawPath(brush, frame.path, frame.rowOf, scale, layout);
  drawArrows(brush, frame.arrows, frame.rowOf, scale, layout);
  context.restore();
}

function drawRows(brush: Brush, frame: Frame, scale: TimeScale, layout: RowLayout): void {
  const { context, theme } = brush;
  const end = endRow(layout);
  for (let row = firstRow(layout); row < end; row++) drawRow(brush, frame, scale, layout, row);
  if (layout.pinned === 0) return;
  const bottom = pinnedBottom(layout);
  context.fillStyle = theme.sunken;
  context.fillRect(0, AXIS_HEIGHT, scale.right, bottom - AXIS_HEIGHT);
  drawMarkedRows(brush, frame, scale, layout, true);
  for (let row = 0; row < layout.pinned; row++) drawRow(brush, frame, scale, layout, row);
  context.fillStyle = theme.muted;
  context.fillRect(0, bottom - 1, scale.right, 1);
}

function drawRow(brush: Brush, frame: Frame, scale: TimeScale, layout: RowLayout, row: number): void {
  const gap = Math.max(2, Math.round(layout.rowHeight / 8));
  const lane = frame.lanes[row]!;
  const y = Math.round(yOfRow(layout, row));
  drawLane(brush, frame.record, lane.guid, scale, { y: y + gap, height: layout.rowHeight - 2 * gap });
  drawLabel(brush, lane.label, stateAt(frame.record, lane.guid, frame.cursor), y, layout.rowHeight, scale.left);
}

/** Where rows are too thin for words, every so many are named. */
function drawSparseLabels(brush: Brush, frame: Frame, scale: TimeScale, layout: RowLayout): void {
  const every = Math.ceil(LABEL_SPACE / layout.rowHeight);
  const end = endRow(layout);
  for (let row = Math.ceil(firstRow(layout) / every) * every; row < end; row += every) {
    const y = yOfRow(layout, row);
    brush.context.fillStyle = brush.theme.border;
    brush.context.fillRect(0, Math.round(y), scale.left, 1 / brush.ratio);
    drawLabel(brush, frame.lanes[row]!.label, undefined, y, LABEL_SPACE, scale.left);
  }
}

/** The rows selected and the one under the pointer; in a dense picture, where words don't fit, marked at the left. */
function drawMarkedRows(
  { context, theme }: Brush,
  frame: Frame,
  scale: TimeScale,
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
  if (frame.hovered >= 0) mark(frame.hovered, theme.hover, scale.right);
  for (const guid of frame.selection) {
    const row = frame.rowOf.get(guid);
    if (row < 0) continue;
    mark(row, theme.accentSoft, scale.right);
    mark(row, theme.accent, 3);
  }
}
