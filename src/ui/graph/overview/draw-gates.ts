import type { CardId } from '../groups/folds.ts';
import { type CardPair, gateCurve } from '../scene/gate-pairs.ts';
import { boundsOf, type Curve, overlaps, type Point, type Rect } from '../scene/geometry.ts';
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
  gates: readonly CardPair[],
  boxOf: (card: CardId) => Rect | undefined,
  visible: Rect,
  theme: OverviewTheme,
): void {
  const curves: Curve[] = [];
  for (const [from, to] of gates) {
    const [a, b] = [boxOf(from), boxOf(to)];
    if (a && b && overlaps(boundsOf([a, b])!, visible)) curves.push(gateCurve(a, b));
  }
  if (curves.length === 0) return;
  const onScreen = (point: Point): Point => ({ x: x + point.x * zoom, y: y + point.y * zoom });
  const dotted = curves.length <= MOST_DOTTED;
  context.save();
  context.strokeStyle = context.fillStyle = theme.gate;
  context.lineWidth = dotted ? 1.25 : 1;
  context.lineCap = 'round';
  context.setLineDash(dotted ? DOTS : []);
  context.globalAlpha = dotted ? 1 : 0.3;
  context.beginPath();
  for (const { from, pull, to } of curves) {
    const [a, p, b] = [onScreen(from), onScreen(pull), onScreen(to)];
    context.moveTo(a.x, a.y);
    context.quadraticCurveTo(p.x, p.y, b.x, b.y);
  }
  context.stroke();
  if (zoom >= ARROW_ZOOM) {
    context.beginPath();
    for (const { pull, to } of curves) traceArrow(context, onScreen(to), onScreen(pull), zoom);
    context.fill();
  }
  context.restore();
}
