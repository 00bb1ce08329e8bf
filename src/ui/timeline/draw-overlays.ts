// What is laid over the lanes: a marked stretch of time, causes and effects as arrows, the critical path.
import type { Guid, Micros } from '../../model/units.ts';
import { SCRIPT_GUID } from '../../record/chunk.ts';
import type { CriticalPath } from '../../record/critical-path.ts';
import type { Brush } from './brush.ts';
import type { RowIndex } from './row-index.ts';
import { AXIS_HEIGHT, type RowLayout, yOfRow } from './row-layout.ts';
import type { TimeScale } from './time-scale.ts';
import { printSpan } from '../text/time-text.ts';

/** From a cause to its effect. */
export interface Arrow {
  readonly fromTime: Micros;
  readonly fromGuid: Guid;
  readonly toTime: Micros;
  readonly toGuid: Guid;
  /** `cause`: straight from or to the selected event; `before`: further back. */
  readonly kind: 'cause' | 'before' | 'effect';
}

/**
 * Where on the screen a lane is; the script, which has no lane, is the axis itself.
 * @param part how far down in the row: 0 its top, 1 its bottom.
 */
function heightOf(guid: Guid, index: RowIndex, layout: RowLayout, part: number): number | undefined {
  if (guid === SCRIPT_GUID) return AXIS_HEIGHT + 1;
  const row = index.rowOf(guid);
  return row < 0 ? undefined : yOfRow(layout, row) + layout.rowHeight * part;
}

/** The chain runs below the words of its lanes. */
const CHAIN = 0.86;

export function drawArrows(
  { context, theme }: Brush,
  arrows: readonly Arrow[],
  index: RowIndex,
  scale: TimeScale,
  layout: RowLayout,
): void {
  for (const { fromTime, fromGuid, toTime, toGuid, kind } of arrows) {
    const from = heightOf(fromGuid, index, layout, 0.5);
    const to = heightOf(toGuid, index, layout, 0.5);
    if (from === undefined || to === undefined) continue;
    // Within a row the arrow runs below the words.
    const lower = from === to ? layout.rowHeight * 0.3 : 0;
    const y0 = from + lower;
    const y1 = to + lower;
    const x0 = scale.xOf(fromTime);
    const x1 = scale.xOf(toTime);
    if (Math.max(x0, x1) < scale.left - 40 || Math.min(x0, x1) > scale.right + 40) continue;
    const color = kind === 'effect' ? theme.effect : theme.accent;
    const width = kind === 'before' ? 1.5 : 2;
    context.globalAlpha = kind === 'before' ? 0.55 : 1;
    traceCurve(context, x0, y0, x1, y1);
    // A line in the surface's colour under it keeps it apart from whatever it crosses.
    context.strokeStyle = theme.surface;
    context.lineWidth = width + 3;
    context.stroke();
    context.strokeStyle = color;
    context.lineWidth = width;
    context.setLineDash(kind === 'effect' ? [5, 3] : []);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = color;
    context.beginPath();
    context.arc(x0, y0, 3, 0, 2 * Math.PI);
    context.fill();
    drawHead(context, x1, y1, y1 === y0);
    context.globalAlpha = 1;
  }
}

/** Leaves to the right and comes in from the left, also where both are at one instant. */
function traceCurve(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  const bend = Math.max(14, Math.min(60, Math.abs(x1 - x0) / 2));
  context.beginPath();
  context.moveTo(x0, y0);
  if (y0 === y1) context.lineTo(x1 - 5, y1);
  else context.bezierCurveTo(x0 + bend, y0, x1 - bend - 6, y1, x1 - 5, y1);
}

function drawHead(context: CanvasRenderingContext2D, x: number, y: number, flat: boolean): void {
  const half = flat ? 4 : 4.5;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - 8, y - half);
  context.lineTo(x - 8, y + half);
  context.fill();
}

/** The critical path as a lit chain: along a lane while its time counts, straight over to the lane it goes on in. */
export function drawPath(
  { context, theme }: Brush,
  path: CriticalPath,
  index: RowIndex,
  scale: TimeScale,
  layout: RowLayout,
): void {
  context.fillStyle = theme.surface;
  context.globalAlpha = 0.5;
  context.fillRect(scale.left, AXIS_HEIGHT, scale.width, layout.height - AXIS_HEIGHT);
  context.globalAlpha = 1;
  const steps = [
    ...path.links,
    ...(path.tail.length > 0 ? [{ guid: SCRIPT_GUID, from: path.tail[0]!.from, to: path.end, parts: path.tail }] : []),
  ];
  const points: { x: number; y: number }[] = [];
  for (const { guid, from, to } of steps) {
    const y = heightOf(guid, index, layout, CHAIN);
    if (y === undefined) continue;
    points.push({ x: scale.xOf(from), y }, { x: scale.xOf(to), y });
  }
  context.lineJoin = 'round';
  for (const [color, width] of [
    [theme.surface, 8],
    [theme.accent, 4],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    for (const { x, y } of points) context.lineTo(x, y);
    context.stroke();
  }
  // Where nobody works: the line is hollow.
  context.strokeStyle = theme.surface;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const { guid, parts } of steps) {
    const y = heightOf(guid, index, layout, CHAIN);
    if (y === undefined) continue;
    for (const part of parts) {
      if (part.kind === 'work' || part.kind === 'run') continue;
      context.moveTo(scale.xOf(part.from) + 1, y);
      context.lineTo(scale.xOf(part.to) - 1, y);
    }
  }
  context.stroke();
}

/** A marked stretch of time. */
export function drawRange(
  { context, theme }: Brush,
  range: { readonly from: Micros; readonly to: Micros },
  scale: TimeScale,
  height: number,
): void {
  const left = Math.max(scale.left, scale.xOf(range.from));
  const right = Math.min(scale.right, scale.xOf(range.to));
  if (right <= left) return;
  context.fillStyle = theme.accent;
  context.globalAlpha = 0.14;
  context.fillRect(left, AXIS_HEIGHT, right - left, height);
  context.globalAlpha = 1;
  context.fillRect(left, AXIS_HEIGHT - 4, right - left, 3);
  context.fillRect(left, AXIS_HEIGHT, 1, height);
  context.fillRect(right - 1, AXIS_HEIGHT, 1, height);
  const text = printSpan(range.to - range.from);
  const width = context.measureText(text).width;
  if (width + 8 > right - left) return;
  context.fillStyle = theme.surface;
  context.fillRect((left + right - width) / 2 - 4, AXIS_HEIGHT + 2, width + 8, 15);
  context.fillStyle = theme.text;
  context.fillText(text, (left + right - width) / 2, AXIS_HEIGHT + 10);
}
