// Cards too small to read, as plain rectangles: a frame, a tile for the icon, a bar for the label; during a run the
// state's colour, and a sign for the states that must not be told by colour alone.
import type { State } from '../../../model/state.ts';
import type { Rect } from '../scene/geometry.ts';
import type { OverviewTheme } from './overview-theme.ts';

/** From this width on screen a card has room for a tile and a bar. */
const DETAIL_WIDTH = 34;

/** A canvas that takes the experiment's coordinates times `zoom`, moved by `x` and `y`, in CSS pixels. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface DrawnCard {
  readonly box: Rect;
  readonly state: State | undefined;
  /** Px of the label at full size. */
  readonly labelWidth: number;
}

/** Draws one card, over whatever was there: a repaint needs no clearing. */
export function drawCard(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: View,
  { box, state, labelWidth }: DrawnCard,
  theme: OverviewTheme,
): void {
  const left = Math.round(x + box.x * zoom);
  const top = Math.round(y + box.y * zoom);
  const width = Math.max(2, Math.round(box.width * zoom));
  const height = Math.max(2, Math.round(box.height * zoom));
  const paint = state && theme.states[state];
  const detailed = width >= DETAIL_WIDTH;

  if (detailed || (state === 'NEW' && height >= 5)) {
    context.fillStyle = paint ? paint.line : theme.border;
    context.fillRect(left, top, width, height);
    context.fillStyle = theme.card;
    context.fillRect(left + 1, top + 1, width - 2, height - 2);
  } else {
    context.fillStyle = paint ? paint.fill : theme.border;
    context.fillRect(left, top, width, height);
  }
  if (detailed) {
    const tile = Math.round(36 * zoom);
    const margin = Math.round(12 * zoom);
    context.fillStyle = paint ? paint.fill : theme.icon;
    context.fillRect(left + margin, top + Math.round((height - tile) / 2), tile, tile);
    context.fillStyle = theme.text;
    const bar = Math.min(labelWidth, box.width - 84) * zoom;
    context.fillRect(left + 2 * margin + tile, top + Math.round(height * 0.36), bar, Math.max(2, Math.round(5 * zoom)));
  }
  if (state === 'FAILED' || state === 'RELEASED') drawSign(context, state, left, top, width, height, paint!.text);
}

/** A cross for what failed, a stroke through what is released. */
function drawSign(
  context: CanvasRenderingContext2D,
  state: 'FAILED' | 'RELEASED',
  left: number,
  top: number,
  width: number,
  height: number,
  colour: string,
): void {
  if (height < 8) return;
  const tile =
    width >= DETAIL_WIDTH
      ? { x: left + width * 0.06, size: height * 0.5 }
      : { x: left + width / 2 - height * 0.25, size: height * 0.5 };
  const y = top + height * 0.25;
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1, height * 0.07);
  context.beginPath();
  context.moveTo(tile.x + tile.size, y);
  context.lineTo(tile.x, y + tile.size);
  if (state === 'FAILED') {
    context.moveTo(tile.x, y);
    context.lineTo(tile.x + tile.size, y + tile.size);
  }
  context.stroke();
}

/** A line around a card, `gap` px outside of it. */
export function outlineCard(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: View,
  box: Rect,
  colour: string,
  width: number,
  gap = 0,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(
    x + box.x * zoom - gap - width / 2,
    y + box.y * zoom - gap - width / 2,
    box.width * zoom + 2 * gap + width,
    box.height * zoom + 2 * gap + width,
  );
}
