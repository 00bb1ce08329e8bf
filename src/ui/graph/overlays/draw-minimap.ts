import type { Guid } from '../../../model/units.ts';
import type { Scene } from '../scene/scene.ts';
import { MINIMAP, minimapScale } from './minimap-scale.ts';

/** Draws all cards in small. What of them is on screen is a frame of its own, so panning draws nothing here. */
export function drawMinimap(canvas: HTMLCanvasElement, scene: Scene, selected: ReadonlySet<Guid>): void {
  const ratio = devicePixelRatio;
  canvas.width = MINIMAP.width * ratio;
  canvas.height = MINIMAP.height * ratio;
  const context = canvas.getContext('2d');
  if (!context || !scene.bounds) return;
  const style = getComputedStyle(canvas);
  const [card, accent] = [style.getPropertyValue('--border-strong'), style.getPropertyValue('--selection')];
  context.scale(ratio, ratio);
  const { factor, toMap } = minimapScale(scene.bounds);
  const chosen = new Set([...selected].map(scene.folds.cardOf));
  for (const [guid, box] of scene.boxes) {
    const { x, y } = toMap(box);
    context.fillStyle = chosen.has(guid) ? accent : card;
    context.fillRect(x, y, Math.max(1, box.width * factor), Math.max(1, box.height * factor));
  }
}
