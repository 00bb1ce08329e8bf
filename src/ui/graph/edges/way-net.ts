// The net on which edges find their ways: lines across and down that run beside cards, in the middle between them, and
// through the places where edges leave and enter. What a piece costs says where edges had better not go.
import { entersRect } from '../scene/path.ts';
import { grow, overlaps, type Point, type Rect } from '../scene/geometry.ts';
import type { Piece, Traffic } from './traffic.ts';

export interface Net {
  /** Where the lines down are, and the lines across, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** What it costs from a crossing to the next one to its right, and to the next one below; Infinity: no way. */
  readonly right: Float64Array;
  readonly below: Float64Array;
  /** What it costs to go straight from a card's border to the net. */
  readonly costOut: (from: Point, to: Point) => number;
}

/** No line comes nearer to a card, px. */
const CLEAR = 8;
/** How far from a card lines run beside it. */
const TRACKS = [14, 24, 34];
/** Lines nearer to each other than this are one. */
const APART = 8;
/** Two edges nearer to each other than this look like one. */
const SIDE_BY_SIDE = 7;
/** What it costs to run along another edge (once, and for each px), across one, and behind a label: in px of detour. */
const COSTS = { along: 12, alongPx: 2, across: 10, label: 80 };

interface Line {
  readonly at: number;
  /** Of lines near each other the one with the lowest rank stays; those of rank 0 stay all. */
  readonly rank: number;
}

/**
 * @param cards what stands in the way.
 * @param through lines that there have to be, besides those along the cards.
 * @param middles lines that are better than those along the cards.
 */
export function createNet(
  cards: readonly Rect[],
  area: Rect,
  through: { readonly xs: readonly number[]; readonly ys: readonly number[] },
  middles: { readonly xs: readonly number[]; readonly ys: readonly number[] },
  traffic: Traffic,
): Net {
  const across = linesOf(
    cards.map(({ y, height }) => [y, y + height] as const),
    through.ys,
    middles.ys,
  ); // prettier-ignore
  const down = linesOf(
    cards.map(({ x, width }) => [x, x + width] as const),
    through.xs,
    middles.xs,
  ); // prettier-ignore
  const ys = across.filter(({ at }) => at >= area.y && at <= area.y + area.height);
  const xs = down.filter(({ at }) => at >= area.x && at <= area.x + area.width);
  const near = (pieces: readonly Piece[], low: number, high: number) =>
    pieces.filter(({ at }) => at >= low && at <= high);
  const piecesAcross = near(traffic.across, area.y, area.y + area.height);
  const piecesDown = near(traffic.down, area.x, area.x + area.width);
  const labels = traffic.labels.filter((label) => overlaps(label, area));

  const right = costsOf(xs, ys, cards, labels, piecesAcross, piecesDown);
  const turned = costsOf(ys, xs, cards.map(turn), labels.map(turn), piecesDown, piecesAcross);
  const below = new Float64Array(xs.length * ys.length);
  for (let row = 0; row < ys.length; row++)
    for (let column = 0; column < xs.length; column++)
      below[row * xs.length + column] = turned[column * ys.length + row]!;

  return {
    xs: xs.map(({ at }) => at),
    ys: ys.map(({ at }) => at),
    right,
    below,
    costOut(from, to) {
      // The card that is left lies behind.
      if (cards.some((card) => entersRect(from, to, grow(card, -1)))) return Infinity;
      const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
      const [pieces, at, low, high] =
        from.y === to.y
          ? ([piecesAcross, from.y, Math.min(from.x, to.x), Math.max(from.x, to.x)] as const)
          : ([piecesDown, from.x, Math.min(from.y, to.y), Math.max(from.y, to.y)] as const);
      const busy = pieces.filter(
        (piece) => Math.abs(piece.at - at) < SIDE_BY_SIDE && piece.from < high && piece.to > low,
      );
      return length + busy.length * (COSTS.along + COSTS.alongPx * length);
    },
  };
}

const turn = ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width });

function linesOf(
  sides: readonly (readonly [number, number])[],
  through: readonly number[],
  middles: readonly number[],
) {
  const lines: Line[] = [
    ...[...new Set(through)].map((at) => ({ at, rank: 0 })),
    ...[...new Set(middles)].map((at) => ({ at, rank: 1 })),
    ...[...new Set(sides.map(([low]) => low))].flatMap((low) =>
      TRACKS.map((by, rank) => ({ at: low - by, rank: 4 - rank })),
    ),
    ...[...new Set(sides.map(([, high]) => high))].flatMap((high) =>
      TRACKS.map((by, rank) => ({ at: high + by, rank: 4 - rank })),
    ),
  ];
  lines.sort((a, b) => a.at - b.at || a.rank - b.rank);
  const kept: Line[] = [];
  for (const line of lines) {
    const last = kept.at(-1);
    if (last && line.at - last.at < (line.rank === 0 && last.rank === 0 ? 0.01 : APART)) {
      if (line.rank >= last.rank) continue;
      kept.pop();
    }
    kept.push(line);
  }
  return kept;
}

/** What the pieces of lines across cost, from each line down to the next. */
function costsOf(
  xs: readonly Line[],
  ys: readonly Line[],
  cards: readonly Rect[],
  labels: readonly Rect[],
  along: readonly Piece[],
  crossing: readonly Piece[],
): Float64Array {
  const columns = xs.length;
  const costs = new Float64Array(columns * ys.length).fill(Infinity);
  for (let row = 0; row < ys.length; row++) {
    // Nearer to a card is a little worse.
    const weight = 1 + ys[row]!.rank * 0.015;
    for (let column = 0; column + 1 < columns; column++)
      costs[row * columns + column] = (xs[column + 1]!.at - xs[column]!.at) * weight;
  }
  const add = (low: number, high: number, from: number, to: number, cost: (length: number) => number) => {
    for (let row = firstAfter(ys, low); row < ys.length && ys[row]!.at < high; row++) {
      for (let column = Math.max(0, firstAfter(xs, from) - 1); column + 1 < columns && xs[column]!.at < to; column++) {
        const overlap = Math.min(to, xs[column + 1]!.at) - Math.max(from, xs[column]!.at);
        if (overlap > 0) costs[row * columns + column]! += cost(overlap);
      }
    }
  };
  for (const { at, from, to } of along)
    add(at - SIDE_BY_SIDE, at + SIDE_BY_SIDE, from, to, (length) => COSTS.along + COSTS.alongPx * length);
  for (const { at, from, to } of crossing) add(from, to, at - 0.5, at + 0.5, () => COSTS.across);
  for (const label of labels) {
    const { x, y, width, height } = grow(label, 3);
    add(y, y + height, x, x + width, () => COSTS.label);
  }
  for (const card of cards) {
    const { x, y, width, height } = grow(card, CLEAR);
    add(y, y + height, x, x + width, () => Infinity);
  }
  return costs;
}

/** The first line that lies beyond a place. */
function firstAfter(lines: readonly Line[], place: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.at > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
