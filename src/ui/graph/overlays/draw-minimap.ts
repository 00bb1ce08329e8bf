import type { Guid } from '../../../model/units.ts';
import type { Rect } from '../scene/geometry.ts';
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
  const draw = (box: Rect) => {
    const { x, y } = toMap(box);
    context.fillRect(x, y, Math.max(1, box.width * factor), Math.max(1, box.height * factor));
  };
  context.fillStyle = card;
  const begun = new Uint8Array(canvas.width * canvas.height);
  for (const box of scene.boxes.values()) {
    // They are all of one size: of those that begin in the same pixel one hides the others.
    const { x, y } = toMap(box);
    const pixel = Math.floor(y * ratio) * canvas.width + Math.floor(x * ratio);
    if (begun[pixel] === 1) continue;
    begun[pixel] = 1;
    draw(box);
  }
  context.fillStyle = accent;
  for (const guid of new Set([...selected].map(scene.folds.cardOf))) {
    const box = scene.boxes.get(guid);
    if (box) draw(box);
  }
}
