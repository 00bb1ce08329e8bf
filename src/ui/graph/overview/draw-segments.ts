import type { Rect } from '../scene/geometry.ts';
import { ARROW_ZOOM, traceArrow } from './draw-arrow.ts';
import type { View } from './draw-cards.ts';
import type { OverviewTheme } from './overview-theme.ts';
import type { Segments } from './segments.ts';

/** The lines among `rows` (all, without) that may be seen in `visible`, one path for each kind. */
export function drawSegments(
  context: CanvasRenderingContext2D,
  view: View,
  segments: Segments,
  visible: Rect,
  theme: OverviewTheme,
  look: { readonly rows?: readonly number[]; readonly colour?: string; readonly width?: number } = {},
): void {
  for (const kind of ['connection', 'condition'] as const) {
    context.beginPath();
    const arrows = tracePath(context, view, segments, visible, kind, look.rows);
    context.strokeStyle = look.colour ?? theme[kind];
    context.lineWidth = look.width ?? 1;
    // Many lines on little room would hide the cards.
    context.globalAlpha = look.colour ? 1 : Math.min(0.8, Math.max(0.3, view.zoom * 2.4));
    context.stroke();
    context.globalAlpha = 1;
    if (arrows.length > 0) drawArrows(context, view, segments, arrows, look.colour ?? theme.condition);
  }
}

function tracePath(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: View,
  { models, count, ends, model, arrow }: Segments,
  visible: Rect,
  kind: 'connection' | 'condition',
  rows: readonly number[] | undefined,
): number[] {
  const [left, top] = [visible.x, visible.y];
  const [right, bottom] = [left + visible.width, top + visible.height];
  const arrows: number[] = [];
  for (let place = 0; place < (rows?.length ?? count); place++) {
    const row = rows ? rows[place]! : place;
    if (models[model[row]!]!.kind !== kind) continue;
    const x1 = ends[row * 4]!;
    const y1 = ends[row * 4 + 1]!;
    const x2 = ends[row * 4 + 2]!;
    const y2 = ends[row * 4 + 3]!;
    if (
      (x1 < left && x2 < left) ||
      (x1 > right && x2 > right) ||
      (y1 < top && y2 < top) ||
      (y1 > bottom && y2 > bottom)
    ) {
      continue;
    }
    context.moveTo(x + x1 * zoom, y + y1 * zoom);
    context.lineTo(x + x2 * zoom, y + y2 * zoom);
    if (arrow[row] === 1 && zoom >= ARROW_ZOOM) arrows.push(row);
  }
  return arrows;
}

function drawArrows(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: View,
  { ends }: Segments,
  rows: readonly number[],
  colour: string,
): void {
  context.beginPath();
  const onScreen = (place: number) => ({ x: x + ends[place]! * zoom, y: y + ends[place + 1]! * zoom });
  for (const row of rows) traceArrow(context, onScreen(row * 4 + 2), onScreen(row * 4), zoom);
  context.fillStyle = colour;
  context.fill();
}
