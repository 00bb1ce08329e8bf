// The column of labels at the left of the lanes, as a picture that is kept between frames.
import { stateAt } from '../../record/state-spans.ts';
import { type Brush, createBrush, sizeCanvas } from './brush.ts';
import { drawHeading, drawLabel, INDENTED } from './draw-labels.ts';
import { drawMarkedRows, drawPinnedGround } from './draw-rows.ts';
import type { Frame } from './frame.ts';
import { stateOfColumns } from './group-summaries.ts';
import { isGroupRow, nameOf } from '../run/lane.ts';
import { endRow, firstRow, type RowLayout, TEXT_ROW, yOfRow } from './row-layout.ts';

/** The least distance of labels where not every row has one. */
const LABEL_SPACE = 22;

/** Labels and the states beside them change with the rows and the cursor: while only time moves by, they are copied. */
export class LabelColumn {
  readonly #canvas = document.createElement('canvas');
  #brush: Brush | undefined;
  /** All that what is seen in the picture comes from. */
  #drawn: readonly unknown[] = [];

  /** @param width in CSS pixels. */
  draw({ context, theme, ratio }: Brush, frame: Frame, width: number, layout: RowLayout): void {
    const { record, index, summaries, cursor, selection, hovered } = frame;
    const { count, rowHeight, scrollTop, pinned, height } = layout;
    const wanted = [
      ...[theme, ratio, width, count, rowHeight, scrollTop, pinned, height],
      ...[record, record.version, index, summaries, cursor, selection, hovered],
    ];
    if (wanted.some((value, place) => value !== this.#drawn[place])) {
      this.#drawn = wanted;
      sizeCanvas(this.#canvas, width, height, ratio);
      if (this.#brush?.theme !== theme || this.#brush.ratio !== ratio) {
        const pen = this.#canvas.getContext('2d', { alpha: false });
        if (!pen) return;
        this.#brush = createBrush(pen, ratio, theme);
      }
      drawColumn(this.#brush, frame, width, layout);
    }
    context.drawImage(this.#canvas, 0, 0, this.#canvas.width / ratio, this.#canvas.height / ratio);
  }
}

function drawColumn(brush: Brush, frame: Frame, width: number, layout: RowLayout): void {
  const { context, theme, ratio } = brush;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = 'middle';
  context.font = `11px ${theme.font}`;
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, width, layout.height);
  drawMarkedRows(brush, frame, width, layout, false);
  if (layout.rowHeight < TEXT_ROW) return drawSparseLabels(brush, frame, width, layout);
  const end = endRow(layout);
  for (let row = firstRow(layout); row < end; row++) drawLabelOf(brush, frame, width, layout, row);
  if (layout.pinned === 0) return;
  drawPinnedGround(brush, frame, width, layout);
  for (let row = 0; row < layout.pinned; row++) drawLabelOf(brush, frame, width, layout, row);
}

function drawLabelOf(brush: Brush, frame: Frame, width: number, layout: RowLayout, row: number): void {
  const { record, index, cursor } = frame;
  const { rowHeight } = layout;
  const content = index.rows[row]!;
  const y = Math.round(yOfRow(layout, row));
  if (isGroupRow(content)) {
    const summary = frame.summaries.of(row);
    return drawHeading(brush, content, summary && stateOfColumns(summary, cursor), y, rowHeight, width);
  }
  const left = index.isUnderHeading(row) ? INDENTED : undefined;
  drawLabel(brush, content.label, stateAt(record, content.guid, cursor), y, rowHeight, width, left);
}

/** Where rows are too thin for words, every so many are named. */
function drawSparseLabels(brush: Brush, frame: Frame, width: number, layout: RowLayout): void {
  const every = Math.ceil(LABEL_SPACE / layout.rowHeight);
  const end = endRow(layout);
  for (let row = Math.ceil(firstRow(layout) / every) * every; row < end; row += every) {
    const y = yOfRow(layout, row);
    brush.context.fillStyle = brush.theme.border;
    brush.context.fillRect(0, Math.round(y), width, 1 / brush.ratio);
    drawLabel(brush, nameOf(frame.index.rows[row]!), undefined, y, LABEL_SPACE, width);
  }
}
