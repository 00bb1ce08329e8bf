// Near its border, a drag takes the picture along.
import type { Point } from '../scene/geometry.ts';
import type { Viewport } from '../view/viewport.ts';

const ZONE = 36;
/** Px a frame, at the very border. */
const FASTEST = 14;

/** How fast the picture moves on one axis, for a pointer at `at` between `low` and `high`. */
export function borderSpeed(at: number, low: number, high: number): number {
  const into = at < low + ZONE ? (low + ZONE - at) / ZONE : at > high - ZONE ? (high - ZONE - at) / ZONE : 0;
  return Math.max(-1, Math.min(1, into)) * FASTEST;
}

/** @param onPan the picture has moved under the pointer. */
export function createBorderPan(viewport: Viewport, onPan: () => void) {
  let pointer: Point | undefined;
  let frame = 0;

  function step() {
    frame = 0;
    if (!pointer) return;
    const { left, top, right, bottom } = viewport.frame();
    const [dx, dy] = [borderSpeed(pointer.x, left, right), borderSpeed(pointer.y, top, bottom)];
    if (dx === 0 && dy === 0) return;
    viewport.panBy(dx, dy);
    onPan();
    frame = requestAnimationFrame(step);
  }
  return {
    follow(at: Point) {
      pointer = at;
      frame ||= requestAnimationFrame(step);
    },
    stop() {
      pointer = undefined;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
