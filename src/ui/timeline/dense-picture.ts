import type { RunRecord } from '../../record/run-record.ts';
import { rasterise, type RasterWindow, widenFailures } from './rasterise.ts';
import type { RowIndex } from './row-index.ts';
import { AXIS_HEIGHT, endRow, firstRow, type RowLayout, yOfRow } from './row-layout.ts';
import { STATE_OF_RANK } from './state-rank.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimelineTheme } from './timeline-theme.ts';

/** How many rows more than in sight are made ready above and below, as parts of what is in sight. */
const ROW_MARGIN = 0.5;

/**
 * The lanes as pixels, kept between frames: a picture three screens wide at a power-of-two resolution, so that panning
 * and most of zooming only copy it.
 */
export class DensePicture {
  readonly #canvas = document.createElement('canvas');
  #window: RasterWindow | undefined;
  #made: { record: RunRecord; version: number; index: RowIndex; theme: TimelineTheme } | undefined;
  #ranks: Uint8Array = new Uint8Array(0);

  draw(
    context: CanvasRenderingContext2D,
    record: RunRecord,
    index: RowIndex,
    scale: TimeScale,
    layout: RowLayout,
    theme: TimelineTheme,
    ratio: number,
  ): void {
    const first = firstRow(layout);
    const end = endRow(layout);
    if (end <= first) return;
    const wanted = this.#wanted(scale, layout, first, end, ratio);
    if (!this.#holds(record, index, theme, scale, wanted, first, end)) {
      this.#window = wanted;
      this.#made = { record, version: record.version, index, theme };
      this.#paint(record, index, wanted, theme);
    }
    const window = this.#window!;
    const perRow = Math.min(1, window.rowPixels);
    const left = (scale.origin - window.start + scale.offset) / window.perPixel;
    const wide = (scale.perPx * scale.width) / window.perPixel;
    const top = (first - window.firstRow) * perRow;
    const high = (end - first) * perRow;
    const y = yOfRow(layout, first);
    context.save();
    context.beginPath();
    context.rect(scale.left, AXIS_HEIGHT, scale.width, layout.height - AXIS_HEIGHT);
    context.clip();
    context.imageSmoothingEnabled = false;
    context.drawImage(
      this.#canvas,
      left,
      top,
      wide,
      high,
      scale.left,
      y,
      scale.width,
      (end - first) * layout.rowHeight,
    );
    context.restore();
  }

  #wanted(scale: TimeScale, layout: RowLayout, first: number, end: number, ratio: number): RasterWindow {
    const perPixel = 2 ** Math.floor(Math.log2(scale.perPx / ratio));
    const span = scale.perPx * scale.width;
    const margin = Math.ceil((end - first) * ROW_MARGIN);
    const rowPixels = layout.rowHeight * ratio;
    // Below a pixel a row, the first must be one that begins a pixel.
    const perRow = Math.min(1, rowPixels);
    const firstPixel = Math.floor(Math.max(0, first - margin) * perRow);
    const firstOfPixel = Math.ceil(firstPixel / perRow);
    const last = Math.min(layout.count, end + margin);
    return {
      firstRow: firstOfPixel,
      endRow: last,
      rowPixels,
      axis: scale.axis,
      start: scale.origin - Math.ceil(span),
      perPixel,
      width: Math.ceil((3 * span + 2) / perPixel),
      height: Math.max(1, Math.ceil((last - firstOfPixel) * perRow)),
    };
  }

  #holds(
    record: RunRecord,
    index: RowIndex,
    theme: TimelineTheme,
    scale: TimeScale,
    wanted: RasterWindow,
    first: number,
    end: number,
  ): boolean {
    const window = this.#window;
    const made = this.#made;
    return (
      window !== undefined &&
      made !== undefined &&
      made.record === record &&
      made.version === record.version &&
      made.index === index &&
      made.theme === theme &&
      window.axis === scale.axis &&
      window.rowPixels === wanted.rowPixels &&
      window.perPixel === wanted.perPixel &&
      window.firstRow <= first &&
      window.endRow >= end &&
      window.start <= scale.origin &&
      window.width * window.perPixel >= scale.origin - window.start + scale.offset + scale.width * scale.perPx
    );
  }

  #paint(record: RunRecord, index: RowIndex, window: RasterWindow, theme: TimelineTheme): void {
    const size = window.width * window.height;
    if (this.#ranks.length < size) this.#ranks = new Uint8Array(size);
    rasterise(record, index, window, this.#ranks);
    // It is shown at its size down to half of it.
    widenFailures(window, this.#ranks);
    this.#canvas.width = window.width;
    this.#canvas.height = window.height;
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    const image = context.createImageData(window.width, window.height);
    const pixels = new Uint32Array(image.data.buffer);
    const colors = colorsOfRanks(theme);
    for (let index = 0; index < size; index++) pixels[index] = colors[this.#ranks[index]!]!;
    context.putImageData(image, 0, 0);
  }
}

/** The colours as ImageData wants them; a canvas itself reads the CSS. Rank 0 stays transparent. */
function colorsOfRanks(theme: TimelineTheme): Uint32Array {
  const count = STATE_OF_RANK.length;
  const sample = document.createElement('canvas');
  sample.width = count;
  sample.height = 1;
  const context = sample.getContext('2d', { willReadFrequently: true });
  if (!context) return new Uint32Array(count);
  for (let rank = 1; rank < count; rank++) {
    context.fillStyle = theme.states[STATE_OF_RANK[rank]!]!.fill;
    context.fillRect(rank, 0, 1, 1);
  }
  return new Uint32Array(context.getImageData(0, 0, count, 1).data.buffer);
}
