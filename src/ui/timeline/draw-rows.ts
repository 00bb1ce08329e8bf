// The rows between the axis and the bottom: lanes, headings of groups, what is marked of them.
import { stateAt } from '../../record/state-spans.ts';
import type { Brush } from './brush.ts';
import { drawHeading, drawLabel, INDENTED } from './draw-labels.ts';
import { drawLane, drawSummary } from './draw-lane.ts';
import type { Frame } from './draw-timeline.ts';
import { stateOfColumns } from './group-summaries.ts';
import { isGroupRow, nameOf } from './lane.ts';
import { AXIS_HEIGHT, endRow, firstRow, pinnedBottom, type RowLayout, TEXT_ROW, yOfRow } from './row-layout.ts';
import type { TimeScale } from './time-scale.ts';

/** The least distance of labels where not every row has one. */
const LABEL_SPACE = 22;

/** The rows in sight, the pinned ones over those that scroll. */
export function drawRows(brush: Brush, frame: Frame, scale: TimeScale, layout: RowLayout): void {
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
  const { rowHeight } = layout;
  const { record, index, cursor } = frame;
  const content = index.rows[row]!;
  const y = Math.round(yOfRow(layout, row));
  const box = { y: y + gap, height: rowHeight - 2 * gap };
  if (!isGroupRow(content)) {
    drawLane(brush, record, content.guid, scale, box, frame.polling);
    const left = index.isUnderHeading(row) ? INDENTED : undefined;
    drawLabel(brush, content.label, stateAt(record, content.guid, cursor), y, rowHeight, scale.left, left);
    return;
  }
  const summary = frame.summaries.of(row);
  if (summary) drawSummary(brush, record, summary, scale, box);
  drawHeading(brush, content, summary && stateOfColumns(summary, cursor), y, rowHeight, scale.left);
}

/** Where rows are too thin for words, every so many are named. */
export function drawSparseLabels(brush: Brush, frame: Frame, scale: TimeScale, layout: RowLayout): void {
  const every = Math.ceil(LABEL_SPACE / layout.rowHeight);
  const end = endRow(layout);
  for (let row = Math.ceil(firstRow(layout) / every) * every; row < end; row += every) {
    const y = yOfRow(layout, row);
    brush.context.fillStyle = brush.theme.border;
    brush.context.fillRect(0, Math.round(y), scale.left, 1 / brush.ratio);
    drawLabel(brush, nameOf(frame.index.rows[row]!), undefined, y, LABEL_SPACE, scale.left);
  }
}

/** The rows selected and the one under the pointer; in a dense picture, where words don't fit, marked at the left. */
export function drawMarkedRows(
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
  // Headings are told from lanes by their ground; in a dense picture there is no room for that.
  if (layout.rowHeight >= TEXT_ROW) {
    for (let row = firstRow(layout); row < endRow(layout); row++) {
      if (isGroupRow(frame.index.rows[row]!)) mark(row, theme.sunken, scale.right);
    }
  }
  if (frame.hovered >= 0) mark(frame.hovered, theme.hover, scale.right);
  for (const guid of frame.selection) {
    const row = frame.index.rowOf(guid);
    if (row < 0) continue;
    mark(row, theme.accentSoft, scale.right);
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
