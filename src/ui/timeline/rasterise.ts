import { KIND_SET } from '../../record/chunk.ts';
import { firstAbove } from '../../record/columns.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { lastRowAt } from '../../record/state-spans.ts';
import type { Micros } from '../../model/units.ts';
import type { RowIndex } from './row-index.ts';
import { FAILED_RANK, RANK } from './state-rank.ts';
import type { TimeAxis } from './time-axis.ts';

/** What a raster shows: rows [firstRow, endRow) of the lanes and a stretch of time, in whole pixels. */
export interface RasterWindow {
  readonly firstRow: number;
  readonly endRow: number;
  /** Pixels of height a row; below 1, several rows share a pixel. */
  readonly rowPixels: number;
  readonly axis: TimeAxis;
  /** Place on the axis of the left edge: a whole number, so that distances to it are exact. */
  readonly start: number;
  readonly perPixel: number;
  readonly width: number;
  readonly height: number;
}

const RANKS = 9;

/**
 * Lanes as pixels: for each pixel the highest rank of all that falls on it (see state-rank.ts), so no failure is ever
 * lost; 0 where the run has not been. One pass through the events in order of time, whatever the number of lanes: a
 * count of ranks per pixel row says when a row changes colour.
 * A row in which several resources are drawn, a folded group, is merged like rows that share a pixel.
 */
export function rasterise(record: RunRecord, index: RowIndex, window: RasterWindow, out: Uint8Array): void {
  const { firstRow, endRow, rowPixels, axis, start, perPixel, width, height } = window;
  const { time, guid, kind, length } = record.events;
  out.fill(0, 0, width * height);
  // Rows of at least a pixel are drawn one pixel high; the picture is stretched when it is put on the screen.
  const perRow = Math.min(1, rowPixels);
  const { guids, rowOfSlot, firstSlot } = index;
  const first = firstSlot[firstRow]!;
  const ranks = new Uint8Array(firstSlot[endRow]! - first);
  const counts = new Uint32Array(height * RANKS);
  const best = new Uint8Array(height);
  const since = new Int32Array(height);
  const clampX = (at: Micros) => Math.max(0, Math.floor((axis.place(at) - start) / perPixel));
  // Between the last instant before the left edge and the first that is not: a failure in that one shows, too.
  const before = Math.ceil(axis.time(start)) - 1;
  const begin = clampX(0);
  since.fill(begin);

  for (let slot = 0; slot < ranks.length; slot++) {
    const rows = record.stateEvents.of(guids[first + slot]!);
    const place = lastRowAt(time, rows, before);
    const rank = RANK[place < 0 ? 0 : kind[rows[place]!]!]!;
    ranks[slot] = rank;
    const y = Math.floor((rowOfSlot[first + slot]! - firstRow) * perRow);
    counts[y * RANKS + rank]!++;
    if (rank > best[y]!) best[y] = rank;
  }

  const until = Math.min(record.now, axis.time(start + width * perPixel));
  const last = firstAbove(time, until, 0, length);
  for (let event = firstAbove(time, before, 0, length); event < last; event++) {
    const code = kind[event]!;
    if (code >= KIND_SET) continue;
    const slot = index.slotOf(guid[event]!) - first;
    if (slot < 0 || slot >= ranks.length) continue;
    const next = RANK[code]!;
    const left = ranks[slot]!;
    if (next === left) continue;
    ranks[slot] = next;
    const y = Math.floor((rowOfSlot[first + slot]! - firstRow) * perRow);
    const base = y * RANKS;
    counts[base + left]!--;
    counts[base + next]!++;
    const shown = best[y]!;
    if (next < shown && (left < shown || counts[base + shown]! > 0)) continue;
    const x = Math.min(width - 1, clampX(time[event]!));
    paint(out, y * width, since[y]!, x, shown);
    since[y] = x;
    let rank = Math.max(next, shown);
    while (counts[base + rank] === 0) rank--;
    best[y] = rank;
  }

  const end = Math.min(width - 1, Math.ceil((axis.place(until) - start) / perPixel) - 1);
  for (let y = 0; y < height; y++)
    if (best[y]! > 0) paint(out, y * width, since[y]!, Math.max(end, since[y]!), best[y]!);
}

/**
 * Makes every failure at least two pixels wide, so that it is still there when the raster is shown at up to half its
 * size, every so many pixels left out.
 */
export function widenFailures({ width, height }: Pick<RasterWindow, 'width' | 'height'>, out: Uint8Array): void {
  const size = width * height;
  for (let at = out.indexOf(FAILED_RANK); at >= 0 && at < size; at = out.indexOf(FAILED_RANK, at + 1)) {
    const x = at % width;
    if (x > 0 && out[at - 1] === FAILED_RANK) continue;
    if (x + 1 < width) out[++at] = FAILED_RANK;
    else if (x > 0) out[at - 1] = FAILED_RANK;
  }
}

/** Only the first and the last pixel can have been painted before. */
function paint(out: Uint8Array, line: number, from: number, to: number, rank: number): void {
  if (from < 0 || to < from) return;
  if (out[line + from]! < rank) out[line + from] = rank;
  if (to > from) {
    out.fill(rank, line + from + 1, line + to);
    if (out[line + to]! < rank) out[line + to] = rank;
  }
}
