import { STATE_ORDER } from '../../model/state.ts';
import type { Micros } from '../../model/units.ts';
import { lastRowAt } from '../../record/state-spans.ts';
import { RANK } from './state-rank.ts';
import type { TimeScale } from './time-scale.ts';

const FAILED = STATE_ORDER.FAILED;
/** A failure is at least this wide, in device pixels. */
const FAILED_WIDTH = 3;

/** A stretch of a lane in one colour, in device pixels: [x, end). */
export interface Piece {
  readonly x: number;
  readonly end: number;
  readonly state: number;
}

/**
 * What to paint of a lane, in this order: a later piece covers an earlier one. Segments under a pixel become one pixel
 * of the highest rank among them; segments of no time vanish; a failure never does.
 * @param rows the lane's state events, as numbers of rows in `times` and `kinds`.
 * @param now where the last segment ends.
 * @param ratio device pixels a CSS pixel.
 */
export function placeSegments(
  times: Float64Array,
  kinds: Uint8Array,
  rows: Int32Array,
  scale: TimeScale,
  now: Micros,
  ratio: number,
): Piece[] {
  const pieces: Piece[] = [];
  const thin: Piece[] = [];
  const left = Math.round(scale.left * ratio);
  const right = Math.round(scale.right * ratio);
  const until = Math.min(now, scale.to);
  // A failure just out of sight at the left may reach in with its least width: begin one pixel further left.
  const since = Math.max(0, scale.earliestAt(scale.left - FAILED_WIDTH / ratio));
  let place = lastRowAt(times, rows, since);
  let from = place < 0 ? 0 : times[rows[place]!]!;
  let pendingX = -1;
  let pendingState = 0;

  while (from <= until) {
    const state = place < 0 ? 0 : kinds[rows[place]!]!;
    const to = place + 1 < rows.length ? times[rows[place + 1]!]! : now;
    const x = Math.max(left, Math.round(scale.xOf(from) * ratio));
    const end = Math.min(right, Math.round(scale.xOf(to) * ratio));
    if (state === FAILED && end - x < FAILED_WIDTH) {
      if (x < right && (end > x || Math.round(scale.xOf(from) * ratio) + FAILED_WIDTH > left)) {
        thin.push({ x, end: Math.min(right, x + FAILED_WIDTH), state });
      }
    } else if (end > x) {
      if (state === FAILED && x === pendingX) thin.pop();
      pieces.push({ x, end, state });
    } else if (to > from && x < right) {
      if (x !== pendingX || RANK[state]! > RANK[pendingState]!) {
        if (x === pendingX) thin.pop();
        thin.push({ x, end: x + 1, state });
        pendingX = x;
        pendingState = state;
      }
    }
    if (state === FAILED) pendingX = -1;
    place++;
    if (place >= rows.length) break;
    from = times[rows[place]!]!;
  }
  // Failures last, so that nothing covers them.
  thin.sort((a, b) => Number(a.state === FAILED) - Number(b.state === FAILED));
  return thin.length === 0 ? pieces : pieces.concat(thin);
}
