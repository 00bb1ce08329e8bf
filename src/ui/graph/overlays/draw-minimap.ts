import type { Guid } from '../../../model/units.ts';
import type { Rect } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import { MINIMAP, minimapScale } from './minimap-scale.ts';

/** The cards are drawn once for a scene and a selection; only the frame around what is on screen is drawn each time. */
const pictures = new WeakMap<
  HTMLCanvasElement,
  { readonly key: readonly unknown[]; readonly picture: OffscreenCanvas }
>();

export function drawMinimap(canvas: HTMLCanvasElement, scene: Scene, selected: ReadonlySet<Guid>, visible: Rect): void {
  const ratio = devicePixelRatio;
  if (canvas.width !== MINIMAP.width * ratio) {
    canvas.width = MINIMAP.width * ratio;
    canvas.height = MINIMAP.height * ratio;
  }
  const context = canvas.getContext('2d');
  if (!context || !scene.bounds) return;
  const colours = getComputedStyle(canvas);
  const [card, accent] = [colours.getPropertyValue('--border-strong'), colours.getPropertyValue('--selection')];
  const key = [scene.boxes, selected, card, accent, ratio];
  let known = pictures.get(canvas);
  if (!known || known.key.some((part, index) => part !== key[index])) {
    known = { key, picture: drawCards(scene, selected, ratio, card, accent) };
    pictures.set(canvas, known);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(known.picture, 0, 0);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const { factor, toMap } = minimapScale(scene.bounds);
  const corner = toMap(visible);
  context.strokeStyle = accent;
  context.lineWidth = 1.5;
  context.strokeRect(corner.x, corner.y, visible.width * factor, visible.height * factor);
}

function drawCards(
  scene: Scene,
  selected: ReadonlySet<Guid>,
  ratio: number,
  card: string,
  accent: string,
): OffscreenCanvas {
  const picture = new OffscreenCanvas(MINIMAP.width * ratio, MINIMAP.height * ratio);
  const context = picture.getContext('2d')!;
  context.scale(ratio, ratio);
  const { factor, toMap } = minimapScale(scene.bounds!);
  for (const [guid, box] of scene.boxes) {
    const { x, y } = toMap(box);
    context.fillStyle = scene.folds.guidsOf(guid).every((one) => selected.has(one)) ? accent : card;
    context.fillRect(x, y, Math.max(1, box.width * factor), Math.max(1, box.height * factor));
  }
  return picture;
}
