import { PHASES, STATE_ORDER, STATES } from '../../model/state.ts';
import type { Guid, Micros } from '../../model/units.ts';
import { ACTIVITIES } from '../../model/activity.ts';
import type { Polls } from '../../record/empty-polls.ts';
import type { RunRecord } from '../../record/run-record.ts';
import { isWaiting, stretchRowsWithin } from '../../record/stretches.ts';
import type { Brush } from './brush.ts';
import { drawPieces, type LaneBox } from './draw-pieces.ts';
import { PHASE_TARGET } from './phase-target.ts';
import type { Piece } from './place-segments.ts';
import type { TimeScale } from './time-scale.ts';

/** Polls closer together than this can't be told apart, px. */
const LEAST_POLL_SPACE = 12;

/** Whether single polls are drawn. */
export function canTellPolls(period: Micros, { perPx }: TimeScale): boolean {
  return period / perPx >= LEAST_POLL_SPACE;
}

const WAITING = ACTIVITIES.map(isWaiting);
const PHASE = ACTIVITIES.indexOf('phase');
const WORK_HEIGHT = 4;

/** A life that is drawn in a row, and where. */
export interface PlacedLane {
  /** Undefined: that of a folded group, of which only states are drawn. */
  readonly guid: Guid | undefined;
  readonly pieces: readonly Piece[];
  readonly box: LaneBox;
}

/**
 * Draws lives of resources and groups: a segment a state, waits hatched, work as a bar at the bottom, polls and sets as
 * thin marks.
 */
export function drawLanes(
  brush: Brush,
  record: RunRecord,
  lanes: readonly PlacedLane[],
  scale: TimeScale,
  polls: Polls | undefined,
): void {
  drawPieces(brush, lanes);
  for (const { guid, pieces, box } of lanes) {
    if (guid === undefined) {
      for (const piece of pieces) drawWord(brush, piece, box, scale, false);
      continue;
    }
    const hatched = drawStretches(brush, record, guid, pieces, scale, box);
    if (polls) drawPolls(brush, polls, guid, scale, box);
    const isCovered = hatched || polls !== undefined;
    for (const piece of pieces) drawWord(brush, piece, box, scale, isCovered);
    drawSets(brush, record, guid, scale, box);
  }
}

/** @param isCovered whether there may be marks on the lane, of which a word has to be kept clear. */
function drawWord(
  brush: Brush,
  { x, end, state }: Piece,
  { y, height }: LaneBox,
  scale: TimeScale,
  isCovered: boolean,
): void {
  const { context, theme, ratio } = brush;
  const left = x / ratio;
  const right = end / ratio;
  const word = STATES[state]!;
  const middle = y + height / 2 + 0.5;
  if (state === STATE_ORDER.FAILED) {
    if (right - left >= 18) drawCross(context, theme.states[state]!.text, left + 9, y + height / 2);
    else drawFlag(context, theme.states[state]!.fill, left + 1.5, y - 3);
    if (right - left < 24 + brush.wordWidth(word)) return;
    context.fillStyle = theme.states[state]!.text;
    context.fillText(word, left + 18, middle);
    return;
  }
  const room = right - Math.max(left, scale.left);
  const width = brush.wordWidth(word);
  if (room < width + 10) return;
  const at = Math.max(left, scale.left) + 6;
  if (isCovered || state === STATE_ORDER.RELEASED) {
    context.fillStyle = theme.states[state]!.fill;
    context.fillRect(at - 3, y + 2, width + 6, height - 4 - WORK_HEIGHT + 2);
  }
  context.fillStyle = theme.states[state]!.text;
  context.fillText(word, at, middle);
}

/** A failure is told by more than its colour: a cross where there is room, a flag on top of it where there is not. */
function drawCross(context: CanvasRenderingContext2D, color: string, x: number, y: number): void {
  context.strokeStyle = color;
  context.lineWidth = 1.75;
  context.beginPath();
  context.moveTo(x - 3, y - 3);
  context.lineTo(x + 3, y + 3);
  context.moveTo(x + 3, y - 3);
  context.lineTo(x - 3, y + 3);
  context.stroke();
}

function drawFlag(context: CanvasRenderingContext2D, color: string, x: number, y: number): void {
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(x - 5, y);
  context.lineTo(x + 5, y);
  context.lineTo(x, y + 8);
  context.fill();
}

/** @returns whether it hatched something. */
function drawStretches(
  brush: Brush,
  record: RunRecord,
  guid: Guid,
  pieces: readonly Piece[],
  scale: TimeScale,
  box: LaneBox,
): boolean {
  const { context, theme, ratio } = brush;
  const { from, to, activity, ref } = record.stretches;
  let hatched = false;
  for (const row of stretchRowsWithin(record, guid, scale.from, scale.to)) {
    const x = Math.max(scale.left, Math.round(scale.xOf(from[row]!) * ratio) / ratio);
    const end = Math.min(scale.right, Math.round(scale.xOf(to[row]!) * ratio) / ratio);
    if (end - x < 1) continue;
    if (WAITING[activity[row]!]) {
      for (const piece of pieces) {
        const left = Math.max(x, piece.x / ratio);
        const right = Math.min(end, piece.end / ratio);
        if (right - left < 1) continue;
        context.fillStyle = brush.waiting(piece.state);
        context.fillRect(left, box.y + 1, right - left, box.height - 2);
        hatched = true;
      }
    } else if (activity[row] === PHASE) {
      const target = PHASE_TARGET[PHASES[ref[row]!] ?? 'run'];
      if (!target) continue;
      context.fillStyle = theme.states[STATE_ORDER[target]]!.line;
      context.fillRect(x, box.y + box.height - WORK_HEIGHT, end - x, WORK_HEIGHT);
    }
  }
  return hatched;
}

/** Thin marks where it was looked in vain whether to go on. */
function drawPolls(
  { context, theme }: Brush,
  polls: Polls,
  guid: Guid,
  scale: TimeScale,
  { y, height }: LaneBox,
): void {
  for (const { first, last, period } of polls.of(guid, scale.from, scale.to)) {
    if (!canTellPolls(period, scale)) continue;
    for (let time = first; time <= last; time += period) {
      const x = Math.round(scale.xOf(time));
      if (x < scale.left || x > scale.right) continue;
      context.fillStyle = theme.surface;
      context.fillRect(x - 1, y + 2, 3, height - 4);
      context.fillStyle = theme.text;
      context.fillRect(x, y + 2, 1, height - 4);
    }
  }
}

function drawSets(brush: Brush, record: RunRecord, guid: Guid, scale: TimeScale, { y }: LaneBox): void {
  const rows = record.setEvents.of(guid);
  const { time } = record.events;
  let last = -Infinity;
  for (const row of rows) {
    const x = scale.xOf(time[row]!);
    if (x < scale.left || x > scale.right || x - last < 3) continue;
    last = x;
    drawFlag(brush.context, brush.theme.text, x, y - 3);
  }
}
