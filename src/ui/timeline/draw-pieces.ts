// The segments of the lanes, without their words.
import { STATE_ORDER, STATES } from '../../model/state.ts';
import type { Brush } from './brush.ts';
import type { Piece } from './place-segments.ts';

/** The height of the picture of a lane in its row. */
export interface LaneBox {
  readonly y: number;
  readonly height: number;
}

interface PlacedPiece {
  readonly piece: Piece;
  readonly box: LaneBox;
}

/** What is no wider than this, in device pixels, may lie over other pieces. */
const NARROW = 3;

/**
 * Draws the pieces of many rows. Broad ones don't cover one another: those of a state are drawn together, as changing
 * the colour costs about as much as filling with it. Narrow ones come in their order, over them.
 */
export function drawPieces(
  brush: Brush,
  rows: readonly { readonly pieces: readonly Piece[]; readonly box: LaneBox }[],
): void {
  const broad = STATES.map((): PlacedPiece[] => []);
  for (const { pieces, box } of rows) {
    for (const piece of pieces) if (isBroad(piece)) broad[piece.state]!.push({ piece, box });
  }
  for (const [state, pieces] of broad.entries()) drawAlike(brush, state, pieces);
  for (const { pieces, box } of rows) {
    for (const piece of pieces) if (!isBroad(piece)) drawNarrow(brush, piece, box);
  }
}

function isBroad({ x, end }: Piece): boolean {
  return end - x > NARROW;
}

function drawAlike(brush: Brush, state: number, pieces: readonly PlacedPiece[]): void {
  const { context, theme, released } = brush;
  const paint = theme.states[state]!;
  context.fillStyle = paint.line;
  for (const { piece, box } of pieces) fillWhole(brush, piece, box);
  context.fillStyle = paint.fill;
  for (const { piece, box } of pieces) fillInside(brush, piece, box);
  if (state !== STATE_ORDER.RELEASED) return;
  context.fillStyle = released;
  for (const { piece, box } of pieces) fillInside(brush, piece, box);
}

function drawNarrow(brush: Brush, piece: Piece, box: LaneBox): void {
  const { context, theme } = brush;
  const paint = theme.states[piece.state]!;
  const isOutlined = piece.end - piece.x === NARROW;
  context.fillStyle = isOutlined || piece.state === STATE_ORDER.NEW ? paint.line : paint.fill;
  fillWhole(brush, piece, box);
  if (!isOutlined) return;
  context.fillStyle = paint.fill;
  fillInside(brush, piece, box);
}

function fillWhole({ context, ratio }: Brush, { x, end }: Piece, { y, height }: LaneBox): void {
  context.fillRect(x / ratio, y, (end - x) / ratio, height);
}

/** Within the outline. Its right edge is the next segment's; NEW alone, which has no colour, needs both. */
function fillInside({ context, ratio }: Brush, { x, end, state }: Piece, { y, height }: LaneBox): void {
  const line = 1 / ratio;
  const edge = state === STATE_ORDER.NEW ? line : 0;
  context.fillRect(x / ratio + edge, y + line, (end - x) / ratio - line - edge, height - 2 * line);
}
