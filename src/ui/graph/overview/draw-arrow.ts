import type { Point } from '../scene/geometry.ts';

/** Below this zoom arrows are specks and are left out. */
export const ARROW_ZOOM = 0.12;

/** Adds the head of an arrow to a path: it arrives at `tip` from where `back` lies, both on screen. */
export function traceArrow(context: CanvasRenderingContext2D, tip: Point, back: Point, zoom: number): void {
  const size = Math.max(4, 12 * zoom);
  const angle = Math.atan2(tip.y - back.y, tip.x - back.x);
  context.moveTo(tip.x, tip.y);
  context.lineTo(tip.x - size * Math.cos(angle - 0.42), tip.y - size * Math.sin(angle - 0.42));
  context.lineTo(tip.x - size * Math.cos(angle + 0.42), tip.y - size * Math.sin(angle + 0.42));
}
