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
  /** The state that the frame tells; of a collapsed group whose states differ: FAILED if one is, else undefined. */
  readonly state: State | undefined;
  /** How many of a collapsed group are in which state, where they differ. */
  readonly shares?: ReadonlyMap<State, number> | undefined;
  /** Px of the label at full size. */
  readonly labelWidth: number;
}

/** Draws one card, over whatever was there: a repaint needs no clearing. */
export function drawCard(
  context: CanvasRenderingContext2D,
  { x, y, zoom }: View,
  { box, state, shares, labelWidth }: DrawnCard,
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
    if (shares) drawShares(context, shares, left, top, width, height, theme);
  }
  if (detailed) {
    const tile = Math.round(36 * zoom);
    const margin = Math.round(12 * zoom);
    context.fillStyle = paint ? paint.fill : theme.icon;
    const tileTop = top + Math.round((height - tile) / 2);
    context.fillRect(left + margin, tileTop, tile, tile);
    if (shares) drawShares(context, shares, left + margin, tileTop, tile, tile, theme);
    context.fillStyle = theme.text;
    const bar = Math.min(labelWidth, box.width - 84) * zoom;
    context.fillRect(left + 2 * margin + tile, top + Math.round(height * 0.36), bar, Math.max(2, Math.round(5 * zoom)));
  }
  if (state !== 'FAILED' && state !== 'RELEASED') return;
  // One failure among many has room for its sign, however small its share.
  const signWidth =
    shares && !detailed ? Math.min(width, Math.max(height, (width * shares.get(state)!) / sumOf(shares))) : width;
  if (signWidth < width) {
    context.fillStyle = paint!.fill;
    context.fillRect(left, top, signWidth, height);
  }
  drawSign(context, state, left, top, signWidth, height, paint!.text);
}

const sumOf = (shares: ReadonlyMap<State, number>) => [...shares.values()].reduce((sum, count) => sum + count, 0);

/** The states of a group side by side, each as wide as its share. */
function drawShares(
  context: CanvasRenderingContext2D,
  shares: ReadonlyMap<State, number>,
  left: number,
  top: number,
  width: number,
  height: number,
  theme: OverviewTheme,
): void {
  const all = sumOf(shares);
  let before = 0;
  for (const [state, count] of shares) {
    const from = Math.round((width * before) / all);
    before += count;
    const to = Math.round((width * before) / all);
    // What is NEW is as light as the card: a line keeps it apart.
    context.fillStyle = state === 'NEW' ? theme.states.NEW.line : theme.states[state].fill;
    context.fillRect(left + from, top, to - from, height);
    if (state !== 'NEW' || to - from < 3 || height < 3) continue;
    context.fillStyle = theme.states.NEW.fill;
    context.fillRect(left + from + 1, top + 1, to - from - 2, height - 2);
  }
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
