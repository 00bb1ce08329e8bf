import type { GateLine } from '../edges/shape-gates.ts';
import { overlaps, type Point, type Rect } from '../scene/geometry.ts';
import { pathBounds } from '../scene/path.ts';
import { ARROW_ZOOM, traceArrow } from './draw-arrow.ts';
import type { View } from './draw-cards.ts';
import type { OverviewTheme } from './overview-theme.ts';

/** Dots, as near: they are drawn by the round ends of next to nothing, px. */
const DOTS = [0.1, 3];
/** More would be a haze of dots that takes longest to draw: these are whole lines, and faint. */
const MOST_DOTTED = 500;

/** Who waits for whom by itself, in one path. */
export function drawGates(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: View,
  gates: readonly GateLine[],
  visible: Rect,
  theme: OverviewTheme,
): void {
  const onScreen = (point: Point): Point => ({ x: x + point.x * zoom, y: y + point.y * zoom });
  const paths = gates.flatMap(({ path }) => (overlaps(pathBounds(path), visible) ? [path.map(onScreen)] : []));
  if (paths.length === 0) return;
  const dotted = paths.length <= MOST_DOTTED;
  context.save();
  context.strokeStyle = context.fillStyle = theme.gate;
  context.lineWidth = dotted ? 1.25 : 1;
  context.lineCap = 'round';
  context.setLineDash(dotted ? DOTS : []);
  context.globalAlpha = dotted ? 1 : 0.3;
  context.beginPath();
  for (const [start, ...corners] of paths) {
    context.moveTo(start!.x, start!.y);
    for (const { x: left, y: top } of corners) context.lineTo(left, top);
  }
  context.stroke();
  if (zoom >= ARROW_ZOOM) {
    context.beginPath();
    for (const path of paths) traceArrow(context, path.at(-1)!, path.at(-2)!, zoom);
    context.fill();
  }
  context.restore();
}
